import { z } from 'zod'

const Confidence = z.number().min(0).max(1)

/** One change that the repair stage made: what stood there, what it became, how, and what else it could have been. */
export const Repair = z.object({
  from: z.string(),
  to: z.string(),
  method: z.enum(['form', 'encoding', 'diacritics', 'ocr', 'unweave']),
  confidence: Confidence,
  alternatives: z.array(z.object({ text: z.string(), confidence: Confidence })),
})
export type Repair = z.infer<typeof Repair>

/** Beside a text that was repaired: how it stood in the source, and the changes in order. */
export const Repaired = z.object({ raw: z.string(), repairs: z.array(Repair) })
export type Repaired = z.infer<typeof Repaired>
