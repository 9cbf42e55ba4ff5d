import { z } from 'zod'
import { Notice } from './message.js'
import { OwnPlanName, PlanFileName } from './plan-key.js'
import { Doubt, JoinedPlan, Twin } from './related.js'
import { Saying } from './saying.js'
import { Route } from './source.js'

const Count = z.number().int().nonnegative()
const Severities = z.object({ error: Count, warning: Count, info: Count })

/** Why an input gave no plan: `message` is the English sentence of `saying`. */
export const Failure = Notice.extend({ saying: Saying })
export type Failure = z.infer<typeof Failure>

/** What became of one input. Without times: the same input gives the same entry. */
export const ReportEntry = z.object({
  file: z.string(),
  sha256: z.string().nullable(),
  /** `joined`: its appendices went into another input's plan; `twin`: another input is the same document and was kept. */
  outcome: z.enum(['imported', 'failed', 'skipped', 'joined', 'twin']),
  /** The plan file that speaks for this input. */
  plan: PlanFileName.nullable(),
  planId: z.string().nullable(),
  route: Route.nullable(),
  /** Pages of the document; null where its format has none. */
  pages: Count.nullable(),
  /** Which plan of the input this is, from 1: a file may hold several, each with an entry of its own. */
  ordinal: z.number().int().positive().default(1),
  criteria: Count,
  actions: Count,
  confidence: z.number().nullable(),
  needsReview: z.boolean(),
  /** How many issues of each code. */
  issues: z.record(z.string(), z.number().int()),
  severities: Severities,
  failure: Failure.nullable(),
  /** The earlier input with the same bytes, where this one was skipped for it. */
  duplicateOf: z.string().nullable(),
  /** The input whose plan speaks for this one, where it was joined or is a twin. */
  belongsTo: z.string().nullable(),
  /** Where its plan by itself is kept, where `plan` is not that: nothing that was read is lost. */
  ownPlan: OwnPlanName.nullable(),
})
export type ReportEntry = z.infer<typeof ReportEntry>

/** Something under the given paths that was not taken as a document. */
export const LeftOut = z.object({
  file: z.string(),
  reason: z.enum(['hidden', 'link', 'output', 'notes', 'special', 'unreadable-folder']),
})
export type LeftOut = z.infer<typeof LeftOut>

/** `import-report.json`: every input of a run, in the order in which they were found. */
export const ImportReport = z.object({
  schemaVersion: z.literal('1.0'),
  generator: z.object({ name: z.literal('phuluc'), version: z.string() }),
  totals: z.object({
    inputs: Count,
    imported: Count,
    failed: Count,
    skipped: Count,
    /** Inputs that went into another input's plan. */
    joined: Count,
    twins: Count,
    /** Plans beyond the first of inputs that hold several; the counts above are of inputs. */
    furtherPlans: Count.default(0),
    criteria: Count,
    needReview: Count,
    pagesByRoute: z.record(z.string(), Count),
    issues: z.record(z.string(), Count),
    severities: Severities,
  }),
  entries: z.array(ReportEntry),
  leftOut: z.array(LeftOut),
  /** Plans that were put together from several inputs. */
  joined: z.array(JoinedPlan),
  /** Inputs that are one document, and where their readings disagree. */
  twins: z.array(Twin),
  /** Inputs that may belong together and were left apart, with what would decide it. */
  doubts: z.array(Doubt),
})
export type ImportReport = z.infer<typeof ImportReport>

/** How long one input took, in milliseconds, in all and by stage; `peakMemory` is its worker's so far, in bytes. */
export const EntryTiming = z.object({
  file: z.string(),
  milliseconds: z.number().nonnegative(),
  stages: z.record(z.string(), z.number().nonnegative()),
  attempts: Count,
  peakMemory: Count,
})
export type EntryTiming = z.infer<typeof EntryTiming>

/** `import-timing.json`: apart from the report, because times differ from run to run. */
export const ImportTiming = z.object({
  schemaVersion: z.literal('1.0'),
  jobs: Count,
  milliseconds: z.number().nonnegative(),
  entries: z.array(EntryTiming),
})
export type ImportTiming = z.infer<typeof ImportTiming>

/**
 * What happens while a folder is imported, one object a line with `--json`. `finished` comes in the order of
 * completion; `resumed` says that an earlier run had done the document.
 */
export const ImportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('found'), documents: Count, bytes: Count, leftOut: z.array(LeftOut) }),
  z.object({ type: z.literal('started'), file: z.string(), index: Count, worker: Count.nullable() }),
  z.object({
    type: z.literal('retried'),
    file: z.string(),
    index: Count,
    reason: z.string(),
    saying: Saying,
  }),
  z.object({
    type: z.literal('finished'),
    index: Count,
    entry: ReportEntry,
    /** The other plans of a file that holds several. */
    further: z.array(ReportEntry).default([]),
    timing: EntryTiming,
    resumed: z.boolean(),
  }),
  z.object({ type: z.literal('joined'), joined: JoinedPlan }),
  z.object({ type: z.literal('twin'), twin: Twin }),
  z.object({ type: z.literal('doubted'), doubt: Doubt }),
  z.object({ type: z.literal('stopped'), done: Count, remaining: Count }),
  z.object({ type: z.literal('done'), report: ImportReport, timing: ImportTiming }),
])
export type ImportEvent = z.infer<typeof ImportEvent>
