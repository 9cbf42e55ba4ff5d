import { describe, expect, it } from 'vitest'
import {
  lvl,
  numbered,
  p,
  paragraphTexts,
  r,
  readWord,
  tablesIn,
  tableTexts,
  tbl,
  tc,
  tr,
  wordBlocks,
} from '../../support/files/docx-file.js'

const list = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const num = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`
const outline = list(
  0,
  lvl(0, 'upperRoman', '%1.') +
    lvl(1, 'decimal', '%2.') +
    lvl(2, 'decimal', '%2.%3.') +
    lvl(3, 'lowerLetter', '%4)'),
)

async function texts(body: string, numbering: string, styles = ''): Promise<string[]> {
  return paragraphTexts(await wordBlocks({ body, numbering, styles }))
}

describe('numbers that Word generates', () => {
  it('stand in the text, level by level', async () => {
    const body =
      p('MỤC ĐÍCH', numbered(1)) +
      p('Mục đích', numbered(1, 1)) +
      p('Yêu cầu', numbered(1, 1)) +
      p('Ý thứ nhất', numbered(1, 2)) +
      p('Điểm', numbered(1, 3)) +
      p('Điểm nữa', numbered(1, 3)) +
      p('NHIỆM VỤ', numbered(1)) +
      p('Lại từ đầu', numbered(1, 1))
    expect(await texts(body, outline + num(1, 0))).toEqual([
      'I. MỤC ĐÍCH',
      '1. Mục đích',
      '2. Yêu cầu',
      '2.1. Ý thứ nhất',
      'a) Điểm',
      'b) Điểm nữa',
      'II. NHIỆM VỤ',
      '1. Lại từ đầu',
    ])
  })

  it('stand in cells, too, with or without text beside them', async () => {
    const body = tbl([
      tr([tc(p('', numbered(1))), tc(p('Ban hành kế hoạch', numbered(2)))]),
      tr([tc(p('', numbered(1))), tc(p('Công khai', numbered(2)) + p('Niêm yết', numbered(2)))]),
      tr([tc(p('', numbered(1, 1))), tc('Chữ')]),
    ])
    const numbering =
      list(0, lvl(0, 'decimal', '%1') + lvl(1, 'decimal', '%1.%2')) +
      list(1, lvl(0, 'bullet', '-')) +
      num(1, 0) +
      num(2, 1)
    expect(tableTexts(tablesIn(await wordBlocks({ body, numbering }))[0])).toEqual([
      ['1', '- Ban hành kế hoạch'],
      ['2', '- Công khai|- Niêm yết'],
      ['2.1', 'Chữ'],
    ])
  })

  it('go on in lists of one family and begin anew where a list says so', async () => {
    const numbering =
      outline +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    const body =
      p('Một', numbered(1)) +
      p('Hai', numbered(2)) +
      p('Lại một', numbered(3)) +
      p('Lại hai', numbered(3)) +
      p('Ba', numbered(1))
    expect(await texts(body, numbering)).toEqual([
      'I. Một',
      'II. Hai',
      'I. Lại một',
      'II. Lại hai',
      'III. Ba',
    ])
  })

  it('come from styles, from what they are based on, and can be taken away', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="MucCon"><w:name w:val="Mục con"/><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Điều"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`
    const dieu = list(
      1,
      lvl(0, 'decimal', 'Phần %1') + lvl(1, 'decimal', 'Điều %2.', '<w:pStyle w:val="Dieu"/>'),
    )
    const style = (id: string): string => `<w:pStyle w:val="${id}"/>`
    const body =
      p('Một', style('Muc')) +
      p('Con', style('MucCon')) +
      p('Không số', style('Muc') + numbered(0)) +
      p('Hai', style('Muc')) +
      p('Phạm vi', style('Dieu'))
    expect(await texts(body, outline + dieu + num(1, 0) + num(2, 1), styles)).toEqual([
      'I. Một',
      '1. Con',
      'Không số',
      'II. Hai',
      'Điều 1. Phạm vi',
    ])
  })

  it('know the formats of plans', async () => {
    const formats: [string, string, string][] = [
      ['decimalZero', '%1', '01 x'],
      ['lowerRoman', '(%1)', '(i) x'],
      ['upperLetter', '%1.', 'A. x'],
      ['vietnameseCounting', '%1 là', 'một là x'],
      ['none', '', 'x'],
      ['decimal', 'Nhiệm vụ %1:', 'Nhiệm vụ 1: x'],
    ]
    for (const [format, text, expected] of formats)
      expect(await texts(p('x', numbered(1)), list(0, lvl(0, format, text)) + num(1, 0))).toEqual([expected])
  })

  it('are written in figures where the list says so, and count levels that were left out', async () => {
    const legal = list(0, lvl(0, 'upperRoman', 'Chương %1') + lvl(1, 'decimal', '%1.%2', '<w:isLgl/>'))
    const body = p('mục', numbered(1, 1)) + p('CHƯƠNG', numbered(1)) + p('mục', numbered(1, 1))
    expect(await texts(body, legal + num(1, 0))).toEqual(['1.1 mục', 'Chương II CHƯƠNG', '2.1 mục'])
  })

  it('go on below a higher level where counting is not to begin anew', async () => {
    const going = list(0, lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>'))
    const body = p('A', numbered(1)) + p('a', numbered(1, 1)) + p('B', numbered(1)) + p('b', numbered(1, 1))
    expect(await texts(body, going + num(1, 0))).toEqual(['I. A', '1. a', 'II. B', '2. b'])
  })

  it('follow links from one definition to another', async () => {
    const linked = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Chung"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Chung"/>${lvl(0, 'decimal', '%1.')}</w:abstractNum>`
    expect(await texts(p('x', numbered(1)) + p('y', numbered(2)), linked + num(1, 0) + num(2, 1))).toEqual([
      '1. x',
      '2. y',
    ])
  })

  it('are bullets as they print: dashes and pluses, and dots for symbols', async () => {
    const symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    const wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    const numbering =
      list(0, lvl(0, 'bullet', '\uf0b7', symbol)) +
      list(1, lvl(0, 'bullet', '-')) +
      list(2, lvl(0, 'bullet', '+')) +
      list(3, lvl(0, 'bullet', '§', wingdings)) +
      list(4, lvl(0, 'bullet', '\uf02d', symbol)) +
      [0, 1, 2, 3, 4].map((id) => num(id + 1, id)).join('')
    const body = [1, 2, 3, 4, 5].map((id) => p('x', numbered(id))).join('')
    expect(await texts(body, numbering)).toEqual(['• x', '- x', '+ x', '• x', '- x'])
  })

  it('are bold with their text, so that headings stay whole', async () => {
    const body = p(r('Mục đích', '<w:b/>') + r(': cải thiện'), numbered(1, 1))
    const [block] = await wordBlocks({ body, numbering: outline + num(1, 0) })
    expect(block).toMatchObject({ text: '1. Mục đích: cải thiện', strong: 'start', strongLength: 11 })
  })

  it('of deleted paragraphs do not count', async () => {
    const deleted = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    const body =
      p('Một', numbered(1)) +
      `<w:p><w:pPr>${numbered(1)}${deleted}</w:pPr><w:del w:id="2">${r('bỏ')}</w:del></w:p>` +
      p('Hai', numbered(1))
    expect(
      paragraphTexts((await readWord({ body, numbering: outline + num(1, 0) })).value.pages[0]?.blocks ?? []),
    ).toEqual(['I. Một', 'II. Hai'])
  })
})
