import type { Issue } from '../schemas/message.js'
import { Plan } from '../schemas/plan.js'
import { checkStructure } from '../src/check/structure.js'
import { ok, type Result } from '../src/result.js'

/** Checks a plan file, whoever wrote it: its shape against the schema, then its inner references. */
export function validatePlan(json: unknown): Result<Plan | null> {
  const parsed = Plan.safeParse(json)
  if (!parsed.success) {
    const issues: Issue[] = parsed.error.issues.map((problem) => ({
      severity: 'error',
      code: 'damaged',
      message: `${problem.path.join('.') || '(whole file)'}: ${problem.message}`,
      at: null,
      target: null,
    }))
    return ok(null, issues)
  }
  return ok(parsed.data, checkStructure(parsed.data))
}
