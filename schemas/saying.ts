import { z } from 'zod'

/**
 * Something that is said to a user, before any language: the key of a sentence and the facts that it states. A fact may
 * be a saying itself, as the reason is in 'a.json cannot be written: the disk is full'.
 */
export const Saying = z.object({
  key: z.string(),
  get facts() {
    return z.record(z.string(), z.union([z.string(), z.number(), Saying, z.array(Saying)]))
  },
})
export type Saying = z.infer<typeof Saying>

export type Fact = Saying['facts'][string]
