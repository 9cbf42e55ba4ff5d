import type { SourceFile } from '../../schemas/source.js'
import { blankDraft, type Draft } from './draft.js'
import type { ImportOptions } from './options.js'
import { type Stage, type StageName, stages } from './stages.js'

/** What stands after a stage: a draft for each plan of the file. */
export interface StageOutcome {
  stage: Stage & { name: StageName }
  drafts: Draft[]
  milliseconds: number
}

/** Takes a source through all stages, one after the other. */
export async function* runStages(
  source: SourceFile,
  options: ImportOptions,
): AsyncGenerator<StageOutcome, void> {
  let drafts = [blankDraft(source)]
  for (const stage of stages as readonly StageOutcome['stage'][]) {
    const started = performance.now()
    const made: Draft[] = []
    for (const draft of drafts) made.push(...[await stage.run(draft, { source, options })].flat())
    drafts = withOwnIds(made)
    yield { stage, drafts, milliseconds: performance.now() - started }
  }
}

/** Two plans of one file that give one id, as drafts without a number do, are told apart by their order. */
function withOwnIds(drafts: Draft[]): Draft[] {
  const ids = new Set<string>()
  return drafts.map((draft, index) => {
    if (draft.plan === null) return draft
    const id = ids.has(draft.plan.id) ? `${draft.plan.id}-${index + 1}` : draft.plan.id
    ids.add(id)
    return id === draft.plan.id ? draft : { ...draft, plan: { ...draft.plan, id } }
  })
}
