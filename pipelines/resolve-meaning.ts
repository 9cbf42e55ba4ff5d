import type { Plan } from '../schemas/plan.js'
import { matchStandards, resolveAgencies } from '../src/meaning/index.js'
import { ok, type Result } from '../src/result.js'
import { loadFrameworks, loadRegistry } from './reference.js'

/** Gives printed agencies their ids and criteria their place in the official index; what is printed stays. */
export function resolveMeaning(plan: Plan): Result<Plan> {
  const resolved = resolveAgencies(plan, loadRegistry())
  const matched = matchStandards(resolved.value, loadFrameworks())
  const known = new Set(plan.issues.map((issue) => `${issue.code} ${issue.target}`))
  const issues = [...resolved.issues, ...matched.issues].filter(
    (issue) => issue.code === 'agency-unknown' || !known.has(`${issue.code} ${issue.target}`),
  )
  return ok({ ...matched.value, issues: [...plan.issues, ...issues] }, issues)
}
