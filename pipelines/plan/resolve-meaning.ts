import type { Block } from '../../schemas/document.js'
import type { Noted } from '../../schemas/message.js'
import type { DraftPlan } from '../../schemas/plan.js'
import { attachQuantities, matchStandards, readFacts, resolveAgencies } from '../../src/meaning/index.js'
import { readDeadlines, splitAgencies } from '../../src/normalize/index.js'
import { targetOf } from '../../src/result.js'
import { loadFrameworks, loadRegistry } from '../engines/reference.js'

/**
 * Gives printed agencies their ids, criteria their place in the official index, texts their figures, and the body its
 * facts; what is printed stays. `body` are the blocks before the first appendix.
 */
export function resolveMeaning(plan: DraftPlan, body: Block[]): DraftPlan {
  const resolved = resolveAgencies(plan, loadRegistry())
  const matched = matchStandards(resolved.value, loadFrameworks())
  const known = new Set(plan.issues.map(keyOf))
  const issues = [...resolved.issues, ...matched.issues].filter(
    (issue) => issue.code === 'agency-unknown' || !known.has(keyOf(issue)),
  )
  const { planYears, issuedOn } = plan.header
  const facts = readFacts(matched.value, body, loadRegistry(), {
    readDeadlines: (text) => readDeadlines(text, { planYears, issuedOn }),
    splitAgencies,
  })
  return { ...attachQuantities(matched.value), facts, issues: [...plan.issues, ...issues] }
}

function keyOf(issue: Noted): string {
  return `${issue.code} ${targetOf(issue)}`
}
