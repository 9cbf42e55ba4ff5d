import { z } from 'zod'
import { Place } from './place.js'
import { Repaired } from './repair.js'
import { Route } from './source.js'

/** One recognised word with its box; formats without geometry have none. */
export const Word = z.object({
  text: z.string(),
  at: Place,
  confidence: z.number().min(0).max(1),
})
export type Word = z.infer<typeof Word>

/**
 * How sure recognition is of each word of a text (what stands between white space, over all its lines), 0–1. Absent
 * where the text is exact, or where nothing is known of its words.
 */
const WordConfidences = z.array(z.number().min(0).max(1)).optional()

/**
 * One line of a cell as the source gives it. `start` says what began it: a paragraph, a list item, or a mere line
 * break, which may be no more than the wrapping of a narrow column.
 */
export const CellLine = z.object({
  text: z.string(),
  start: z.enum(['paragraph', 'item', 'break']),
  confidences: WordConfidences,
  /** Present where the repair stage changed `text`. */
  repaired: Repaired.optional(),
})
export type CellLine = z.infer<typeof CellLine>

/** A cell of a table: its lines in reading order (none when blank), its spans, and where it stands. */
export const Cell = z.object({
  lines: z.array(CellLine),
  rowSpan: z.number().int().positive(),
  colSpan: z.number().int().positive(),
  /** Set in bold or marked as a header by the format. */
  strong: z.boolean(),
  at: Place,
  /**
   * 1 where the text is exact; of the least sure word where it was recognised, and once the light pass has read it, how
   * probably all of it is right.
   */
  confidence: z.number().min(0).max(1),
})
export type Cell = z.infer<typeof Cell>

export const Row = z.object({ at: Place, cells: z.array(Cell) })
export type Row = z.infer<typeof Row>

/** A heading that the format marks as one (`level` 1–6). */
export const HeadingBlock = z.object({
  kind: z.literal('heading'),
  level: z.number().int().min(1).max(6),
  text: z.string(),
  confidences: WordConfidences,
  repaired: Repaired.optional(),
  at: Place,
})
export type HeadingBlock = z.infer<typeof HeadingBlock>

/**
 * A paragraph. Line breaks that the format keeps stand as `\n` in `text`. `strong` is 'all', 'start' (a run-in
 * heading: `strongLength` characters of `text`) or 'none'. `footnote` is the label of the footnote the paragraph holds.
 */
export const ParagraphBlock = z.object({
  kind: z.literal('paragraph'),
  text: z.string(),
  confidences: WordConfidences,
  repaired: Repaired.optional(),
  strong: z.enum(['all', 'start', 'none']),
  strongLength: z.number().int().nonnegative(),
  footnote: z.string().nullable(),
  at: Place,
})
export type ParagraphBlock = z.infer<typeof ParagraphBlock>

/** A list; every item keeps the marker that is printed ('-', 'a)', '1.'). */
export const ListBlock = z.object({
  kind: z.literal('list'),
  items: z.array(
    z.object({
      marker: z.string(),
      text: z.string(),
      confidences: WordConfidences,
      repaired: Repaired.optional(),
      at: Place,
    }),
  ),
  at: Place,
})
export type ListBlock = z.infer<typeof ListBlock>

/** One physical table: what stood together on one page, rows top to bottom. */
export const TableBlock = z.object({
  kind: z.literal('table'),
  rows: z.array(Row),
  /** How many leading rows the format marks as header; null where it cannot say. */
  headerRows: z.number().int().nonnegative().nullable(),
  at: Place,
})
export type TableBlock = z.infer<typeof TableBlock>

/** A picture, a chart, a stamp: something that is no text; `text` is what could be read in it. */
export const FigureBlock = z.object({
  kind: z.literal('figure'),
  text: z.string(),
  at: Place,
})
export type FigureBlock = z.infer<typeof FigureBlock>

export const Block = z.discriminatedUnion('kind', [
  HeadingBlock,
  ParagraphBlock,
  ListBlock,
  TableBlock,
  FigureBlock,
])
export type Block = z.infer<typeof Block>

/**
 * How far a page's text can be trusted: 'printed' stands so in the source, 'recognised' was read from a picture,
 * 'misrecognised' was read by an engine for another language, and its letters and columns are lost.
 */
export const TextQuality = z.enum(['printed', 'recognised', 'misrecognised'])
export type TextQuality = z.infer<typeof TextQuality>

/** A page of the source, or the whole source where it has no pages (`number` is null then). */
export const Page = z.object({
  number: z.number().int().positive().nullable(),
  /** Why this page was read the way it was; null where there was no choice. */
  routeReason: z.string().nullable(),
  textQuality: TextQuality.default('printed'),
  blocks: z.array(Block),
})
export type Page = z.infer<typeof Page>

/** What was read from a source, before any interpretation. Survives JSON.parse(JSON.stringify(document)). */
export const Document = z.object({
  mediaType: z.string(),
  route: Route,
  /** The encoding that the text was converted from, when it was not UTF-8. */
  convertedFrom: z.string().nullable(),
  /** What recognised the pages that are pictures; absent or null where nothing was recognised. */
  ocrEngine: z.string().nullish(),
  pages: z.array(Page),
})
export type Document = z.infer<typeof Document>
