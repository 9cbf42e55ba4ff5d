import type { Plan } from '../../schemas/plan.js'
import type { EntryTiming, ReportEntry } from '../../schemas/report.js'
import type { Saying } from '../../schemas/saying.js'
import { UnusableInputError } from '../../src/errors.js'
import { saying, sentence } from '../../src/messages/index.js'
import { kinOf } from '../../src/relate/index.js'
import type { ImportOptions } from '../plan/import-plan.js'
import { readDocumentFile } from '../system/bounded-files.js'
import { isSystemError, OutputError, systemSaying } from '../system/written-files.js'
import type { FoundDocument } from './find-documents.js'
import type { DocumentOutcome } from './journal.js'
import { writePlan } from './write-plan.js'

export interface DocumentOptions extends ImportOptions {
  /** Where the plan goes; null reads without writing. */
  out: string | null
  /** Larger files are refused (bytes, default 64 MiB). */
  maxBytes?: number
  /** A file of pages that other workers recognised before. */
  recordings?: string
}

/** Reads one document and writes its plan. Throws OutputError where the plan cannot be written. */
export async function importDocument(
  found: FoundDocument,
  options: DocumentOptions,
): Promise<DocumentOutcome> {
  const started = performance.now()
  const stages: Record<string, number> = {}
  let sha256: string | null = null
  const timing = (): EntryTiming => ({
    file: found.name,
    milliseconds: Math.round(performance.now() - started),
    stages,
    attempts: 1,
    peakMemory: process.resourceUsage().maxRSS * 1024,
  })
  try {
    // Loaded here, as a batch whose documents go to workers reads none by itself.
    const { importPlans, sourceOf } = await import('../plan/import-plan.js')
    const source = sourceOf(found.name, await readDocumentFile(found.path, found.name, options.maxBytes))
    sha256 = source.sha256
    const plans = await importPlans(source, {
      ...options,
      onStage: (stage, ms) => addTime(stages, stage, ms),
    })
    const main = await keepPlan(plans[0], options.out)
    const further: ReadPlan[] = []
    for (const plan of plans.slice(1)) further.push(await keepPlan(plan, options.out))
    return { ...main, timing: timing(), lasting: true, twin: null, further }
  } catch (error) {
    if (error instanceof OutputError) throw error
    const { entry, lasting } = failureOf(found.name, sha256, error)
    return { entry, timing: timing(), file: null, lasting, kin: null, twin: null, further: [] }
  }
}

/** A plan's entry, its file, and what finds the documents that belong to it. */
type ReadPlan = DocumentOutcome['further'][number]

async function keepPlan(plan: Plan, out: string | null): Promise<ReadPlan> {
  const file = out === null ? null : await writePlan(plan, out)
  return { entry: { ...entryOf(plan), plan: file?.name ?? null }, file, kin: kinOf(plan) }
}

function addTime(stages: Record<string, number>, stage: string, milliseconds: number): void {
  stages[stage] = Math.round((stages[stage] ?? 0) + milliseconds)
}

function failureOf(
  name: string,
  sha256: string | null,
  error: unknown,
): { entry: ReportEntry; lasting: boolean } {
  if (error instanceof UnusableInputError)
    return { entry: failedEntry(name, sha256, error.code, error.saying), lasting: true }
  if (isSystemError(error))
    return { entry: failedEntry(name, sha256, 'unreadable', systemSaying(name, error)), lasting: false }
  // A fault of ours in one document must not take the night's other documents with it.
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const fault = saying('document.fault', { file: name, cause })
  return { entry: failedEntry(name, sha256, 'unreadable', fault), lasting: false }
}

/** The entry of a document that gave no plan. */
export function failedEntry(
  file: string,
  sha256: string | null,
  code: UnusableInputError['code'],
  why: Saying,
): ReportEntry {
  const message = sentence(why, 'en')
  const failure = { severity: 'error' as const, code, message, at: null, target: null, saying: why }
  return { ...blankEntry(file), sha256, outcome: 'failed', failure }
}

/** The entry of a plan that was made. */
export function entryOf(plan: Plan): ReportEntry {
  const criteria = plan.appendices.flatMap((appendix) => appendix.criteria)
  const issues: Record<string, number> = {}
  const severities = { error: 0, warning: 0, info: 0 }
  for (const issue of plan.issues) {
    issues[issue.code] = (issues[issue.code] ?? 0) + 1
    severities[issue.severity]++
  }
  return {
    ...blankEntry(plan.source.file),
    sha256: plan.source.sha256,
    outcome: 'imported',
    planId: plan.id,
    route: plan.source.route,
    pages: plan.source.pages,
    ordinal: plan.source.part?.ordinal ?? 1,
    criteria: criteria.length,
    actions: criteria.reduce((sum, criterion) => sum + criterion.actions.length, 0),
    confidence: plan.quality.confidence,
    needsReview: plan.quality.needsReview,
    issues,
    severities,
  }
}

/** An entry about which nothing is known yet but its name. */
export function blankEntry(file: string): ReportEntry {
  return {
    file,
    sha256: null,
    outcome: 'skipped',
    plan: null,
    planId: null,
    route: null,
    pages: null,
    ordinal: 1,
    criteria: 0,
    actions: 0,
    confidence: null,
    needsReview: false,
    issues: {},
    severities: { error: 0, warning: 0, info: 0 },
    failure: null,
    duplicateOf: null,
    belongsTo: null,
    ownPlan: null,
  }
}
