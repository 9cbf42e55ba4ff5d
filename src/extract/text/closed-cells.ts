import { isCode } from '../../language/codes.js'
import { isCodeHeader } from '../../language/header-terms.js'
import { fold, foldWords } from '../../language/letters.js'
import { startsOrgan } from '../../language/organ-words.js'
import { isRecipientsMark } from '../../language/signatures.js'
import { isDelimiter, type PipeRun, toTable } from './pipe-row.js'
import { isLonePipe, type PipeRow, type SourceLine } from './source-line.js'

/**
 * The text of a law portal's page: every cell is closed by a bar, ` |` at its end or alone on the next line, and no bar
 * opens a row. Cells may be broken over lines; rows end with a line, or are not marked at all.
 */
export function hasClosedCells(text: string): boolean {
  if (!text.includes('|')) return false
  const lines = text.split('\n')
  const bars = lines.filter((line) => line.includes('|'))
  const closing = bars.filter((line) => /\|\s*$/u.test(line))
  const opening = bars.filter((line) => /^\s*\|\s*\S/u.test(line) || isDelimiter(line))
  const lone = bars.filter((line) => line.trim() === '|').length
  const meeting = lines.filter(
    (line, index) => line.trim() === '|' && lines[index + 1]?.trim() === '|',
  ).length
  if (meeting > 1) return false
  if (closing.length < 4 || opening.length > 0 || closing.length < bars.length * 0.7) return false
  return lone === 0 || (lone > bars.length * 0.8 && closesLetterhead(lines))
}

/** Lone bars part cells in some layouts and close them in this one: here one stands behind the place and date. */
function closesLetterhead(lines: string[]): boolean {
  const first = lines.findIndex((line) => line.trim() === '|')
  if (lines.slice(0, first).every((line) => line.trim() === '')) return false
  const head = lines.slice(0, 60).map((line) => line.trim())
  return head.some(
    (line, index) =>
      line === '|' &&
      /\bngay\b.*\bthang\b.*\bnam\b/u.test(foldWords(cellAbove(head, index))) &&
      !/[.;:]$/u.test(head[index - 1] ?? ''),
  )
}

function cellAbove(lines: string[], bar: number): string {
  const start = lines.lastIndexOf('|', bar - 1)
  return lines.slice(start + 1, bar).join(' ')
}

/** The tables of such a text. Prose between them has no bars. */
export function findClosedRuns(lines: SourceLine[]): PipeRun[] {
  const stretches = stretchesOf(readCells(lines))
  return stretches.flatMap((cells) => {
    const rows = groupIntoRows(cells)
    if (rows.length === 0) return []
    const first = rows[0]?.[0]?.lines[0] ?? cells[0]?.last
    const last = cells.at(-1)?.last
    if (first === undefined || last === undefined) return []
    const used = lines.filter(({ number }) => number >= first.number && number <= last.number)
    const table: PipeRow[] = rows.map((row) => ({
      line: row[0]?.lines[0]?.number ?? row[0]?.last.number ?? first.number,
      cells: row.map(textOf),
    }))
    return [{ lines: used, read: (page: number | null) => toTable(table, page) }]
  })
}

function textOf(cell: ClosedCell): string {
  return cell.lines
    .map(({ text }) => text.trim())
    .filter((text) => text !== '' && !/^-{3,}$/u.test(text))
    .join('\n')
}

function readCells(lines: SourceLine[]): ClosedCell[] {
  const cells: ClosedCell[] = []
  let open: SourceLine[] = []
  for (const line of lines) {
    const parts = isLonePipe(line) ? ['', ''] : line.text.split('|')
    const rest = parts.pop() ?? ''
    for (const [index, part] of parts.entries()) {
      const own = part.trim() === '' ? [] : [{ text: part, number: line.number }]
      cells.push({ lines: [...open, ...own], sealed: false, last: line })
      open = []
      if (index === parts.length - 1 && rest.trim() === '') (cells.at(-1) as ClosedCell).sealed = true
    }
    if (rest.trim() !== '') open.push({ text: rest, number: line.number })
  }
  return cells
}

/**
 * A table begins at the top of the text, where recipients stand, or where the last line of a cell is a row's label or
 * the heading above them: what stands above that line in the cell is prose.
 */
function stretchesOf(cells: ClosedCell[]): ClosedCell[][] {
  const stretches: ClosedCell[][] = []
  for (const [index, cell] of cells.entries()) {
    const cut = index === 0 ? letterheadStart(cell) : proseEnd(cell, cells[index - 1])
    if (cut === null) {
      stretches.at(-1)?.push(cell)
      continue
    }
    stretches.push([{ ...cell, lines: cell.lines.slice(cut) }])
  }
  return stretches
}

function letterheadStart(cell: ClosedCell): number {
  const organ = cell.lines.findLastIndex(({ text }) => /^\s*\p{Lu}{2}/u.test(text) && startsOrgan(text))
  return organ < 0 ? Math.max(0, cell.lines.length - 2) : organ
}

/** How many of a cell's lines are prose above a new table; null where the cell belongs to the table above. */
function proseEnd(cell: ClosedCell, previous: ClosedCell | undefined): number | null {
  const from = cell.lines.findLastIndex(({ text }) => isRecipientsMark(fold(text)))
  if (from > 0 || (from === 0 && previous?.sealed === true)) return from
  const last = cell.lines.at(-1)?.text.trim() ?? ''
  if (previous?.sealed !== true || cell.lines.length < 2)
    return isCodeHeader(last) ? cell.lines.length - 1 : null
  return isCodeHeader(last) || isCode(last) ? cell.lines.length - 1 : null
}

/** A cell with its lines; `sealed` says that its bar ended the line. */
export interface ClosedCell {
  lines: SourceLine[]
  sealed: boolean
  /** The line that holds its bar. */
  last: SourceLine
}

/** Cells of one table in reading order → its rows. */
function groupIntoRows(cells: ClosedCell[]): ClosedCell[][] {
  const inline = cells.filter(({ sealed }) => !sealed).length
  return inline >= cells.length * 0.3 ? rowsByLine(cells) : rowsByLabel(cells)
}

/** Rows end where a line ends with a bar. A row that was broken at a bar has its rest on the next line. */
function rowsByLine(cells: ClosedCell[]): ClosedCell[][] {
  const rows: ClosedCell[][] = [[]]
  for (const cell of cells) {
    rows.at(-1)?.push(cell)
    if (cell.sealed) rows.push([])
  }
  const whole = rows.filter((row) => row.length > 0)
  const width = usualWidth(whole)
  const joined: ClosedCell[][] = []
  for (const row of whole) {
    const above = joined.at(-1)
    const isRest = above !== undefined && above.length + row.length === width && !isCode(firstText(row))
    if (isRest) above.push(...row)
    else joined.push([...row])
  }
  return joined
}

function usualWidth(rows: ClosedCell[][]): number {
  const tally = new Map<number, number>()
  for (const row of rows) tally.set(row.length, (tally.get(row.length) ?? 0) + 1)
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

function firstText(row: ClosedCell[]): string {
  return row[0]?.lines.map(({ text }) => text.trim()).join(' ') ?? ''
}

const widest = 14
const costs = { unlabelled: 3, short: 1.5, shortUnlabelled: 6 }

/**
 * Rows that nothing marks: the cheapest way to cut the cells into rows of one width. A row begins with a label; a
 * heading over the whole width has fewer cells. Letterhead and signature have two columns.
 */
function rowsByLabel(cells: ClosedCell[]): ClosedCell[][] {
  const labelled = cells.map((cell) => isCode(firstText([cell])))
  if (!labelled.includes(true)) return chunks(cells, 2)
  let best: { cost: number; rows: ClosedCell[][] } | null = null
  for (let width = 3; width <= Math.min(widest, cells.length); width++) {
    const cut = cheapestCut(labelled, width)
    // More columns explain any text with fewer rows: the cost is taken per cell, and whole rows count for their width.
    const cost = cut.cost / cells.length
    if (best === null || cost < best.cost - 0.01) best = { cost, rows: rowsAt(cells, cut.starts) }
  }
  return best?.rows ?? [cells]
}

function cheapestCut(labelled: boolean[], width: number): { cost: number; starts: number[] } {
  const count = labelled.length
  const cost = new Array<number>(count + 1).fill(Infinity)
  const from = new Array<number>(count + 1).fill(0)
  cost[0] = 0
  for (let end = 1; end <= count; end++)
    for (let length = 1; length <= Math.min(width, end); length++) {
      const start = end - length
      const own = rowCost(labelled, start, length, width)
      if ((cost[start] ?? Infinity) + own < (cost[end] ?? Infinity)) {
        cost[end] = (cost[start] ?? 0) + own
        from[end] = start
      }
    }
  const starts: number[] = []
  for (let end = count; end > 0; end = from[end] ?? 0) starts.unshift(from[end] ?? 0)
  return { cost: cost[count] ?? Infinity, starts }
}

/** The header is the one row that needs no label. A label inside a row is likelier the start of another. */
function rowCost(labelled: boolean[], start: number, length: number, width: number): number {
  const inner = labelled.slice(start + 1, start + length).filter(Boolean).length
  if (length === width) return inner + (start === 0 || labelled[start] === true ? 0 : costs.unlabelled)
  return inner + (labelled[start] === true && length > 1 ? costs.short : costs.shortUnlabelled)
}

function rowsAt(cells: ClosedCell[], starts: number[]): ClosedCell[][] {
  return starts.map((start, index) => cells.slice(start, starts[index + 1] ?? cells.length))
}

function chunks(cells: ClosedCell[], size: number): ClosedCell[][] {
  const rows: ClosedCell[][] = []
  for (let start = 0; start < cells.length; start += size) rows.push(cells.slice(start, start + size))
  return rows
}
