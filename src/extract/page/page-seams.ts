import type { Block, Cell, CellLine, Row, TableBlock } from '../../../schemas/document.js'
import type { Line } from './lines.js'
import { hasRoom, type Measure } from './wrapping.js'

/** The first and the last printed line of a cell, and between which edges they are set. */
export interface CellEdge {
  first: Line
  last: Line
  measure: Measure
}

/** By the lines of the cell, which stay the same object when the cell's place is turned. */
export type CellEdges = Map<CellLine[], CellEdge>

/**
 * Where a page break may have cut a row: in the first row of the lower page, a line for whose first word there was no
 * room above the break is marked as a mere 'break'. It may be the wrapped rest of the sentence above.
 */
export function markSeam(above: Block[], below: Block[], edges: CellEdges): void {
  const upper = above.findLast((block) => block.kind === 'table')
  const lower = below.find((block) => block.kind === 'table')
  if (upper === undefined || lower === undefined) return
  const row = lower.rows[repeatedRows(upper, lower)]
  // Scanned pages lie a little farther left or right.
  const shift = (lower.at.bbox?.[0] ?? 0) - (upper.at.bbox?.[0] ?? 0)
  if (row === undefined) return
  for (const cell of row.cells) {
    const over = lowestCells(upper).find((other) => sameColumn(cell, other, shift))
    const lowerEdge = edges.get(cell.lines)
    const upperEdge = over === undefined ? undefined : edges.get(over.lines)
    const [first] = cell.lines
    if (lowerEdge === undefined || upperEdge === undefined || first === undefined) continue
    if (!hasRoom(upperEdge.last, lowerEdge.first, upperEdge.measure)) first.start = 'break'
  }
}

/** How many leading rows of the lower table repeat the upper one's: its header. */
function repeatedRows(upper: TableBlock, lower: TableBlock): number {
  let count = 0
  while (count < lower.rows.length && areAlike(upper.rows[count], lower.rows[count])) count++
  return count
}

/** The same, or where words were recognised, the same but for a few of them. */
function areAlike(upper: Row | undefined, lower: Row | undefined): boolean {
  const [above, below] = [textOf(upper), textOf(lower)]
  if (above === below) return true
  const isExact = (lower?.cells ?? []).every((cell) => cell.confidence === 1)
  if (isExact || upper?.cells.length !== lower?.cells.length) return false
  const words = new Set(above.split(/\s+/u))
  const own = below.split(/\s+/u)
  return own.filter((word) => words.has(word)).length >= 0.7 * Math.max(own.length, words.size)
}

function textOf(row: Row | undefined): string {
  return (row?.cells ?? []).map((cell) => cell.lines.map((line) => line.text).join('\n')).join('\t')
}

/** The cells that end at the table's foot, wherever they begin. */
function lowestCells(table: TableBlock): Cell[] {
  return table.rows.flatMap((row, index) =>
    row.cells.filter((cell) => index + cell.rowSpan === table.rows.length),
  )
}

function sameColumn(one: Cell, other: Cell, shift: number): boolean {
  const [a, b] = [one.at.bbox, other.at.bbox]
  return a !== null && b !== null && Math.abs(a[0] - b[0] - shift) < 4 && Math.abs(a[2] - b[2] - shift) < 4
}
