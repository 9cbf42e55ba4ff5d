import type { Appendix } from '../../schemas/plan.js'

/** Below this mean confidence, or with an error, a plan asks for a reader. */
export const reviewBelow = 0.9

/** Mean confidence of all evidence, three digits; with an error the plan is no surer than one half. */
export function meanConfidence(appendices: readonly Appendix[], errors: boolean): number {
  const evidence = appendices.flatMap((appendix) =>
    appendix.criteria.flatMap((criterion) => [
      ...criterion.evidence,
      ...criterion.actions.flatMap((action) => action.evidence),
    ]),
  )
  const mean =
    evidence.length === 0 ? 0 : evidence.reduce((sum, entry) => sum + entry.confidence, 0) / evidence.length
  return Math.round((errors ? Math.min(mean, 0.5) : mean) * 1000) / 1000
}
