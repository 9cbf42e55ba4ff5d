import type { Action, ActionQuantity, DraftPlan, Quantity } from '../../../schemas/plan.js'
import { readQuantities } from './read-quantities.js'

const roles = ['task', 'requirement', 'deliverable', 'note'] as const

/** Gives every action the figures that its texts state. */
export function attachQuantities(plan: DraftPlan): DraftPlan {
  const known = new Map<string, Quantity[]>()
  const quantitiesOf = (text: string): Quantity[] => {
    const read = known.get(text) ?? readQuantities(text)
    known.set(text, read)
    return read
  }
  const ofAction = (action: Action): ActionQuantity[] =>
    roles.flatMap((role) => action[role].flatMap(quantitiesOf).map((quantity) => ({ ...quantity, role })))
  const appendices = plan.appendices.map((appendix) => ({
    ...appendix,
    criteria: appendix.criteria.map((criterion) => ({
      ...criterion,
      actions: criterion.actions.map((action) => ({ ...action, quantities: ofAction(action) })),
    })),
  }))
  return { ...plan, appendices }
}
