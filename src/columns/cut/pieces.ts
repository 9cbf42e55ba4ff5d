import type { Role } from '../../../schemas/table.js'
import type { InterleavedLine, LineToken } from '../lines.js'
import { mayBeginRow, type Opening, openingsOf } from '../openings.js'

/** A piece of a line that belongs to one column: its tokens from `text` up to `end`. */
export interface Piece {
  line: number
  column: number
  text: number
  end: number
  /** It begins something: it does not go on from the text above it in its column. */
  fresh: boolean
  /** It begins a row whose label is lost: a name that follows the last cells of another row. */
  opensRow: boolean
  /** Its row shares agencies and time with the row above. */
  shared: boolean
  /** How much likelier this is than the next best way to cut its line, as a probability. */
  margin: number
}

/** What is known of the lines of a table before they are cut. */
export interface RowMarks {
  /** Lines that begin a row. */
  starts: ReadonlySet<number>
  /** Lines that begin with a label. */
  labels: ReadonlySet<number>
  /** Lines that begin a further row of the same name. */
  further: ReadonlySet<number>
  /** Lines that begin an item of a list inside of a name. */
  items: ReadonlySet<number>
  /** Rows may begin between the starts: labels stand in the middle of their rows. */
  centred: boolean
}

/** What is known of a column at a line. */
export interface Running {
  /** The last word of its running text; `special.start` where it has none. */
  word: number
  /** Width of its last piece. */
  width: number
  /** Lines since its last piece. */
  gap: number
  /** Its text has come to an end of a sentence. */
  ended: boolean
  /** Its text ends with a comma: it certainly goes on. */
  open: boolean
  /** A bracket is open in it. */
  bracket: boolean
  /** It has text in this row. */
  inRow: boolean
}

/** What is known of the row that a line belongs to. */
export interface RunningRow {
  /** Its last column that has text. */
  last: number
  /** It shares agencies and time with the row above. */
  shared: boolean
}

/** A line as it is cut. */
export interface LineToCut {
  index: number
  tokens: readonly LineToken[]
  /** What a cell that begins with each token may be. */
  openings: readonly Opening[]
  newRow: boolean
  labelled: boolean
  /** It begins a further row of the same name. */
  further: boolean
  /** It begins an item of a list inside of a name. */
  item: boolean
  /** Though nothing marks it, it may begin a further row of the same name. */
  mayBegin: boolean
  /** Blank lines stand before it: cells may stand one after another instead of side by side. */
  apart: boolean
  /** The next line begins another row: this one may be a heading over the whole width. */
  alone: boolean
}

export const agencyRoles: readonly Role[] = ['lead', 'coordinating', 'implementing']
export const separated = /[,;:(]$/u

export function lineToCut(
  lines: readonly InterleavedLine[],
  line: InterleavedLine,
  index: number,
  marks: RowMarks,
): LineToCut {
  const { tokens, gap } = line
  const newRow = marks.starts.has(index)
  return {
    index,
    tokens,
    openings: openingsOf(tokens),
    newRow,
    labelled: marks.labels.has(index),
    further: newRow && marks.further.has(index),
    item: marks.items.has(index),
    mayBegin: !newRow && mayBeginRow(line),
    apart: gap > 0 && !newRow && tokens.every(({ bar }) => !bar),
    alone: index + 1 === lines.length || marks.starts.has(index + 1) || (lines[index + 1]?.gap ?? 0) > 0,
  }
}
