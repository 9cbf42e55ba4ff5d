import { z } from 'zod'
import { Issue } from './message.js'
import { Place } from './place.js'
import { Repair } from './repair.js'
import { PhysicalTable, Role, RowUse } from './table.js'

const Confidence = z.number().min(0).max(1)

/** A text of the document in which the cell, or a part of it, stands. */
export const TracedText = z.object({
  at: Place,
  text: z.string(),
  /** As it stood in the source. */
  raw: z.string(),
  /** Null where the text is exact. */
  confidence: Confidence.nullable(),
  repairs: z.array(Repair),
})
export type TracedText = z.infer<typeof TracedText>

/** A piece of the cell in the tables of the plan. */
export const TracedPiece = z.object({
  appendix: z.string(),
  /** The physical table, its row (from 1) and what the row is. */
  table: z.string().nullable(),
  row: z.number().int().positive().nullable(),
  use: RowUse.nullable(),
  /** The logical column, from 1; null for rows that are no data. */
  column: z.number().int().positive().nullable(),
  header: z.string().nullable(),
  role: Role.nullable(),
  /** One merged cell of the print that stands in several rows. */
  merged: z.boolean(),
  at: Place,
  text: z.string(),
})
export type TracedPiece = z.infer<typeof TracedPiece>

/** How the table that a part of the row stands in was joined to the one above. */
export const TracedJoin = z.object({
  table: z.string(),
  ...PhysicalTable.shape.continues.unwrap().omit({ table: true }).shape,
  after: z.string(),
})
export type TracedJoin = z.infer<typeof TracedJoin>

/** What one stage made of the cell. */
export const TraceStep = z.object({
  stage: z.string(),
  /** Of the stages that read texts. */
  texts: z.array(TracedText),
  /** Of the tables stage. */
  pieces: z.array(TracedPiece),
  joins: z.array(TracedJoin),
  /** The field as the stage left it, from the criteria stage on. */
  value: z.json(),
  confidence: Confidence.nullable(),
  /** Why the confidence is less than that of the text; the least factor decides. */
  weights: z.array(z.object({ reason: z.string(), factor: Confidence })),
  /** What was raised here that touches the cell. */
  issues: z.array(Issue),
})
export type TraceStep = z.infer<typeof TraceStep>

/** One cell on its way through all stages. */
export const Trace = z.object({
  plan: z.string(),
  /** 'pl1/1.2.3/deadline', with '/2' behind it for the second action; null for a text that is no cell of a criterion. */
  cell: z.string().nullable(),
  steps: z.array(TraceStep),
})
export type Trace = z.infer<typeof Trace>
