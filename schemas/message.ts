import { z } from 'zod'
import { type Details, detailSchemas } from './details.js'
import { Place } from './place.js'
import { Subject } from './subject.js'
import type { Role } from './table.js'

/** Why a file gave no plan. */
const failureCodes = ['unsupported', 'encrypted', 'too-large', 'empty'] as const

/** What plans are told, each with its details, and the reasons of failures. */
export const issueCodes = [...(Object.keys(detailSchemas) as RaisedCode[]), ...failureCodes]

export const IssueCode = z.enum(issueCodes)
export type IssueCode = z.infer<typeof IssueCode>

export const Severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof Severity>

/** Codes of what plans are told; the others say why a file gave no plan. */
export type RaisedCode = keyof Details

interface Raised<Code extends RaisedCode> {
  severity: Severity
  code: Code
  at: Place | null
  /** The cell it is about; null where it is about the document or a text outside its tables. */
  subject: Subject | null
  details: Details[Code]
}

/** A cell of the source, for stages that come before there are criteria; `field` where its column is known. */
export interface SourceCell {
  at: Place
  field: Role | null
}

/** What a stage found; with a `cell` it gets its subject as soon as the cell is one of a criterion. */
export type Finding = { [Code in RaisedCode]: Raised<Code> & { cell?: SourceCell } }[RaisedCode]

interface Written<Code extends RaisedCode> extends Omit<Raised<Code>, 'details'> {
  /** In English. */
  message: string
  /** The criterion of the subject. */
  target: string | null
  /** Null in plans that were written before there were details. */
  details: Details[Code] | null
}

/** Something the reader should know. */
export type Issue = { [Code in RaisedCode]: Written<Code> }[RaisedCode]

const issueSchemas = Object.entries(detailSchemas).map(([code, details]) =>
  z.object({
    severity: Severity,
    code: z.literal(code),
    message: z.string(),
    at: Place.nullable(),
    target: z.string().nullable(),
    subject: Subject.nullable(),
    details: details.nullable(),
  }),
)
type IssueSchemas = [(typeof issueSchemas)[number], ...typeof issueSchemas]

/** What is known of a plan on its way: a finding, or an issue of a plan that it is made from. */
export type Noted = Finding | Issue

export const Issue = z.discriminatedUnion('code', issueSchemas as IssueSchemas) as unknown as z.ZodType<Issue>

/** What a reader is told, in English: of a plan, or of a file that gave none. */
export const Notice = z.object({
  severity: Severity,
  code: IssueCode,
  message: z.string(),
  at: Place.nullable(),
  target: z.string().nullable(),
})
export type Notice = z.infer<typeof Notice>
