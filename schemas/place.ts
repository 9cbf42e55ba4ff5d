import { z } from 'zod'

/**
 * Where something stands in the source. `page` and `line` count from 1; `bbox` is [left, top, right, bottom]
 * in points, origin at the page's top left. What a format does not know is null. `source` counts from 0 in the plan's
 * `sources` and is left out for the main document, so that a plan of one file has none.
 */
export const Place = z
  .object({
    page: z.number().int().positive().nullable(),
    line: z.number().int().positive().nullable(),
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    source: z.number().int().positive().optional(),
  })
  .meta({ id: 'Place' })
export type Place = z.infer<typeof Place>
