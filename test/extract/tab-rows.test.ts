import { describe, expect, test } from 'vitest'
import { textMediaType } from '../../src/extract/media-type.js'
import { unifySeparators } from '../../src/extract/separators.js'
import { readPlainText } from '../../src/extract/text/text-reader.js'

function rowsOf(lines: string[]): string[][] {
  const table = readPlainText(lines.join('\n'))[0]?.blocks.find((block) => block.kind === 'table')
  if (table?.kind !== 'table') return []
  return table.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text).join('\n')))
}

describe('rows of TAB-separated tables', () => {
  test('a short row goes not into the heading row above, though their cells add up to the width', () => {
    const rows = rowsOf([
      'TT\tNhiệm vụ\tChủ trì\tPhối hợp\tGhi chú',
      'I\tCẢI CÁCH THỂ CHẾ',
      '1\tRà soát văn bản\tSở Tư pháp\tCác sở',
      '2\tKiểm tra văn bản\tSở Tư pháp\tCác sở',
    ])
    expect(rows.map((row) => row[0])).toEqual(['TT', 'I', '1', '2'])
  })

  test('a quote inside a cell or never closed is text; a quoted cell with line breaks is one cell', () => {
    const head = 'TT\tNhiệm vụ\tSản phẩm'
    expect(rowsOf([head, '1\tSoạn\t"Sổ tay" hướng dẫn', '2\tIn\tBản in']).length).toBe(3)
    expect(rowsOf([head, '1\tSoạn\t"Sổ tay', '2\tIn\tBản in']).length).toBe(3)
    expect(rowsOf([head, '1\tSoạn\t"Sổ tay', 'và tờ rơi"', '2\tIn\tBản in'])[1]).toEqual([
      '1',
      'Soạn',
      'Sổ tay\nvà tờ rơi',
    ])
  })
})

test('blank cells between bars stay cells', () => {
  const row = 'I | CẢI CÁCH THỂ CHẾ |  |  | '
  const text = ['TT | Nhiệm vụ | Chủ trì | Phối hợp | Ghi chú', row, row, '1 | A | B | C | D'].join('\n')
  expect(unifySeparators(text).split('\n')[1]).toBe('I\tCẢI CÁCH THỂ CHẾ\t\t\t')
})

test('comments before the first element cost no more than their length', () => {
  const comments = '<!-- a --> '.repeat(5000)
  expect(textMediaType(`${comments}<table></table>`)).toBe('text/html')
  expect(textMediaType(`${comments}KẾ HOẠCH`)).toBe('text/plain')
})
