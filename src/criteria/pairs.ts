import type { Action, Criterion } from '../../schemas/plan.js'
import type { LogicalCell, Role } from '../../schemas/table.js'
import { cellItems, isList } from './items.js'
import type { CriterionRow, TableRoles } from './rows.js'

/** Cells of one row whose bullets correspond one to one. */
export interface Pairing {
  count: number
  roles: PairedRole[]
}

type PairedRole = 'task' | 'requirement' | 'deadline' | 'deliverable'

/** What is due and what comes of it must agree with the tasks; a requirement goes along where it does. */
const deciding: readonly Role[] = ['deadline', 'deliverable']

/**
 * Whether a row's bullets of task, deadline and deliverable correspond one to one: as many bullets as tasks in each of
 * them that has more than one, and more than one in at least one of them. A cell that is one sentence is shared.
 */
export function pairingOf(row: CriterionRow, roles: TableRoles): Pairing | null {
  const cells = roles.action.flatMap((column) => {
    const role = roles.columns[column]?.role
    const cell = row.cells[column]
    return role === undefined || cell === undefined ? [] : [{ role, cell }]
  })
  const tasks = cells.filter(({ role }) => role === 'task')
  const [task] = tasks
  if (task === undefined || tasks.length > 1 || task.cell.merged) return null
  const count = bullets(task.cell)
  if (count < 2) return null
  const beside = cells.filter(({ role }) => deciding.includes(role) && cellItemsOf(row, roles, role) > 1)
  const agree = beside.every(({ cell }) => cellItems(cell).length === count)
  // One of several bulleted cells may have lost its bullets; all of them lost, their lines may be anything.
  if (!agree || !beside.some(({ cell }) => isList(cell))) return null
  const along = cells.filter(({ role, cell }) => role === 'requirement' && bullets(cell) === count)
  return { count, roles: ['task', ...[...beside, ...along].map(({ role }) => role as PairedRole)] }
}

function bullets(cell: LogicalCell): number {
  return isList(cell) ? cellItems(cell).length : 0
}

/** How many items the columns of a role hold in this row. */
function cellItemsOf(row: CriterionRow, roles: TableRoles, role: Role): number {
  return roles.action
    .filter((column) => roles.columns[column]?.role === role)
    .reduce(
      (sum, column) => sum + (row.cells[column] === undefined ? 0 : cellItems(row.cells[column]).length),
      0,
    )
}

/** Makes one action of each pair; what they share is repeated and named in `sharedFrom` from the second on. */
export function splitPairs(criteria: Criterion[], pairings: Map<Action, Pairing>): Criterion[] {
  return criteria.map((criterion) => ({
    ...criterion,
    actions: criterion.actions.flatMap((action) => {
      const pairing = pairings.get(action)
      return pairing === undefined ? [action] : splitAction(action, pairing)
    }),
  }))
}

function splitAction(action: Action, { count, roles }: Pairing): Action[] {
  const times = action.deadline?.text.split('\n') ?? []
  const part = (role: PairedRole & keyof Action, index: number): Partial<Action> => {
    if (role === 'deadline') return { deadline: { text: times[index] ?? '', items: [] } }
    return { [role]: [action[role][index] ?? ''] }
  }
  const isWhole = roles.every((role) => (role === 'deadline' ? times : action[role]).length === count)
  if (!isWhole) return [action]
  const shared = rolesOf(action).filter((role) => !roles.includes(role as PairedRole))
  return Array.from({ length: count }, (_, index) => ({
    ...structuredClone({ ...action, evidence: [] }),
    ...Object.assign({}, ...roles.map((role) => part(role, index))),
    sharedFrom: index === 0 ? [] : shared,
    // The same entries: what stands once in the source is evidence once.
    evidence: action.evidence,
  }))
}

/** The roles whose cells hold something. */
function rolesOf(action: Action): Role[] {
  const texts = (['task', 'requirement', 'deliverable', 'note'] as const).filter(
    (role) => action[role].length > 0,
  )
  const single = (['deadline', 'lead', 'coordinating', 'implementing'] as const).filter(
    (role) => action[role] !== null,
  )
  return [...texts, ...single, ...(action.other.length > 0 ? (['other'] as const) : [])]
}
