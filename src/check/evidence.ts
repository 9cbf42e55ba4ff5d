import type { Criterion, Evidence } from '../../schemas/plan.js'

/** All evidence of a criterion: its own and that of its actions, in order. */
export function evidenceOf({ evidence, actions }: Pick<Criterion, 'evidence' | 'actions'>): Evidence[] {
  return [...evidence, ...actions.flatMap((action) => action.evidence)]
}
