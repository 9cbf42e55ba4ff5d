import type { Cell, Row, TableBlock } from '../../../schemas/document.js'
import type { Place } from '../../../schemas/place.js'
import type { Repair } from '../../../schemas/repair.js'
import type { Role } from '../../../schemas/table.js'
import { type ChangedLine, partOf, type RunningText, type TextPart } from '../../language/reading.js'
import { mendedCopies } from '../consensus/copies.js'
import { type CellWord, type RepeatedText, repeatedTexts } from '../consensus/repeated-texts.js'
import { numericRoles } from '../cut/segmentation-costs.js'
import type { Column } from '../header/header-columns.js'
import type { LinePlace } from '../lines.js'
import { confidenceOfHeader, confidenceOfNumber, mostSureOfCell, steepnessOfCell } from '../parameters.js'
import type { CellPiece, GridCell, GridRow } from './grid.js'

/** A table that was put together from interleaved lines. */
export interface InterleavedTable {
  /** Indices of its first and last line among the lines that were read together, its headers included. */
  first: number
  last: number
  /** Indices of the lines of each of its headers. */
  headers: readonly (readonly number[])[]
  columns: readonly Column[]
  grid: readonly GridRow[]
}

/**
 * The running texts of a table's cells: parts of lines in reading order. The letters of a list go on over the
 * paragraphs of a column up to the next label or name.
 */
export function textsOfCells({ grid, columns }: InterleavedTable): RunningText[] {
  const naming = columns.flatMap(({ role }, column) => (role === 'code' || role === 'name' ? [column] : []))
  const seen = new Set<GridCell>()
  let row = 0
  return grid.flatMap(({ cells }) => {
    if (naming.some((column) => cells[column] !== null && !seen.has(cells[column] as GridCell))) row++
    return cells.flatMap((cell, column) => {
      if (cell === null || seen.has(cell)) return []
      seen.add(cell)
      return paragraphsOf(cell).map((parts) => ({ parts, list: row * columns.length + column }))
    })
  })
}

function paragraphsOf({ pieces }: GridCell): TextPart[][] {
  const texts: TextPart[][] = []
  for (const piece of pieces) {
    if (piece.fresh || texts.length === 0) texts.push([])
    texts.at(-1)?.push(partOfPiece(piece))
  }
  return texts
}

function partOfPiece({ line, tokens }: CellPiece): TextPart {
  return { line: line.index, from: tokens[0]?.start ?? 0, to: tokens.at(-1)?.end ?? 0 }
}

/** The table with its texts as they were read in the end. */
export function tableBlock({ grid, columns }: InterleavedTable, lines: readonly ChangedLine[]): TableBlock {
  const at = placeOf((grid[0] as GridRow).line)
  const table = { lines, repeated: repeatedIn(grid, columns, lines) }
  const rows = grid.map((row, index) => tableRow(row, grid[index - 1] ?? null, table))
  return { kind: 'table', rows: [headerRow(columns, at), ...rows], headerRows: 1, at }
}

/** Lines as they were read, and what other cells say of cells that are damaged. */
interface ReadTable {
  lines: readonly ChangedLine[]
  repeated: ReadonlyMap<GridCell, RepeatedText>
}

const repeatedRoles = new Set<Role>(['lead', 'coordinating', 'implementing', 'deadline'])
const copiedRoles = new Set<Role>([...repeatedRoles, 'task', 'requirement', 'deliverable', 'note'])

function repeatedIn(
  grid: readonly GridRow[],
  columns: readonly Column[],
  lines: readonly ChangedLine[],
): Map<GridCell, RepeatedText> {
  const all = new Map<GridCell, RepeatedText>()
  columns.forEach(({ role }, column) => {
    if (!copiedRoles.has(role)) return
    const cells = new Set(grid.flatMap(({ cells: own }) => own[column] ?? []))
    const texts = new Map(
      [...cells].map((cell) => [cell, cell.pieces.flatMap((piece) => wordsOf(readPiece(piece, lines)))]),
    )
    for (const [cell, text] of mendedCopies(texts)) all.set(cell, text)
    if (repeatedRoles.has(role)) for (const [cell, text] of repeatedTexts(texts)) all.set(cell, text)
  })
  return all
}

function wordsOf({ text, repairs }: ReadPiece): CellWord[] {
  const unsure = new Map<string, number>()
  for (const { to, method, confidence } of repairs)
    if (method === 'ocr') for (const word of to.match(/[\p{L}\d]+/gu) ?? [to]) unsure.set(word, confidence)
  return (text.match(/\S+/gu) ?? []).map((word) => {
    const parts = word.match(/[\p{L}\d]+/gu) ?? []
    const known = parts.map((part) => unsure.get(part) ?? 1)
    return { text: word, confidence: parts.length === 0 ? 0 : (unsure.get(word) ?? Math.min(...known)) }
  })
}

function tableRow({ line, cells, wide }: GridRow, above: GridRow | null, lines: ReadTable): Row {
  const at = placeOf(line)
  if (wide) {
    const [label, text] = cells.filter((cell) => cell !== null)
    if (label !== undefined && text !== undefined) {
      return { at, cells: [cellOf(label, at, 1, lines), cellOf(text, at, cells.length - 1, lines)] }
    }
  }
  const own = cells.filter((cell, column) => cell === null || above?.cells[column] !== cell)
  return { at, cells: own.map((cell) => cellOf(cell, at, 1, lines)) }
}

function cellOf(cell: GridCell | null, at: Place, colSpan: number, { lines, repeated }: ReadTable): Cell {
  const blank: Cell = { lines: [], rowSpan: 1, colSpan, strong: false, at, confidence: 1 }
  const first = cell?.pieces[0]
  if (cell === null || first === undefined) return blank
  const read = cell.pieces.map((piece) => readPiece(piece, lines))
  const copy = repeated.get(cell)
  if (copy !== undefined) return copiedCell(cell, read, copy, blank)
  return {
    ...blank,
    lines: cell.pieces.map((piece, index) => {
      const { text, raw, repairs } = read[index] as ReadPiece
      return { text, start: piece.fresh ? 'paragraph' : 'break', repaired: { raw, repairs } }
    }),
    rowSpan: cell.rows,
    at: placeOf(first.line),
    confidence: confidenceOf(cell, read),
  }
}

/** A cell with the text of others; how it was read itself stands beside it. */
function copiedCell(cell: GridCell, read: readonly ReadPiece[], copy: RepeatedText, blank: Cell): Cell {
  const own = read.map(({ text }) => text).join(' ')
  const raw = read.map((piece) => piece.raw).join(' ')
  const { text, confidence } = copy
  const cut: Repair = {
    ...{ from: raw, to: text, method: 'unweave', confidence },
    alternatives: [{ text: own, confidence: Math.round((1 - confidence) * 1000) / 1000 }],
  }
  return {
    ...blank,
    lines: [{ text, start: 'paragraph', repaired: { raw, repairs: [cut] } }],
    rowSpan: cell.rows,
    at: placeOf((cell.pieces[0] as CellPiece).line),
    confidence: Math.min(confidence, confidenceOf(cell, read)),
  }
}

interface ReadPiece {
  text: string
  raw: string
  repairs: Repair[]
}

function readPiece(piece: CellPiece, lines: readonly ChangedLine[]): ReadPiece {
  const { line, from, to } = partOfPiece(piece)
  const changed = lines[line] ?? { text: '', changes: [] }
  const raw = changed.text.slice(from, to)
  const read = partOf(changed, from, to)
  const only = piece.tokens.length === 1 ? piece.tokens[0] : undefined
  const text = only?.numeric === true ? only.text : read.text
  const cut: Repair = {
    ...{ from: raw, to: text, method: 'unweave', alternatives: [] },
    confidence: Math.round(piece.margin * 1000) / 1000,
  }
  return { text, raw, repairs: [...read.repairs, cut] }
}

/** How sure a cell is: the least sure of its cuts, and its words on the average. */
function confidenceOf({ pieces }: GridCell, read: readonly ReadPiece[]): number {
  const words = read.flatMap(({ text, repairs }) => {
    const changed = repairs.filter(({ method }) => method === 'ocr').map(({ confidence }) => confidence)
    const all = text.match(/\S+/gu)?.length ?? 0
    return [...changed, ...Array.from({ length: Math.max(0, all - changed.length) }, () => 1)]
  })
  const cuts = Math.min(...pieces.map(({ margin }) => margin))
  const sure = words.reduce((sum, confidence) => sum + confidence, 0) / Math.max(1, words.length)
  return Math.round(mostSureOfCell * Math.min(cuts, sure) ** steepnessOfCell * 1000) / 1000
}

function headerRow(columns: readonly Column[], at: Place): Row {
  const cells = columns.map(
    ({ header }): Cell => ({
      lines: [{ text: header, start: 'paragraph' }],
      rowSpan: 1,
      colSpan: 1,
      strong: true,
      at,
      confidence: confidenceOfHeader,
    }),
  )
  return { at, cells }
}

function placeOf(line: LinePlace): Place {
  return { page: line.page, line: line.number, bbox: null }
}

/** The lines with the labels and scores of their rows as their places in the table want them: '242' is 2.4.2. */
export function withNumbers(lines: ChangedLine[], tables: readonly InterleavedTable[]): ChangedLine[] {
  const numbered = [...lines]
  for (const { line, tokens } of tables.flatMap(numbersOf)) {
    const [token] = tokens
    const own = numbered[line.index]
    if (token === undefined || own === undefined) continue
    const from = own.text.slice(token.start, token.end)
    if (from === token.text) continue
    const repair: Repair = {
      from,
      to: token.text,
      method: 'ocr',
      confidence: confidenceOfNumber,
      alternatives: [],
    }
    const others = own.changes.filter(
      ({ start, repair }) => start + repair.from.length <= token.start || start >= token.end,
    )
    const changes = [...others, { start: token.start, repair }].sort((a, b) => a.start - b.start)
    numbered[line.index] = { text: own.text, changes }
  }
  return numbered
}

function numbersOf({ grid, columns }: InterleavedTable): CellPiece[] {
  const narrow = columns.flatMap(({ role }, column) =>
    role === 'code' || numericRoles.includes(role) ? [column] : [],
  )
  return grid.flatMap(({ cells }) =>
    narrow.flatMap((column) =>
      (cells[column]?.pieces ?? []).filter(
        ({ tokens }) => tokens.length === 1 && tokens[0]?.numeric === true,
      ),
    ),
  )
}
