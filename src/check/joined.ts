import type { Issue } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'
import { checkStatedCounts, checkStatedTasks } from './counts.js'
import { checkActions } from './plausibility.js'
import { judgeReview } from './quality.js'
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
  const review = judgeReview(plan.appendices, issues, plan.quality.unplacedCharacters)
  return { ...plan, issues, quality: { ...plan.quality, ...review } }
}
