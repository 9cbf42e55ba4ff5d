import type { Random } from '../../random.js'
import { type CellText, cutCell, lineCount, readCell, writeCell } from './cell-text.js'
import type { Change } from './columns.js'
import type { Draft, DraftColumn } from './draft.js'
import { type Cut, ownPieces, withCuts } from './page-breaks.js'
import { piecesOf, type TablePiece } from './source-model.js'

/** Letters that a page of landscape paper holds in one line of a table. */
const pageWidth = 150
const narrowest = 7

interface CutRow {
  above: string[]
  below: string[]
}

/**
 * Page breaks in the middle of rows, as a typesetter makes them: every cell is wrapped at its column's width and cut at
 * the same height, so a short cell stays whole above and a long one goes on below, where the others are blank.
 */
export const breakInRow: Change = (draft, random) => {
  const cuts: Cut[] = []
  const wanted = random.integer(1, 3)
  for (const piece of random.shuffle(ownPieces(draft))) {
    if (cuts.length >= wanted) break
    const cut = cutPiece(draft, piece, random)
    if (cut !== null) cuts.push(cut)
  }
  return cuts.length === 0 ? null : { ...draft, model: withCuts(draft.model, cuts, random) }
}

/** Cuts one row of a piece; not the first or last, which a page break of the source may have cut already. */
function cutPiece(draft: Draft, piece: TablePiece, random: Random): Cut | null {
  const columns = draft.appendices.find((one) => one.appendix === piece.appendix)?.columns ?? []
  const widths = columnWidths(piecesOf(draft.model, piece.appendix), columns.length)
  const places = piece.rows.map((_, index) => index).slice(1, -1)
  for (const place of random.shuffle(places)) {
    const row = piece.rows[place] ?? []
    const ways = waysToCut(row, piece.rows[place + 1] ?? [], columns, widths)
    if (ways.length === 0) continue
    const { above, below } = random.pick(ways)
    return {
      piece,
      above: [...piece.rows.slice(0, place), above],
      below: [below, ...piece.rows.slice(place + 1)],
    }
  }
  return null
}

/** Column widths as an author sets them: the more text, the wider, but less than in proportion. */
function columnWidths(pieces: readonly TablePiece[], count: number): number[] {
  const weights = Array.from({ length: count }, (_, column) => {
    const filled = pieces.flatMap((piece) => piece.rows.map((row) => plainLength(row[column] ?? '')))
    const lengths = filled.filter((length) => length > 0)
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
    return Math.sqrt(mean + 1)
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => Math.max(narrowest, Math.round((pageWidth * weight) / sum)))
}

function plainLength(cell: string): number {
  return cell.replace(/<[^>]*>/gu, '').trim().length
}

/** Every height at which the row can be cut so that a reader still sees that it goes on. */
function waysToCut(
  row: readonly string[],
  next: readonly string[],
  columns: readonly DraftColumn[],
  widths: readonly number[],
): CutRow[] {
  const cells = row.map(readCell)
  if (row.length !== columns.length || cells.filter((cell) => (cell?.blocks.length ?? 0) > 0).length < 3)
    return []
  const tall = cells.map((cell, column) => {
    if (staysWhole(column, next, columns)) return 1
    return cell === null ? Number.POSITIVE_INFINITY : lineCount(cell, widths[column] ?? narrowest)
  })
  const height = Math.max(...tall)
  if (!Number.isFinite(height)) return []
  const ways: CutRow[] = []
  for (let lines = 1; lines < height; lines++) {
    const way = cutRow(row, cells, columns, widths, (column) => (tall[column] ?? 1) <= lines, lines)
    if (way !== null) ways.push(way)
  }
  return ways
}

/** Codes are one line; a cell merged over several rows is taller than the row and ends elsewhere. */
function staysWhole(column: number, next: readonly string[], columns: readonly DraftColumn[]): boolean {
  const role = columns[column]?.role
  if (role === 'code') return true
  const names = columns.flatMap((one, place) => (one.role === 'name' ? [place] : []))
  if (names.length < 2) return false
  const isOuterName = role === 'name' && column !== names.at(-1)
  return isOuterName || (role === 'lead' && (next[column] ?? '').trim() === '')
}

function cutRow(
  row: readonly string[],
  cells: readonly (CellText | null)[],
  columns: readonly DraftColumn[],
  widths: readonly number[],
  isWhole: (column: number) => boolean,
  lines: number,
): CutRow | null {
  const above: string[] = []
  const below: string[] = []
  let goesOn = false
  for (const [column, cell] of cells.entries()) {
    const cut = cell === null || isWhole(column) ? null : cutCell(cell, widths[column] ?? narrowest, lines)
    if (cut === null || cut.kind === 'whole') {
      above.push(row[column] ?? '')
      below.push('')
      continue
    }
    if (columns[column]?.role === 'name' && cut.kind !== 'open') return null
    goesOn ||= cut.kind === 'open'
    above.push(writeCell(cut.above))
    below.push(writeCell(cut.below))
  }
  return goesOn ? { above, below } : null
}
