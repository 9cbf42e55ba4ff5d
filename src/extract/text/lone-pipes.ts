import { beginsAttachment, beginsLabel } from '../../language/captions.js'
import { beginsWithCode, isCode } from '../../language/codes.js'
import { readCountedRows } from './counted-pipes.js'
import { findFramedRuns } from './framed-pipes.js'
import { isDelimiter, type PipeRun, toTable } from './pipe-row.js'
import { isBlankLine, isLonePipe, type LoneTable, type PipeRow, type SourceLine } from './source-line.js'

/**
 * Tables whose cells stand on lines of their own with a lone `|` between them, as HTML-to-text converters write them.
 * Three ways to mark the end of a row are known: a pipe before the first and behind the last cell (two pipes meet
 * between rows); two blanks behind the last cell and a line of two blanks (html2text); nothing but the number of
 * columns, told by the `---|---` line under the header.
 */
export function findLonePipeRuns(lines: SourceLine[]): PipeRun[] {
  if (lines.filter(isLonePipe).length < 2) return []
  const framing = framingOf(lines)
  if (framing === 'meeting') return findFramedRuns(lines)
  const tables = framing === null ? readSpaced(lines) : readFramed(lines, framing)
  const found = tables.length > 0 ? tables : readCountedRows(lines)
  return found.map(({ rows, used }) => ({ lines: used, read: (page) => toTable(rows, page) }))
}

/** How framed rows are told apart: their pipes meet, or a blank line stands between them. */
type Framing = 'meeting' | 'spaced'

/** Null where rows have no pipes around them. */
function framingOf(lines: SourceLine[]): Framing | null {
  let meetings = 0
  let apart = 0
  for (const [index, line] of lines.entries()) {
    if (!isLonePipe(line)) continue
    if (isLonePipe(lines[index + 1])) meetings++
    else if (isBlankLine(lines[index + 1]) && !isLonePipe(lines[index + 2])) apart++
  }
  if (meetings > apart) return 'meeting'
  return apart === 0 && lines.filter(isLonePipe).length >= 4 ? 'spaced' : null
}

/** Pipes before, between and behind the cells. A blank line between two pipes is a blank cell. */
function readFramed(lines: SourceLine[], framing: Framing): LoneTable[] {
  const tables: LoneTable[] = []
  let index = 0
  while (index < lines.length) {
    const row = isLonePipe(lines[index]) ? readFramedRow(lines, index, framing) : null
    if (row === null) {
      index++
      continue
    }
    const used = lines.slice(index, row.end)
    const previous = tables.at(-1)
    const gap =
      previous === undefined
        ? []
        : lines.slice(lines.lastIndexOf(previous.used.at(-1) as SourceLine, index) + 1, index)
    if (previous !== undefined && gap.every((line) => isBlankLine(line) || isDelimiter(line.text))) {
      previous.rows.push(row.row)
      previous.used.push(...gap, ...used)
    } else tables.push({ rows: [row.row], used })
    index = row.end
  }
  return tables.filter((table) => table.rows.some((row) => row.cells.length > 1))
}

/** One row from its first pipe to its last; `end` is the index behind it. Null where no second pipe follows. */
function readFramedRow(
  lines: SourceLine[],
  start: number,
  framing: Framing,
): { row: PipeRow; end: number } | null {
  const cells: string[] = []
  let open: string[] = []
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] as SourceLine
    if (isLonePipe(line)) {
      cells.push(open.join('\n'))
      open = []
      if (endsFramedRow(lines, index, framing))
        return { row: { line: (lines[start] as SourceLine).number, cells }, end: index + 1 }
    } else if (isDelimiter(line.text)) return null
    else if (line.text.trim() !== '' && !/^\s*-{3,}\s*$/u.test(line.text)) open.push(line.text.trim())
  }
  return null
}

/** Behind the pipe at `index` comes another pipe at once, the delimiter row, or a blank line and then no cell. */
function endsFramedRow(lines: SourceLine[], index: number, framing: Framing): boolean {
  const next = lines[index + 1]
  if (next === undefined || isLonePipe(next) || isDelimiter(next.text)) return true
  if (!isBlankLine(next)) return false
  let ahead = index + 1
  while (ahead < lines.length && isBlankLine(lines[ahead])) ahead++
  // One blank line and a pipe: a blank cell. Text after a blank line is no cell: those follow their pipe at once.
  return (
    !isLonePipe(lines[ahead]) || ahead - index > 2 || (framing === 'spaced' && isFramedStart(lines, ahead))
  )
}

/** The pipe at `index`, after a single blank line, begins a row: its cell follows, and the row before it was closed. */
function isFramedStart(lines: SourceLine[], index: number): boolean {
  const widthAbove = pipesAbove(lines, index - 2)
  const widthBelow = pipesBelow(lines, index)
  return widthAbove > 2 && widthAbove === widthBelow
}

function pipesAbove(lines: SourceLine[], index: number): number {
  let count = 0
  for (let at = index; at >= 0 && !isBlankLine(lines[at]); at--) if (isLonePipe(lines[at])) count++
  return count
}

function pipesBelow(lines: SourceLine[], index: number): number {
  let count = 0
  for (let at = index; at < lines.length && !isBlankLine(lines[at]); at++) if (isLonePipe(lines[at])) count++
  return count
}

/** html2text: the last line of a row ends with two blanks, and a line of two blanks follows. */
function readSpaced(lines: SourceLine[]): LoneTable[] {
  const ends = lines.flatMap((_, index) => (endsSpacedRow(lines, index) ? [index] : []))
  if (ends.length < 2) return []
  const tables: LoneTable[] = []
  let from = 0
  for (const end of ends) {
    const segment = lines.slice(from, end + 1)
    const firstPipe = segment.findIndex(isLonePipe)
    if (firstPipe >= 0) {
      const start = firstCellStart(segment, firstPipe, lines[end + 2])
      const row = readSpacedRow(segment.slice(start))
      const previous = tables.at(-1)
      const gap = lines.slice(from, from + start)
      const used = segment.slice(start)
      if (previous !== undefined && gap.every((line) => isBlankLine(line) || isDelimiter(line.text))) {
        previous.rows.push(row)
        previous.used.push(...gap, ...used)
      } else tables.push({ rows: [row], used: [...used, ...delimitersAt(lines, end + 1)] })
    }
    from = end + 1
  }
  return tables
}

function endsSpacedRow(lines: SourceLine[], index: number): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (line === undefined || isDelimiter(line.text)) return false
  // A blank last cell is a blank of its own before the two.
  const closes = isBlankLine(line) ? /^ {3,}$/u.test(line.text) : / {2}$/u.test(line.text)
  return closes && (next === undefined || /^ {2,}$/u.test(next.text))
}

function delimitersAt(lines: SourceLine[], index: number): SourceLine[] {
  return lines.slice(index, index + 2).filter((line) => isDelimiter(line.text))
}

/**
 * Where the first cell of a row begins: the paragraph right above the first pipe, unless that is prose above a row
 * whose first cell is blank. A header's first cell is followed by the delimiter row.
 */
function firstCellStart(segment: SourceLine[], firstPipe: number, afterRow: SourceLine | undefined): number {
  let start = firstPipe - 1
  while (start >= 0 && isBlankLine(segment[start])) start--
  if (start < 0) return firstPipe
  const last = start
  while (start > 0 && !isBlankLine(segment[start - 1]) && !isDelimiter(segment[start - 1]?.text ?? ''))
    start--
  if (isDelimiter(segment[last]?.text ?? '')) return firstPipe
  const text = segment
    .slice(start, last + 1)
    .map((line) => line.text.trim())
    .join(' ')
  const isHeader = afterRow !== undefined && isDelimiter(afterRow.text)
  const prose = segment.slice(0, start).some((line) => !isBlankLine(line) && !isDelimiter(line.text))
  if (isHeader) return start
  return text.length <= 60 &&
    !(prose && !mayBeCode(text)) &&
    !beginsAttachment(text.replace(/^[*_]+/u, '')) &&
    !beginsLabel(text)
    ? start
    : firstPipe
}

/** A row's first cell: a code, alone or before its text, or something set apart by type. */
function mayBeCode(text: string): boolean {
  return isCode(text) || beginsWithCode(text) || /^[(*_]/u.test(text)
}

function readSpacedRow(lines: SourceLine[]): PipeRow {
  const cells: string[][] = [[]]
  for (const line of lines) {
    if (isLonePipe(line)) cells.push([])
    else if (!isBlankLine(line)) cells.at(-1)?.push(line.text.trim())
  }
  return { line: lines[0]?.number ?? 1, cells: cells.map((cell) => cell.join('\n')) }
}
