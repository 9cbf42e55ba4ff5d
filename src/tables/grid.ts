import type { Cell, CellLine, TableBlock } from '../../schemas/document.js'
import type { Place } from '../../schemas/place.js'

/** One place of a rectangular grid. `owner` is false where a span of another row or column reaches in. */
export interface Slot {
  cell: Cell
  owner: boolean
  /** The cell began in a row above: a vertical merge. */
  fromAbove: boolean
}

export interface GridRow {
  at: Place
  slots: Slot[]
}

/** A physical table with every span spread out: all rows equally wide. */
export interface Grid {
  rows: GridRow[]
  width: number
  headerRows: number | null
}

/** No table of a plan is wider; a larger span is a writer's fault, and costs memory. */
const widestSpan = 100

/** Spreads row and column spans over a rectangular grid (HTML table model). */
export function toGrid(table: TableBlock): Grid {
  const rows: Slot[][] = table.rows.map(() => [])
  for (const [rowIndex, row] of table.rows.entries()) {
    let column = 0
    for (const cell of row.cells) {
      while (rows[rowIndex]?.[column] !== undefined) column++
      spread(rows, rowIndex, column, cell)
      column += Math.min(cell.colSpan, widestSpan)
    }
  }
  const width = rows.reduce((widest, slots) => Math.max(widest, slots.length), 1)
  return {
    width,
    headerRows: table.headerRows,
    rows: table.rows.map((row, index) => ({ at: row.at, slots: fill(rows[index] ?? [], width, row.at) })),
  }
}

function spread(rows: Slot[][], top: number, left: number, cell: Cell): void {
  const bottom = Math.min(rows.length, top + cell.rowSpan)
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < left + Math.min(cell.colSpan, widestSpan); x++) {
      const slots = rows[y]
      if (slots !== undefined) slots[x] ??= { cell, owner: y === top && x === left, fromAbove: y > top }
    }
  }
}

function fill(slots: Slot[], width: number, at: Place): Slot[] {
  const blank: Cell = { lines: [], rowSpan: 1, colSpan: 1, strong: false, at, confidence: 1 }
  return Array.from(
    { length: width },
    (_, column) => slots[column] ?? { cell: blank, owner: true, fromAbove: false },
  )
}

export function isBlank(cell: Cell): boolean {
  return cell.lines.length === 0
}

/** A cell's text as it stands in the source, its lines kept apart by `\n`. */
export function rawText(lines: CellLine[]): string {
  return lines.map((line) => line.repaired?.raw ?? line.text).join('\n')
}

/** A cell's text in one line. */
export function flatText(lines: CellLine[]): string {
  return lines.map((line) => line.text).join(' ')
}

/** Text of a grid row, column by column; what a span repeats is given once, at its owner. */
export function rowTexts(row: GridRow): string[] {
  return row.slots.map((slot) => (slot.owner ? flatText(slot.cell.lines) : ''))
}
