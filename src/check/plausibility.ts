import type { Finding } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Action, Appendix, Criterion } from '../../schemas/plan.js'
import type { Role } from '../../schemas/table.js'
import { cellOf } from '../result.js'

/** What a plan's dates are held against. */
export interface PlanDates {
  issuedOn: string | null
  planYears: number[]
}

/**
 * Cells that ought to say more than they do: no lead where rows have one, deadlines that nobody understands or that
 * lie outside the plan, bullets of which it is open what belongs together.
 */
export function checkActions(appendix: Appendix, dates: PlanDates): Finding[] {
  const rows = rowsOf(appendix)
  return [
    ...missingLeads(appendix, rows),
    ...lateDeadlines(rows, dates),
    ...rows.flatMap((row) => [
      ...unparsedDeadlines(row),
      ...outsideDeadlines(row, dates),
      ...unpairedBullets(row),
    ]),
  ]
}

/** An action, and which one of which criterion it is. */
interface Row {
  criterion: Criterion
  action: Action
  index: number
}

function rowsOf({ criteria }: Appendix): Row[] {
  return criteria.flatMap((criterion) =>
    criterion.actions.map((action, index) => ({ criterion, action, index })),
  )
}

/** Where the cell of a role stands. */
function placeOf({ evidence }: Action, field: Role): Place | null {
  return evidence.find(({ role }) => role === field)?.at ?? null
}

function missingLeads(appendix: Appendix, actions: Row[]): Finding[] {
  if (!appendix.columns.some((column) => column.role === 'lead')) return []
  const withLead = actions.filter(({ action }) => action.lead !== null).length
  if (withLead < actions.length * 0.7) return []
  return actions
    .filter(({ action }) => action.lead === null && action.task.length > 0)
    .map(({ criterion, action, index }) => ({
      severity: 'warning',
      code: 'agency-missing',
      at: action.evidence[0]?.at ?? null,
      subject: cellOf(criterion.id, 'lead', index),
      details: { what: 'no-lead' },
    }))
}

function unparsedDeadlines({ criterion, action, index }: Row): Finding[] {
  const unknown = action.deadline?.items.filter((item) => item.kind === 'unknown') ?? []
  return unknown.map((item) => ({
    severity: 'warning',
    code: 'deadline-unparsed',
    at: placeOf(action, 'deadline'),
    subject: cellOf(criterion.id, 'deadline', index),
    details: { printed: item.text },
  }))
}

/** A deadline that was over before the plan was issued, or that ends more than a year after the plan's last year. */
function outsideDeadlines({ criterion, action, index }: Row, dates: PlanDates): Finding[] {
  const last = dates.planYears.at(-1)
  const outside = action.deadline?.items.find((item) => {
    if (item.end === null) return false
    const early = dates.issuedOn !== null && item.end < dates.issuedOn
    return early || (last !== undefined && item.end > `${last + 1}-12-31`)
  })
  if (outside === undefined) return []
  return [
    {
      severity: 'info',
      code: 'deadline-outside-plan',
      at: placeOf(action, 'deadline'),
      subject: cellOf(criterion.id, 'deadline', index),
      details: { what: 'outside', printed: outside.text, end: outside.end ?? '' },
    },
  ]
}

const leastShare = 0.1

/** A few deadlines that end after the plan's last year, where all others end within it. */
function lateDeadlines(actions: Row[], { planYears }: PlanDates): Finding[] {
  const last = planYears.at(-1)
  if (last === undefined) return []
  const dated = actions.filter(({ action }) => action.deadline?.items.some(({ end }) => end !== null))
  const late = dated.flatMap((row) => {
    const item = row.action.deadline?.items.find(({ end }) => end !== null && end > `${last}-12-31`)
    const isFar = item?.end !== null && item?.end !== undefined && item.end > `${last + 1}-12-31`
    return item === undefined || isFar ? [] : [{ ...row, item }]
  })
  if (late.length > Math.max(1, dated.length * leastShare)) return []
  return late.map(({ criterion, action, index, item }) => ({
    severity: 'info',
    code: 'deadline-outside-plan',
    at: placeOf(action, 'deadline'),
    subject: cellOf(criterion.id, 'deadline', index),
    details: { what: 'late', printed: item.text, end: item.end ?? '', lastYear: last },
  }))
}

/** Several tasks beside several deadlines or deliverables of another number: what belongs to what is open. */
function unpairedBullets({ criterion, action, index }: Row): Finding[] {
  const tasks = action.task.length
  const beside = [
    { field: 'deadline' as const, count: action.deadline?.items.length ?? 0 },
    { field: 'deliverable' as const, count: action.deliverable.length },
  ].filter(({ count }) => count > 1)
  const odd = beside.find(({ count }) => count !== tasks)
  if (tasks < 2 || odd === undefined) return []
  return [
    {
      severity: 'info',
      code: 'bullets-unpaired',
      at: placeOf(action, 'task'),
      subject: cellOf(criterion.id, odd.field, index),
      details: { tasks, beside },
    },
  ]
}

type AgencyRole = 'coordinating' | 'implementing'

/** How many rows a table must have, and how few of them may be blank, before a blank is odd. */
const leastRows = 8
const blankShare = 0.06

/** Blank cells of agencies in a column that nearly every other row fills. */
export function checkBlankAgencies(appendix: Appendix): Finding[] {
  const rows = rowsOf(appendix).filter(({ action }) => action.task.length > 0)
  return (['coordinating', 'implementing'] as const).flatMap((role) => {
    if (!appendix.columns.some((column) => column.role === role) || rows.length < leastRows) return []
    const blank = rows.filter(({ action }) => action[role] === null)
    if (blank.length > Math.max(1, rows.length * blankShare)) return []
    return blank.map((row) => issue(row, role))
  })
}

function issue({ criterion, action, index }: Row, role: AgencyRole): Finding {
  return {
    severity: 'info',
    code: 'agency-missing',
    at: action.evidence[0]?.at ?? null,
    subject: cellOf(criterion.id, role, index),
    details: { what: 'blank', field: role },
  }
}
