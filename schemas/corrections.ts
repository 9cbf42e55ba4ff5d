import { z } from 'zod'
import { Role } from './table.js'

/** What a reader may correct of a criterion or an action; `action` is null for the criterion's own cells. */
export const CorrectableField = Role.exclude(['other'])
export type CorrectableField = z.infer<typeof CorrectableField>

/** Which cell of a plan: it is found again by the document's checksum, the criterion and the old value. */
export const CellKey = z.object({
  criterion: z.string(),
  action: z.number().int().nonnegative().nullable(),
  field: CorrectableField,
})
export type CellKey = z.infer<typeof CellKey>

/** One correction. `old` is the value as phuluc read it, null for a blank cell; lists have one line an entry. */
export const Correction = CellKey.extend({
  old: z.string().nullable(),
  new: z.string().nullable(),
  when: z.iso.datetime(),
})
export type Correction = z.infer<typeof Correction>

/** `<plan key>.corrections.json`, beside the plan. An import of the same document again leaves it alone. */
export const CorrectionFile = z.object({
  schemaVersion: z.literal('1.0'),
  plan: z.string(),
  sha256: z.string(),
  corrections: z.array(Correction),
})
export type CorrectionFile = z.infer<typeof CorrectionFile>
