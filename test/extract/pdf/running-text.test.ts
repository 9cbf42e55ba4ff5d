import { describe, expect, it } from 'vitest'
import { drawPdf, type Pen, paragraphTexts, read, tableRows, write } from './drawing.js'

async function blocksOf(draw: (pen: Pen) => void) {
  return (await read(await drawPdf(draw))).value.pages[0]?.blocks ?? []
}

describe('running text', () => {
  it('joins wrapped lines and keeps begun ones apart', async () => {
    const blocks = await blocksOf((pen) => {
      pen.text(
        'Thu truong cac co quan, dia phuong can cu chuc nang, nhiem vu duoc giao tap trung trien khai thuc hien tot Ke hoach nay.',
        60,
        100,
        { width: 400, indent: 30 },
      )
      pen.text('Bao cao ngay.', 60, 200, { width: 400, indent: 30 })
    })
    expect(paragraphTexts(blocks)).toEqual([
      'Thu truong cac co quan, dia phuong can cu chuc nang, nhiem vu duoc giao tap trung trien khai thuc hien tot Ke hoach nay.',
      'Bao cao ngay.',
    ])
  })

  it('tells bold paragraphs and bold beginnings by the font', async () => {
    const blocks = await blocksOf((pen) => {
      pen.font('Helvetica-Bold')
      write(pen, 'I. MUC DICH', 60, 100)
      write(pen, '1. Yeu cau:', 60, 140)
      pen.font('Helvetica')
      write(pen, 'dung thoi han.', 135, 140)
    })
    expect(blocks).toMatchObject([
      { text: 'I. MUC DICH', strong: 'all' },
      { text: '1. Yeu cau: dung thoi han.', strong: 'start', strongLength: 11 },
    ])
  })

  it('knows a footnote by its raised label, and drops the reference to it', async () => {
    const blocks = await blocksOf((pen) => {
      write(pen, 'cai cach hanh chinh', 60, 100)
      pen.fontSize(7)
      write(pen, '1', 168, 98)
      pen.fontSize(12)
      write(pen, '.', 172, 100)
      pen.moveTo(60, 700).lineTo(200, 700).stroke()
      pen.fontSize(6)
      write(pen, '1', 60, 708)
      pen.fontSize(10)
      write(pen, 'Nghi quyet so 76/NQ-CP.', 64, 710)
    })
    expect(blocks).toMatchObject([
      { text: 'cai cach hanh chinh.', footnote: null },
      { text: 'Nghi quyet so 76/NQ-CP.', footnote: '1' },
    ])
  })

  it('keeps what stands side by side apart: letterhead, recipients and signature', async () => {
    const blocks = await blocksOf((pen) => {
      const centred = (text: string, left: number, width: number, y: number) =>
        pen.text(text, left, y, { width, align: 'center' })
      centred('UBND TINH', 60, 180, 60)
      centred('So: 12/KH-UBND', 60, 180, 80)
      centred('CONG HOA XA HOI CHU NGHIA VIET NAM', 260, 280, 60)
      centred('Doc lap - Tu do - Hanh phuc', 260, 280, 80)
      centred('KE HOACH', 60, 480, 120)
    })
    expect(tableRows(blocks)).toEqual([
      'UBND TINH / So: 12/KH-UBND | CONG HOA XA HOI CHU NGHIA VIET NAM / Doc lap - Tu do - Hanh phuc',
    ])
    expect(paragraphTexts(blocks)).toEqual(['KE HOACH'])
  })

  it('does not double letters that were printed twice to look bold', async () => {
    const blocks = await blocksOf((pen) => {
      write(pen, 'PHU LUC', 60, 60)
      write(pen, 'PHU LUC', 60.3, 60)
    })
    expect(paragraphTexts(blocks)).toEqual(['PHU LUC'])
  })
})

describe('a table without rules', () => {
  it('is read from its columns, its rows from the codes', async () => {
    const blocks = await blocksOf((pen) => {
      const rows: [number, string[]][] = [
        [100, ['TT', 'Nhiem vu', 'Thoi gian', 'Co quan chu tri']],
        [120, ['1', 'Ban hanh ke hoach cai cach', 'Quy I/2023', 'So Noi vu']],
        [135, ['', 'hanh chinh nam 2023', '', '']],
        [150, ['2', 'Kiem tra viec thuc hien quy', 'Quy IV/2023', 'Van phong UBND']],
        [165, ['', 'che', '', 'thanh pho']],
      ]
      for (const [y, texts] of rows)
        for (const [index, text] of texts.entries()) write(pen, text, [60, 90, 270, 370][index] ?? 0, y)
    })
    expect(tableRows(blocks)).toEqual([
      'TT | Nhiem vu | Thoi gian | Co quan chu tri',
      '1 | Ban hanh ke hoach cai cach hanh chinh nam 2023 | Quy I/2023 | So Noi vu',
      '2 | Kiem tra viec thuc hien quy che | Quy IV/2023 | Van phong UBND thanh pho',
    ])
  })
})
