import { describe, expect, it } from 'vitest'
import { headed } from '../support/headed.js'
import { importText } from '../support/import-text.js'
import { criteriaOf, documentOf, outlineOf, rows, tablesOf } from '../support/read.js'

const caption = '<p>PHỤ LỤC 1</p><p>(Kèm theo Kế hoạch số 45/KH-UBND ngày 15/3/2024)</p>'
const cells = (...texts: string[]): string => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`
const body =
  cells('STT', 'Tiêu chí', 'Nhiệm vụ', 'Cơ quan chủ trì') +
  cells('1', 'Một', 'Ban hành', 'Sở Nội vụ') +
  cells('2', 'Hai', 'Kiểm tra', 'Sở Y tế')

describe('tables in HTML', () => {
  it.each([
    '<font face="Times">%</font>',
    '<span><b>%</b></span>',
    '<div><div>%</div></div>',
    '<a name="x">%</a>',
  ])('are tables in any element: %s', async (wrapper) => {
    const html = `<html><body>${caption}${wrapper.replace('%', `<table>${body}</table>`)}</body></html>`
    expect(outlineOf((await criteriaOf(html))[0] ?? [])).toEqual(['pl1/1 item 1', 'pl1/2 item 1'])
  })

  it('keep their caption, which is the title of an appendix without one', async () => {
    const html = `<html><body>${caption}<table><caption>Bảng nhiệm vụ năm 2024</caption>${body}</table></body></html>`
    expect((await tablesOf(html))[0]?.title).toBe('Bảng nhiệm vụ năm 2024')
  })

  it('nested deeper than any writer means become flat, and nothing of their text is lost', async () => {
    const deep = `<html><body>${'<span>'.repeat(20_000)}Nội dung${'</span>'.repeat(20_000)}</body></html>`
    expect((await documentOf(deep)).pages[0]?.blocks).toMatchObject([{ kind: 'paragraph', text: 'Nội dung' }])
  })
})

describe('Markdown', () => {
  it('keeps what looks like the address of a link', async () => {
    const text = '# KẾ HOẠCH\n\nTheo mục [1] của đề án.\n\n[1]: Nghị-định-34 "x"\n'
    const { blocks } = (await documentOf(text)).pages[0] ?? { blocks: [] }
    expect(blocks.map((block) => ('text' in block ? block.text : ''))).toEqual([
      'KẾ HOẠCH',
      'Theo mục [1] của đề án.',
      '[1]: Nghị-định-34 "x"',
    ])
  })
})

describe('the line under the header of a pipe table', () => {
  it('may have single dashes between colons', async () => {
    const table =
      '| STT | Nhiệm vụ | Cơ quan chủ trì |\n|:-:|---|---|\n| 1 | Ban hành | Sở Nội vụ |\n| 2 | - | - |\n'
    const [criteria = []] = await criteriaOf(`PHỤ LỤC 1\nNHIỆM VỤ\n\n${table}`)
    expect(outlineOf(criteria)).toEqual(['pl1/1 item 1', 'pl1/2 item 1'])
  })
})

describe('footnotes of an appendix', () => {
  const note = 'Theo Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ.'
  const head = 'PHỤ LỤC 1\nNHIỆM VỤ\n\n'

  it.each([
    [
      'plain text',
      `${head}${rows(['STT', 'Nhiệm vụ', 'Cơ quan chủ trì'], ['1', 'Rà soát văn bản [1]', 'Sở Tư pháp'])}\n\n[1] ${note}`,
    ],
    [
      'Markdown',
      `${head}| STT | Nhiệm vụ | Cơ quan chủ trì |\n|---|---|---|\n| 1 | Rà soát văn bản[^1] | Sở Tư pháp |\n\n[^1]: ${note}\n`,
    ],
  ])('are the plan’s, and their marks no text of a cell: %s', async (_, text) => {
    const { footnotes, appendices, citations } = await importText(text)
    expect(footnotes).toMatchObject([{ label: '1', text: note }])
    expect(appendices[0]).toMatchObject({
      notes: [],
      criteria: [{ actions: [{ task: ['Rà soát văn bản'] }] }],
    })
    expect(citations.map(({ number }) => number)).toEqual(['34/2016/NĐ-CP'])
  })
})

describe('the body', () => {
  it('keeps the rows of its tables of figures', async () => {
    const { outline } = await importText(
      `KẾ HOẠCH\n\nI. KẾT QUẢ\n\nKết quả năm 2023:\n\n${rows(['STT', 'Đơn vị', 'Điểm', 'Xếp hạng'], ['1', 'Sở Nội vụ', '90,5', '1'])}\n\nII. NHIỆM VỤ\n\nThực hiện.`,
    )
    expect(outline[0]?.paragraphs).toEqual([
      'Kết quả năm 2023:',
      'STT | Đơn vị | Điểm | Xếp hạng',
      '1 | Sở Nội vụ | 90,5 | 1',
    ])
  })

  it('keeps numbered paragraphs whose parts stand behind TABs', async () => {
    const { outline } = await importText(
      'KẾ HOẠCH\n\nI. MỤC ĐÍCH\n\n1.\tNâng cao chất lượng.\n2.\tBảo đảm tiến độ:\ta) đúng hạn;\tb) đủ.\n3.\tTăng cường.\n\nII. NHIỆM VỤ\n\nThực hiện.',
    )
    expect(outline[0]?.paragraphs).toEqual([
      '1. Nâng cao chất lượng.',
      '2. Bảo đảm tiến độ: a) đúng hạn; b) đủ.',
      '3. Tăng cường.',
    ])
  })
})

describe('two columns that blanks or runs of bold part', () => {
  it('of a signature in Markdown are told apart, and blanks left for the hand are none', async () => {
    const { header } = await importText(
      [
        'Số:        /KH-UBND      ',
        '',
        '**KẾ HOẠCH**',
        '',
        '**Nâng cao Chỉ số PAPI năm 2026**',
        '',
        'Thực hiện Kế hoạch của tỉnh.',
        '',
        '***Nơi nhận:***                      **TM. ỦY BAN NHÂN DÂN**',
        '- UBND tỉnh; Sở Nội vụ (b/c);        **CHỦ TỊCH**',
        '- Lưu: VT.                           **K’ Brêm**',
      ].join('\n'),
    )
    expect(header.recipients).toEqual(['UBND tỉnh; Sở Nội vụ (b/c)', 'Lưu: VT'])
    expect(header.signatory).toEqual({
      name: 'K’ Brêm',
      position: 'CHỦ TỊCH',
      authority: 'TM. ỦY BAN NHÂN DÂN',
    })
  })

  it('of a cell whose line breaks a converter left out are lines again', async () => {
    const { header } = await importText(
      '| UBND TỈNH QUẢNG NGÃI  **UBND XÃ TỊNH KHÊ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**  **Độc lập - Tự do - Hạnh phúc** |\n| --- | --- |\n| Số: 27/KH-UBND | *Tịnh Khê, ngày 20 tháng 01 năm 2026* |\n\n**KẾ HOẠCH**\n\n**Nâng cao Chỉ số PAPI năm 2026**\n',
    )
    expect(header.issuer).toBe('Ủy ban nhân dân xã Tịnh Khê')
  })
})

describe('a decision', () => {
  it('has the sections of the plan that it issues behind its signature', async () => {
    const { header, outline } = await importText(
      'ỦY BAN NHÂN DÂN\nQUẬN NINH KIỀU\nSố: 245/QĐ-UBND\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch cải thiện Chỉ số năm 2025\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch cải thiện Chỉ số.\n\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLâm Quốc Trung\n\nKẾ HOẠCH\nCải thiện Chỉ số năm 2025\n(Ban hành kèm theo Quyết định số 245/QĐ-UBND ngày 16 tháng 01 năm 2025)\n\nI. MỤC TIÊU\nĐạt từ 90 điểm trở lên.\nII. GIẢI PHÁP\nPhân công cụ thể.\n',
    )
    expect(header).toMatchObject({
      documentType: 'Quyết định',
      number: '245/QĐ-UBND',
      recipients: ['Như Điều 3', 'Lưu: VT'],
    })
    expect(headed(outline).map(({ label, title, paragraphs }) => [label, title, paragraphs])).toEqual([
      ['I', 'MỤC TIÊU', ['Đạt từ 90 điểm trở lên.']],
      ['II', 'GIẢI PHÁP', ['Phân công cụ thể.']],
    ])
  })
})
