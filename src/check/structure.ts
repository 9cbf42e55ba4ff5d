import type { Issue } from '../../schemas/message.js'
import type { Appendix, Plan } from '../../schemas/plan.js'

/**
 * What a schema cannot say: ids are unique, parents exist and stand before their children, levels follow, and what
 * issues, facts and shared cells refer to is there.
 */
export function checkStructure(plan: Plan): Issue[] {
  const seen = new Set<string>()
  const issues: Issue[] = []
  for (const appendix of plan.appendices) {
    if (seen.has(appendix.id)) issues.push(damaged(appendix.id, 'the id is used twice'))
    seen.add(appendix.id)
    issues.push(...checkCriteria(appendix, seen))
  }
  for (const issue of plan.issues)
    if (issue.target !== null && !seen.has(issue.target))
      issues.push(damaged(issue.target, `an issue (${issue.code}) is aimed at it, but it is not in the plan`))
  for (const { criterion } of plan.facts)
    if (criterion !== null && !seen.has(criterion))
      issues.push(damaged(criterion, 'a fact states its score, but it is not in the plan'))
  return issues
}

function checkCriteria(appendix: Appendix, seen: Set<string>): Issue[] {
  const issues: Issue[] = []
  const levels = new Map<string, number>()
  for (const criterion of appendix.criteria) {
    if (seen.has(criterion.id)) issues.push(damaged(criterion.id, 'the id is used twice'))
    seen.add(criterion.id)
    if (!criterion.id.startsWith(`${appendix.id}/`))
      issues.push(damaged(criterion.id, `the id does not begin with ${appendix.id}/`))
    const parentLevel = criterion.parent === null ? 0 : levels.get(criterion.parent)
    if (parentLevel === undefined)
      issues.push(damaged(criterion.id, `its parent ${criterion.parent} does not stand before it`))
    else if (criterion.level !== parentLevel + 1)
      issues.push(
        damaged(criterion.id, `level ${criterion.level} does not follow its parent's ${parentLevel}`),
      )
    levels.set(criterion.id, criterion.level)
    if ((criterion.actions[0]?.sharedFrom.length ?? 0) > 0)
      issues.push(damaged(criterion.id, 'its first action shares cells with an action before it'))
  }
  return issues
}

function damaged(target: string, message: string): Issue {
  return { severity: 'error', code: 'damaged', message: `${target}: ${message}`, at: null, target }
}
