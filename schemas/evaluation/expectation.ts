import { z } from 'zod'
import { IssueCode } from '../message.js'
import { Action, Appendix, Citation, Criterion, Deadline, Footnote, Header, Plan } from '../plan.js'

/**
 * What a person transcribed from a source: the judged part of a plan, without places, evidence, physical tables and
 * anything the program computes about its own work. The list of `anomalies` names what an attentive reader would want
 * to be told about this source.
 */
const ExpectedAction = Action.omit({
  evidence: true,
  sharedFrom: true,
  quantities: true,
  deadline: true,
}).extend({
  deadline: z
    .object({ text: z.string(), items: z.array(Deadline.omit({ text: true, relativeTo: true })) })
    .nullable(),
})
export type ExpectedAction = z.infer<typeof ExpectedAction>

export const ExpectedCriterion = Criterion.omit({ evidence: true, standard: true, actions: true }).extend({
  actions: z.array(ExpectedAction),
})
export type ExpectedCriterion = z.infer<typeof ExpectedCriterion>

export const ExpectedAppendix = Appendix.omit({ criteria: true, tables: true, notes: true }).extend({
  criteria: z.array(ExpectedCriterion),
})
export type ExpectedAppendix = z.infer<typeof ExpectedAppendix>

export const Anomaly = z.object({
  code: IssueCode,
  /** Criterion id, or null for the document. */
  target: z.string().nullable(),
  note: z.string(),
})
export type Anomaly = z.infer<typeof Anomaly>

export const ExpectedPlan = Plan.pick({ id: true, outline: true }).extend({
  header: Header.omit({ issuerPrinted: true }),
  footnotes: z.array(Footnote.omit({ at: true })),
  citations: z.array(Citation.pick({ type: true, number: true, date: true })),
  appendices: z.array(ExpectedAppendix),
  anomalies: z.array(Anomaly),
})
export type ExpectedPlan = z.infer<typeof ExpectedPlan>

/** The least that `evaluate` accepts of a fixture; a figure below one of these fails the run. */
export const Thresholds = z.object({
  criteriaPrecision: z.number(),
  criteriaRecall: z.number(),
  cellsExact: z.number(),
  cellSimilarity: z.number(),
  agenciesF1: z.number(),
  scoresExact: z.number(),
  headerFields: z.number(),
  citationsF1: z.number(),
  outlineF1: z.number(),
  maxUnplacedCharacters: z.number(),
})
export type Thresholds = z.infer<typeof Thresholds>

/** A threshold that a plan misses, and by how much. */
export const MissedThreshold = z.object({
  threshold: Thresholds.keyof(),
  value: z.number(),
  wanted: z.number(),
})
export type MissedThreshold = z.infer<typeof MissedThreshold>
