import { z } from 'zod'
import type { Issue } from '../schemas/message.js'
import { Plan } from '../schemas/plan.js'
import { checkStructure } from '../src/check/index.js'
import type { Language } from '../src/messages/index.js'
import { ok, type Result } from '../src/result.js'

/** Checks a plan file, whoever wrote it: its shape against the schema, then its inner references. What the schema says is said in `language`. */
export function validatePlan(json: unknown, language: Language = 'en'): Result<Plan | null> {
  const parsed = Plan.safeParse(json, { error: z.locales[language]().localeError })
  if (!parsed.success) {
    const issues: Issue[] = parsed.error.issues.map((problem) => ({
      severity: 'error',
      code: 'damaged',
      message: `${problem.path.length > 0 ? JSON.stringify(problem.path.join('.')) : '(whole file)'}: ${problem.message}`,
      at: null,
      target: null,
    }))
    return ok(null, issues)
  }
  return ok(parsed.data, checkStructure(parsed.data))
}
