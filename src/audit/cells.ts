import type { Criterion } from '../../schemas/plan.js'
import { foldWords } from '../language/letters.js'
import type { AuditCase } from './case.js'
import type { PlanField } from './plan-fields.js'
import { type Suspicion, suspect } from './suspicion.js'
import { thresholds } from './thresholds.js'

/** The cells of the source's tables against the columns of the plan; only where the format has cells. */
export function compareCells(audited: AuditCase): Suspicion[] {
  return misplacedCells(audited, (text) => audited.words(text).join(' '))
}

/** Every field's words, and those of the texts of one cell together. */
function fieldKeys({ fields, fieldWords }: AuditCase): Map<string, PlanField[]> {
  const keys = new Map<string, PlanField[]>()
  const put = (words: readonly string[], field: PlanField): void => {
    const key = words.join(' ')
    const known = keys.get(key)
    if (known === undefined) keys.set(key, [field])
    else known.push(field)
  }
  let cell: string[] = []
  fields.forEach((field, index) => {
    const words = fieldWords[index] ?? []
    put(words, field)
    cell.push(...words)
    const next = fields[index + 1]
    const goesOn =
      next?.field === field.field && next.criterion === field.criterion && next.action === field.action
    if (goesOn) return
    put(cell, field)
    cell = []
  })
  return keys
}

type Column = 'lead' | 'coordinating' | 'deadline' | 'deliverable'

/** Fields in which a cell below such a header may stand. */
const answers: Record<Column, readonly PlanField['field'][]> = {
  lead: ['lead', 'implementing'],
  coordinating: ['coordinating'],
  deadline: ['deadline'],
  deliverable: ['deliverable'],
}

/** The cell of each row below 'chủ trì', 'phối hợp', 'thời gian', 'sản phẩm' is that field of the row's criterion. */
function misplacedCells(audited: AuditCase, keyOf: (text: string) => string): Suspicion[] {
  const owners = ownersOf(audited)
  const byCriterion = textsByCriterion(audited)
  const relatives = relativesIn(audited)
  let header: { columns: Map<number, Column>; width: number } | null = null
  let checked = 0
  const wrong: Suspicion[] = []
  for (const { cells, at } of audited.source.rows) {
    const columns = columnsOf(cells)
    if (columns !== null) {
      header = { columns, width: cells.length }
      continue
    }
    if (header === null || cells.length !== header.width) continue
    const longest = cells.reduce((a, b) => (b.length > a.length ? b : a), '')
    const criterion = longest.length > 20 ? onlyOwner(owners.get(keyOf(longest))) : null
    if (criterion === null) continue
    for (const [index, column] of header.columns) {
      const cell = cells[index] ?? ''
      const key = keyOf(cell)
      if (key === '' || key === keyOf(longest) || /^[\d\s.,/-]+$/u.test(cell)) continue
      checked++
      const texts = [criterion, ...(relatives.get(criterion.id) ?? [])].flatMap((one) =>
        answers[column].flatMap((field) => byCriterion.get(one)?.get(field) ?? []),
      )
      if (texts.some((text) => text.includes(key) || key.includes(text))) continue
      wrong.push(
        suspect(
          'cell-misplaced',
          'pointer',
          { examples: [cell] },
          { criterion: criterion.id, field: column, at },
        ),
      )
    }
  }
  const { count, share, fewShare } = thresholds.misplaced
  const isMany =
    (wrong.length >= count && wrong.length >= share * checked) ||
    (wrong.length > 0 && wrong.length >= fewShare * checked)
  return isMany ? wrong.map((one) => ({ ...one, weight: 'alarm' as const })) : wrong
}

function onlyOwner(owners: Set<Criterion> | undefined): Criterion | null {
  const [first] = owners ?? []
  return owners?.size === 1 && first !== undefined ? first : null
}

function columnsOf(cells: readonly string[]): Map<number, Column> | null {
  if (cells.length < 3) return null
  const found = new Map<number, Column>()
  cells.forEach((cell, index) => {
    if (cell === '' || cell.length >= 60) return
    const words = foldWords(cell)
    if (words.includes('chu tri')) found.set(index, 'lead')
    else if (words.includes('phoi hop')) found.set(index, 'coordinating')
    else if (/^(?:thoi gian|thoi han)/u.test(words)) found.set(index, 'deadline')
    else if (words.startsWith('san pham')) found.set(index, 'deliverable')
  })
  return found.size >= 2 && new Set(found.values()).size === found.size ? found : null
}

/** The criteria in which a text stands. */
function ownersOf(audited: AuditCase): Map<string, Set<Criterion>> {
  const owners = new Map<string, Set<Criterion>>()
  for (const [key, fields] of fieldKeys(audited))
    for (const { criterion } of fields)
      if (criterion !== null) owners.set(key, (owners.get(key) ?? new Set()).add(criterion))
  return owners
}

function textsByCriterion(audited: AuditCase): Map<Criterion, Map<PlanField['field'], string[]>> {
  const texts = new Map<Criterion, Map<PlanField['field'], string[]>>()
  audited.fields.forEach(({ criterion, field }, index) => {
    if (criterion === null) return
    const own = texts.get(criterion) ?? new Map<PlanField['field'], string[]>()
    texts.set(criterion, own)
    own.set(field, [...(own.get(field) ?? []), (audited.fieldWords[index] ?? []).join(' ')])
  })
  return texts
}

/** Parents and children of each criterion: a merged cell may belong to either. */
function relativesIn({ plans }: AuditCase): Map<string, Criterion[]> {
  const relatives = new Map<string, Criterion[]>()
  const put = (id: string, criterion: Criterion): void => {
    relatives.set(id, [...(relatives.get(id) ?? []), criterion])
  }
  for (const { criteria } of plans.flatMap(({ appendices }) => appendices)) {
    const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]))
    for (const criterion of criteria) {
      const parent = criterion.parent === null ? undefined : byId.get(criterion.parent)
      if (parent === undefined) continue
      put(criterion.id, parent)
      put(parent.id, criterion)
    }
  }
  return relatives
}
