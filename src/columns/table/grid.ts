import type { Piece } from '../cut/pieces.js'
import type { Column } from '../header/header-columns.js'
import type { InterleavedLine, LineToken } from '../lines.js'
import { sureOpening, usuallyFilled } from '../parameters.js'

/** What stands in one row, by column; a cell that reaches over several rows is the same object in each of them. */
export interface GridRow {
  line: InterleavedLine
  cells: (GridCell | null)[]
  /** A heading over the whole width. */
  wide: boolean
  /** It shares agencies and time with the row above, as its words were cut. */
  shared: boolean
}

/** The pieces of a cell in reading order. */
export interface GridCell {
  pieces: CellPiece[]
  rows: number
}

export interface CellPiece {
  line: InterleavedLine
  tokens: readonly LineToken[]
  fresh: boolean
  margin: number
}

/** Puts the pieces of a table's lines together to rows of cells. */
export function gridOf(
  lines: readonly InterleavedLine[],
  pieces: readonly (readonly Piece[])[],
  rowStarts: ReadonlySet<number>,
  sections: ReadonlyMap<number, readonly Piece[]>,
  columns: readonly Column[],
): GridRow[] {
  const grid: GridRow[] = []
  lines.forEach((line, index) => {
    const opens = rowStarts.has(index) || pieces[index]?.some(({ opensRow }) => opensRow)
    if (grid.length === 0 || opens === true)
      grid.push({
        line,
        cells: columns.map(() => null),
        wide: sections.has(index),
        shared: pieces[index]?.[0]?.shared === true,
      })
    const row = grid.at(-1) as GridRow
    for (const piece of pieces[index] ?? []) addPiece(row, grid.at(-2) ?? null, line, piece)
  })
  return grid
}

function addPiece(row: GridRow, above: GridRow | null, line: InterleavedLine, piece: Piece): void {
  let cell = row.cells[piece.column] ?? null
  if (cell === null && !piece.fresh) {
    cell = above?.cells[piece.column] ?? null
    if (cell !== null) cell.rows++
  }
  const fresh = piece.fresh || cell === null
  cell ??= { pieces: [], rows: 1 }
  row.cells[piece.column] = cell
  cell.pieces.push({ line, tokens: line.tokens.slice(piece.text, piece.end), fresh, margin: piece.margin })
}

const sharedRoles = new Set(['lead', 'coordinating', 'implementing', 'deadline'])

/**
 * A row that has neither agencies nor time, though rows usually have them, shares those of the row above: one cell of
 * the print serves both. Where a text, too, goes on from one such row to the next, it is one text for all of them.
 */
export function mergeSharedCells(grid: readonly GridRow[], columns: readonly Column[]): void {
  const shared = usualColumns(grid, columns)
  if (shared.length === 0) return
  const labels = grid.map((row) => row.cells[0]?.pieces[0]?.tokens[0]?.text.replace(/\.$/u, '') ?? '')
  let block: GridRow[] = []
  const close = (): void => {
    if (block.length > 1) shareTexts(block, columns)
    block = []
  }
  grid.forEach((row, index) => {
    const above = grid[index - 1]
    const isFurther =
      above !== undefined &&
      !row.wide &&
      !above.wide &&
      (row.shared ||
        shared.every((column) => row.cells[column] === null || row.cells[column] === above.cells[column])) &&
      shared.some((column) => above.cells[column] !== null) &&
      !isAncestor(labels[index] ?? '', labels[index + 1] ?? '') &&
      (hasText(row, columns) || areSiblings(labels[index - 1] ?? '', labels[index] ?? ''))
    if (!isFurther) close()
    else for (const column of shared) joinCells(above, row, column)
    block.push(row)
  })
  close()
}

function usualColumns(grid: readonly GridRow[], columns: readonly Column[]): number[] {
  const rows = grid.filter((row) => !row.wide && hasText(row, columns))
  return columns.flatMap(({ role }, column) => {
    const filled = rows.filter((row) => row.cells[column] !== null).length
    return sharedRoles.has(role) && filled >= usuallyFilled * rows.length && filled > 0 ? [column] : []
  })
}

function hasText(row: GridRow, columns: readonly Column[]): boolean {
  return columns.some(({ role }, column) => role === 'task' && row.cells[column] !== null)
}

/** A text that goes on over a border within the block, or that only the first of its rows has, is one for all. */
function shareTexts(block: readonly GridRow[], columns: readonly Column[]): void {
  columns.forEach(({ role }, column) => {
    if (role !== 'task' && role !== 'requirement' && role !== 'note') return
    const cells = block.map((row) => row.cells[column] ?? null)
    const goesOn =
      (role === 'note' &&
        cells[0] !== null &&
        cells.every((cell, index) => index === 0 || cell === null || !opensText(cell))) ||
      cells.some((cell, index) => index > 0 && cell !== null && cell === cells[index - 1])
    const onlyFirst = role === 'task' && cells[0] !== null && cells.slice(1).some((cell) => cell === null)
    if (!goesOn && !onlyFirst) return
    const joined = new Set<GridCell>()
    block.forEach((row, index) => {
      const above = block[index - 1]
      if (above === undefined) return
      const own = row.cells[column] ?? null
      const cell = above.cells[column] ?? null
      if (cell === null || own === cell) return
      if (own !== null && role === 'note' && opensText(own)) return
      if (own !== null && role !== 'note' && onlyFirst && !goesOn) return
      if (own !== null && joined.has(own)) share(above, row, column)
      else joinCells(above, row, column)
      if (own !== null) joined.add(own)
    })
  })
}

/** A text begins with a capital that was read with some certainty; what goes on is small or beyond reading. */
function opensText({ pieces }: GridCell): boolean {
  const first = pieces[0]?.tokens[0]
  return first?.capital === true && first.confidence >= sureOpening && /^\p{Lu}\p{Ll}/u.test(first.text)
}

/** What a row has of its own goes on in the cell that it shares. */
function joinCells(above: GridRow, row: GridRow, column: number): void {
  const own = row.cells[column] ?? null
  const cell = above.cells[column] ?? null
  if (own !== null && cell !== null && own !== cell) cell.pieces.push(...own.pieces)
  share(above, row, column)
}

function share(above: GridRow, row: GridRow, column: number): void {
  const cell = above.cells[column] ?? null
  if (cell === null || row.cells[column] === cell) return
  row.cells[column] = cell
  cell.rows++
}

function isAncestor(label: string, other: string): boolean {
  return label !== '' && other.startsWith(`${label}.`)
}

function areSiblings(label: string, other: string): boolean {
  const parent = (text: string): string => text.split('.').slice(0, -1).join('.')
  return label !== '' && other !== '' && parent(label) === parent(other)
}
