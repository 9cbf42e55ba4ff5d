import { z } from 'zod'
import { Issue } from './message.js'
import { Route } from './source.js'

/** What became of one input. Times are in milliseconds. */
export const ReportEntry = z.object({
  file: z.string(),
  sha256: z.string().nullable(),
  outcome: z.enum(['imported', 'failed', 'skipped']),
  plan: z.string().nullable(),
  planId: z.string().nullable(),
  route: Route.nullable(),
  criteria: z.number().int().nonnegative(),
  actions: z.number().int().nonnegative(),
  confidence: z.number().nullable(),
  needsReview: z.boolean(),
  issues: z.record(z.string(), z.number().int()),
  failure: Issue.nullable(),
  milliseconds: z.number().nonnegative(),
})
export type ReportEntry = z.infer<typeof ReportEntry>

/** `import-report.json`: every input of a run, in the order in which they were found. */
export const ImportReport = z.object({
  schemaVersion: z.literal('1.0'),
  generator: z.object({ name: z.literal('phuluc'), version: z.string() }),
  totals: z.object({
    inputs: z.number().int(),
    imported: z.number().int(),
    failed: z.number().int(),
    skipped: z.number().int(),
    criteria: z.number().int(),
    needReview: z.number().int(),
  }),
  entries: z.array(ReportEntry),
})
export type ImportReport = z.infer<typeof ImportReport>

/** What happens while a folder is imported, one object a line with `--json`. */
export const ImportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('found'), documents: z.number().int() }),
  z.object({ type: z.literal('started'), file: z.string(), index: z.number().int() }),
  z.object({ type: z.literal('finished'), index: z.number().int(), entry: ReportEntry }),
  z.object({ type: z.literal('done'), report: ImportReport }),
])
export type ImportEvent = z.infer<typeof ImportEvent>
