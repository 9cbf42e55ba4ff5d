import type { Finding } from '../../schemas/message.js'
import type { Appendix, Plan } from '../../schemas/plan.js'
import type { Subject } from '../../schemas/subject.js'
import { cellOf } from '../result.js'

/**
 * What a schema cannot say: ids are unique, parents exist and stand before their children, levels follow, and what
 * issues, facts and shared cells refer to is there.
 */
export function checkStructure(plan: Plan): Finding[] {
  const seen = new Set<string>()
  const issues: Finding[] = []
  for (const appendix of plan.appendices) {
    if (seen.has(appendix.id)) issues.push(damaged({ what: 'id-twice', id: appendix.id }))
    seen.add(appendix.id)
    issues.push(...checkCriteria(appendix, seen))
  }
  for (const { target, code } of plan.issues)
    if (target !== null && !seen.has(target)) issues.push(damaged({ what: 'issue-target', id: target, code }))
  for (const { criterion } of plan.facts)
    if (criterion !== null && !seen.has(criterion))
      issues.push(damaged({ what: 'fact-criterion', id: criterion }))
  return issues
}

function checkCriteria(appendix: Appendix, seen: Set<string>): Finding[] {
  const issues: Finding[] = []
  const levels = new Map<string, number>()
  for (const { id, parent, level, actions } of appendix.criteria) {
    if (seen.has(id)) issues.push(damaged({ what: 'id-twice', id }))
    seen.add(id)
    if (!id.startsWith(`${appendix.id}/`))
      issues.push(damaged({ what: 'id-prefix', id, appendix: appendix.id }))
    const parentLevel = parent === null ? 0 : levels.get(parent)
    if (parentLevel === undefined) issues.push(damaged({ what: 'no-parent', id, parent: parent ?? '' }))
    else if (level !== parentLevel + 1) issues.push(damaged({ what: 'level', id, level, parentLevel }))
    levels.set(id, level)
    if ((actions[0]?.sharedFrom.length ?? 0) > 0) issues.push(damaged({ what: 'shares-first', id }))
  }
  return issues
}

type Damage = Extract<Finding, { code: 'damaged'; details: object }>['details'] & { id: string }

function damaged(details: Damage): Finding {
  return { severity: 'error', code: 'damaged', at: null, subject: subjectOf(details.id), details }
}

/** Of an appendix ('pl1') or of a criterion ('pl1/1.2'). */
function subjectOf(id: string): Subject {
  return id.includes('/') ? cellOf(id, null) : { appendix: id, criterion: null, action: null, field: null }
}
