import type { SourceFile } from '../../schemas/source.js'
import { saying } from '../../src/messages/index.js'
import type { ImportOptions } from '../plan/options.js'
import { runStages } from '../plan/run-stages.js'
import { stages } from '../plan/stages.js'
import { UsageError } from '../system/spoken-errors.js'
import type { Walk } from './follow-cell.js'

/** A source through all stages, for one of its plans (from 1); also tells how many plans it holds. */
export async function walkThrough(
  source: SourceFile,
  options: ImportOptions,
  ordinal: number,
): Promise<{ walk: Walk; plans: number }> {
  const outcomes: Walk[] = []
  for await (const { stage, drafts } of runStages(source, options))
    outcomes.push(drafts.map((draft) => ({ stage: stage.name, draft })))
  const plans = outcomes.at(-1)?.length ?? 0
  if (ordinal > plans) throw new UsageError(saying('inspect.no-plan', { file: source.file, plans, ordinal }))
  // Before the file is cut there is one draft for all plans.
  return { walk: outcomes.map((drafts) => drafts[ordinal - 1] ?? (drafts[0] as Walk[number])), plans }
}

/** What each stage made, by the name of its file: '1-document.json' … '8-plan.json'. */
export function stageDocuments(walk: Walk): { stage: string; file: string; document: unknown }[] {
  return stages.map(({ name, makes, document }, index) => ({
    stage: name,
    file: `${index + 1}-${makes}.json`,
    document: document((walk[index] as Walk[number]).draft),
  }))
}
