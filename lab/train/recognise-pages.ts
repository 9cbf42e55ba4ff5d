import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { generator, pick, sampleParagraphs } from './sampling.js'

/**
 * Makes the data that the noisy channel is learned from: sets clean text in the fonts of administrative documents,
 * recognises the pages and writes one JSON line a page: { font, clean, eng, vie }.
 * Needs `tesseract` with the languages, and `text2image` of the same package.
 *
 *   tsx lab/train/recognise-pages.ts --corpus <folder> --pages 400 --out <file>
 *   tsx lab/train/recognise-pages.ts --text <file> --fonts 'DejaVu Serif' --out <file>
 */

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    text: { type: 'string', multiple: true, default: [] },
    pages: { type: 'string', default: '400' },
    fonts: { type: 'string' },
    languages: { type: 'string', default: 'eng' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
})
if (values.out === undefined) throw new Error('--out <file> is missing')

const run = promisify(execFile)
const languages = values.languages.split(',')
const lineLength = 84
const linesOnPage = 44

/** The metric and the styles of Times New Roman, regular most often. */
const timesFonts = [
  'Liberation Serif',
  'Liberation Serif',
  'Liberation Serif',
  'Tinos',
  'Tinos',
  'Liberation Serif Bold',
  'Liberation Serif Italic',
  'Tinos Bold',
  'Tinos Italic',
]
const fonts = values.fonts?.split(',') ?? timesFonts

const random = generator(Number(values.seed))

function wrap(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && line.length + word.length + 1 > lineLength) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(line)
  return lines
}

/** Pages of paragraphs: of given texts all, of a corpus so many from all over it. */
async function* pages(): AsyncGenerator<string[]> {
  if (values.text.length > 0) {
    for (const path of values.text) {
      const text = (await readFile(path, 'utf8')).normalize('NFC').replace(/<[^<>]*>|[*#|]/gu, ' ')
      yield* paged(text.split(/[\n\t]/u).filter((line) => /\p{L}/u.test(line)))
    }
    return
  }
  yield* paged(await sampleParagraphs(values.corpus ?? '', random), Number(values.pages))
}

function* paged(paragraphs: readonly string[], most = Number.POSITIVE_INFINITY): Generator<string[]> {
  let page: string[] = []
  let count = 0
  for (const paragraph of paragraphs) {
    for (const line of wrap(paragraph)) {
      page.push(line)
      if (page.length < linesOnPage) continue
      yield page
      page = []
      if (++count >= most) return
    }
  }
  if (page.length > 0) yield page
}

async function render(lines: readonly string[], font: string, base: string): Promise<void> {
  await writeFile(`${base}.txt`, lines.join('\n'))
  await run('text2image', [
    '--text',
    `${base}.txt`,
    '--outputbase',
    base,
    '--font',
    font,
    '--fonts_dir',
    '/usr/share/fonts',
    '--fontconfig_tmpdir',
    folder,
    '--ptsize',
    String(pick([12, 13, 13, 14], random)),
    '--resolution',
    String(pick([150, 200, 200, 300], random)),
    '--exposure',
    String(pick([-1, 0, 0, 1], random)),
    '--xsize',
    '2700',
    '--ysize',
    '3600',
    '--margin',
    '100',
    '--leading',
    '12',
  ])
}

async function recognise(base: string, language: string): Promise<string> {
  const options = { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, maxBuffer: 1 << 24 }
  const { stdout } = await run('tesseract', [`${base}.tif`, 'stdout', '-l', language, '--psm', '6'], options)
  return stdout.normalize('NFC')
}

const folder = await mkdtemp(join(tmpdir(), 'pages-'))
const base = join(folder, 'page')
let made = 0
await writeFile(values.out, '')
for await (const lines of pages()) {
  const font = pick(fonts, random)
  await render(lines, font, base)
  const found: Record<string, string> = {}
  for (const language of languages) found[language] = await recognise(base, language)
  await writeFile(values.out, `${JSON.stringify({ font, clean: lines.join('\n'), ...found })}\n`, {
    flag: 'a',
  })
  if (++made % 20 === 0) console.error(`${made} pages`)
}
await rm(folder, { recursive: true })
