import type { Block } from '../../schemas/document.js'
import type { LogicalCell } from '../../schemas/table.js'
import { parseCode, splitLeadingCode } from '../language/codes.js'
import { collapse } from '../language/letters.js'
import { textOf } from './captions.js'
import type { ColumnModel } from './columns/column-model.js'
import { cellText, type DataRow } from './physical-rows.js'

/**
 * A numbered heading that stands between two tables of an appendix ('II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH') is the heading
 * row of the table below it; null for any other paragraph.
 */
export function sectionRow(block: Block, model: ColumnModel, piece: number): DataRow | null {
  const text = collapse(textOf(block))
  if (text === '' || text.length > 200 || block.kind === 'table') return null
  const leading = splitLeadingCode(text)
  if (leading === null || /[.;:]$/u.test(text) || text.split(' ').length > 30) return null
  const codeColumn = model.columns.findIndex((column) => column.role === 'code')
  const textColumn = model.columns.findIndex((column) => column.role === 'name' || column.role === 'task')
  if (textColumn < 0) return null
  const cells: LogicalCell[] = model.columns.map(() => ({ pieces: [], merged: false }))
  const put = (column: number, value: string): void => {
    cells[column]?.pieces.push({
      at: block.at,
      raw: value,
      lines: [{ text: value, start: 'paragraph' }],
      confidence: 1,
    })
  }
  if (codeColumn >= 0) put(codeColumn, leading.printed)
  put(textColumn, codeColumn >= 0 ? leading.rest : text)
  return { at: block.at, cells, strong: true, spanning: true, piece, index: -1, stretch: 0, first: false }
}

/**
 * '1. Mục tiêu điểm số' above a table whose first row has the number 1 as well names the table; a heading row has a
 * number of another kind than the rows below it.
 */
export function namesTable(heading: DataRow, rows: DataRow[], model: ColumnModel): boolean {
  const column = model.columns.findIndex(({ role }) => role === 'code')
  const own = parseCode(cellText(heading.cells[column]))
  const first = rows.map((row) => parseCode(cellText(row.cells[column]))).find((code) => code !== null)
  return own !== null && own.style === first?.style && own.parts.length === first.parts.length
}
