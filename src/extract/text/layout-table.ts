import type { Row, TableBlock } from '../../../schemas/document.js'
import { isCode } from '../../language/codes.js'
import { isCodeHeader } from '../../language/header-terms.js'
import { isPageNumber } from '../../language/page-numbers.js'
import { cell, place, row, table } from '../blocks.js'
import type { SourceLine } from './source-line.js'
import type { LineRun } from './tab-table.js'
import { readWrappedCell } from './wrapped-cell.js'

/** A table whose columns are kept by blanks, as `pdftotext -layout` and old printers write it. */
export interface LayoutRun extends LineRun {
  columns: Interval[]
  /** What a row begins with: the line behind a blank one, or the line with its ordinal. */
  rowsBegin: 'behind-blank' | 'at-ordinal'
}

/** Character columns of a line: from `start` up to, not with, `end`. */
interface Interval {
  start: number
  end: number
}

interface Chunk extends Interval {
  text: string
}

/**
 * The table of one page, or null. It begins at a line of three or more chunks with the ordinal's header ("STT", "TT")
 * first; where `before` (the columns of the page above) is given, it may go on without a header at the page's top.
 * Rows must be parted by blank lines, or every ordinal must stand beside the beginning of its row's texts: an ordinal in
 * the middle of its row tells not where the row begins, and nothing is read rather than something wrong.
 */
export function findLayoutRun(lines: SourceLine[], before: Interval[] | null): LayoutRun | null {
  const header = headerBlock(lines)
  const first = header?.first ?? (before === null ? -1 : firstTableLine(lines))
  if (first < 0) return null
  const last = lastTableLine(lines, first)
  const own = lines.slice(first, last + 1)
  const expected = header?.columns ?? before?.length ?? 0
  const rows = own.filter((line) => chunksOf(line.text).length >= 3)
  if (rows.length < (header === null ? 1 : 3)) return null
  const columns = columnsOf(rows, expected)
  if (columns.length !== expected) return null
  const rowsBegin = hasSpacedRows(own, columns) ? 'behind-blank' : 'at-ordinal'
  if (rowsBegin === 'at-ordinal' && !isTopAligned(own, columns)) return null
  return { first: own[0]?.number ?? 0, last: own.at(-1)?.number ?? 0, lines: own, columns, rowsBegin }
}

/** The header's lines (those next to the ordinal's line, up to a blank one or the first row) and the columns they show. */
function headerBlock(lines: SourceLine[]): { first: number; columns: number } | null {
  const at = lines.findIndex((line) => isHeaderLine(line.text))
  if (at < 0) return null
  const filled = (index: number): boolean => (lines[index]?.text.trim() ?? '') !== ''
  let first = at
  while (first > 0 && filled(first - 1) && !isPageNumber(lines[first - 1]?.text ?? '')) first--
  let end = at + 1
  while (filled(end) && !isCode(chunksOf(lines[end]?.text ?? '')[0]?.text ?? '')) end++
  return { first, columns: inkOf(lines.slice(first, end)).length }
}

/** An ordinal stands below a blank line in (nearly) every row. */
function hasSpacedRows(lines: SourceLine[], columns: Interval[]): boolean {
  const coded = lines.flatMap((line, index) => (hasCode(line, columns) ? [index] : []))
  const spaced = coded.filter((index) => index === 0 || lines[index - 1]?.text.trim() === '')
  return spaced.length >= coded.length * 0.9
}

const leastOrdinals = 3
/** Characters of a column that holds nothing but ordinals: 'TCTP 1.3.10.' */
const widestOrdinals = 12

/** Beside every ordinal the texts begin, with a capital or an item's mark: rows are set from the top of their cells. */
function isTopAligned(lines: SourceLine[], columns: Interval[]): boolean {
  const [first] = columns
  if (first === undefined || first.end - first.start > widestOrdinals) return false
  const coded = lines.filter((line) => isOrdinalLine(line, columns))
  const begins = coded.filter((line) => {
    const [, ...texts] = cutAtColumns(line.text, columns).map((text) => text.trim())
    const filled = texts.filter((text) => text !== '')
    return filled.length > 0 && filled.every((text) => /^["“(]?(?:[\p{Lu}\d]|[-–+•]\s*\S)/u.test(text))
  })
  return coded.length >= leastOrdinals && begins.length === coded.length
}

function isOrdinalLine(line: SourceLine, columns: Interval[]): boolean {
  return hasCode(line, columns) && isCode(chunksOf(line.text)[0]?.text ?? '')
}

function isHeaderLine(text: string): boolean {
  const chunks = chunksOf(text)
  return chunks.length >= 3 && isCodeHeader(chunks[0]?.text ?? '')
}

/** Texts between two or more blanks. */
function chunksOf(text: string): Chunk[] {
  return [...text.matchAll(/\S+(?: \S+)*/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** A page that goes on with the table above begins with a row, at most a page number stands before it. */
function firstTableLine(lines: SourceLine[]): number {
  const first = lines.findIndex((line) => line.text.trim() !== '' && !isPageNumber(line.text))
  return first >= 0 && (isRowLine(lines[first]) || chunksOf(lines[first]?.text ?? '').length === 2)
    ? first
    : -1
}

/** The last line of a row, with the wrapped lines directly below it. */
function lastTableLine(lines: SourceLine[], first: number): number {
  let last = lines.findLastIndex((line, index) => index >= first && isRowLine(line))
  while (last >= 0 && last + 1 < lines.length && lines[last + 1]?.text.trim() !== '') last++
  return last
}

function isRowLine(line: SourceLine | undefined): boolean {
  const chunks = chunksOf(line?.text ?? '')
  return chunks.length >= 3 || (chunks.length === 2 && isCode(chunks[0]?.text ?? ''))
}

/**
 * Columns are what lies between the gutters: characters blank in every row line. A gutter may be chance (one blank
 * above the other), so the narrowest are dropped until `expected` columns are left.
 */
function columnsOf(lines: SourceLine[], expected: number): Interval[] {
  const columns = inkOf(lines)
  while (columns.length > expected) mergeNearest(columns)
  return columns
}

/** Stretches of characters that are not blank in every line. */
function inkOf(lines: SourceLine[]): Interval[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0)
  const ink: Interval[] = []
  for (let at = 0; at < width; at++) {
    if (lines.every((line) => (line.text[at] ?? ' ') === ' ')) continue
    const open = ink.at(-1)
    if (open !== undefined && open.end === at) open.end = at + 1
    else ink.push({ start: at, end: at + 1 })
  }
  // One blank is the space between two words of a line above another, not a gutter.
  return ink.reduce<Interval[]>((kept, next) => {
    const left = kept.at(-1)
    if (left !== undefined && next.start - left.end < 2) left.end = next.end
    else kept.push(next)
    return kept
  }, [])
}

function mergeNearest(columns: Interval[]): void {
  let nearest = 1
  const gap = (index: number): number => (columns[index]?.start ?? 0) - (columns[index - 1]?.end ?? 0)
  for (let index = 2; index < columns.length; index++) if (gap(index) < gap(nearest)) nearest = index
  const [right] = columns.splice(nearest, 1)
  const left = columns[nearest - 1]
  if (left !== undefined && right !== undefined) left.end = right.end
}

/** The run's lines → a table of one cell per column; a section's title may run on over the columns right of it. */
export function readLayoutTable(run: LayoutRun, page: number | null): TableBlock {
  return table(rowsOf(run).map((lines) => readRow(lines, run.columns, page)))
}

/** Lines of one row each. */
function rowsOf(run: LayoutRun): SourceLine[][] {
  const rows: SourceLine[][] = []
  run.lines.forEach((line, index) => {
    if (line.text.trim() === '') return
    if (
      index === 0 ||
      beginsRow(line, run.lines[index - 1], run) ||
      (rows.length > 1 && isFurtherRow(line, run))
    )
      rows.push([line])
    else rows.at(-1)?.push(line)
  })
  return rows
}

const numbering = /^(?:\s*\(?\d{1,2}\)?(?=\s|$)){3,}\s*$/u

function beginsRow(line: SourceLine, above: SourceLine | undefined, run: LayoutRun): boolean {
  if (run.rowsBegin === 'behind-blank') return above?.text.trim() === ''
  return isOrdinalLine(line, run.columns) || numbering.test(line.text)
}

/** A line without an ordinal in which three texts begin anew is a further row of the number above, no wrapping. */
function isFurtherRow(line: SourceLine, run: LayoutRun): boolean {
  const texts = cutAtColumns(line.text, run.columns)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  return run.rowsBegin === 'at-ordinal' && texts.length >= 3 && texts.every((text) => /^\p{Lu}/u.test(text))
}

function hasCode(line: SourceLine, columns: Interval[]): boolean {
  const first = chunksOf(line.text)[0]
  return (
    first !== undefined && first.start < (columns[1]?.start ?? 0) && first.end <= (columns[1]?.start ?? 0)
  )
}

function readRow(lines: SourceLine[], columns: Interval[], page: number | null): Row {
  const at = place(page, lines[0]?.number ?? null)
  const texts = columns.map(() => [] as string[])
  for (const line of lines)
    for (const [index, text] of cutAtColumns(line.text, columns).entries()) texts[index]?.push(text)
  return row(
    texts.map((source) => {
      const read = readWrappedCell(source.filter((text) => text.trim() !== ''))
      return cell(read.lines, at, { strong: read.strong })
    }),
    at,
  )
}

/** Cuts a line at the starts of the columns; a word over a cut keeps its chunk in the column where that begins. */
function cutAtColumns(text: string, columns: Interval[]): string[] {
  const parts = columns.map(() => '')
  const cuts = columns.slice(1).map((column) => column.start)
  let from = 0
  let index = 0
  for (const [at, cut] of cuts.entries()) {
    const free = (text[cut - 1] ?? ' ') === ' '
    if (!free) continue
    parts[index] = text.slice(from, cut)
    from = cut
    index = at + 1
  }
  parts[index] = text.slice(from)
  return parts
}
