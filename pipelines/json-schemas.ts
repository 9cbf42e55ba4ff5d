import { z } from 'zod'
import { Document } from '../schemas/document.js'
import { ExpectedPlan } from '../schemas/evaluation/expectation.js'
import { Plan } from '../schemas/plan.js'
import { ImportEvent, ImportReport, ImportTiming } from '../schemas/report.js'
import { Trace } from '../schemas/trace.js'

/** The published shapes by name; `schemas/json/<name>.schema.json` is generated from them. */
export const published = {
  plan: Plan,
  report: ImportReport,
  event: ImportEvent,
  timing: ImportTiming,
  document: Document,
  expectation: ExpectedPlan,
  trace: Trace,
}

export type PublishedName = keyof typeof published

/** JSON Schema (draft 2020-12) of a published shape. */
export function jsonSchema(name: PublishedName): unknown {
  return { title: `phuluc ${name}`, ...(z.toJSONSchema(published[name]) as object) }
}
