import type { Block } from '../../schemas/document.js'
import type { Plan } from '../../schemas/plan.js'
import { attachQuantities, matchStandards, readFacts, resolveAgencies } from '../../src/meaning/index.js'
import { readDeadlines, splitAgencies } from '../../src/normalize/index.js'
import { ok, type Result } from '../../src/result.js'
import { loadFrameworks, loadRegistry } from '../engines/reference.js'

/**
 * Gives printed agencies their ids, criteria their place in the official index, texts their figures, and the body its
 * facts; what is printed stays. `body` are the blocks before the first appendix.
 */
export function resolveMeaning(plan: Plan, body: Block[]): Result<Plan> {
  const resolved = resolveAgencies(plan, loadRegistry())
  const matched = matchStandards(resolved.value, loadFrameworks())
  const known = new Set(plan.issues.map((issue) => `${issue.code} ${issue.target}`))
  const issues = [...resolved.issues, ...matched.issues].filter(
    (issue) => issue.code === 'agency-unknown' || !known.has(`${issue.code} ${issue.target}`),
  )
  const { planYears, issuedOn } = plan.header
  const facts = readFacts(matched.value, body, loadRegistry(), {
    readDeadlines: (text) => readDeadlines(text, { planYears, issuedOn }),
    splitAgencies,
  })
  return ok({ ...attachQuantities(matched.value), facts, issues: [...plan.issues, ...issues] }, issues)
}
