import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import type { Block, Page } from '../../schemas/document.js'
import { extract } from '../../src/extract/index.js'
import { generator } from './sampling.js'
import { rescanPage, upright, type Wear } from './scan-print.js'
import { recogniseImage, type ScanWord } from './scan-words.js'

/**
 * Scans a printed paper and recognises it: the pages of a PDF with a text layer are worn as printers and scanners do,
 * recognised, and every recognised word is put to the cell or paragraph that it lies on. One JSON line a page:
 * { kind, lines: [{ clean, found, confidences, cell }] }; the whole text of a cell stands beside its first line.
 * Needs `tesseract` and `pdftoppm`.
 *
 *   tsx lab/train/recognise-papers.ts --pdf <file> --dpi 200 --wear mild --data <folder> --out <file>
 */

const { values } = parseArgs({
  options: {
    pdf: { type: 'string' },
    dpi: { type: 'string', default: '200' },
    wear: { type: 'string', default: 'mild' },
    data: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
})
if (values.pdf === undefined || values.out === undefined) throw new Error('--pdf and --out are needed')

const run = promisify(execFile)
const dpi = Number(values.dpi)
const random = generator(Number(values.seed))
const pointsPerInch = 72

function wearOf(): Wear {
  const fine = dpi / 200
  const side = random() < 0.5 ? -1 : 1
  if (values.wear === 'hard') return { skew: side * 0.7, blur: 0.9 * fine, noise: 26, ink: 80, quality: 40 }
  return { skew: side * 0.2, blur: 0.5 * fine, noise: 8, ink: 30, quality: 75 }
}

/** Something that text stands in: its box in points, and the text. */
interface Field {
  box: readonly [number, number, number, number]
  text: string
  /** Whether the box is that of a cell, which words lie in wholly. */
  cell: boolean
}

function fieldsOf(page: Page): Field[] {
  return page.blocks.flatMap(fieldsOfBlock)
}

function fieldsOfBlock(block: Block): Field[] {
  const box = block.at.bbox
  if (block.kind === 'table')
    return block.rows.flatMap((row) =>
      row.cells.flatMap(({ at, lines }) =>
        at.bbox === null
          ? []
          : [{ box: at.bbox, text: lines.map(({ text }) => text).join('\n'), cell: true }],
      ),
    )
  if (block.kind === 'list') return []
  return box === null ? [] : [{ box, text: block.text, cell: false }]
}

/** The fields that words lie on; a word on none is noise, or belongs to what the reader leaves out. */
function linesOf(fields: readonly Field[], words: readonly ScanWord[], size: Size, skew: number): Line[] {
  const own = fields.map((): Placed[] => [])
  for (const word of words) {
    const [x, y] = upright(size, skew, word.left + word.width / 2, word.top + word.height / 2)
    const [left, top] = [(x * pointsPerInch) / dpi, (y * pointsPerInch) / dpi]
    const at = fields.findIndex(({ box, cell }) => {
      const room = cell ? 0 : 3
      return left > box[0] - room && left < box[2] + room && top > box[1] - room && top < box[3] + room
    })
    if (at >= 0) own[at]?.push({ word, x, y })
  }
  return fields.flatMap(({ text }, cell) => {
    const lines = printedLines(own[cell] as Placed[])
    if (lines.length === 0) return text === '' ? [] : [{ clean: text, found: '', confidences: [], cell }]
    return lines.map((line, index) => ({
      clean: index === 0 ? text : '',
      found: line.map(({ word }) => word.text).join(' '),
      confidences: line.map(({ word }) => word.confidence),
      cell,
    }))
  })
}

interface Line {
  clean: string
  found: string
  confidences: number[]
  cell: number
}

interface Size {
  width: number
  height: number
}

interface Placed {
  word: ScanWord
  x: number
  y: number
}

/** Words that stand beside each other make a line, top to bottom. */
function printedLines(placed: Placed[]): Placed[][] {
  const heights = placed.map(({ word }) => word.height).sort((a, b) => a - b)
  const usual = heights[heights.length >> 1] ?? 1
  const lines: Placed[][] = []
  for (const word of placed.sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1)
    const middle = line === undefined ? 0 : line.reduce((sum, other) => sum + other.y, 0) / line.length
    if (line !== undefined && Math.abs(word.y - middle) < 0.55 * usual) line.push(word)
    else lines.push([word])
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x))
}

const bytes = await readFile(values.pdf)
const { value: document } = await extract({ file: values.pdf, bytes, sha256: '' })
const folder = await mkdtemp(join(tmpdir(), 'papers-'))
await run('pdftoppm', ['-r', values.dpi, '-png', values.pdf, join(folder, 'page')])
const images = (await readdir(folder)).sort()
await writeFile(values.out, '')
for (const [index, name] of images.entries()) {
  const page = document.pages[index]
  if (page === undefined) continue
  const fields = fieldsOf(page)
  const kind = page.blocks.some((block) => block.kind === 'table') ? 'table' : 'body'
  const wear = wearOf()
  const scanned = await rescanPage(await readFile(join(folder, name)), dpi, wear, random)
  const image = join(folder, 'worn.png')
  await writeFile(image, scanned.image)
  const engine = { language: 'vie', data: values.data }
  const words = await recogniseImage(image, engine, kind === 'body' ? 3 : 11)
  const lines = linesOf(fields, words, scanned, wear.skew)
  await writeFile(values.out, `${JSON.stringify({ kind, dpi, wear, lines })}\n`, { flag: 'a' })
}
await rm(folder, { recursive: true })
