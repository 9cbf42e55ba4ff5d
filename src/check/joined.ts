import type { Issue } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'
import { misfits } from './confidence.js'
import { checkStatedCounts, checkStatedTasks } from './counts.js'
import { checkActions } from './plausibility.js'
import { meanConfidence, reviewBelow } from './quality.js'
import { checkReferences } from './references.js'

const dated = new Set<Issue['code']>(['deadline-outside-plan', 'deadline-unparsed'])

/**
 * What can be said of a plan only once its appendices are joined to it: whether they are as many as its text says, and
 * whether their deadlines lie within its time. Its quality is that of all parts.
 */
export function checkJoined(plan: Plan): Plan {
  const added = plan.appendices.filter(({ tables, criteria }) =>
    [...tables.map(({ at }) => at), ...criteria.flatMap(({ evidence }) => evidence.map(({ at }) => at))].some(
      ({ source }) => source !== undefined,
    ),
  )
  const issues: Issue[] = [
    ...plan.issues,
    ...added.flatMap((appendix) => checkActions(appendix, plan.header).filter(({ code }) => dated.has(code))),
    ...checkStatedCounts(plan.outline, plan.appendices),
    ...checkStatedTasks(plan.outline, plan.appendices),
    ...checkReferences(plan.outline, plan.appendices),
  ]
  return { ...plan, issues, quality: qualityOf(plan, issues) }
}

function qualityOf(plan: Plan, issues: Issue[]): Plan['quality'] {
  const errors = issues.some((issue) => issue.severity === 'error')
  const confidence = meanConfidence(plan.appendices, errors)
  return {
    ...plan.quality,
    confidence,
    needsReview:
      errors ||
      confidence < reviewBelow ||
      plan.quality.unplacedCharacters > 0 ||
      plan.appendices.some((appendix) => misfits(appendix).length > 0),
  }
}
