import { describe, expect, it } from 'vitest'
import {
  drawPdf,
  drawTable,
  type Pen,
  paragraphTexts,
  type RuleStyle,
  read,
  tableRows,
  write,
} from './drawing.js'

const expected = [
  '2×1 TT | 2×1 Noi dung | 1×2 Phan cong',
  'Chu tri | Phoi hop',
  '1 | Ban hanh ke hoach nam cai cach hanh chinh | So Noi vu | 2×1 UBND cap xa',
  '2 | - Kiem tra / - Bao cao | Van phong',
]

const styles: RuleStyle[] = [
  'strokes',
  'thin fills',
  'dashes',
  'dots',
  'double lines',
  'cell by cell',
  'pictures',
]

describe('a ruled table', () => {
  for (const style of styles)
    it(`is read with its spans when its rules are drawn as ${style}`, async () => {
      const document = (await read(await drawPdf((pen) => drawTable(pen, style)))).value
      expect(tableRows(document.pages[0]?.blocks ?? [])).toEqual(expected)
    })

  it('gives every cell its box, in points from the top left', async () => {
    const blocks =
      (await read(await drawPdf((pen) => drawTable(pen, 'strokes')))).value.pages[0]?.blocks ?? []
    const table = blocks.find((block) => block.kind === 'table')
    expect(table?.at.bbox).toEqual([60, 100, 540, 280])
    expect(table?.rows[2]?.cells[1]?.at.bbox).toEqual([110, 160, 260, 220])
    expect(table?.rows[2]?.cells[3]?.at.bbox).toEqual([400, 160, 540, 280])
  })

  it('is read upright on a page that is shown turned, and on one that is drawn turned', async () => {
    const shown = await drawPdf((pen) => {
      // Drawn for a page that viewers turn by a quarter.
      Object.assign(pen.page.dictionary.data, { Rotate: 90 })
      pen.rotate(-90).translate(-595.28, 0)
      drawTable(pen, 'strokes')
    })
    const drawn = await drawPdf((pen) => {
      pen.rotate(90).translate(0, -595.28)
      drawTable(pen, 'thin fills')
    })
    for (const bytes of [shown, drawn])
      expect(tableRows((await read(bytes)).value.pages[0]?.blocks ?? [])).toEqual(expected)
  })

  it('open at its foot, where a page break cut it, keeps its last row', async () => {
    const bytes = await drawPdf((pen) => {
      pen.lineWidth(0.5)
      for (const y of [100, 140]) pen.moveTo(60, y).lineTo(400, y).stroke()
      for (const x of [60, 200, 400]) pen.moveTo(x, 100).lineTo(x, 200).stroke()
      write(pen, 'a', 70, 110)
      write(pen, 'b', 210, 110)
      write(pen, 'c', 70, 160)
    })
    expect(tableRows((await read(bytes)).value.pages[0]?.blocks ?? [])).toEqual(['a | b', 'c | '])
  })

  it('is not made of a frame, an underline or white lines', async () => {
    const bytes = await drawPdf((pen) => {
      pen.rect(30, 30, 535, 780).stroke()
      pen.rect(60, 115, 100, 0.6).fill('black')
      for (const y of [200, 240, 280]) pen.rect(60, y, 300, 0.6).fill('white')
      for (const x of [60, 200, 360]) pen.rect(x, 200, 0.6, 80).fill('white')
      pen.fillColor('black')
      write(pen, 'Muc dich', 60, 100)
      write(pen, 'Yeu cau', 70, 210)
    })
    const blocks = (await read(bytes)).value.pages[0]?.blocks ?? []
    expect(tableRows(blocks)).toEqual([])
    expect(paragraphTexts(blocks)).toEqual(['Muc dich', 'Yeu cau'])
  })

  it('reads text that runs upwards in a cell', async () => {
    const bytes = await drawPdf((pen) => {
      drawTable(pen, 'strokes')
      pen.save().rotate(-90, { origin: [75, 275] })
      write(pen, 'Ghi chu', 75, 275)
      pen.restore()
    })
    const rows = tableRows((await read(bytes)).value.pages[0]?.blocks ?? [])
    expect(rows[3]).toBe('2 / Ghi chu | - Kiem tra / - Bao cao | Van phong')
  })

  it('cut by a page break marks what may be the wrapped rest of the line above', async () => {
    const frame = (pen: Pen, texts: string[][]) => {
      pen.lineWidth(0.5)
      for (let y = 100; y <= 100 + texts.length * 40; y += 40) pen.moveTo(60, y).lineTo(400, y).stroke()
      for (const x of [60, 230, 400])
        pen
          .moveTo(x, 100)
          .lineTo(x, 100 + texts.length * 40)
          .stroke()
      for (const [row, cells] of texts.entries())
        for (const [column, text] of cells.entries()) write(pen, text, 65 + column * 170, 110 + row * 40)
    }
    const bytes = await drawPdf((pen) => {
      frame(pen, [
        ['Nhiem vu', 'San pham'],
        ['Theo quy dinh cua Uy ban', 'Bao cao'],
      ])
      pen.addPage()
      pen.fontSize(12)
      frame(pen, [
        ['Nhiem vu', 'San pham'],
        ['Nhan dan tinh', 'Cong van'],
      ])
    })
    const lower = (await read(bytes)).value.pages[1]?.blocks.find((block) => block.kind === 'table')
    expect(lower?.rows.map((row) => row.cells.map((cell) => cell.lines[0]?.start))).toEqual([
      ['paragraph', 'paragraph'],
      ['break', 'paragraph'],
    ])
  })
})
