import { createHash } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Plan, upgradedPlan } from '../../schemas/plan.js'
import { formerPlanKey, planFileName } from '../../schemas/plan-key.js'
import { UnusableInputError } from '../../src/errors.js'
import { readOwnFile } from '../system/bounded-files.js'
import { isSystemError, ownPlanName, toJson, writeWhole, writing } from '../system/written-files.js'
import type { DocumentOutcome } from './journal.js'

/**
 * Writes a plan under its own name and says what the file looks like. What an earlier run had set aside, or called by
 * the key of before, is not what the document gives now. Throws where another document's plan has the name.
 */
export async function writePlan(plan: Plan, out: string): Promise<NonNullable<DocumentOutcome['file']>> {
  const name = planFileName(plan)
  const own = join(out, ownPlanName(name))
  for (const path of [join(out, name), own]) await refuseForeign(path, plan)
  const file = await writePlanFile(plan, out)
  const former = `${formerPlanKey(plan)}.plan.json`
  await writing(out, async () => {
    await rm(own, { force: true })
    for (const path of [join(out, former), join(out, ownPlanName(former))])
      if ((await documentOf(path)) === plan.source.sha256) await rm(path, { force: true })
  })
  return file
}

/** Writes a plan whole or not at all. */
export async function writePlanFile(plan: Plan, out: string): Promise<NonNullable<DocumentOutcome['file']>> {
  const name = planFileName(plan)
  const path = join(out, name)
  const text = toJson(plan)
  const status = await writing(path, async () => {
    await writeWhole(path, text)
    return stat(path)
  })
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { name, bytes: status.size, changed: status.mtimeMs, sha256 }
}

/** Reads a plan of the folder; whoever wrote it, it is held against the schema. The order of its members is kept. */
export async function readPlanFile(path: string): Promise<Plan> {
  const plan = upgradedPlan(JSON.parse(await writing(path, () => readOwnFile(path))))
  Plan.parse(plan)
  return plan as Plan
}

async function refuseForeign(path: string, { source }: Plan): Promise<void> {
  const sha256 = await documentOf(path)
  if (sha256 !== null && sha256 !== source.sha256)
    throw new UnusableInputError('name-taken', { file: source.file, path })
}

/** The checksum of the document that a plan file was read from; null where there is no plan. */
async function documentOf(path: string): Promise<string | null> {
  try {
    const { source } = JSON.parse(await readOwnFile(path))
    return typeof source?.sha256 === 'string' ? source.sha256 : null
  } catch (error) {
    if (isSystemError(error) || error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}
