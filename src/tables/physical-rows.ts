import type { Place } from '../../schemas/place.js'
import type { CellPiece, Column, LogicalCell } from '../../schemas/table.js'
import { parseCode } from '../language/codes.js'
import { isHeaderLike, senseOf } from '../language/header-terms.js'
import { isNamedPageNumber } from '../language/page-numbers.js'
import { alignPiece, type ColumnModel, type Piece } from './columns/column-model.js'
import { headerLikeness, isNumberingRow } from './columns/header-rows.js'
import { flatText, type GridRow, isBlank, rawText, rowTexts } from './grid.js'
import { unwrapLines } from './unwrap.js'

/** A data row of one piece, laid on the columns of the model. */
export interface DataRow {
  at: Place
  cells: LogicalCell[]
  strong: boolean
  spanning: boolean
  /** Index of the piece it stands in. */
  piece: number
  /** Index of the row in its piece. */
  index: number
  /** Stretch of the piece between two printed headers: a converter may run the pages together. */
  stretch: number
  /** First data row of its piece or stretch. */
  first: boolean
}

export interface Furniture {
  type: string
  text: string
  at: Place
}

export type RowUse = 'data' | 'header' | 'repeated-header' | 'furniture'

/** A piece's rows sorted: what each is for, the data rows, and what of the cells is page furniture. */
export interface SortedRows {
  uses: RowUse[]
  data: DataRow[]
  furniture: Furniture[]
}

/** Sorts the rows of a piece into header, repeated or mangled header, furniture and data. */
export function sortRows(piece: Piece, pieceIndex: number, model: ColumnModel): SortedRows {
  const columns = alignPiece(piece, model)
  const uses: RowUse[] = []
  const data: DataRow[] = []
  const furniture: Furniture[] = []
  let headerZone = true
  let stretch = 0
  let first = true
  for (const [index, row] of piece.grid.rows.entries()) {
    const use = index < piece.header.count ? headerUse(pieceIndex) : useOf(row, model, headerZone)
    uses.push(use)
    if (use === 'repeated-header' && !headerZone) {
      headerZone = true
      first = true
      stretch++
    }
    if (use !== 'data') continue
    const cells = layOut(row, columns, model.columns, furniture)
    if (cells.every((cell) => cell.pieces.length === 0)) {
      uses[index] = 'furniture'
      continue
    }
    headerZone = false
    data.push({
      at: row.at,
      cells,
      strong: isStrong(row),
      spanning: row.slots.length > 1 && row.slots.every((slot) => slot.cell === row.slots[0]?.cell),
      piece: pieceIndex,
      index,
      stretch,
      first,
    })
    first = false
  }
  return { uses, data, furniture }
}

function headerUse(pieceIndex: number): RowUse {
  return pieceIndex === 0 ? 'header' : 'repeated-header'
}

function useOf(row: GridRow, model: ColumnModel, headerZone: boolean): RowUse {
  const texts = rowTexts(row).filter((text) => text !== '')
  if (texts.length === 0) return 'furniture'
  if (isNumberingRow(row) && headerZone) return 'repeated-header'
  if (model.headless) return 'data'
  if (texts.length >= 2 && headerLikeness(row, model.headerKeys) >= 0.6) return 'repeated-header'
  // The second level of a mangled header: header words only, under columns whose first cells are blank.
  const first = rowTexts(row)[0] ?? ''
  const mangled = headerZone && first === '' && texts.length >= 2 && isMangledHeader(texts, model)
  return mangled ? 'repeated-header' : 'data'
}

function isMangledHeader(texts: string[], model: ColumnModel): boolean {
  if (!texts.every((text) => isHeaderLike(text) && text.length < 40 && parseCode(text) === null)) return false
  const exact = texts.filter((text) => model.headerTexts.includes(text)).length
  // A converter that lost a header's second line fills it with repetitions of a word.
  const distinct = new Set(texts).size
  return (
    (exact > 0 && distinct < texts.length) ||
    exact === texts.length ||
    (exact > 0 && texts.every((text) => senseOf(text) !== null))
  )
}

function isStrong(row: GridRow): boolean {
  const filled = row.slots.filter((slot) => slot.owner && !isBlank(slot.cell))
  return (
    filled.some((slot) => slot.cell.strong) &&
    filled.every((slot) => slot.cell.strong || flatText(slot.cell.lines).length <= 5)
  )
}

function layOut(row: GridRow, columns: number[], model: Column[], furniture: Furniture[]): LogicalCell[] {
  const cells: LogicalCell[] = model.map(() => ({ pieces: [], merged: false }))
  for (const [position, slot] of row.slots.entries()) {
    const column = columns[position] ?? position
    const target = cells[column]
    const role = model[column]?.role ?? 'other'
    if (target === undefined || isBlank(slot.cell) || (!slot.owner && !slot.fromAbove)) continue
    const kept = slot.cell.lines.filter((line) => !isNamedPageNumber(line.text))
    if (kept.length < slot.cell.lines.length && slot.owner)
      furniture.push({
        type: 'page-number',
        text: flatText(slot.cell.lines.filter((line) => !kept.includes(line))),
        at: slot.cell.at,
      })
    if (kept.length === 0) continue
    const piece: CellPiece = {
      at: slot.cell.at,
      raw: rawText(kept),
      lines: unwrapLines(kept, role),
      confidence: slot.cell.confidence,
    }
    target.pieces.push(piece)
    target.merged ||= slot.fromAbove
  }
  return cells
}

/** A cell's text with `\n` between its lines, across the pieces that a page break made of it. */
export function cellText(cell: LogicalCell | undefined): string {
  return (cell?.pieces ?? []).flatMap((piece) => piece.lines.map((line) => line.text)).join('\n')
}
