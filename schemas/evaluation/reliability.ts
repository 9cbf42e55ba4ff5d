import { z } from 'zod'

/** Cells whose confidence lay in `from` ≤ confidence < `to` (the last bin includes `to`), and how many of them were right. */
export const ReliabilityBin = z
  .object({
    from: z.number().min(0).max(1),
    to: z.number().min(0).max(1),
    cells: z.number().int().min(0),
    right: z.number().int().min(0),
  })
  .refine(({ from, to }) => from < to, { error: 'from must be below to' })
  .refine(({ cells, right }) => right <= cells, { error: 'right must not be above cells' })
export type ReliabilityBin = z.infer<typeof ReliabilityBin>

/** How far a stated confidence could be trusted, measured on documents whose truth is known. */
export const Reliability = z.object({
  /** What it was measured on, for a reader, in both languages of the report. */
  source: z.union([z.string().min(1), z.object({ vi: z.string().min(1), en: z.string().min(1) })]),
  bins: z.array(ReliabilityBin),
})
export type Reliability = z.infer<typeof Reliability>
