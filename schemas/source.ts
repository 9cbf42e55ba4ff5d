import { z } from 'zod'
import { Place } from './place.js'

/** What reached us from outside, before anything was read: a name and bytes. */
export interface SourceFile {
  /** Path relative to the one that was given, with `/` between its parts. */
  file: string
  bytes: Uint8Array
  /** Lower-case hex. */
  sha256: string
}

/** The way by which a document's text was obtained. */
export const Route = z.enum([
  'pdf-text',
  'pdf-ocr',
  'pdf-mixed',
  'image',
  'docx',
  'xlsx',
  'markdown',
  'html',
  'text',
  'ocr-text',
])
export type Route = z.infer<typeof Route>

/** How the source is named in a plan and in an import report. */
export const SourceRecord = z.object({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  route: Route,
  convertedFrom: z.string().nullable(),
  /** Name, version and model of what recognised the pages that are pictures; null where none was. */
  ocrEngine: z.string().nullable().default(null),
  pages: z.number().int().nonnegative().nullable(),
  /**
   * Which of the file's plans this is, and where its first and last block begin; left out where the file holds one
   * document, which is the plan.
   */
  part: z
    .object({ ordinal: z.number().int().positive(), of: z.number().int().positive(), from: Place, to: Place })
    .optional(),
  generator: z.object({ name: z.literal('phuluc'), version: z.string() }),
})
export type SourceRecord = z.infer<typeof SourceRecord>
