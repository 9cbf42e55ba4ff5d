import PDFDocument from 'pdfkit'
import type { Block, Document, TableBlock } from '../../../schemas/document.js'
import { extract } from '../../../src/extract/index.js'
import type { ExtractOptions } from '../../../src/extract/reader.js'
import type { Result } from '../../../src/result.js'

export type Pen = InstanceType<typeof PDFDocument>

/** Draws a PDF; nothing is on the page but what `draw` puts there. */
export function drawPdf(
  draw: (pen: Pen) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const pen = new PDFDocument({ size: 'A4', margin: 0, ...options })
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    pen.on('data', (part: Buffer) => parts.push(part))
    pen.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    pen.on('error', reject)
    pen.fontSize(12)
    draw(pen)
    pen.end()
  })
}

export function read(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Result<Document>> {
  return extract({ file: 'plan.pdf', bytes, sha256: '0'.repeat(64) }, options)
}

export function write(pen: Pen, text: string, x: number, y: number): void {
  pen.text(text, x, y, { lineBreak: false })
}

/** How the rules of a table are drawn. */
export type RuleStyle =
  | 'strokes'
  | 'thin fills'
  | 'dashes'
  | 'dots'
  | 'double lines'
  | 'cell by cell'
  | 'pictures'

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
  'base64',
)

/** A picture of one dark point, stretched over a box. */
export function picture(pen: Pen, x: number, y: number, width: number, height: number): void {
  pen.image(pixel, x, y, { width, height })
}

/** Draws one straight line in a style. */
function rule(pen: Pen, style: RuleStyle, x1: number, y1: number, x2: number, y2: number): void {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const box = [x1, y1, Math.max(dx, 0.48), Math.max(dy, 0.48)] as const
  if (style === 'thin fills') pen.rect(...box).fill('black')
  else if (style === 'pictures') picture(pen, ...box)
  else if (style === 'dots')
    for (let step = 0; step < Math.max(dx, dy); step += 2)
      pen.rect(dx > 0 ? x1 + step : x1, dy > 0 ? y1 + step : y1, 0.5, 0.5).fill('black')
  else {
    pen.lineWidth(0.5)
    if (style === 'dashes') pen.dash(3, { space: 2 })
    pen.moveTo(x1, y1).lineTo(x2, y2).stroke()
    if (style === 'double lines')
      pen
        .moveTo(x1 + (dy > 0 ? 1.5 : 0), y1 + (dx > 0 ? 1.5 : 0))
        .lineTo(x2 + (dy > 0 ? 1.5 : 0), y2 + (dx > 0 ? 1.5 : 0))
        .stroke()
    pen.undash()
  }
}

/** Where the drawn table stands: columns and rows of the grid. */
const xs = [60, 110, 260, 400, 540]
const ys = [100, 130, 160, 220, 280]

/** The walls of the drawn table: header over two rows, a group over two columns, a cell over the two last rows. */
const walls: [number, number, number, number][] = [
  [0, 0, 4, 0],
  [2, 1, 4, 1],
  [0, 2, 4, 2],
  [0, 3, 3, 3],
  [0, 4, 4, 4],
  [0, 0, 0, 4],
  [1, 0, 1, 4],
  [2, 0, 2, 4],
  [3, 1, 3, 4],
  [4, 0, 4, 4],
]

export function drawTable(pen: Pen, style: RuleStyle): void {
  for (const [c1, r1, c2, r2] of walls) {
    const [x1, y1, x2, y2] = [xs[c1] ?? 0, ys[r1] ?? 0, xs[c2] ?? 0, ys[r2] ?? 0]
    if (style !== 'cell by cell') rule(pen, style, x1, y1, x2, y2)
    else if (r1 === r2)
      for (let column = c1; column < c2; column++)
        rule(pen, style, xs[column] ?? 0, y1, xs[column + 1] ?? 0, y1)
    else for (let row = r1; row < r2; row++) rule(pen, style, x1, ys[row] ?? 0, x1, ys[row + 1] ?? 0)
  }
  pen.fillColor('black')
  const texts: [string, number, number][] = [
    ['TT', 65, 120],
    ['Noi dung', 115, 120],
    ['Phan cong', 265, 105],
    ['Chu tri', 265, 135],
    ['Phoi hop', 405, 135],
    ['1', 65, 165],
    ['Ban hanh ke hoach nam', 115, 165],
    ['cai cach hanh chinh', 115, 180],
    ['So Noi vu', 265, 165],
    ['UBND cap xa', 405, 190],
    ['2', 65, 225],
    ['- Kiem tra', 115, 225],
    ['- Bao cao', 115, 240],
    ['Van phong', 265, 225],
  ]
  for (const [text, x, y] of texts) write(pen, text, x, y)
}

/** A block's or a table's text in short: cells by `|`, lines by `/`, spans as rows×columns before them. */
export function tableRows(blocks: Block[]): string[] {
  return blocks
    .filter((block) => block.kind === 'table')
    .flatMap((table: TableBlock) => table.rows.map(rowText))
}

function rowText(row: TableBlock['rows'][number]): string {
  return row.cells
    .map(({ rowSpan, colSpan, lines }) => {
      const span = rowSpan > 1 || colSpan > 1 ? `${rowSpan}×${colSpan} ` : ''
      return span + lines.map((line) => line.text).join(' / ')
    })
    .join(' | ')
}

export function paragraphTexts(blocks: Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}
