import { createHash } from 'node:crypto'
import type { Issue } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'
import type { SourceFile } from '../../schemas/source.js'
import { writtenPlan } from '../../src/messages/index.js'
import { ok, type Result } from '../../src/result.js'
import type { Draft } from './draft.js'
import type { ImportOptions } from './options.js'
import { runStages } from './run-stages.js'

export type { ImportOptions } from './options.js'

/** A source file from a name and bytes. `file` is kept, in NFC, as the plan's source name. */
export function sourceOf(file: string, bytes: Uint8Array): SourceFile {
  return { file: file.normalize('NFC'), bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * The main job: one source file → one plan, the first where the file holds several. Issues of the plan and of the
 * result are the same list. Throws UnusableInputError for a source that cannot be read at all.
 */
export async function importPlan(
  source: SourceFile,
  options: ImportOptions = {},
): Promise<Result<Plan, Issue>> {
  const [plan] = await importPlans(source, options)
  return ok(plan, plan.issues)
}

/** Every plan of a source file, in the order of the file; as `importPlan`. */
export async function importPlans(
  source: SourceFile,
  options: ImportOptions = {},
): Promise<[Plan, ...Plan[]]> {
  let made: Draft[] = []
  for await (const { stage, drafts, milliseconds } of runStages(source, options)) {
    options.onStage?.(stage.name, milliseconds)
    made = drafts
  }
  return made.flatMap(({ plan }) => (plan === null ? [] : writtenPlan(plan))) as [Plan, ...Plan[]]
}
