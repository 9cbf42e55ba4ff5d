import type { Cell, CellLine, Row, TableBlock } from '../../schemas/document.js'
import type { Place } from '../../schemas/place.js'
import type { Repair } from '../../schemas/repair.js'
import type { Piece } from './unweave-cuts.js'
import type { WovenColumn } from './unweave-header.js'
import type { WovenLine } from './unweave-lines.js'

/** How sure a cell is that was put together from pieces of lines. */
export const wovenConfidence = 0.8

/** What stands in one row, by column; a cell that goes on from the row above is the same object there and here. */
type GridRow = { line: WovenLine; cells: (GridCell | null)[]; wide: boolean }

interface GridCell {
  lines: CellLine[]
  at: Place
  rows: number
}

/** Puts the pieces of a table's lines together to rows of cells, under a header of the columns' names. */
export function rowsOfPieces(
  lines: readonly WovenLine[],
  pieces: readonly Piece[][],
  rowStarts: ReadonlySet<number>,
  columns: readonly WovenColumn[],
): TableBlock | null {
  const grid: GridRow[] = []
  lines.forEach((line, index) => {
    const above = grid.at(-1)
    if (above === undefined || rowStarts.has(index) || pieces[index]?.some(({ opensRow }) => opensRow)) {
      grid.push({ line, cells: columns.map(() => null), wide: isSection(line) })
    }
    const row = grid.at(-1) as GridRow
    for (const piece of pieces[index] ?? []) addPiece(row, above ?? null, line, piece)
  })
  const first = grid[0]
  if (first === undefined) return null
  const rows = grid.map((row, index) => tableRow(row, grid[index - 1] ?? null))
  return {
    kind: 'table',
    rows: [headerRow(columns, placeOf(first.line)), ...rows],
    headerRows: 1,
    at: placeOf(first.line),
  }
}

function addPiece(row: GridRow, above: GridRow | null, line: WovenLine, piece: Piece): void {
  const tokens = line.tokens.slice(piece.first, piece.end)
  const [only] = tokens
  const text =
    tokens.length === 1 && only !== undefined
      ? only.text
      : line.text.slice(only?.start ?? 0, tokens.at(-1)?.end ?? 0)
  let cell = row.cells[piece.column] ?? null
  if (cell === null && !piece.fresh && above !== row) {
    cell = above?.cells[piece.column] ?? null
    if (cell !== null) cell.rows++
  }
  cell ??= { lines: [], at: placeOf(line), rows: 1 }
  row.cells[piece.column] = cell
  const start = cell.lines.length === 0 || piece.fresh ? 'paragraph' : 'break'
  const repair: Repair = {
    from: line.raw,
    to: text,
    method: 'unweave',
    confidence: wovenConfidence,
    alternatives: [],
  }
  cell.lines.push({ text, start, repaired: { raw: line.raw, repairs: [repair] } })
}

/** A domain: a label and one text over the whole width. */
export function isSection(line: WovenLine): boolean {
  const [label, ...words] = line.tokens
  if (label === undefined || words.length === 0) return false
  if (words.slice(1).some(({ bar }) => bar) || words[0]?.bar !== true) return false
  if (/^[IVX]+\.?$/u.test(label.text)) return true
  const letters = words.map(({ text }) => text).join('')
  return letters === letters.toUpperCase() && words.length > 1
}

function tableRow({ line, cells, wide }: GridRow, above: GridRow | null): Row {
  const at = placeOf(line)
  if (wide) {
    const [label, text] = cells.filter((cell) => cell !== null)
    if (label !== undefined && text !== undefined) {
      return { at, cells: [cellOf(label, at, 1), cellOf(text, at, cells.length - 1)] }
    }
  }
  const own = cells.filter((cell, column) => cell === null || above?.cells[column] !== cell)
  return { at, cells: own.map((cell) => cellOf(cell, at, 1)) }
}

function cellOf(cell: GridCell | null, at: Place, colSpan: number): Cell {
  if (cell === null) return { lines: [], rowSpan: 1, colSpan, strong: false, at, confidence: 1 }
  return {
    lines: cell.lines,
    rowSpan: cell.rows,
    colSpan,
    strong: false,
    at: cell.at,
    confidence: wovenConfidence,
  }
}

function headerRow(columns: readonly WovenColumn[], at: Place): Row {
  const cells = columns.map(
    ({ header }): Cell => ({
      lines: [{ text: header, start: 'paragraph' }],
      rowSpan: 1,
      colSpan: 1,
      strong: true,
      at,
      confidence: wovenConfidence,
    }),
  )
  return { at, cells }
}

function placeOf(line: WovenLine): Place {
  return { page: line.page, line: line.number, bbox: null }
}
