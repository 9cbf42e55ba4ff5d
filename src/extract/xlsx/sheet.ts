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
  cells: SheetCell[]
}

/** What a sheet shows: rows with text or within a merge; blank ones and what is hidden are left out. */
export interface Sheet {
  rows: SheetRow[]
  /** Columns that hold text, in order. */
  columns: number[]
  /** Hidden rows and columns that hold text. */
  hidden: number
}

/** Address of a cell as both the sheet and its styles know it. */
export function cellKey(row: number, column: number): string {
  return `${row}:${column}`
}

/** A worksheet → the cells that are seen. `bold` holds the keys of cells set in bold. */
export function readSheet(worksheet: WorkSheet | undefined, bold: Set<string>): Sheet {
  const grid = (worksheet?.['!data'] ?? []) as (CellObject | undefined)[][]
  const isHiddenRow = (row: number): boolean => worksheet?.['!rows']?.[row]?.hidden === true
  const isHiddenColumn = (column: number): boolean => worksheet?.['!cols']?.[column]?.hidden === true
  const hidden = new Set<string>()
  const columns = new Set<number>()
  const texts = new Set<number>()
  for (const [row, cells] of grid.entries())
    for (const [column, cell] of (cells ?? []).entries()) {
      if (textOf(cell) === '') continue
      if (isHiddenRow(row)) hidden.add(`row ${row}`)
      else if (isHiddenColumn(column)) hidden.add(`column ${column}`)
      else {
        columns.add(column)
        texts.add(row)
      }
    }
  const shown = [...columns].sort((a, b) => a - b)
  const spans = readSpans(worksheet, isHiddenRow, shown)
  const rows = [...new Set([...texts, ...spans.rows])]
    .filter((row) => !isHiddenRow(row))
    .sort((a, b) => a - b)
    .map((row): SheetRow => ({ number: row + 1, cells: rowCells(grid[row] ?? [], row) }))
  return { rows, columns: shown, hidden: hidden.size }

  function rowCells(cells: (CellObject | undefined)[], row: number): SheetCell[] {
    return shown.flatMap((column): SheetCell[] => {
      const key = cellKey(row, column)
      const span = spans.cells.get(key)
      if (span === 'covered') return []
      const { source, rowSpan, colSpan } = span ?? { source: column, rowSpan: 1, colSpan: 1 }
      const lines = linesOf(textOf(cells[source]))
      return [{ column, lines, rowSpan, colSpan, strong: bold.has(cellKey(row, source)) }]
    })
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

/** No merge of a plan is longer; whole columns may be merged by mistake. */
const longestMerge = 500

/** Merges, counted in rows and columns that are shown. */
function readSpans(
  worksheet: WorkSheet | undefined,
  isHiddenRow: (row: number) => boolean,
  shown: number[],
): Spans {
  const spans: Spans = { cells: new Map(), rows: new Set() }
  for (const { s: start, e: end } of worksheet?.['!merges'] ?? []) {
    const columns = shown.filter((column) => column >= start.c && column <= end.c)
    const rows: number[] = []
    for (let row = start.r; row <= Math.min(end.r, start.r + longestMerge); row++)
      if (!isHiddenRow(row)) rows.push(row)
    for (const row of rows) {
      spans.rows.add(row)
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
