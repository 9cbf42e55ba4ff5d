import { z } from 'zod'

const Year = z.number().int()

/** A body that plans name. `level` is null for bodies of any level; years are null where no source proves them. */
export const AgencyEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: z.string().min(1),
  level: z.enum(['central', 'province', 'district', 'commune']).nullable(),
  aliases: z.array(z.string().min(1)),
  from: Year.nullable(),
  until: Year.nullable(),
  source: z.string().nullable(),
})
export type AgencyEntry = z.infer<typeof AgencyEntry>

/** The reference file. `abbreviations` are written out wherever they stand in a name. */
export const AgencyFile = z.strictObject({
  sources: z.record(z.string(), z.string()),
  abbreviations: z.record(z.string(), z.string()),
  agencies: z.array(AgencyEntry),
})
export type AgencyFile = z.infer<typeof AgencyFile>
