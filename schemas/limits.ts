import { z } from 'zod'

const bound = (least: number) => z.number().int().min(least)

/**
 * What one document may be at most. The defaults lie far above any plan and far below what a machine cannot bear; a
 * document beyond one of them is refused as `too-large`, with the bound's name.
 */
export const Limits = z.object({
  /** Bytes of the parts of an Office file, unpacked. */
  unpackedBytes: bound(1).default(100_000_000),
  /** Elements of the parts of an Office file: a plan of 25 pages has some 20,000. */
  elements: bound(1).default(1_000_000),
  /** Bytes of one stream of a PDF, unpacked; a page's drawing has some 50,000. Pictures and typefaces apart. */
  streamBytes: bound(1).default(10_000_000),
  /** Entries of an Office file. */
  parts: bound(1).default(20_000),
  /** Pages of a PDF or of a picture file, of those that were asked for. */
  pages: bound(1).default(2_000),
  /** Pixels of a picture's page: 16,383 × 16,383 is A3 at 900 dpi and more. */
  pixels: bound(1).default(0x3fff ** 2),
  /** Characters of a text file, or of all texts that were read from any other. */
  characters: bound(1).default(3_000_000),
  /** Characters of a line of a text or Markdown file. */
  lineCharacters: bound(1).default(200_000),
  /** Characters of one paragraph or cell. */
  textCharacters: bound(1).default(30_000),
  /** Cells of all tables. */
  cells: bound(1).default(500_000),
  /** Milliseconds that one question to a recognition engine may take. */
  recognition: bound(1).default(120_000),
})
export type Limits = z.infer<typeof Limits>

export const defaultLimits: Limits = Limits.parse({})
