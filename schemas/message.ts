import { z } from 'zod'
import { Place } from './place.js'

export const issueCodes = [
  'header-field-missing',
  'number-mismatch',
  'date-implausible',
  'code-gap',
  'code-duplicate',
  'code-out-of-order',
  'score-sum-mismatch',
  'score-exceeds-max',
  'score-unreadable',
  'total-mismatch',
  'count-mismatch',
  'deadline-unparsed',
  'deadline-outside-plan',
  'agency-unknown',
  'agency-missing',
  'bullets-unpaired',
  'table-join-uncertain',
  'page-missing-suspected',
  'text-unplaced',
  'ocr-low-confidence',
  'repair-uncertain',
  'encoding-converted',
  'code-inferred',
  'merged-cell-shift-suspected',
  'suspected-typo',
  'tracked-changes',
  'appendix-missing',
  'no-appendix',
  'appendix-alone',
  'several-documents',
  'unreadable',
  'unsupported',
  'encrypted',
  'damaged',
  'too-large',
  'empty',
] as const

export const IssueCode = z.enum(issueCodes)
export type IssueCode = z.infer<typeof IssueCode>

export const Severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof Severity>

/** Something the reader should know. `target` is the id of the criterion it concerns. */
export const Issue = z.object({
  severity: Severity,
  code: IssueCode,
  message: z.string(),
  at: Place.nullable(),
  target: z.string().nullable(),
})
export type Issue = z.infer<typeof Issue>
