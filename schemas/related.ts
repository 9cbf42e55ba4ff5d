import { z } from 'zod'
import { PlanFileName } from './plan-key.js'
import { Role } from './table.js'

const Count = z.number().int().nonnegative()

/** What two documents have in common by which they were recognised. */
export const Bond = z.enum(['number', 'date', 'issuer', 'years', 'folder', 'content'])
export type Bond = z.infer<typeof Bond>

/** A plan whose appendices stand in files of their own. */
export const JoinedPlan = z.object({
  /** The input with the plan's text, and the file of the plan that was put together. */
  file: z.string(),
  plan: PlanFileName,
  appendices: z.array(
    z.object({
      file: z.string(),
      /** Ids in the joined plan: 'pl2'. */
      appendices: z.array(z.string()),
      bonds: z.array(Bond),
    }),
  ),
})
export type JoinedPlan = z.infer<typeof JoinedPlan>

/** A value that two readings of one document do not agree on; a side that has none is null. */
export const Disagreement = z.object({
  /** Criterion id of the kept plan, or of its twin where the kept plan has none. */
  criterion: z.string(),
  /** Ordinal of the action, from 1; null for what belongs to the criterion itself. */
  action: z.number().int().positive().nullable(),
  /** 'row' where one side lacks the whole criterion. */
  role: z.union([Role, z.literal('row')]),
  kept: z.string().nullable(),
  twin: z.string().nullable(),
})
export type Disagreement = z.infer<typeof Disagreement>

/** One document in two files, of which one plan is kept. */
export const Twin = z.object({
  file: z.string(),
  /** The input whose plan is kept. */
  keptFile: z.string(),
  plan: PlanFileName,
  bonds: z.array(Bond),
  /** How much of their wording they share, 0–1 (an estimate). */
  likeness: z.number().min(0).max(1),
  /** Cells that both readings were asked for, and on how many they disagree. */
  cells: Count,
  disagreements: Count,
  /** The first of them in the order of the kept plan. */
  listed: z.array(Disagreement),
})
export type Twin = z.infer<typeof Twin>

/** Where two readings of one document disagree. */
export const TwinCells = Twin.pick({ cells: true, disagreements: true, listed: true })
export type TwinCells = z.infer<typeof TwinCells>

/** Whether two documents say the same of something: `open` where one of them does not say it, or not wholly. */
export const Agreement = z.enum(['same', 'open', 'different'])
export type Agreement = z.infer<typeof Agreement>

/** What a document is known by. */
export const Signed = z.object({
  number: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
})
export type Signed = z.infer<typeof Signed>

const Years = z.array(z.number().int())

/** Why inputs were left apart: the case, and the facts of its sentence. */
export const DoubtDetails = z.discriminatedUnion('reason', [
  z.object({ reason: z.enum(['captions-differ', 'no-number-in-caption', 'rivals']) }),
  z.object({ reason: z.literal('several-plans'), number: z.string() }),
  /** The plan has an appendix of that label itself. */
  z.object({ reason: z.literal('appendix-there'), appendix: z.string() }),
  z.object({ reason: z.literal('other-years'), years: Years, planYears: Years }),
  z.object({ reason: z.literal('plan-missing'), number: z.string(), date: z.string().nullable() }),
  /** What the caption names, and the plans that come near it. */
  z.object({
    reason: z.literal('other-plans'),
    caption: Signed,
    plans: z.array(Signed.extend({ file: z.string() })),
  }),
  /** Two that may be twins share so many per cent of their wording. */
  z.object({ reason: z.literal('alike'), share: Count, number: Agreement, date: Agreement }),
])
export type DoubtDetails = z.infer<typeof DoubtDetails>

/** Inputs that may belong together but were left apart. */
export const Doubt = z.object({
  kind: z.enum(['appendix', 'twin']),
  files: z.array(z.string()),
  /** The English sentence of `details`. */
  reason: z.string(),
  /** What would decide it, in English. */
  needed: z.string(),
  details: DoubtDetails,
})
export type Doubt = z.infer<typeof Doubt>

/** A doubt as it is raised, before any language. */
export type RaisedDoubt = Pick<Doubt, 'kind' | 'files' | 'details'>

/** What of a plan tells whether another document belongs to it: kept for each document of a batch instead of its plan. */
export const Kin = z.object({
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  title: z.string().nullable(),
  planYears: z.array(z.number().int()),
  /** The file holds appendices and no text of a plan. */
  appendixOnly: z.boolean(),
  appendices: z.array(
    z.object({
      label: z.string().nullable(),
      title: z.string().nullable(),
      indices: z.array(z.string()),
      attachedTo: z.object({ number: z.string().nullable(), date: z.string().nullable() }).nullable(),
    }),
  ),
  mediaType: z.string(),
  route: z.string(),
  confidence: z.number(),
  /** The least hashes of its pairs of words: two such lists tell how much wording two documents share. */
  sketch: z.array(z.number().int()),
})
export type Kin = z.infer<typeof Kin>
