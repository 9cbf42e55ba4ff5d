import type { Block, Document, TableBlock } from '../../schemas/document.js'
import type { Issue } from '../../schemas/message.js'
import type { AppendixTable, PhysicalTable } from '../../schemas/table.js'
import { collapse } from '../language/letters.js'
import { ok, type Result } from '../result.js'
import { splitAppendices, textOf } from './captions.js'
import { type ColumnModel, headerFit, learnColumns, type Piece } from './column-model.js'
import { rawText, toGrid } from './grid.js'
import { readHeader } from './header-rows.js'
import { joinRows, type Seam } from './join.js'
import { kindOf } from './kind.js'
import { type SortedRows, sortRows } from './physical-rows.js'
import { sectionRow } from './section-rows.js'
import { type AppendixSegment, emptySegment } from './segment.js'
import { headingOf, tableTitle } from './table-titles.js'

export interface TableOptions {
  /** False leaves the pieces of a table apart (`--no-join`). */
  join: boolean
}

export interface FoundTables {
  /** Blocks of the body, without task tables that stand in it. */
  body: Block[]
  appendices: AppendixTable[]
}

/** A document → its body and its appendices, each with one column model and whole rows. */
export function findTables(document: Document, options: TableOptions): Result<FoundTables> {
  const blocks = document.pages.flatMap((page) => page.blocks)
  const { body, segments } = splitAppendices(blocks)
  const issues: Issue[] = []
  const inBody = bodyTables(body, options)
  issues.push(...inBody.issues)
  const appendices = segments.flatMap((segment) => {
    const built = buildSegment(segment, options)
    issues.push(...built.issues)
    return built.value
  })
  const all = [...inBody.value.appendices, ...appendices]
  renumber(all)
  return ok({ body: inBody.value.body, appendices: all }, issues)
}

/** Task, score and assignment tables in the body become appendices without a label; other tables stay body. */
function bodyTables(body: Block[], options: TableOptions): Result<FoundTables> {
  const issues: Issue[] = []
  const appendices: AppendixTable[] = []
  const taken = new Set<Block>()
  for (const group of tableGroups(body)) {
    const built = buildSegment({ ...emptySegment(group.blocks), title: group.title }, options)
    for (const appendix of built.value) {
      if (
        !['tasks', 'scores', 'assignment'].includes(appendix.kind) ||
        !appendix.tables.some((table) => table.header.length > 0) ||
        appendix.rows.length < 2
      )
        continue
      appendices.push(appendix)
      issues.push(...built.issues)
      for (const block of group.blocks) taken.add(block)
    }
  }
  return ok({ body: body.filter((block) => !taken.has(block)), appendices }, issues)
}

interface TableGroup {
  title: string | null
  blocks: Block[]
}

/** Tables of the body that follow each other with nothing but short furniture between them. */
function tableGroups(body: Block[]): TableGroup[] {
  const groups: TableGroup[] = []
  let last = -2
  for (const [index, block] of body.entries()) {
    if (block.kind !== 'table') continue
    const group = groups.at(-1)
    const between = body.slice(last + 1, index)
    if (group !== undefined && between.every((other) => pageNumber.test(textOf(other))))
      group.blocks.push(...between, block)
    else groups.push({ title: tableTitle(body[index - 1]), blocks: [block] })
    last = index
  }
  return groups
}

/** A segment may hold several tables of different make: each becomes an appendix of its own under the same caption. */
function buildSegment(segment: AppendixSegment, options: TableOptions): Result<AppendixTable[]> {
  const groups = groupPieces(segment.blocks, options)
  const issues: Issue[] = []
  if (groups.length === 0) return ok([emptyAppendix(segment)])
  const appendices = groups.map((group, index) => {
    const built = buildAppendix(index === 0 ? segment : headingOf(segment, group.between.get(0) ?? []), group)
    issues.push(...built.issues)
    return built.value
  })
  return ok(appendices, issues)
}

interface PieceGroup {
  pieces: Piece[]
  tables: TableBlock[]
  /** Paragraphs that stand before the piece of that index. */
  between: Map<number, Block[]>
}

function groupPieces(blocks: Block[], options: TableOptions): PieceGroup[] {
  const groups: PieceGroup[] = []
  let pending: Block[] = []
  for (const block of blocks) {
    if (block.kind !== 'table') {
      pending.push(block)
      continue
    }
    const grid = toGrid(block)
    const piece: Piece = { grid, header: readHeader(grid) }
    const group = groups.at(-1)
    const fits = group !== undefined && options.join && belongsTo(piece, group)
    const target: PieceGroup = fits ? group : { pieces: [], tables: [], between: new Map() }
    if (!fits) groups.push(target)
    if (pending.length > 0) target.between.set(target.pieces.length, pending)
    pending = []
    target.pieces.push(piece)
    target.tables.push(block)
  }
  const last = groups.at(-1)
  if (last !== undefined && pending.length > 0) last.between.set(last.pieces.length, pending)
  return groups
}

/** A piece without a header, or with the same one, goes on with the table above; another header begins another table. */
function belongsTo(piece: Piece, group: PieceGroup): boolean {
  if (
    !group.pieces.some((other) => other.header.count > 0) &&
    piece.header.count > 0 &&
    group.pieces.length > 0
  )
    return group.pieces[0]?.grid.width === piece.grid.width
  return (
    headerFit(
      piece,
      group.pieces.flatMap((other) => other.header.paths.flat()),
    ) >= 0.5
  )
}

function buildAppendix(segment: AppendixSegment, group: PieceGroup): Result<AppendixTable> {
  const model = learnColumns(group.pieces)
  const sorted = group.pieces.map((piece, index) => sortRows(piece, index, model))
  const notes: AppendixTable['notes'] = []
  const furniture = [
    ...segment.repeated.map((line) => ({ type: 'repeated-caption', ...line })),
    ...sorted.flatMap((piece) => piece.furniture),
  ]
  const data = sorted.flatMap((piece, index) => {
    const rows = [...piece.data]
    const before = group.between.get(index) ?? []
    for (const [position, block] of before.entries()) {
      // Only what stands right above the table can be its heading row.
      const row = position === before.length - 1 ? sectionRow(block, model, index) : null
      if (row !== null && rows.length > 0) rows.unshift(row)
      else placeParagraph(block, notes, furniture)
    }
    return rows
  })
  for (const block of group.between.get(group.pieces.length) ?? []) placeParagraph(block, notes, furniture)
  const joined = joinRows(data, model)
  const kind = kindOf(model, segment.title, joined.rows.length)
  return ok(
    {
      label: segment.label,
      title: segment.title,
      caption: segment.caption,
      captionAt: segment.captionAt,
      kind,
      columns: model.columns,
      rows: joined.rows,
      tables: group.tables.map((table, index) =>
        physicalTable(table, index, sorted[index], joined.seams, model),
      ),
      notes,
      furniture,
    },
    kind === 'other' || kind === 'form' ? [] : joined.issues,
  )
}

const pageNumber = /^[-–—\s]*(?:(?:page|trang)\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—\s]*$/iu

function placeParagraph(
  block: Block,
  notes: AppendixTable['notes'],
  furniture: AppendixTable['furniture'],
): void {
  const texts =
    block.kind === 'list' ? block.items.map((item) => `${item.marker} ${item.text}`) : [textOf(block)]
  for (const text of texts) {
    const entry = { text: collapse(text), at: block.at }
    if (entry.text === '') continue
    if (pageNumber.test(entry.text)) furniture.push({ type: 'page-number', ...entry })
    else notes.push(entry)
  }
}

function physicalTable(
  table: TableBlock,
  index: number,
  sorted: SortedRows | undefined,
  seams: Seam[],
  model: ColumnModel,
): PhysicalTable {
  const seam = seams.find((candidate) => candidate.piece === index)
  const uses = sorted?.uses ?? []
  const rows = table.rows.map((row, rowIndex) => ({
    at: row.at,
    cells: row.cells.map((cell) => ({
      text: rawText(cell.lines),
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      at: cell.at,
    })),
    use: uses[rowIndex] ?? ('data' as const),
  }))
  const headerRows = rows.filter(
    (_, rowIndex) => uses[rowIndex] === 'header' || uses[rowIndex] === 'repeated-header',
  )
  const agreement = headerRows.length > 0 ? 'header repeated' : `columns agree (${model.columns.length})`
  return {
    id: `t${index + 1}`,
    at: table.at,
    header: headerRows.map((row) => row.cells.map((cell) => cell.text)),
    rows,
    continues:
      index === 0
        ? null
        : {
            table: `t${index}`,
            verdict: seam?.uncertain === true ? 'uncertain' : 'joined',
            evidence: [agreement, ...(seam?.evidence ?? [])],
            splitRow: seam?.splitRow ?? false,
          },
  }
}

function emptyAppendix(segment: AppendixSegment): AppendixTable {
  const notes: AppendixTable['notes'] = []
  const furniture: AppendixTable['furniture'] = []
  for (const block of segment.blocks) placeParagraph(block, notes, furniture)
  const form = /^(?:mẫu|biểu mẫu|phiếu|đề cương)/iu.test(segment.title ?? '')
  return {
    label: segment.label,
    title: segment.title,
    caption: segment.caption,
    captionAt: segment.captionAt,
    kind: form ? 'form' : 'other',
    columns: [],
    rows: [],
    tables: [],
    notes,
    furniture,
  }
}

/** Table ids are unique in the plan: `pl1.t1`. */
function renumber(appendices: AppendixTable[]): void {
  for (const [index, appendix] of appendices.entries()) {
    const prefix = `pl${index + 1}.`
    for (const table of appendix.tables) {
      table.id = prefix + table.id
      if (table.continues !== null) table.continues.table = prefix + table.continues.table
    }
  }
}
