import { z } from 'zod'
import type { Finding, Issue } from '../schemas/message.js'
import { Plan, upgradedPlan } from '../schemas/plan.js'
import type { SourceFile } from '../schemas/source.js'
import { audit, findingOf, readRaw } from '../src/audit/index.js'
import { checkStructure } from '../src/check/index.js'
import { type Language, told } from '../src/messages/index.js'
import { ok, type Result } from '../src/result.js'

/** Checks a plan file, whoever wrote it: its shape against the schema, then its inner references. What the schema says is said in `language`. */
export function validatePlan(json: unknown, language: Language = 'en'): Result<Plan | null, Issue> {
  const parsed = Plan.safeParse(upgradedPlan(json), { error: z.locales[language]().localeError })
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      ({ path, message }): Finding => ({
        ...{ severity: 'error', code: 'damaged', at: null, subject: null },
        details: { what: 'shape', path: path.length > 0 ? path.join('.') : null, problem: message },
      }),
    )
    return told(ok(null, issues))
  }
  return told(ok(parsed.data, checkStructure(parsed.data)))
}

/** Holds a plan against the document that it was made of, whoever made it; nothing of how it was read is asked. */
export async function auditPlan(plan: Plan, source: Pick<SourceFile, 'bytes'>): Promise<Issue[]> {
  const suspicions = audit(await readRaw(source), [plan])
  return told(ok(null, suspicions.map(findingOf))).issues
}
