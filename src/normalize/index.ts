import type { Block, Document } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { Appendix, Criterion, Header, Plan } from '../../schemas/plan.js'
import type { AppendixTable } from '../../schemas/table.js'
import { fold } from '../language/letters.js'
import { ok, type Result } from '../result.js'
import { readAttachment, readBody } from './body/body.js'
import { normalizeActions } from './cells/actions.js'
import type { Units } from './header/units.js'
import { indicesIn } from './indices.js'

export { splitAgencies } from './cells/agencies.js'
export { readDeadlines } from './deadlines/index.js'
export { accompanyingOf, type FilePart, splitFile } from './documents/file-parts.js'
export { parseUnits, type Units } from './header/units.js'
export { indicesIn } from './indices.js'

/** What the stages before have found of a plan. */
export interface PlanParts {
  document: Document
  body: Block[]
  tables: AppendixTable[]
  /** Criteria of each appendix, in the order of `tables`. */
  criteria: Criterion[][]
}

export type NormalizedPlan = Pick<
  Plan,
  'id' | 'header' | 'outline' | 'footnotes' | 'citations' | 'appendices'
>

/** Reads header, outline, footnotes and citations, and turns printed agencies, deadlines and indices into data. */
export function normalize(parts: PlanParts, units: Units, fileName: string): Result<NormalizedPlan> {
  const issues: Finding[] = []
  const body = readBody({
    blocks: parts.body,
    appendixCaptions: parts.tables.flatMap((table) =>
      table.caption === null || table.captionAt === null
        ? []
        : [{ text: table.caption, at: table.captionAt }],
    ),
    appendixTexts: parts.tables.flatMap(textsOf),
    units,
  })
  issues.push(...body.issues)
  const { header, outline, footnotes, citations } = body.value
  const appendices = parts.tables.map((table, index) =>
    appendixOf(table, `pl${index + 1}`, parts.criteria[index] ?? [], header),
  )
  return ok({ id: planId(header, fileName), header, outline, footnotes, citations, appendices }, issues)
}

function appendixOf(table: AppendixTable, id: string, criteria: Criterion[], header: Header): Appendix {
  const own = indicesIn(table.title)
  return {
    id,
    kind: table.kind,
    label: table.label,
    title: table.title,
    indices: own.length > 0 ? own : indicesIn(header.title),
    attachedTo: table.caption === null ? null : readAttachment(table.caption),
    columns: table.columns.map(({ header: text, role }) => ({ header: text, role })),
    criteria: normalizeActions(criteria, { planYears: header.planYears, issuedOn: header.issuedOn }),
    notes: table.notes,
    tables: table.tables,
  }
}

/** Every text of an appendix in reading order. */
function textsOf(table: AppendixTable): { text: string; at: Block['at'] }[] {
  const cells = table.rows.flatMap((row) =>
    row.cells
      .filter((cell) => !cell.merged && cell.pieces.length > 0)
      .map((cell) => ({
        text: cell.pieces.flatMap((piece) => piece.lines.map((line) => line.text)).join(' '),
        at: cell.pieces[0]?.at ?? row.at,
      })),
  )
  const title =
    table.title === null ? [] : [{ text: table.title, at: table.captionAt ?? table.rows[0]?.at ?? blank }]
  return [...title, ...cells, ...table.notes]
}

const blank = { page: null, line: null, bbox: null }

/** File-name safe and stable: 'hai-phong-229-kh-ubnd-2023'. */
function planId(header: Header, fileName: string): string {
  const unit = header.unit?.name ?? header.province?.name ?? header.issuer ?? ''
  const year = header.issuedOn?.slice(0, 4) ?? String(header.planYears[0] ?? '')
  const parts =
    header.number === null && unit === '' ? [stem(fileName)] : [unit, header.number ?? 'khong-so', year]
  return slug(parts.join(' ')) || 'ke-hoach'
}

function stem(fileName: string): string {
  return (fileName.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '')
}

function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 120)
}
