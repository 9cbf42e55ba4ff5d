import type { Cell, Row, TableBlock } from '../../schemas/document.js'
import { rawText } from './grid.js'

/**
 * Some converters write the text of a cell that spans columns into each of them. Where one text fills at least three
 * cells up to the end of a row, it is one cell again: a heading. Shorter runs may be two agencies of one name.
 */
export function foldRepeatedCells(table: TableBlock): TableBlock {
  const rows = table.rows.map(foldRow)
  return rows.every((row, index) => row === table.rows[index]) ? table : { ...table, rows }
}

const leastRun = 3

function foldRow(row: Row): Row {
  const last = row.cells.at(-1)
  if (last === undefined || last.lines.length === 0 || row.cells.length < leastRun) return row
  const text = rawText(last.lines)
  const start = row.cells.findLastIndex((cell) => rawText(cell.lines) !== text || !isPlain(cell)) + 1
  const run = row.cells.length - start
  // A mark ('x', '-') or a figure in every column is what each of them says.
  if (run < leastRun || text.length < 8 || !/\p{L}{2}/u.test(text) || start > 1) return row
  const first = row.cells[start]
  if (first === undefined) return row
  return { ...row, cells: [...row.cells.slice(0, start), { ...first, colSpan: run }] }
}

function isPlain(cell: Cell): boolean {
  return cell.colSpan === 1 && cell.rowSpan === 1
}
