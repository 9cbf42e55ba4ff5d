import type { Role } from '../../../schemas/table.js'
import { special } from '../../language/model/language-model.js'
import type { WovenColumn } from '../header/header-columns.js'
import type { WovenLine, WovenToken } from '../lines.js'
import { mayBeginRow, type Opening, openingsOf } from '../openings.js'
import { type ColumnPiece, widthOfTokens } from './column-statistics.js'

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

/** A way to cut all lines up to one: what is running in each column, and the pieces of its last line. */
export interface Way {
  cost: number
  running: readonly Running[]
  /** The last column of the current row that has text. */
  last: number
  /** The current row shares agencies and time with the row above. */
  shared: boolean
  pieces: Piece[]
  before: Way | null
}

/** A way that may be followed, put together only if it is among the cheapest. */
export interface NextWay {
  cost: number
  make(): Way
}

/** A line as it is cut. */
export interface LineToCut {
  index: number
  tokens: readonly WovenToken[]
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

/** A table before its first line. */
export function firstWay(columns: number): Way {
  const nothing: Running = {
    ...{ word: special.start, width: 0, gap: 0, ended: true, open: false, bracket: false, inRow: false },
  }
  const running = Array.from({ length: columns }, () => nothing)
  return { cost: 0, running, last: -1, shared: false, pieces: [], before: null }
}

export function lineToCut(
  lines: readonly WovenLine[],
  line: WovenLine,
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

export function after(
  running: readonly Running[],
  tokens: readonly WovenToken[],
  pieces: readonly Piece[],
  newRow: boolean,
  columns: readonly WovenColumn[],
): Running[] {
  const next = running.map((own) => ({ ...own, gap: own.gap + 1, inRow: newRow ? false : own.inRow }))
  for (const { column, text, end, fresh } of pieces) {
    const last = tokens[end - 1] as WovenToken
    const open = (agencyRoles.includes(columns[column]?.role ?? 'other') ? separated : /,$/u).test(last.text)
    next[column] = {
      word: last.last,
      width: widthOfTokens(tokens.slice(text, end)),
      gap: 0,
      ended: !open && /[.;]$/u.test(last.text),
      open,
      bracket: bracketAfter(tokens.slice(text, end), !fresh && running[column]?.bracket === true),
      inRow: true,
    }
  }
  return next
}

function bracketAfter(tokens: readonly WovenToken[], before: boolean): boolean {
  let open = before
  for (const { text } of tokens) {
    const last = Math.max(text.lastIndexOf('('), text.lastIndexOf(')'))
    if (last >= 0) open = text[last] === '('
  }
  return open
}

/** The cheapest ways, cheapest first; of those that will go on alike only the first. */
export function distinct(ways: readonly NextWay[], most: number): Way[] {
  const seen = new Set<string>()
  const kept: Way[] = []
  for (const { make } of ways.toSorted((a, b) => a.cost - b.cost)) {
    const way = make()
    const key =
      (way.shared ? 's ' : '') +
      way.running.map(({ word, gap, inRow }) => `${word}:${Math.min(gap, 1)}${inRow}`).join(' ')
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(way)
    if (kept.length === most) break
  }
  return kept
}

export function columnPieces(
  lines: readonly WovenLine[],
  pieces: readonly (readonly Piece[])[],
): ColumnPiece[] {
  return pieces.flatMap((own, line) =>
    own.map(({ column, text, end, fresh, margin }) => ({
      column,
      margin,
      tokens: lines[line]?.tokens.slice(text, end) ?? [],
      goesOn: !fresh,
    })),
  )
}
