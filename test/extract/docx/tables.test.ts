import { describe, expect, it } from 'vitest'
import {
  docxBytes,
  lvl,
  numbered,
  p,
  paragraphTexts,
  r,
  readWord,
  sourceOf,
  tablesIn,
  tableTexts,
  tbl,
  tc,
  tr,
  wordBlocks,
} from '../../support/files/docx-file.js'
import { growthOf } from '../../support/growth.js'

const start = '<w:vMerge w:val="restart"/>'
const goOn = '<w:vMerge/>'
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`

async function table(body: string): Promise<string[][]> {
  return tableTexts(tablesIn(await wordBlocks(body))[0])
}

const merged = (between: string): string =>
  tbl([
    tr([tc('STT'), tc('Nhiệm vụ')]),
    tr([tc('1', start), tc('Việc một')]) + between,
    tr([tc('', goOn), tc('Việc hai')]),
    tr([tc('2'), tc('Việc ba')]),
  ])
const mergedRows = [['STT', 'Nhiệm vụ'], ['1 ↓2', 'Việc một'], ['Việc hai'], ['2', 'Việc ba']]

describe('merged cells', () => {
  it('keep their spans in both directions', async () => {
    const body = tbl([
      tr([tc('TT', start), tc('Điểm', span(2)), tc('Ghi chú', start)]),
      tr([tc('', goOn), tc('2022'), tc('2023'), tc('', goOn)]),
    ])
    expect(await table(body)).toEqual([
      ['TT ↓2', 'Điểm →2', 'Ghi chú ↓2'],
      ['2022', '2023'],
    ])
  })

  it.each([
    ['a bookmark', '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'],
    ['a remark', '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/>'],
    ['proofing', '<w:proofErr w:type="spellStart"/>'],
    ['a permission', '<w:permStart w:id="1" w:edGrp="everyone"/><w:permEnd w:id="1"/>'],
  ])('survive %s between the rows', async (_, between) => {
    expect(await table(merged(between))).toEqual(mergedRows)
  })

  it('survive rows and cells in content controls', async () => {
    const control = (content: string): string =>
      `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const body = tbl([
      tr([tc('STT'), tc('Nhiệm vụ')]),
      control(tr([tc('1', start), tc('Việc một')])),
      control(tr([tc('', goOn), control(tc('Việc hai'))])),
      `<w:customXml w:element="x">${tr([tc('2'), tc('Việc ba')])}</w:customXml>`,
    ])
    expect(await table(body)).toEqual(mergedRows)
  })

  it('lose nothing to text that stands between rows: it moves behind the table', async () => {
    const blocks = await wordBlocks(merged(p('Lạc giữa hàng')))
    expect(tableTexts(tablesIn(blocks)[0])).toEqual(mergedRows)
    expect(paragraphTexts(blocks)).toEqual(['Lạc giữa hàng'])
  })

  it('that begin nowhere do not swallow the cell above', async () => {
    const body = tbl([tr([tc('1'), tc('A')]), tr([tc('2', goOn), tc('B')]), tr([tc('', goOn), tc('C')])])
    expect(await table(body)).toEqual([['1', 'A'], ['2 ↓2', 'B'], ['C']])
  })

  it('of the older kind are read, too', async () => {
    const body = tbl([
      tr([tc('LĨNH VỰC', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('x')]),
      tr([tc('1'), tc('2'), tc('3')]),
    ])
    expect(await table(body)).toEqual([
      ['LĨNH VỰC →2', 'x'],
      ['1', '2', '3'],
    ])
  })
})

describe('columns', () => {
  it('that a row leaves out at its ends are blank cells', async () => {
    const body = tbl([
      tr([tc('1'), tc('Một'), tc('Sở Nội vụ'), tc('Năm 2024')]),
      tr([tc('Hai'), tc('Sở Y tế')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
      tr([tc('Năm 2025')], '<w:gridBefore w:val="3"/>'),
    ])
    expect(await table(body)).toEqual([
      ['1', 'Một', 'Sở Nội vụ', 'Năm 2024'],
      ['', 'Hai', 'Sở Y tế', ''],
      [' →3', 'Năm 2025'],
    ])
  })

  it('that only a dragged border made are joined', async () => {
    const body = tbl(
      [
        tr([tc('STT'), tc('Tên', span(2)), tc('Việc')]),
        tr([tc('1', span(2)), tc('Một'), tc('Làm')]),
        tr([tc('Hai'), tc('Làm')], '<w:gridBefore w:val="2"/>'),
      ],
      [700, 30, 4000, 4000],
    )
    expect(await table(body)).toEqual([
      ['STT', 'Tên', 'Việc'],
      ['1', 'Một', 'Làm'],
      ['', 'Hai', 'Làm'],
    ])
  })

  it('that are narrow stay where they hold text, and where the grid is a dummy', async () => {
    const rows = [tr([tc('a'), tc('b'), tc('c')]), tr([tc('1', span(2)), tc('3')])]
    const expected = [
      ['a', 'b', 'c'],
      ['1 →2', '3'],
    ]
    expect(await table(tbl(rows, [3000, 100, 3000]))).toEqual(expected)
    expect(await table(tbl(rows, [100, 100, 100]))).toEqual(expected)
  })
})

describe('header rows', () => {
  const header = '<w:tblHeader/>'
  async function headerRows(marks: string[]): Promise<number | null | undefined> {
    const rows = marks.map((mark, index) => tr([tc(`a${index}`), tc(`b${index}`)], mark))
    return tablesIn(await wordBlocks(tbl(rows)))[0]?.headerRows
  }

  it('are those at the top that Word repeats', async () => {
    expect(await headerRows([header, header, '', ''])).toBe(2)
    expect(await headerRows(['', '', ''])).toBeNull()
  })

  it('are none where the mark is off, stands further down, or on the whole table', async () => {
    expect(await headerRows(['<w:tblHeader w:val="0"/>', '', ''])).toBeNull()
    expect(await headerRows(['', header, ''])).toBeNull()
    expect(await headerRows([header, header, header])).toBeNull()
  })
})

describe('cells', () => {
  it('keep paragraphs and line breaks apart', async () => {
    const body = tbl([tr([tc(p('- Một') + p(`${r('- Hai')}<w:r><w:br/></w:r>${r('nữa')}`)), tc('x')])])
    const cell = tablesIn(await wordBlocks(body))[0]?.rows[0]?.cells[0]
    expect(cell?.lines).toEqual([
      { text: '- Một', start: 'paragraph' },
      { text: '- Hai', start: 'paragraph' },
      { text: 'nữa', start: 'break' },
    ])
  })

  it('may hold a table of their own: its rows become lines, the outer table stays', async () => {
    const inner = tbl([tr([tc('Quý I'), tc('10')]), tr([tc('Quý II'), tc('20')])])
    const body = tbl([
      tr([tc('STT'), tc('Nhiệm vụ'), tc('Chủ trì')]),
      tr([tc('1'), tc(p('Chỉ tiêu:') + inner + p('')), tc('Sở Nội vụ')]),
      tr([tc('2'), tc('Việc hai'), tc('Sở Y tế')]),
      tr([tc('3'), tc('Việc ba'), tc('Sở Y tế')]),
    ])
    expect(await table(body)).toEqual([
      ['STT', 'Nhiệm vụ', 'Chủ trì'],
      ['1', 'Chỉ tiêu:|Quý I 10|Quý II 20', 'Sở Nội vụ'],
      ['2', 'Việc hai', 'Sở Y tế'],
      ['3', 'Việc ba', 'Sở Y tế'],
    ])
  })

  it('of a frame around a table are looked through', async () => {
    const inner = tbl([tr([tc('STT'), tc('Nhiệm vụ')]), tr([tc('1'), tc('Một')])])
    const blocks = await wordBlocks(tbl([tr([tc(p('PHỤ LỤC') + inner + p(''))])]))
    expect(paragraphTexts(blocks)).toEqual(['PHỤ LỤC'])
    expect(tableTexts(tablesIn(blocks)[0])).toEqual([
      ['STT', 'Nhiệm vụ'],
      ['1', 'Một'],
    ])
  })

  it('are bold where their styles say so', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="Đậm"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="DamChu"><w:name w:val="Đậm chữ"/><w:rPr><w:b/></w:rPr></w:style>'
    const cells = [
      tc(p('một', '<w:pStyle w:val="Dam"/>')),
      tc(p(r('hai', '<w:rStyle w:val="DamChu"/>'))),
      tc(p(r('ba', '<w:b w:val="0"/>'), '<w:pStyle w:val="Dam"/>')),
      tc(p(r('bốn', '<w:b/>'))),
      tc('năm'),
    ]
    const blocks = await wordBlocks({ body: tbl([tr(cells)]), styles })
    expect(tablesIn(blocks)[0]?.rows[0]?.cells.map((cell) => cell.strong)).toEqual([
      true,
      true,
      false,
      true,
      false,
    ])
  })

  it('and rows know in which order they stand', async () => {
    const blocks = await wordBlocks(
      p('Trước') + tbl([tr([tc('1'), tc('a')]), tr([tc('2'), tc('b')])]) + p('Sau'),
    )
    const [before, table, after] = blocks
    expect(before?.at.line).toBe(1)
    const lines = table?.kind === 'table' ? table.rows.map((row) => row.at.line ?? 0) : []
    expect(lines[0]).toBeGreaterThan(1)
    expect(lines[1]).toBeGreaterThan(lines[0] ?? 0)
    expect(after?.at.line).toBeGreaterThan(lines[1] ?? 0)
  })
})

describe('a long table', () => {
  const read = (length: number) => {
    const rows = Array.from({ length }, (_, index) => tr([tc(p('', numbered(1))), tc(`Việc ${index + 1}`)]))
    const numbering = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal', '%1')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    return readWord({ body: tbl(rows), numbering })
  }

  it('of 3,000 numbered rows is read whole', async () => {
    const { value } = await read(3000)
    expect(tableTexts(tablesIn(value.pages[0]?.blocks ?? [])[0]).at(-1)).toEqual(['3000', 'Việc 3000'])
    expect(docxBytes({ body: '' }).length).toBeGreaterThan(1000)
    expect(sourceOf(new Uint8Array()).file).toBe('ke-hoach.docx')
  })

  it('takes time in proportion to its rows', async () => {
    expect(await growthOf(read, 200)).toBeLessThan(9)
  })
})
