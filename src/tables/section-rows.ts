import type { Block } from '../../schemas/document.js'
import type { LogicalCell } from '../../schemas/table.js'
import { splitLeadingCode } from '../language/codes.js'
import { collapse } from '../language/letters.js'
import { textOf } from './captions.js'
import type { ColumnModel } from './column-model.js'
import type { DataRow } from './physical-rows.js'

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
