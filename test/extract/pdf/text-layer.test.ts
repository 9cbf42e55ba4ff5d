import { describe, expect, it } from 'vitest'
import { told } from '../../../src/messages/index.js'
import { drawPdf, paragraphTexts, picture, read, write } from './drawing.js'
import { mappedFont, plainPdf } from './plain-pdf.js'

const line = (text: string) => `BT /F1 12 Tf 60 700 Td (${text}) Tj ET`

describe('the text layer of a page', () => {
  it('is missing on a scan: no blocks, a reason, an issue', async () => {
    const result = told(await read(await drawPdf((pen) => picture(pen, 0, 0, 595, 842))))
    expect(result.value.pages).toEqual([
      { number: 1, routeReason: 'no text layer: a scan', textQuality: 'printed', blocks: [] },
    ])
    expect(result.issues).toMatchObject([
      {
        severity: 'error',
        code: 'unreadable',
        at: { page: 1 },
        message: expect.stringContaining('needs recognition'),
      },
    ])
  })

  it('is not a signature stamp over a scan', async () => {
    const bytes = await drawPdf((pen) => {
      picture(pen, 0, 0, 595, 842)
      write(pen, 'Ky boi: Uy ban nhan dan', 400, 30)
    })
    const result = await read(bytes)
    expect(result.value.pages[0]?.blocks).toEqual([])
    expect(result.value.pages[0]?.routeReason).toContain('stamp')
  })

  it('is not asked for on a blank page', async () => {
    const result = await read(await drawPdf(() => undefined))
    expect(result.value.pages).toEqual([
      { number: 1, routeReason: 'blank page', textQuality: 'printed', blocks: [] },
    ])
    expect(result.issues).toEqual([])
  })

  it('is unusable where the font leads to private signs', async () => {
    const broken = mappedFont(0xf041)
    const result = await read(plainPdf([line('KE HOACH')], broken.font, broken.toUnicode))
    expect(result.value.pages[0]?.blocks).toEqual([])
    expect(result.value.pages[0]?.routeReason).toContain('no usable character map')
    expect(result.issues).toMatchObject([{ code: 'unreadable' }])
  })

  it('is unusable where the font leads to another script', async () => {
    const broken = mappedFont(0x410)
    const result = await read(plainPdf([line('KE HOACH')], broken.font, broken.toUnicode))
    expect(result.value.pages[0]?.routeReason).toContain('a wrong character map')
  })

  it('is judged page by page', async () => {
    const good = mappedFont(0x41)
    const result = await read(plainPdf([line('KE HOACH'), '', line('PHU LUC')], good.font, good.toUnicode))
    expect(result.value.pages.map((page) => page.routeReason)).toEqual([
      'text layer',
      'blank page',
      'text layer',
    ])
    expect(result.value.pages.map((page) => paragraphTexts(page.blocks))).toEqual([
      ['KE HOACH'],
      [],
      ['PHU LUC'],
    ])
  })

  it('is composed: marks printed as signs of their own join their letters', async () => {
    const marks = mappedFont(0x2ff)
    // B is mapped to U+0300, the grave accent; the letter before it comes from another map.
    const letters = { ...marks, toUnicode: marks.toUnicode.replace('<41> <02ff>', '<41> <0061>') }
    const result = await read(plainPdf([line('AB')], letters.font, letters.toUnicode))
    expect(paragraphTexts(result.value.pages[0]?.blocks ?? [])).toEqual(['à'])
  })
})
