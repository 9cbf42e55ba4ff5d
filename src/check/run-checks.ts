import type { Finding } from '../../schemas/message.js'
import type { Appendix, DraftPlan } from '../../schemas/plan.js'
import { ok, type Result } from '../result.js'
import type { Check, CheckedSource, CheckTools } from './checks.js'

/**
 * Makes the checks that look at the outcome of one stage. Issues of each appendix, then of the whole.
 * The value is how many characters of the source found no place. Without a source only the plan is looked at.
 */
export function runChecks(
  checks: readonly Check[],
  stage: Check['stage'],
  plan: DraftPlan,
  source: CheckedSource | null,
  tools: CheckTools,
): Result<number> {
  const due = checks.filter((check) => check.stage === stage)
  const issues: Finding[] = []
  let unplaced = 0
  for (const [index, appendix] of plan.appendices.entries())
    for (const check of due) {
      const table = source?.tables[index]
      if (check.sees === 'appendix') issues.push(...check.check(appendix, plan))
      else if (check.sees === 'table' && table !== undefined) {
        const loss = check.check(appendix, table)
        issues.push(...loss.issues)
        unplaced += loss.unplaced
      }
    }
  for (const check of due)
    if (check.sees === 'plan') issues.push(...check.check(plan, tools))
    else if (check.sees === 'document' && source !== null) issues.push(...check.check(source))
  return ok(unplaced, issues)
}

/** What can be said of a plan only once appendices from other files are joined to it. */
export function runJoinedChecks(checks: readonly Check[], plan: DraftPlan, tools: CheckTools): Finding[] {
  const added = plan.appendices.filter(isAdded)
  return checks.flatMap((check) => {
    const codes = check.whenJoined ?? []
    if (codes.length === 0) return []
    const issues =
      check.sees === 'appendix'
        ? added.flatMap((appendix) => check.check(appendix, plan))
        : check.sees === 'plan'
          ? check.check(plan, tools)
          : []
    return issues.filter(({ code }) => codes.includes(code))
  })
}

function isAdded({ tables, criteria }: Appendix): boolean {
  const places = [...tables, ...criteria.flatMap(({ evidence }) => evidence)]
  return places.some(({ at }) => at.source !== undefined)
}
