import { z } from 'zod'
import { Role } from './table.js'

/** Fields of a plan's header; those of the signatory by their full names. */
export const headerFields = [
  'issuer',
  'issuerPrinted',
  'level',
  'province',
  'unit',
  'number',
  'documentType',
  'place',
  'issuedOn',
  'title',
  'planYears',
  'signatory',
  'signatory.name',
  'signatory.position',
  'signatory.authority',
  'recipients',
] as const
export const HeaderField = z.enum(headerFields).meta({ id: 'HeaderField' })
export type HeaderField = z.infer<typeof HeaderField>

/** The cell that an issue is about: of an appendix, of one of its criteria, of one of its actions, or of the header. */
export const Subject = z
  .object({
    appendix: z.string().nullable(),
    criterion: z.string().nullable(),
    /** Counts from 0; null for the criterion's own cells. */
    action: z.number().int().nonnegative().nullable(),
    field: z.union([Role, HeaderField]).nullable(),
  })
  .meta({ id: 'Subject' })
export type Subject = z.infer<typeof Subject>
