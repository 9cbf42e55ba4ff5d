import type {
  ExpectedAction,
  ExpectedAppendix,
  ExpectedCriterion,
} from '../../../../schemas/evaluation/expectation.js'
import type { Role } from '../../../../schemas/table.js'
import type { Random } from '../../../random.js'

/** A cell of the print: paragraphs, and how many rows it reaches over; null where a cell above reaches in. */
export interface PrintedCell {
  paragraphs: string[]
  rows: number
}

export interface PrintedRow {
  cells: (PrintedCell | null)[]
  /** A heading over the whole width. */
  wide: boolean
}

export interface PrintedTable {
  headers: string[]
  roles: Role[]
  rows: PrintedRow[]
}

const score = (value: number | null | undefined): string[] =>
  value === null || value === undefined ? [] : [String(value).replace('.', ',')]

/** The rows of an appendix as they may have been printed; equal cells of neighbours are sometimes merged. */
export function printTable(appendix: ExpectedAppendix, random: Random): PrintedTable {
  const roles = appendix.columns.map(({ role }) => role)
  const bullets = random.chance(0.5)
  const rows = appendix.criteria.flatMap((criterion) => rowsOf(criterion, appendix, bullets))
  mergeEqual(rows, roles, random)
  return { headers: appendix.columns.map(({ header }) => header), roles, rows }
}

function rowsOf(criterion: ExpectedCriterion, appendix: ExpectedAppendix, bullets: boolean): PrintedRow[] {
  const actions = criterion.actions.length === 0 ? [null] : criterion.actions
  return actions.map((action, index) => {
    const cells = appendix.columns.map(({ role, header }, column): PrintedCell => {
      const own = index === 0 ? ownText(criterion, role, column, appendix) : null
      const texts = own ?? actionText(action, role, header)
      return { paragraphs: bullets && texts.length > 1 ? texts.map((text) => `- ${text}`) : texts, rows: 1 }
    })
    const filled = cells.filter(({ paragraphs }) => paragraphs.length > 0)
    return { cells, wide: action === null && filled.length <= 2 }
  })
}

function ownText(
  criterion: ExpectedCriterion,
  role: Role,
  column: number,
  appendix: ExpectedAppendix,
): string[] | null {
  const names = appendix.columns.flatMap((other, index) => (other.role === 'name' ? [index] : []))
  switch (role) {
    case 'code':
      return criterion.code === null ? [] : [criterion.codePrinted ?? criterion.code]
    case 'name': {
      const outer = names.length > 1 && criterion.level > 1 ? names[1] : names[0]
      return criterion.name !== null && column === outer ? [criterion.name] : []
    }
    case 'task':
      return names.length === 0 && criterion.actions.length === 0 && criterion.name !== null
        ? [criterion.name]
        : null
    case 'maxScore':
      return score(criterion.scores?.max)
    case 'achievedScore':
      return score(criterion.scores?.achieved[0]?.value)
    case 'targetScore':
      return score(criterion.scores?.target[0]?.value)
    default:
      return null
  }
}

function actionText(action: ExpectedAction | null, role: Role, header: string): string[] {
  if (action === null) return []
  switch (role) {
    case 'task':
    case 'requirement':
    case 'deliverable':
    case 'note':
      return action[role]
    case 'deadline':
      return action.deadline === null ? [] : [action.deadline.text]
    case 'lead':
    case 'coordinating':
    case 'implementing':
      return action[role] === null ? [] : [action[role].text]
    case 'other':
      return action.other.find((other) => other.header === header)?.text ?? []
    default:
      return []
  }
}

const shared: readonly Role[] = ['lead', 'coordinating', 'implementing', 'deadline']

/** Where all agencies and the time of two siblings are the same, one cell may serve both. */
function mergeEqual(rows: PrintedRow[], roles: Role[], random: Random): void {
  const columns = roles.flatMap((role, index) => (shared.includes(role) ? [index] : []))
  const names = roles.indexOf('name')
  const owner: (PrintedCell | null)[] = []
  rows.forEach((row, index) => {
    const above = rows[index - 1]
    const alike =
      above !== undefined &&
      !row.wide &&
      !above.wide &&
      (names < 0 || (row.cells[names]?.paragraphs.length ?? 0) > 0) &&
      columns.length > 1 &&
      columns.every(
        (column) => textOf(row.cells[column]) === textOf(owner[column]) && textOf(row.cells[column]) !== '',
      )
    const merges = alike && random.chance(0.4)
    for (const column of columns) {
      if (merges) {
        const cell = owner[column] as PrintedCell
        cell.rows++
        row.cells[column] = null
      } else owner[column] = row.cells[column] ?? null
    }
  })
}

function textOf(cell: PrintedCell | null | undefined): string {
  return cell?.paragraphs.join('\n') ?? ''
}
