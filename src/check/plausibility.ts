import type { Issue } from '../../schemas/message.js'
import type { Action, Appendix, Criterion } from '../../schemas/plan.js'

/** Cells that ought to say more than they do: no lead where rows have one, deadlines nobody understands. */
export function checkActions(appendix: Appendix): Issue[] {
  const actions = appendix.criteria.flatMap((criterion) =>
    criterion.actions.map((action) => ({ criterion, action })),
  )
  return [
    ...missingLeads(appendix, actions),
    ...actions.flatMap(({ criterion, action }) => unparsedDeadlines(criterion, action)),
  ]
}

function missingLeads(appendix: Appendix, actions: { criterion: Criterion; action: Action }[]): Issue[] {
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

function unparsedDeadlines(criterion: Criterion, action: Action): Issue[] {
  const unknown = action.deadline?.items.filter((item) => item.kind === 'unknown') ?? []
  return unknown.map((item) => ({
    severity: 'warning' as const,
    code: 'deadline-unparsed' as const,
    message: `The deadline "${item.text}" was not understood.`,
    at: action.evidence.find((entry) => entry.role === 'deadline')?.at ?? null,
    target: criterion.id,
  }))
}
