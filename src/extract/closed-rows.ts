import type { SourceLine } from './source-line.js'

/** A cell with its lines; `sealed` says that its bar ended the line. */
export interface ClosedCell {
  lines: SourceLine[]
  sealed: boolean
  /** The line that holds its bar. */
  last: SourceLine
}

const label = /^(?:\(?\d{1,3}(?:[.,]\d{1,3})*\)?[.)]?|[IVXLC]+[.)]?|[A-HĐa-hđ][.)]?)$/u

/** Whether a cell's text is a number or letter that begins a row. */
export function isRowLabel(text: string): boolean {
  return label.test(text.trim())
}

/** Cells of one table in reading order → its rows. */
export function groupIntoRows(cells: ClosedCell[]): ClosedCell[][] {
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
    const isRest = above !== undefined && above.length + row.length === width && !isRowLabel(firstText(row))
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
  const labelled = cells.map((cell) => isRowLabel(firstText([cell])))
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
