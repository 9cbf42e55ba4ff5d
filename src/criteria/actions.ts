import type { Action, AgencyList, Evidence } from '../../schemas/plan.js'
import type { LogicalCell, Role } from '../../schemas/table.js'
import { cellItems, cellLines } from './items.js'
import type { CriterionRow, TableRoles } from './rows.js'
import { isShared, splitShared } from './shared-agencies.js'

/** The cells of a row that say what is to be done; null where all of them are blank. */
export function readAction(row: CriterionRow, roles: TableRoles): Action | null {
  const filled = roles.action.filter((column) => row.cells[column]?.pieces.length !== 0)
  if (filled.length === 0 && row.shiftedLead === null) return null
  const action = emptyAction()
  for (const column of filled) {
    const cell = row.cells[column]
    const role = roles.columns[column]?.role
    if (cell === undefined || role === undefined) continue
    addCell(action, role, cell, roles.columns[column]?.header ?? '')
    if (isShared(roles.columns[column], roles.columns)) tellApart(action, cell)
    if (cell.merged && !action.mergedFrom.includes(role)) action.mergedFrom.push(role)
    action.evidence.push(...evidenceOf(role, cell))
  }
  if (row.shiftedLead !== null) {
    addCell(action, 'lead', row.shiftedLead, '')
    action.evidence.push(
      ...evidenceOf('lead', row.shiftedLead).map((entry) => ({ ...entry, confidence: 0.7 })),
    )
  }
  return action
}

/** Lead and coordinating agencies of one column; both stand in the same cell. */
function tellApart(action: Action, cell: LogicalCell): void {
  const both = splitShared(action.lead?.text ?? '')
  if (both === null) return
  action.lead = { text: both.lead, agencies: [] }
  action.coordinating = { text: both.coordinating, agencies: [] }
  action.evidence.push(...evidenceOf('coordinating', cell))
}

export function emptyAction(): Action {
  return {
    task: [],
    requirement: [],
    deliverable: [],
    note: [],
    deadline: null,
    lead: null,
    coordinating: null,
    implementing: null,
    other: [],
    quantities: [],
    mergedFrom: [],
    sharedFrom: [],
    evidence: [],
  }
}

function addCell(action: Action, role: Role, cell: LogicalCell, header: string): void {
  const items = cellItems(cell)
  switch (role) {
    case 'task':
    case 'requirement':
    case 'deliverable':
    case 'note':
      action[role].push(...items)
      break
    case 'deadline':
      action.deadline = { text: joinText(action.deadline?.text, items), items: [] }
      break
    case 'lead':
    case 'coordinating':
    case 'implementing':
      action[role] = agencyList(action[role], cell)
      break
    default:
      action.other.push({ header, text: items })
  }
}

function joinText(before: string | undefined, items: string[]): string {
  return [...(before === undefined ? [] : [before]), ...items].join('\n')
}

/** Lines stay apart here: the normalize stage splits the list at them and then writes the text in one line. */
function agencyList(before: AgencyList | null, cell: LogicalCell): AgencyList {
  const text = cellLines(cell).join('\n')
  return { text: before === null ? text : `${before.text}\n${text}`, agencies: [] }
}

/** Where the pieces of a cell stand, and what stood there. */
export function evidenceOf(role: Role, cell: LogicalCell): Evidence[] {
  return cell.pieces.map((piece) => ({
    role,
    at: piece.at,
    raw: piece.raw,
    confidence: piece.confidence,
    repairs: piece.lines.flatMap((line) => line.repaired?.repairs ?? []),
  }))
}
