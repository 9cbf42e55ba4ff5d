import type { Finding } from '../../schemas/message.js'
import type { Action, Appendix, Criterion } from '../../schemas/plan.js'

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
  const actions = appendix.criteria.flatMap((criterion) =>
    criterion.actions.map((action) => ({ criterion, action })),
  )
  return [
    ...missingLeads(appendix, actions),
    ...lateDeadlines(actions, dates),
    ...actions.flatMap(({ criterion, action }) => [
      ...unparsedDeadlines(criterion, action),
      ...outsideDeadlines(criterion, action, dates),
      ...unpairedBullets(criterion, action),
    ]),
  ]
}

function missingLeads(appendix: Appendix, actions: { criterion: Criterion; action: Action }[]): Finding[] {
  if (!appendix.columns.some((column) => column.role === 'lead')) return []
  const withLead = actions.filter(({ action }) => action.lead !== null).length
  if (withLead < actions.length * 0.7) return []
  return actions
    .filter(({ action }) => action.lead === null && action.task.length > 0)
    .map(({ criterion, action }) => ({
      severity: 'warning' as const,
      code: 'agency-missing' as const,
      message: 'This task names no lead agency, though the table has a column for it.',
      at: action.evidence[0]?.at ?? null,
      target: criterion.id,
    }))
}

function unparsedDeadlines(criterion: Criterion, action: Action): Finding[] {
  const unknown = action.deadline?.items.filter((item) => item.kind === 'unknown') ?? []
  return unknown.map((item) => ({
    severity: 'warning' as const,
    code: 'deadline-unparsed' as const,
    message: `The deadline "${item.text}" was not understood.`,
    at: action.evidence.find((entry) => entry.role === 'deadline')?.at ?? null,
    target: criterion.id,
  }))
}

/** A deadline that was over before the plan was issued, or that ends more than a year after the plan's last year. */
function outsideDeadlines(criterion: Criterion, action: Action, dates: PlanDates): Finding[] {
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
      message: `The deadline "${outside.text}" (until ${outside.end}) lies outside the time of the plan.`,
      at: action.evidence.find((entry) => entry.role === 'deadline')?.at ?? null,
      target: criterion.id,
    },
  ]
}

const leastShare = 0.1

/** A few deadlines that end after the plan's last year, where all others end within it. */
function lateDeadlines(
  actions: { criterion: Criterion; action: Action }[],
  { planYears }: PlanDates,
): Finding[] {
  const last = planYears.at(-1)
  if (last === undefined) return []
  const dated = actions.filter(({ action }) => action.deadline?.items.some(({ end }) => end !== null))
  const late = dated.flatMap(({ criterion, action }) => {
    const item = action.deadline?.items.find(({ end }) => end !== null && end > `${last}-12-31`)
    const isFar = item?.end !== null && item?.end !== undefined && item.end > `${last + 1}-12-31`
    return item === undefined || isFar ? [] : [{ criterion, action, item }]
  })
  if (late.length > Math.max(1, dated.length * leastShare)) return []
  return late.map(({ criterion, action, item }) => ({
    severity: 'info',
    code: 'deadline-outside-plan',
    message: `The deadline "${item.text}" (until ${item.end}) ends after ${last}, the plan's last year; nearly all others end within it.`,
    at: action.evidence.find((entry) => entry.role === 'deadline')?.at ?? null,
    target: criterion.id,
  }))
}

/** Several tasks beside several deadlines or deliverables of another number: what belongs to what is open. */
function unpairedBullets(criterion: Criterion, action: Action): Finding[] {
  const tasks = action.task.length
  const beside = [action.deadline?.items.length ?? 0, action.deliverable.length].filter((count) => count > 1)
  if (tasks < 2 || beside.every((count) => count === tasks)) return []
  return [
    {
      severity: 'info',
      code: 'bullets-unpaired',
      message: `${tasks} tasks stand beside ${beside.join(' and ')} deadlines or deliverables: which belongs to which is open.`,
      at: action.evidence.find((entry) => entry.role === 'task')?.at ?? null,
      target: criterion.id,
    },
  ]
}

type AgencyRole = 'coordinating' | 'implementing'

interface Row {
  criterion: Criterion
  action: Action
}

/** How many rows a table must have, and how few of them may be blank, before a blank is odd. */
const leastRows = 8
const blankShare = 0.06

/** Blank cells of agencies in a column that nearly every other row fills. */
export function checkBlankAgencies(appendix: Appendix): Finding[] {
  const rows: Row[] = appendix.criteria.flatMap((criterion) =>
    criterion.actions.filter(({ task }) => task.length > 0).map((action) => ({ criterion, action })),
  )
  return (['coordinating', 'implementing'] as const).flatMap((role) => {
    if (!appendix.columns.some((column) => column.role === role) || rows.length < leastRows) return []
    const blank = rows.filter(({ action }) => action[role] === null)
    if (blank.length > Math.max(1, rows.length * blankShare)) return []
    return blank.map((row) => issue(row, role))
  })
}

function issue({ criterion, action }: Row, role: AgencyRole): Finding {
  return {
    severity: 'info',
    code: 'agency-missing',
    message: `No ${role} agency is named here; nearly every other row of the table names one.`,
    at: action.evidence[0]?.at ?? null,
    target: criterion.id,
  }
}
