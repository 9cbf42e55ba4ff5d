import { describe, expect, it } from 'vitest'
import type { Block } from '../../schemas/document.js'
import { UnusableInputError } from '../../src/errors.js'
import { extract } from '../../src/extract/index.js'
import { documentOf } from '../support/read.js'

function read(bytes: Uint8Array, file = 'ke-hoach.txt') {
  return extract({ file, bytes, sha256: '0'.repeat(64) })
}

async function blocksOf(text: string): Promise<Block[]> {
  return (await documentOf(text)).pages.flatMap((page) => page.blocks)
}

async function tableTexts(text: string): Promise<string[][]> {
  const table = (await blocksOf(text)).find((block) => block.kind === 'table')
  return table?.kind === 'table'
    ? table.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text).join('|')))
    : []
}

async function failure(bytes: Uint8Array, file?: string): Promise<UnusableInputError> {
  try {
    await read(bytes, file)
  } catch (error) {
    if (error instanceof UnusableInputError) return error
  }
  throw new Error('it was read')
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('bytes', () => {
  const sentence = 'Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ'
  const paragraph = async (bytes: Uint8Array): Promise<string> => {
    const block = (await read(bytes)).value.pages[0]?.blocks[0]
    return block?.kind === 'paragraph' ? block.text : ''
  }

  it('are read as UTF-8 with or without a byte order mark, CRLF and NFD', async () => {
    expect(await paragraph(utf8(`\ufeff${sentence}\r\n`))).toBe(sentence)
    expect(await paragraph(utf8(sentence.normalize('NFD')))).toBe(sentence)
  })

  it('are read as UTF-16 in both orders, with a note', async () => {
    const little = new Uint8Array(Buffer.from(`\ufeff${sentence}`, 'utf16le'))
    const big = new Uint8Array(Buffer.from(`\ufeff${sentence}`, 'utf16le').swap16())
    expect(await paragraph(little)).toBe(sentence)
    expect(await paragraph(big)).toBe(sentence)
    expect((await read(little)).issues).toMatchObject([{ code: 'encoding-converted' }])
    expect((await read(big)).value.convertedFrom).toBe('utf-16be')
  })

  it('that are no text are refused with the reason', async () => {
    expect(await failure(new Uint8Array(0))).toMatchObject({
      code: 'empty',
      message: 'ke-hoach.txt: the file is empty.',
    })
    expect(await failure(utf8('  \n\n '))).toMatchObject({ code: 'empty' })
    expect(await failure(Uint8Array.from({ length: 5000 }, (_, index) => (index * 37) % 256))).toMatchObject({
      code: 'unsupported',
    })
    expect((await failure(utf8('%PDF-1.7 …'), 'a.txt')).message).toContain('the PDF is damaged or cut off')
  })
})

describe('the kind of text is decided by content', () => {
  it.each([
    ['# KẾ HOẠCH\n\nCăn cứ', 'text/markdown'],
    ['<!DOCTYPE html><html><body><p>KẾ HOẠCH</p></body></html>', 'text/html'],
    ['<table><tr><td>1</td></tr></table>', 'text/html'],
    ['KẾ HOẠCH\n\nCăn cứ\n1\tMột\tHai', 'text/plain'],
    ['**KẾ HOẠCH**\n1\tMột\tHai', 'text/markdown'],
  ])('%j is %s', async (text, mediaType) => {
    expect((await documentOf(text)).mediaType).toBe(mediaType)
  })

  it('knows text recognised with the wrong language from text that only lost its marks', async () => {
    const garbled =
      'Chi s6 hai long cua ngudi dan, t6 chirc dbi véi su phuc vu ciia co quan hanh chinh nha nuéc thanh phd Can Tho. '
    const stripped =
      'Chi so hai long cua nguoi dan, to chuc doi voi su phuc vu cua co quan hanh chinh nha nuoc thanh pho Can Tho. '
    const document = await documentOf(garbled.repeat(5))
    expect(document.route).toBe('ocr-text')
    expect(document.pages.map(({ textQuality }) => textQuality)).toEqual(['misrecognised'])
    expect((await documentOf(stripped.repeat(5))).route).toBe('text')
  })
})

describe('tables', () => {
  it('of TAB-separated lines keep blank cells and know their line', async () => {
    const text = 'Đoạn văn\n\nSTT\tTên\tViệc\n1\t\tHai việc\n\t\tBa việc'
    expect(await tableTexts(text)).toEqual([
      ['STT', 'Tên', 'Việc'],
      ['1', '', 'Hai việc'],
      ['', '', 'Ba việc'],
    ])
    expect((await blocksOf(text))[1]?.at.line).toBe(3)
  })

  it('of Markdown keep breaks, bullets and bold of their cells', async () => {
    const text =
      '| STT | Nhiệm vụ |\n|---|---|\n| **1** | <ul><li>- Một</li><li>- Hai</li></ul> |\n| 2 | Dòng một<br/>dòng hai |'
    expect(await tableTexts(text)).toEqual([
      ['STT', 'Nhiệm vụ'],
      ['1', '- Một|- Hai'],
      ['2', 'Dòng một|dòng hai'],
    ])
  })

  it('of pipes without a delimiter row are tables too', async () => {
    expect(await tableTexts('Đoạn **văn**\n\n| 1 | Một | Sở Nội vụ |\n| 2 | Hai | Sở Y tế |')).toEqual([
      ['1', 'Một', 'Sở Nội vụ'],
      ['2', 'Hai', 'Sở Y tế'],
    ])
  })

  it('with cells on lines of their own between lone pipes are put together', async () => {
    const html2text =
      'STT\n\n|\n\nNhiệm vụ\n\n|\n\nChủ trì\n\n---|---|---\n\n1\n\n|\n\nLàm một việc\n\n|\n\nSở Nội vụ\n\n2\n\n|\n\n|\n\nSở Y tế\n'
    expect(await tableTexts(html2text)).toEqual([
      ['STT', 'Nhiệm vụ', 'Chủ trì'],
      ['1', 'Làm một việc', 'Sở Nội vụ'],
      ['2', '', 'Sở Y tế'],
    ])
    const framed =
      '|\nSTT\n|\nNhiệm vụ\n|\nChủ trì\n|\n\n|\n1\n|\nLàm\n|\nSở Nội vụ\n|\n\n|\n2\n|\n|\nSở Y tế\n|\n'
    expect(await tableTexts(framed)).toEqual([
      ['STT', 'Nhiệm vụ', 'Chủ trì'],
      ['1', 'Làm', 'Sở Nội vụ'],
      ['2', '', 'Sở Y tế'],
    ])
  })

  it('of a grid keep paragraphs apart and wrapped lines together', async () => {
    const grid =
      '+-----+--------------+\n| STT | Nhiệm vụ     |\n+=====+==============+\n| 1   | Ban hành kế  |\n|     | hoạch        |\n|     |              |\n|     | - Báo cáo    |\n+-----+--------------+\n| Cả dòng            |\n+-----+--------------+\n'
    expect(await tableTexts(grid)).toEqual([
      ['STT', 'Nhiệm vụ'],
      ['1', 'Ban hành kế hoạch|- Báo cáo'],
      ['Cả dòng'],
    ])
  })

  it('of HTML keep spans; layout tables are looked through', async () => {
    const html =
      '<table><tr><td><table><tr><td rowspan="2">1</td><td colspan="2">A&amp;B</td></tr><tr><td>x</td><td>y<br>z</td></tr></table></td></tr></table>'
    const table = (await blocksOf(`<html>${html}</html>`)).find((block) => block.kind === 'table')
    expect(
      table?.kind === 'table' && table.rows[0]?.cells.map((cell) => [cell.rowSpan, cell.colSpan]),
    ).toEqual([
      [2, 1],
      [1, 2],
    ])
  })

  it('are not made of prose with an indent or a numbered list', async () => {
    expect((await blocksOf('\tCăn cứ Luật\n1.\tMục đích\n2.\tYêu cầu')).map((block) => block.kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })
})

describe('pages and notes', () => {
  it('end at form feeds', async () => {
    const document = await documentOf('Trang một\n\fTrang hai\nnữa\n\f')
    expect(document.pages.map((page) => [page.number, page.blocks.length])).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(document.pages[1]?.blocks[0]?.at).toEqual({ page: 2, line: 2, bbox: null })
  })

  it('take a raised number at the start of a paragraph for a footnote, elsewhere for its mark', async () => {
    const [text, note] = (
      await blocksOf('# A\n\nTheo quy định<sup>1</sup>.\n\n<sup>1</sup> Nghị quyết số 76/NQ-CP')
    ).slice(1)
    expect(text).toMatchObject({ kind: 'paragraph', text: 'Theo quy định.', footnote: null })
    expect(note).toMatchObject({ kind: 'paragraph', text: 'Nghị quyết số 76/NQ-CP', footnote: '1' })
  })

  it('never run scripts or keep them as text', async () => {
    expect(await blocksOf('<html><script>alert(1)</script><p>KẾ HOẠCH</p></html>')).toMatchObject([
      { text: 'KẾ HOẠCH' },
    ])
  })
})
