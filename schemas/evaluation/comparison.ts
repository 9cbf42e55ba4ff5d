import { z } from 'zod'
import { Issue, IssueCode } from '../message.js'
import { Role } from '../table.js'

const Count = z.number().int().nonnegative()
const Portion = z.number().min(0).max(1)

/** So many of so many are right; 1 where there was nothing to judge. */
export const Share = z.object({ right: Count, of: Count, share: Portion })
export type Share = z.infer<typeof Share>

/** How far what was got covers what was expected, and the other way round. */
export const Overlap = z.object({
  matched: Count,
  expected: Count,
  got: Count,
  precision: Portion,
  recall: Portion,
  f1: Portion,
})
export type Overlap = z.infer<typeof Overlap>

/** One field that differs; a null side is absent. */
export const FieldFault = z.object({
  field: z.string(),
  expected: z.string().nullable(),
  got: z.string().nullable(),
})
export type FieldFault = z.infer<typeof FieldFault>

/** A criterion that is wrong in some field, missing, or one too many. `id` is the expected one where there is one. */
export const CriterionFault = z.object({
  kind: z.enum(['wrong', 'missing', 'extra']),
  id: z.string(),
  text: z.string(),
  fields: z.array(FieldFault),
})
export type CriterionFault = z.infer<typeof CriterionFault>

/** A cell that is not exactly right. `action` counts from 1 and is null for the criterion's name. */
export const InexactCell = z.object({
  criterion: z.string(),
  action: z.number().int().positive().nullable(),
  role: Role,
  /** The column's header, for columns that have no role of their own. */
  header: z.string().nullable(),
  expected: z.string(),
  got: z.string(),
  similarity: Portion,
})
export type InexactCell = z.infer<typeof InexactCell>

/** Something of a criterion (an agency, a score, a deadline) that is only on one side, or differs. */
export const CriterionFieldFault = FieldFault.extend({ criterion: z.string() })
export type CriterionFieldFault = z.infer<typeof CriterionFieldFault>

export const CriteriaResult = Overlap.extend({
  /** Expected criteria that have a counterpart at all, right or wrong. */
  found: Count,
  faults: z.array(CriterionFault),
})
export type CriteriaResult = z.infer<typeof CriteriaResult>

export const CellsResult = z.object({
  exact: Share,
  /** Mean over all cells of 1 − Levenshtein distance / longer length. */
  similarity: Portion,
  /** Among the cells that are exactly right, those split into the same paragraphs and bullets. */
  sameItems: Share,
  /** Cells whose expected text holds a passage that nobody can read; they count nowhere. */
  notJudged: Count,
  inexact: z.array(InexactCell),
})
export type CellsResult = z.infer<typeof CellsResult>

export const MissedAnomaly = z.object({ code: IssueCode, target: z.string().nullable(), note: z.string() })
export type MissedAnomaly = z.infer<typeof MissedAnomaly>

export const AnomaliesResult = z.object({
  raised: Share,
  missed: z.array(MissedAnomaly),
  /** Warnings and errors that no expected anomaly accounts for. */
  alarms: z.array(Issue),
})
export type AnomaliesResult = z.infer<typeof AnomaliesResult>

/** How a plan agrees with what a person transcribed from its source. */
export const Comparison = z.object({
  plan: z.string(),
  criteria: CriteriaResult,
  cells: CellsResult,
  agencies: Overlap.extend({ faults: z.array(CriterionFieldFault) }),
  scores: Share.extend({ faults: z.array(CriterionFieldFault) }),
  deadlines: Share.extend({ faults: z.array(CriterionFieldFault) }),
  header: Share.extend({ faults: z.array(FieldFault) }),
  citations: Overlap.extend({ dates: Share, types: Share, faults: z.array(FieldFault) }),
  outline: Overlap.extend({ paragraphs: Share, faults: z.array(FieldFault) }),
  footnotes: Overlap.extend({ faults: z.array(FieldFault) }),
  appendices: Share.extend({ faults: z.array(FieldFault) }),
  columns: Share.extend({ faults: z.array(FieldFault) }),
  unplacedCharacters: Count,
  anomalies: AnomaliesResult,
})
export type Comparison = z.infer<typeof Comparison>
