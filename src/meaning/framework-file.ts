import { z } from 'zod'
import { IndexName } from '../../schemas/plan.js'

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** One entry of an official list. `parts` are pieces of it that plans print as rows of their own. */
export const FrameworkEntry = z.strictObject({
  code: z.string().regex(/^\d+(?:\.\d+)*$/),
  name: z.string().min(1),
  max: z.number().nullable(),
  survey: z.boolean(),
  aliases: z.array(z.string()).optional(),
  parts: z.array(z.string()).optional(),
  /** Where a list is put together from plans: which of them shows this entry. */
  proof: z.string().optional(),
})
export type FrameworkEntry = z.infer<typeof FrameworkEntry>

/** An official list as one decision laid it down. Plans dated from `from` and before `until` follow it. */
export const Framework = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  index: IndexName,
  decision: z.string().nullable(),
  issuedOn: IsoDate.nullable(),
  from: IsoDate,
  until: IsoDate.nullable(),
  scale: z.number(),
  /** Put together from what plans show: an entry may be missing. */
  partial: z.boolean(),
  sources: z.array(z.string()),
  criteria: z.array(FrameworkEntry),
})
export type Framework = z.infer<typeof Framework>

export const FrameworkFile = z.strictObject({
  sources: z.record(z.string(), z.string()),
  frameworks: z.array(Framework),
})
