import { join } from 'node:path'
import { type Correction, CorrectionFile } from '../../schemas/corrections.js'
import type { Plan } from '../../schemas/plan.js'
import { formerPlanKey, planKey } from '../../schemas/plan-key.js'
import { applyCorrections, type CellReaders, type Refusal } from '../../src/corrections/index.js'
import type { ExportedPlan } from '../../src/export/index.js'
import { attachQuantities, resolveAgencies } from '../../src/meaning/index.js'
import { saying } from '../../src/messages/index.js'
import { readDeadlines, splitAgencies } from '../../src/normalize/index.js'
import { loadRegistry } from '../engines/reference.js'
import { readOwnFile } from '../system/bounded-files.js'
import { UsageError } from '../system/spoken-errors.js'
import { isSystemError } from '../system/written-files.js'

/** The readers that an import uses, for texts that a reader typed. */
function readersFor({ header }: Plan): CellReaders {
  const { planYears, issuedOn } = header
  return {
    deadlines: (text) => readDeadlines(text, { planYears, issuedOn }),
    agencies: (text) => splitAgencies(text),
  }
}

/** Where the corrections of a plan stand: beside it. */
export function correctionsPath(folder: string, plan: Plan): string {
  return join(folder, `${planKey(plan)}.corrections.json`)
}

/** The corrections of a plan, also those under its key of before; null where there are none. */
export async function readCorrections(folder: string, plan: Plan): Promise<CorrectionFile | null> {
  const path = correctionsPath(folder, plan)
  const own = await readCorrectionFile(path)
  if (own !== null && own.sha256 !== plan.source.sha256)
    throw new UsageError(saying('corrections.of-another', { path }))
  const former = own ?? (await readCorrectionFile(join(folder, `${formerPlanKey(plan)}.corrections.json`)))
  return former?.sha256 === plan.source.sha256 ? former : null
}

async function readCorrectionFile(path: string): Promise<CorrectionFile | null> {
  const text = await readOwnFile(path).catch((error: unknown) => {
    if (isSystemError(error)) return null
    throw error
  })
  if (text === null) return null
  const parsed = CorrectionFile.safeParse(parse(text))
  if (!parsed.success) throw new UsageError(saying('corrections.not-ours', { path }))
  return parsed.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A plan as its corrections leave it. What no longer fits is told to `onRefused`. */
export async function corrected(
  plan: Plan,
  folder: string,
  onRefused: (plan: Plan, refusal: Refusal) => void,
): Promise<ExportedPlan> {
  const file = await readCorrections(folder, plan)
  if (file === null) return { plan, corrections: [] }
  const result = applyCorrections(plan, file, readersFor(plan))
  for (const refusal of result.refused) onRefused(plan, refusal)
  return { plan: withMeaning(result.plan, result.applied), corrections: result.applied }
}

/** Corrected agencies get their ids and corrected texts their figures; the other cells keep what they have. */
function withMeaning(plan: Plan, applied: readonly Correction[]): Plan {
  const touched = new Set(applied.map(({ criterion, action }) => `${criterion} ${action}`))
  const meant = attachQuantities(resolveAgencies(plan, loadRegistry()).value)
  const newly = new Map(
    meant.appendices.flatMap(({ criteria }) => criteria).map((criterion) => [criterion.id, criterion]),
  )
  for (const criterion of plan.appendices.flatMap(({ criteria }) => criteria))
    criterion.actions = criterion.actions.map((action, index) =>
      touched.has(`${criterion.id} ${index}`) ? (newly.get(criterion.id)?.actions[index] ?? action) : action,
    )
  return plan
}
