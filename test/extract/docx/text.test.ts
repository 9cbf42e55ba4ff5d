import { describe, expect, it } from 'vitest'
import { written } from '../../../src/messages/index.js'
import {
  p,
  paragraphTexts,
  r,
  readWord,
  tablesIn,
  tableTexts,
  tbl,
  tc,
  tr,
  type WordXml,
  wordBlocks,
} from '../../support/files/docx-file.js'

async function texts(word: WordXml | string): Promise<string[]> {
  return paragraphTexts(await wordBlocks(word))
}

async function messages(word: WordXml | string): Promise<string[]> {
  return (await readWord(word)).issues.map(written).map(({ code, message }) => `${code}: ${message}`)
}

describe('tracked changes', () => {
  const ins = (content: string): string => `<w:ins w:id="1" w:author="a">${content}</w:ins>`
  const del = (text: string): string =>
    `<w:del w:id="2" w:author="a"><w:r><w:delText>${text}</w:delText></w:r></w:del>`

  it('are read as if accepted, and reported', async () => {
    const body = p(`${r('Giao ')}${del('Sở Y tế')}${ins(r('Sở Nội vụ'))}${r(' chủ trì')}`)
    expect(await texts(body)).toEqual(['Giao Sở Nội vụ chủ trì'])
    expect(await messages(body)).toEqual([
      'tracked-changes: The document is a draft with tracked changes; it was read as if all were accepted (1 inserted, 1 deleted).',
    ])
  })

  it('take rows and ends of paragraphs with them', async () => {
    const gone = '<w:del w:id="3" w:author="a"/>'
    const rows = tbl([
      tr([tc('1', '<w:vMerge w:val="restart"/>'), tc('a')]),
      tr([tc('', '<w:vMerge/>'), tc('bỏ')], gone),
      tr([tc('', '<w:vMerge/>'), tc('c')], '<w:ins w:id="4" w:author="a"/>'),
    ])
    const joined = p('Một câu', `<w:rPr>${gone}</w:rPr>`) + p(' liền mạch')
    const blocks = await wordBlocks(rows + joined)
    expect(tableTexts(tablesIn(blocks)[0])).toEqual([['1 ↓2', 'a'], ['c']])
    expect(paragraphTexts(blocks)).toEqual(['Một câu liền mạch'])
  })

  it('leave moved text where it was moved to, once', async () => {
    const body = `<w:p><w:moveFromRangeStart w:id="5" w:name="m"/><w:moveFrom w:id="6">${r('Ý dời đi')}</w:moveFrom><w:moveFromRangeEnd w:id="5"/></w:p>${p('Ở giữa')}<w:p><w:moveTo w:id="7">${r('Ý dời đi')}</w:moveTo></w:p>`
    expect(await texts(body)).toEqual(['Ở giữa', 'Ý dời đi'])
  })
})

describe('footnotes', () => {
  const note = (id: number, ...paragraphs: string[]): string =>
    `<w:footnote w:id="${id}">${paragraphs.map((text, index) => p((index === 0 ? '<w:r><w:footnoteRef/></w:r>' : '') + r(text))).join('')}</w:footnote>`
  const refer = (id: number): string =>
    `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`

  it('stand behind the paragraph that refers to them, numbered in order, and leave no mark in the text', async () => {
    const body =
      p(`${r('Theo quy định')}${refer(7)}${r(' và hướng dẫn')}${refer(3)}${r('.')}`) + p('Tiếp theo')
    const footnotes = note(3, ' Công văn 12/UBND-NV') + note(7, ' Nghị quyết số 76/NQ-CP', 'ngày 15/7/2021')
    const blocks = await wordBlocks({ body, footnotes })
    expect(blocks.map((block) => (block.kind === 'paragraph' ? [block.footnote, block.text] : []))).toEqual([
      [null, 'Theo quy định và hướng dẫn.'],
      ['1', 'Nghị quyết số 76/NQ-CP\nngày 15/7/2021'],
      ['2', 'Công văn 12/UBND-NV'],
      [null, 'Tiếp theo'],
    ])
  })

  it('of a title stand behind what it heads, those of a cell behind the table', async () => {
    const title = p(`${r('PHỤ LỤC')}${refer(1)}`, '<w:jc w:val="center"/>')
    const table = tbl([tr([tc(p(`${r('Một')}${refer(2)}`)), tc('Hai')])])
    const blocks = await wordBlocks({
      body: title + p('DANH MỤC', '<w:jc w:val="center"/>') + table,
      footnotes: note(1, 'Ghi chú một') + note(2, 'Ghi chú hai'),
    })
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind))).toEqual([
      'PHỤ LỤC',
      'DANH MỤC',
      'table',
      'Ghi chú một',
      'Ghi chú hai',
    ])
  })

  it('keep the mark that the author chose; endnotes count in Roman numbers', async () => {
    const own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    const end = '<w:r><w:endnoteReference w:id="4"/></w:r>'
    const endnotes = `<w:endnote w:id="4">${p(`<w:r><w:endnoteRef/></w:r>${r(' Xem Phụ lục')}`)}</w:endnote>`
    const blocks = await wordBlocks({
      body: p(`${r('Một')}${own}${r(' hai')}${end}`),
      footnotes: `<w:footnote w:id="1">${p(r('*') + r(' Số liệu ước'))}</w:footnote>`,
      endnotes,
    })
    expect(blocks.map((block) => (block.kind === 'paragraph' ? [block.footnote, block.text] : []))).toEqual([
      [null, 'Một hai'],
      ['i', 'Xem Phụ lục'],
      ['*', 'Số liệu ước'],
    ])
  })
})

describe('text that mammoth would lose', () => {
  it('of fields, links, controls and formulas is kept', async () => {
    const body =
      p(`<w:fldSimple w:instr=" DATE ">${r('31/8/2023')}</w:fldSimple>`) +
      p(`<w:hyperlink w:anchor="x">${r('chinhphu.vn')}</w:hyperlink>`) +
      p(`<w:sdt><w:sdtPr/><w:sdtContent>${r('Hải Phòng')}</w:sdtContent></w:sdt>`) +
      p(`<w:bdo w:val="ltr">${r('xuôi')}</w:bdo>`) +
      p(`<m:oMathPara><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></m:oMathPara>`) +
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Bảng 1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      )
    expect(await texts(body)).toEqual(['31/8/2023', 'chinhphu.vn', 'Hải Phòng', 'xuôi', 'a+b', 'Bảng 1'])
    expect(await messages(body)).toEqual([])
  })

  it('of text boxes stands behind their paragraph, once', async () => {
    const content = `<w:txbxContent>${p('DỰ THẢO')}${p('Lần 2')}</w:txbxContent>`
    const modern = `<wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>`
    const old = `<w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict>`
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${modern}</w:drawing></mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`
    for (const box of [both, `<w:drawing>${modern}</w:drawing>`, old])
      expect(await texts(p(`<w:r>${box}</w:r>${r('ỦY BAN')}`) + p('Số: 1'))).toEqual([
        'ỦY BAN',
        'DỰ THẢO',
        'Lần 2',
        'Số: 1',
      ])
  })

  it('of capitals set by format is in capitals; hidden text is not printed', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Hoa"><w:name w:val="Hoa"/><w:rPr><w:caps/></w:rPr></w:style>'
    const body =
      p('Kế hoạch', '<w:pStyle w:val="Hoa"/>') +
      p(`${r('thấy')}${r(' ẩn', '<w:vanish/>')}`) +
      p(r('điểm', '<w:caps/>'))
    expect(await texts({ body, styles })).toEqual(['KẾ HOẠCH', 'thấy', 'ĐIỂM'])
  })

  it('of hyphens, breaks and symbols is what it looks like', async () => {
    const body = p(
      `<w:r><w:t>229/KH</w:t><w:noBreakHyphen/><w:t>UBND hành</w:t><w:softHyphen/><w:t> chính${'\u00ad'}</w:t><w:cr/><w:t>${'\uf0b7'} dòng hai</w:t></w:r>`,
    )
    expect(await texts(body)).toEqual(['229/KH-UBND hành chính\n• dòng hai'])
  })

  it('parts columns by tabs, but not a number from its text', async () => {
    const tab = '<w:r><w:tab/></w:r>'
    expect(
      await texts(p(`${r('UBND TỈNH')}${tab}${tab}${r('CỘNG HÒA')}`) + p(`${r('1.')}${tab}${r('Mục đích')}`)),
    ).toEqual(['UBND TỈNH\tCỘNG HÒA', '1. Mục đích'])
  })
})

describe('what holds no text', () => {
  const picture = (centimetres: number): string =>
    `<w:r><w:drawing><wp:inline><wp:extent cx="${centimetres * 360000}" cy="${centimetres * 360000}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

  it('is reported where it may show text', async () => {
    const chart =
      '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="r8"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    const object = '<w:r><w:object><o:OLEObject Type="Embed"/></w:object></w:r>'
    expect(await messages(p('Bảng') + p(picture(15)) + p(picture(2)) + p(chart) + p(object))).toEqual([
      'text-unplaced: The document holds 1 large pictures, 1 charts or diagrams, 1 embedded files whose text, if any, was not read.',
    ])
    expect(await messages(p('Dấu') + p(picture(3)))).toEqual([])
    expect(await messages(p(`${r('x')}<w:r><w:instrText> AUTONUM </w:instrText></w:r>`))).toHaveLength(1)
  })

  it('makes a document that cannot be read', async () => {
    await expect(readWord(p(picture(18)))).rejects.toMatchObject({ code: 'unreadable' })
    await expect(readWord(p(''))).rejects.toMatchObject({
      code: 'empty',
      message: 'ke-hoach.docx: the document holds no text.',
    })
  })
})

describe('a page', () => {
  it('may lie on its side: sections change nothing', async () => {
    const landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    const body =
      p('Thân', '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>') +
      p('PHỤ LỤC') +
      tbl([tr([tc('1'), tc('Một')])]) +
      landscape
    expect((await wordBlocks(body)).map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'table'])
  })

  it('begins with a letterhead in two columns', async () => {
    const bold = (text: string): string => p(r(text, '<w:b/>'))
    const head = tbl([
      tr([
        tc(bold('ỦY BAN NHÂN DÂN') + bold('TỈNH A') + p('Số: 12/KH-UBND')),
        tc(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + p('A, ngày 5 tháng 3 năm 2024')),
      ]),
    ])
    expect(tableTexts(tablesIn(await wordBlocks(head))[0])).toEqual([
      [
        'ỦY BAN NHÂN DÂN|TỈNH A|Số: 12/KH-UBND',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|A, ngày 5 tháng 3 năm 2024',
      ],
    ])
  })

  it('has headings where its styles are headings', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>'
    expect(await wordBlocks({ body: p('Mục đích', '<w:pStyle w:val="Heading2"/>'), styles })).toMatchObject([
      { kind: 'heading', level: 2, text: 'Mục đích' },
    ])
  })
})
