import type { Issue } from '../../schemas/message.js'
import type { Appendix, Quality } from '../../schemas/plan.js'
import { evidenceOf, misfits } from './confidence.js'

/** Below this mean confidence, or with an error, a plan asks for a reader. */
const reviewBelow = 0.9

/** How sure a plan is, and whether it asks for a reader; `unplaced` characters found no place in it. */
export function judgeReview(
  appendices: readonly Appendix[],
  issues: readonly Issue[],
  unplaced: number,
): Pick<Quality, 'confidence' | 'needsReview'> {
  const errors = issues.some((issue) => issue.severity === 'error')
  const confidence = meanConfidence(appendices, errors)
  return {
    confidence,
    needsReview:
      errors ||
      confidence < reviewBelow ||
      unplaced > 0 ||
      appendices.some((appendix) => misfits(appendix).length > 0),
  }
}

/** Mean confidence of all evidence, three digits; with an error the plan is no surer than one half. */
function meanConfidence(appendices: readonly Appendix[], errors: boolean): number {
  const evidence = appendices.flatMap(({ criteria }) => criteria.flatMap(evidenceOf))
  const mean =
    evidence.length === 0 ? 0 : evidence.reduce((sum, entry) => sum + entry.confidence, 0) / evidence.length
  return Math.round((errors ? Math.min(mean, 0.5) : mean) * 1000) / 1000
}
