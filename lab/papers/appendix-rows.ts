import type {
  ExpectedAction,
  ExpectedAppendix,
  ExpectedCriterion,
} from '../../schemas/evaluation/expectation.js'
import type { Role } from '../../schemas/table.js'
import type { PaperStyle } from './style.js'

/** A cell as it will be set: its paragraphs, and how it hangs together with the cell above it. */
export interface PaperCell {
  paragraphs: string[]
  strong: boolean
  merge: 'none' | 'begin' | 'continue'
  span: number
}

type Columns = ExpectedAppendix['columns']

/** Criteria → the rows of the printed table, as a typist would set them. */
export function appendixRows(appendix: ExpectedAppendix, style: PaperStyle): PaperCell[][] {
  const { columns } = appendix
  const nested = columns.filter((column) => column.role === 'name').length > 1
  const rows: PaperCell[][] = []
  const outers: (ExpectedCriterion | null)[] = []
  let outer: ExpectedCriterion | null = null
  for (const criterion of appendix.criteria) {
    if (nested && criterion.kind === 'domain' && criterion.actions.length === 0) {
      outer = criterion
      continue
    }
    for (const [index, action] of (criterion.actions.length === 0 ? [null] : criterion.actions).entries()) {
      const row = columns.map((_, position) =>
        blankOr(textsAt({ columns, position, criterion, action, first: index === 0, outer }), criterion),
      )
      rows.push(row)
      outers.push(outer)
      for (const role of action?.mergedFrom ?? []) mergeUp(rows, columns, role)
      if (index > 0 && style.mergeNames)
        for (const role of ['code', 'name'] as const) mergeUp(rows, columns, role)
      if (outer !== null && outers.at(-2) === outer) mergeOuter(rows, columns)
    }
    if (style.spanHeadings && isBare(criterion)) spanName(rows.at(-1) ?? [], columns)
  }
  return rows
}

interface CellPlace {
  columns: Columns
  position: number
  criterion: ExpectedCriterion
  action: ExpectedAction | null
  first: boolean
  outer: ExpectedCriterion | null
}

function textsAt({ columns, position, criterion, action, first, outer }: CellPlace): string[] {
  const column = columns[position]
  const role = column?.role ?? 'other'
  const isOuter = role === 'name' && columns.findIndex((other) => other.role === 'name') === position
  if (outer !== null && (isOuter || role === 'code')) return outerTexts(outer, columns, role)
  if (role === 'code') return first ? oneOrNone(criterion.codePrinted) : []
  if (role === 'name') return first ? oneOrNone(criterion.name) : []
  if (role.endsWith('Score')) return first ? scoreAt(columns, position, criterion) : []
  if (role === 'task' && first && criterion.name !== null && !columns.some((other) => other.role === 'name'))
    return [criterion.name]
  return action === null ? [] : actionTexts(action, role, column?.header ?? '')
}

function outerTexts(outer: ExpectedCriterion, columns: Columns, role: Role): string[] {
  if (role === 'code') return oneOrNone(outer.codePrinted)
  const hasCodes = columns.some((column) => column.role === 'code')
  return [[hasCodes ? null : outer.codePrinted, outer.name].filter((part) => part !== null).join(' ')]
}

function actionTexts(action: ExpectedAction, role: Role, header: string): string[] {
  switch (role) {
    case 'task':
    case 'requirement':
    case 'deliverable':
    case 'note':
      return bulleted(action[role])
    case 'lead':
    case 'coordinating':
    case 'implementing':
      return oneOrNone(action[role]?.text ?? null)
    case 'deadline':
      return oneOrNone(action.deadline?.text ?? null)
    default:
      return bulleted(action.other.find((entry) => entry.header === header)?.text ?? [])
  }
}

/** Several texts are bullets; a text that ends in a colon introduces them and has none. */
function bulleted(texts: string[]): string[] {
  if (texts.length < 2) return texts
  return texts.map((text) => (/^[-+]/u.test(text) || text.endsWith(':') ? text : `- ${text}`))
}

function scoreAt(columns: Columns, position: number, criterion: ExpectedCriterion): string[] {
  const role = columns[position]?.role
  const ordinal = columns.slice(0, position).filter((column) => column.role === role).length
  const { scores } = criterion
  if (scores === null) return []
  if (role === 'maxScore') return oneOrNone(scores.max)
  return oneOrNone((role === 'achievedScore' ? scores.achieved : scores.target)[ordinal]?.value ?? null)
}

function oneOrNone(value: string | number | null): string[] {
  return value === null || value === '' ? [] : [String(value).replace(/^(\d+)\.(\d+)$/u, decimal(value))]
}

/** Numbers are printed with a decimal comma, codes as they are. */
function decimal(value: string | number): string {
  return typeof value === 'number' ? '$1,$2' : '$1.$2'
}

function blankOr(paragraphs: string[], criterion: ExpectedCriterion): PaperCell {
  return { paragraphs, strong: criterion.kind !== 'item', merge: 'none', span: 1 }
}

function isBare(criterion: ExpectedCriterion): boolean {
  return criterion.actions.length === 0 && criterion.scores === null
}

function spanName(row: PaperCell[], columns: Columns): void {
  const name = columns.findIndex((column) => column.role === 'name')
  const cell = row[name]
  if (cell === undefined) return
  cell.span = row.length - name
  row.length = name + 1
}

/** The last row's cells of that role belong to the cells above them. */
function mergeUp(rows: PaperCell[][], columns: Columns, role: Role): void {
  for (const [position, column] of columns.entries()) if (column.role === role) mergeAt(rows, position)
}

/** The domain's code and name are one merged cell over all rows of its items. */
function mergeOuter(rows: PaperCell[][], columns: Columns): void {
  for (const role of ['code', 'name'] as const) {
    const position = columns.findIndex((column) => column.role === role)
    if (position >= 0) mergeAt(rows, position)
  }
}

function mergeAt(rows: PaperCell[][], position: number): void {
  const above = rows.at(-2)?.[position]
  const below = rows.at(-1)?.[position]
  if (above === undefined || below === undefined) return
  if (above.merge === 'none') above.merge = 'begin'
  below.merge = 'continue'
  below.paragraphs = []
}
