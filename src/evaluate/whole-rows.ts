import type { Action, Appendix, Criterion } from '../../schemas/plan.js'

/**
 * Expectations hold rows as they are printed; a plan may make several actions of one row whose bullets correspond one
 * to one. Those are put together again: their cells in order, shared cells once.
 */
export function withWholeRows(appendices: Appendix[]): Appendix[] {
  return appendices.map((appendix) => ({ ...appendix, criteria: appendix.criteria.map(wholeRows) }))
}

function wholeRows(criterion: Criterion): Criterion {
  const actions: Action[] = []
  for (const action of criterion.actions) {
    const row = actions.at(-1)
    if (row === undefined || action.sharedFrom.length === 0) actions.push(action)
    else actions[actions.length - 1] = joined(row, action)
  }
  return { ...criterion, actions }
}

function joined(row: Action, part: Action): Action {
  const isOwn = (role: Action['sharedFrom'][number]): boolean => !part.sharedFrom.includes(role)
  const texts = (['task', 'requirement', 'deliverable', 'note'] as const).map((role) => [
    role,
    isOwn(role) ? [...row[role], ...part[role]] : row[role],
  ])
  const deadline =
    isOwn('deadline') && row.deadline !== null && part.deadline !== null
      ? {
          text: `${row.deadline.text} ${part.deadline.text}`,
          items: [...row.deadline.items, ...part.deadline.items],
        }
      : row.deadline
  const evidence = [...row.evidence, ...part.evidence.filter(({ role }) => isOwn(role))]
  return { ...row, ...Object.fromEntries(texts), deadline, evidence }
}
