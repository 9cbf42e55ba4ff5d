import { dirname } from 'node:path'
import type { CorrectionFile } from '../../schemas/corrections.js'
import type { Plan } from '../../schemas/plan.js'
import { formerPlanKey, planKey } from '../../schemas/plan-key.js'
import type { Saying } from '../../schemas/saying.js'
import { fitCorrections, mergeCorrections, type TypedCorrection } from '../../src/corrections/index.js'
import { saying } from '../../src/messages/index.js'
import { correctionsPath, readCorrections } from '../export/corrections-files.js'
import { findPlanFiles, readPlans } from '../export/export-plans.js'
import { readWorkbook, type WorkbookRow } from '../export/read-workbook.js'
import type { Values } from '../system/command-values.js'
import { say } from '../system/speech.js'
import { UsageError } from '../system/spoken-errors.js'
import { toJson, writeWhole, writing } from '../system/written-files.js'
import { refusalOf } from './export.js'

/** What became of a workbook's corrections. */
export interface Applied {
  taken: number
  refused: Saying[]
}

/** `phuluc apply <workbook.xlsx>`: what a reader typed becomes corrections beside the plans. */
export async function runApply(positionals: string[], values: Values): Promise<number> {
  const [workbook] = positionals
  if (workbook === undefined) throw new UsageError(saying('apply.no-workbook'))
  const folder = typeof values.plans === 'string' ? values.plans : dirname(workbook)
  const { taken, refused } = await applyWorkbook(workbook, folder, new Date().toISOString())
  for (const message of refused) say(message)
  say(saying('apply.done', { taken, refused: refused.length }))
  return refused.length > 0 ? 1 : 0
}

/** Stores the corrections of a workbook beside the plans of a folder. Applied twice, it changes nothing more. */
export async function applyWorkbook(workbook: string, folder: string, when: string): Promise<Applied> {
  const typed = await readWorkbook(workbook)
  const applied: Applied = { taken: 0, refused: [] }
  const meant = await plansOf(typed, folder)
  for (const key of new Set(typed.map(({ plan }) => plan))) {
    const [plan, ...others] = meant.get(key) ?? []
    const own = typed.filter((entry) => entry.plan === key)
    if (plan === undefined) applied.refused.push(saying('apply.plan-not-there', { plan: key, folder }))
    else if (others.length > 0) applied.refused.push(saying('apply.several-plans', { plan: key, folder }))
    else await store(plan.plan, plan.folder, own, when, applied)
  }
  return applied
}

interface Meant {
  plan: Plan
  folder: string
}

/** The plans of a folder that a workbook names, by their key or that of before; one document's plan counts once. */
async function plansOf(typed: readonly WorkbookRow[], folder: string): Promise<Map<string, Meant[]>> {
  const named = new Set(typed.map(({ plan }) => plan))
  const meant = new Map<string, Meant[]>()
  for (const file of typed.length === 0 ? [] : await findPlanFiles([folder]))
    for await (const plan of readPlans([file]))
      for (const key of [planKey(plan), formerPlanKey(plan)].filter((each) => named.has(each))) {
        const others = (meant.get(key) ?? []).filter((other) => planKey(other.plan) !== planKey(plan))
        meant.set(key, [...others, { plan, folder: dirname(file) }])
      }
  return meant
}

async function store(
  plan: Plan,
  folder: string,
  typed: TypedCorrection[],
  when: string,
  applied: Applied,
): Promise<void> {
  const known = await readCorrections(folder, plan)
  const corrections = known?.corrections ?? []
  const { fitting, refused } = fitCorrections(
    plan,
    typed.map((entry) => asRead(entry, corrections)),
  )
  applied.taken += fitting.length
  applied.refused.push(...refused.map((refusal) => refusalOf(plan, refusal)))
  if (fitting.length === 0) return
  const file: CorrectionFile = {
    schemaVersion: '1.0',
    plan: plan.id,
    sha256: plan.source.sha256,
    corrections: mergeCorrections(corrections, fitting, when),
  }
  const path = correctionsPath(folder, plan)
  await writing(path, () => writeWhole(path, toJson(file)), 'again')
}

/** A workbook made after a correction shows the corrected value: the old one is what the correction says. */
function asRead(typed: TypedCorrection, known: CorrectionFile['corrections']): TypedCorrection {
  const earlier = known.find(
    ({ criterion, action, field }) =>
      criterion === typed.criterion && action === typed.action && field === typed.field,
  )
  return earlier !== undefined && earlier.new === typed.old ? { ...typed, old: earlier.old } : typed
}
