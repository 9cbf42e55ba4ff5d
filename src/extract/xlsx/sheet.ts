import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { CellLine } from '../../../schemas/document.js'
import { collapse } from '../../language/letters.js'

/** A cell of a sheet; those that a merge covers are no cells. */
export interface SheetCell {
  column: number
  lines: CellLine[]
  rowSpan: number
  colSpan: number
  strong: boolean
}

export interface SheetRow {
  /** Its number in Excel, from 1. */
  number: number
  /** Whether a blank row parts it from the one above. */
  apart: boolean
  cells: SheetCell[]
}

/** What a sheet shows: rows with text or within a merge; blank ones and what is hidden are left out. */
export interface Sheet {
  rows: SheetRow[]
  /** Columns that hold text, in order. */
  columns: number[]
  /** Hidden rows and columns that hold text. */
  hidden: number
  /** Formulas whose result the file does not hold. */
  unknown: number
}

/** Address of a cell as both the sheet and its styles know it. */
export function cellKey(row: number, column: number): string {
  return `${row}:${column}`
}

type Grid = (CellObject | undefined)[][]

/** A worksheet → the cells that are seen. `bold` holds the keys of cells set in bold. */
export function readSheet(worksheet: WorkSheet | undefined, bold: Set<string>): Sheet {
  const grid = (worksheet?.['!data'] ?? []) as Grid
  const shown = findShown(grid, worksheet)
  const spans = readSpans(worksheet, shown)
  const rows = [...new Set([...shown.rows, ...spans.rows])]
    .filter((row) => !shown.isHiddenRow(row))
    .sort((a, b) => a - b)
    .map((row, index, all) => ({
      number: row + 1,
      apart: index > 0 && isApart(all[index - 1] ?? 0, row),
      cells: rowCells(row),
    }))
  return { rows, columns: shown.columns, hidden: shown.hidden, unknown: shown.unknown }

  function isApart(above: number, row: number): boolean {
    if (row - above > longestGap) return true
    for (let between = above + 1; between < row; between++) if (!shown.isHiddenRow(between)) return true
    return false
  }

  function rowCells(row: number): SheetCell[] {
    return shown.columns.flatMap((column): SheetCell[] => {
      const span = spans.cells.get(cellKey(row, column))
      if (span === 'covered') return []
      const { source, rowSpan, colSpan } = span ?? { source: column, rowSpan: 1, colSpan: 1 }
      const lines = linesOf(textOf(grid[row]?.[source]))
      return [{ column, lines, rowSpan, colSpan, strong: bold.has(cellKey(row, source)) }]
    })
  }
}

interface Shown {
  /** Rows and columns with text that is seen. */
  rows: Set<number>
  columns: number[]
  /** Hidden rows and columns with text. */
  hidden: number
  /** Formulas without a result. */
  unknown: number
  isHiddenRow(row: number): boolean
}

function findShown(grid: Grid, worksheet: WorkSheet | undefined): Shown {
  const isHiddenRow = (row: number): boolean => worksheet?.['!rows']?.[row]?.hidden === true
  const isHiddenColumn = (column: number): boolean => worksheet?.['!cols']?.[column]?.hidden === true
  const rows = new Set<number>()
  const columns = new Set<number>()
  const hidden = new Set<string>()
  let unknown = 0
  for (const [row, cells] of filled(grid))
    for (const [column, cell] of filled(cells ?? [])) {
      if (cell?.f !== undefined && cell.t === 'z') unknown++
      if (textOf(cell) === '') continue
      if (row < 0 || row >= mostRows || isHiddenRow(row)) hidden.add(`row ${row}`)
      else if (column < 0 || isHiddenColumn(column)) hidden.add(`column ${column}`)
      else {
        rows.add(row)
        columns.add(column)
      }
    }
  return { rows, columns: [...columns].sort((a, b) => a - b), hidden: hidden.size, unknown, isHiddenRow }
}

/**
 * What an array holds, with its places: a cell may claim to stand in row 2,147,483,647, and all above are holes; or in
 * row 0, which no sheet shows.
 */
function* filled<T>(list: T[]): Generator<[number, T]> {
  for (const key of Object.keys(list)) {
    const at = Number(key)
    if (Number.isInteger(at)) yield [at, list[at] as T]
  }
}

interface Span {
  /** The column that holds the text: the merge's first, which may itself hold no other text. */
  source: number
  rowSpan: number
  colSpan: number
}

interface Spans {
  cells: Map<string, Span | 'covered'>
  /** Rows that a merge covers, with text of their own or not. */
  rows: Set<number>
}

/** No sheet of Excel has more. */
const mostRows = 1_048_576
/** So many rows on end are not all hidden. */
const longestGap = 10_000
/** No merge of a plan is longer; whole columns may be merged by mistake. */
const longestMerge = 500

/** Merges, counted in rows and columns that are shown. */
function readSpans(worksheet: WorkSheet | undefined, shown: Shown): Spans {
  const spans: Spans = { cells: new Map(), rows: new Set() }
  for (const { s: start, e: end } of worksheet?.['!merges'] ?? []) {
    const columns = shown.columns.filter((column) => column >= start.c && column <= end.c)
    // Merges do not overlap; those that a broken or hostile file lays over others would be counted again and again.
    if (spans.cells.has(cellKey(start.r, columns[0] ?? start.c))) continue
    const rows: number[] = []
    for (let row = start.r; row <= Math.min(end.r, start.r + longestMerge); row++)
      if (!shown.isHiddenRow(row)) rows.push(row)
    for (const row of rows) {
      if (rows.length > 1 && shown.rows.has(start.r)) spans.rows.add(row)
      for (const column of columns) spans.cells.set(cellKey(row, column), 'covered')
    }
    const [row, column] = [rows[0], columns[0]]
    if (row === start.r && column !== undefined)
      spans.cells.set(cellKey(row, column), {
        source: start.c,
        rowSpan: rows.length,
        colSpan: columns.length,
      })
  }
  return spans
}

/** What the cell shows: numbers and dates by their format. */
function textOf(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z') return ''
  return (cell.t === 's' ? String(cell.v ?? '') : (cell.w ?? String(cell.v ?? ''))).normalize('NFC').trim()
}

function linesOf(text: string): CellLine[] {
  return text
    .split(/\r?\n/u)
    .map(collapse)
    .filter((line) => line !== '')
    .map((line, index) => ({ text: line, start: index === 0 ? 'paragraph' : 'break' }))
}
