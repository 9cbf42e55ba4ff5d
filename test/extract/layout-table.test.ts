import { describe, expect, test } from 'vitest'
import type { Block } from '../../schemas/document.js'
import { readPlainText } from '../../src/extract/text/text-reader.js'

const header = '   STT  Nhiệm vụ                        Cơ quan chủ trì        Thời gian'

function tableTexts(blocks: Block[]): string[][] | null {
  const table = blocks.find((block) => block.kind === 'table')
  if (table?.kind !== 'table') return null
  return table.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text).join('\n')))
}

describe('columns kept by blanks', () => {
  test('a blank line ends a row; wrapped lines go on in their own column', () => {
    const [page] = readPlainText(
      [
        header,
        '',
        '   I    CẢI CÁCH THỂ CHẾ TRÊN ĐỊA BÀN PHƯỜNG NĂM 2026',
        '',
        '   1    Rà soát văn bản do các phường     Phòng Văn hóa - Xã     Quý II/2026',
        '        cũ ban hành                       hội',
        '',
        '   2    Niêm yết thủ tục                  Văn phòng              Thường xuyên',
      ].join('\n'),
    )
    expect(tableTexts(page?.blocks ?? [])).toEqual([
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
      ['I', 'CẢI CÁCH THỂ CHẾ TRÊN ĐỊA BÀN PHƯỜNG NĂM 2026', '', ''],
      ['1', 'Rà soát văn bản do các phường cũ ban hành', 'Phòng Văn hóa - Xã hội', 'Quý II/2026'],
      ['2', 'Niêm yết thủ tục', 'Văn phòng', 'Thường xuyên'],
    ])
  })

  test('a page without a header goes on with the columns of the page above; its number is none', () => {
    const pages = readPlainText(
      [
        `${header}\n\n   1    Rà soát văn bản                   Văn phòng              Quý II/2026`,
        '   2    Niêm yết thủ tục                  Văn phòng              Quý I/2026\n\n                 4\n',
        '   3    Công khai ngân sách               Phòng Kinh tế          Hàng quý\n\n                 5\n',
      ]
        .join('\n\n')
        .replace('4\n\n\n', '4\n\f'),
    )
    expect(pages.map((page) => page.blocks.length)).toEqual([1, 1])
    expect(tableTexts(pages[1]?.blocks ?? [])).toEqual([
      ['3', 'Công khai ngân sách', 'Phòng Kinh tế', 'Hàng quý'],
    ])
  })

  test('rows that no blank line parts are not guessed at', () => {
    const [page] = readPlainText(
      [
        header,
        '        Rà soát văn bản do các phường     Phòng Văn hóa - Xã     Quý II/2026',
        '   1    cũ ban hành                       hội                    hoặc sau',
        '        Niêm yết thủ tục                  Văn phòng              Thường xuyên',
        '   2    và công khai                      phường                 hàng quý',
      ].join('\n'),
    )
    expect(tableTexts(page?.blocks ?? [])).toBeNull()
  })

  test('two columns of a letterhead are parted by a TAB', () => {
    const [page] = readPlainText('      PHƯỜNG KIM LONG                  Độc lập - Tự do - Hạnh phúc')
    expect(page?.blocks[0]).toMatchObject({ text: 'PHƯỜNG KIM LONG\tĐộc lập - Tự do - Hạnh phúc' })
  })

  const unspaced = [
    header,
    '   I    CẢI CÁCH THỂ CHẾ TRÊN ĐỊA BÀN PHƯỜNG NĂM 2026',
    '   1    Rà soát văn bản do các phường     Phòng Văn hóa - Xã     Quý II/2026',
    '        cũ ban hành                       hội',
    '   2    Niêm yết thủ tục                  Văn phòng              Thường xuyên',
    '        Đánh giá mức độ hài lòng          Trung tâm hành         Quý IV/2026',
    '        của người dân                     chính công',
    '   3    Công khai ngân sách               Phòng Kinh tế          Hàng quý',
  ]

  test('rows without blank lines begin at their ordinals where the texts begin there too', () => {
    const [page] = readPlainText(unspaced.join('\n'))
    expect(tableTexts(page?.blocks ?? [])).toEqual([
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
      ['I', 'CẢI CÁCH THỂ CHẾ TRÊN ĐỊA BÀN PHƯỜNG NĂM 2026', '', ''],
      ['1', 'Rà soát văn bản do các phường cũ ban hành', 'Phòng Văn hóa - Xã hội', 'Quý II/2026'],
      ['2', 'Niêm yết thủ tục', 'Văn phòng', 'Thường xuyên'],
      ['', 'Đánh giá mức độ hài lòng của người dân', 'Trung tâm hành chính công', 'Quý IV/2026'],
      ['3', 'Công khai ngân sách', 'Phòng Kinh tế', 'Hàng quý'],
    ])
  })

  test('nothing is read where an ordinal stands in the middle of its row', () => {
    const centred = unspaced
      .with(2, '        Rà soát văn bản do các phường     Phòng Văn hóa - Xã     Quý II/2026')
      .with(3, '   1    cũ ban hành                       hội')
    expect(tableTexts(readPlainText(centred.join('\n'))[0]?.blocks ?? [])).toBeNull()
  })
})
