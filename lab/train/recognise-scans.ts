import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generator, pick, sampleParagraphs } from './sampling.js'
import { PageSetter, type SetPage } from './scan-layout.js'
import { measureIn, printPage, register, type Typeface, upright, type Wear } from './scan-print.js'
import { recogniseImage, type ScanEngine, type ScanWord } from './scan-words.js'

/**
 * Makes the data that the channel of scans is learned from: sets clean text as running text and as tables with narrow
 * columns, wears the pages as printers and scanners do, recognises them and writes one JSON line a page:
 * { font, kind, dpi, wear, lines: [{ clean, found, confidences, cell }] }. Lines are paired by their place on the page.
 * Needs `tesseract`; `--data` names a folder with the trained data that the product reads with.
 *
 *   tsx lab/train/recognise-scans.ts --corpus <folder> --pages 300 --data <folder> --out <file>
 *   … --held-out --fonts 'DejaVu Serif' --seed 7
 */

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    pages: { type: 'string', default: '300' },
    fonts: { type: 'string' },
    language: { type: 'string', default: 'vie' },
    data: { type: 'string' },
    'held-out': { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
})
if (values.corpus === undefined || values.out === undefined)
  throw new Error('--corpus <folder> and --out <file> are needed')

const share = '/usr/share/fonts/truetype'

function faces(name: string, stem: string, ends: readonly [string, string, string, string]): Typeface {
  return { name, files: ends.map((end) => `${share}/${stem}${end}.ttf`) as unknown as Typeface['files'] }
}

const usualEnds = ['-Regular', '-Bold', '-Italic', '-BoldItalic'] as const
const typefaces: readonly Typeface[] = [
  faces('Liberation Serif', 'liberation2/LiberationSerif', usualEnds),
  faces('Tinos', 'croscore/Tinos', usualEnds),
  faces('Liberation Sans', 'liberation2/LiberationSans', usualEnds),
  faces('Noto Serif', 'noto/NotoSerif', usualEnds),
  faces('DejaVu Serif', 'dejavu/DejaVuSerif', ['', '-Bold', '-Italic', '-BoldItalic']),
]
/** Administrative documents are set in the metric of Times; few are not. */
const usual = 'Liberation Serif,Liberation Serif,Liberation Serif,Tinos,Tinos,Liberation Sans,Noto Serif'
const fonts = (values.fonts ?? usual).split(',')
for (const typeface of typefaces) if (fonts.includes(typeface.name)) register(typeface)

const random = generator(Number(values.seed))

function wearOf(dpi: number): Wear {
  const fine = dpi >= 200
  return {
    skew: (random() - 0.5) * (random() < 0.2 ? 2 : 0.6),
    blur: random() * (fine ? 1.2 : 0.7),
    noise: random() ** 2 * (fine ? 40 : 24),
    ink: Math.floor(random() * 90),
    quality: random() < 0.2 ? null : pick([35, 50, 60, 75, 85], random),
  }
}

interface PairedLine {
  clean: string
  found: string
  confidences: number[]
  cell: number
}

/** Puts every recognised word to the set line that it lies on. */
function pairLines(page: SetPage, words: readonly ScanWord[], skew: number): PairedLine[] {
  const found = page.lines.map((): ScanWord[] => [])
  for (const word of words) {
    const [x, y] = upright(page, skew, word.left + word.width / 2, word.top + word.height / 2)
    const at = page.lines.findIndex(
      (line) =>
        y > line.y - 0.95 * line.size &&
        y < line.y + 0.3 * line.size &&
        x > line.x - 0.4 * line.size &&
        x < line.x + line.width + 0.4 * line.size,
    )
    if (at >= 0) found[at]?.push(word)
  }
  return page.lines.flatMap((line, index) => {
    const own = (found[index] as ScanWord[]).sort((a, b) => a.left - b.left)
    if (own.length === 0) return []
    const confidences = own.map(({ confidence }) => confidence)
    return [{ clean: line.text, found: own.map(({ text }) => text).join(' '), confidences, cell: line.cell }]
  })
}

const engine: ScanEngine = { language: values.language, data: values.data }
const folder = await mkdtemp(join(tmpdir(), 'scans-'))
const image = join(folder, 'page.png')
const paragraphs = await sampleParagraphs(values.corpus, random, values['held-out'])
const setters = new Map(fonts.map((font) => [font, new PageSetter(shifted(font), measureIn(font), random)]))
await writeFile(values.out, '')
for (let made = 1; made <= Number(values.pages); made++) {
  const font = pick(fonts, random)
  const setter = setters.get(font) as PageSetter
  const dpi = pick([150, 200, 200, 200, 300], random)
  const page = random() < 0.35 ? setter.body(dpi) : setter.table(dpi)
  const wear = wearOf(dpi)
  await writeFile(image, await printPage(page, font, dpi, wear, random))
  const words = await recogniseImage(image, engine, page.kind === 'body' ? 3 : 11)
  const lines = pairLines(page, words, wear.skew)
  const record = { font, kind: page.kind, dpi, wear, set: page.lines.length, lines }
  await writeFile(values.out, `${JSON.stringify(record)}\n`, { flag: 'a' })
  if (made % 20 === 0) console.error(`${made} pages`)
}
await rm(folder, { recursive: true })

/** Every typeface begins elsewhere in the text, and every seed too. */
function shifted(font: string): string[] {
  const start = Math.floor(((fonts.indexOf(font) + 1) / (fonts.length + 1)) * paragraphs.length)
  return [...paragraphs.slice(start), ...paragraphs.slice(0, start)]
}
