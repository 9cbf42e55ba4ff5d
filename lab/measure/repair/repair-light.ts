import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { RepairedLine } from '../../../src/repair/changes.js'
import { type LightLine, LightReader } from '../../../src/repair/decode/light-reader.js'
import { type LanguageModel, loadLanguageModel, loadLightChannel } from '../../../src/repair/index.js'
import { add, compareCells, emptyLightFigures, type LightFigures, type ScanLine } from './light-figures.js'

/**
 * Figures of the light pass: on scans of printed papers that were recognised with the Vietnamese model
 * (`fixtures/scanned-lines`, or pages that `recognise-papers.ts` and `recognise-scans.ts` wrote), with the confidence of
 * every word, with the least one of each cell, and without any.
 *
 *   node dist/lab/measure/repair/repair-light.js [--model <file that has not seen the texts>] [--pages <file>]…
 */

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'models/syllables.lm' },
    channel: { type: 'string', default: 'models/ocr-vie.tsv' },
    pages: { type: 'string', multiple: true, default: [] },
    /** Every page is a document of its own. */
    apart: { type: 'boolean', default: false },
  },
})

type Known = 'words' | 'cells' | 'nothing'

interface ScanPage {
  lines: ScanLine[]
}

/** Lines of a document as the light pass takes them. */
function linesToRead(lines: readonly ScanLine[], known: Known): LightLine[] {
  const cells = new Map<number, number[]>()
  for (const { cell, confidences } of lines) cells.set(cell, [...(cells.get(cell) ?? []), ...confidences])
  return lines.map(({ found, confidences, cell }, index) => {
    const starts = index === 0 || lines[index - 1]?.cell !== cell
    if (known === 'nothing') return { text: found, starts }
    if (known === 'words') return { text: found, starts, words: confidences }
    const own = cells.get(cell) ?? []
    return { text: found, starts, least: { confidence: Math.min(1, ...own), words: own.length } }
  })
}

/** The pages of a file as documents; cells are counted on. */
async function documentsIn(path: string): Promise<ScanLine[][]> {
  const pages = (await readFile(path, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as ScanPage).lines)
  if (values.apart) return pages
  let first = 0
  return [
    pages.flatMap((lines) => {
      const counted = lines.map((line) => ({ ...line, cell: first + line.cell }))
      first += 1 + Math.max(0, ...lines.map(({ cell }) => cell))
      return counted
    }),
  ]
}

/** What the pass makes of the print itself: where it changes a word, that is misprinted, or an error of the pass. */
function meantBy(reader: LightReader, lines: readonly ScanLine[]): RepairedLine[] {
  const print = lines.map(({ clean, cell }, index) => ({
    text: clean,
    starts: lines[index - 1]?.cell !== cell,
  }))
  return reader.read(print, reader.memoryOf([]))
}

function measure(
  reader: LightReader,
  documents: readonly ScanLine[][],
  known: Known,
): LightFigures & { speed: number } {
  const sum = emptyLightFigures()
  let microseconds = 0
  for (const lines of documents) {
    const toRead = linesToRead(lines, known)
    const began = process.cpuUsage()
    const repaired = reader.read(toRead, reader.memoryOf([]))
    microseconds += process.cpuUsage(began).user
    add(sum, compareCells(lines, repaired, meantBy(reader, lines)))
  }
  return { ...sum, speed: (1000 * sum.words) / microseconds }
}

function percent(part: number, whole: number, digits = 2): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(digits)
}

function print(name: string, figures: LightFigures & { speed: number }): void {
  const { words, wrongBefore, wrongAfter, rightBefore, broken, applied, appliedRight, flagged } = figures
  const { appliedMisprints, characters, errorsBefore, errorsAfter, speed } = figures
  console.log(
    `${name.padEnd(40)} ${String(words).padStart(6)} words  wrong ${percent(wrongBefore, words)} → ${percent(wrongAfter, words)} ` +
      `(${percent(wrongBefore - wrongAfter, wrongBefore, 0)} % less)  broken ${broken} (${percent(broken, rightBefore, 3)})  ` +
      `changed ${applied}, right ${percent(appliedRight, applied)}, misprint ${appliedMisprints}  flagged ${percent(flagged, words)}  ` +
      `characters ${percent(errorsBefore, characters)} → ${percent(errorsAfter, characters)}  ${speed.toFixed(0)}k words/s`,
  )
}

async function defaultPages(): Promise<string[]> {
  const folder = join('fixtures', 'scanned-lines')
  return (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).map((name) => join(folder, name))
}

const model: LanguageModel = loadLanguageModel(await readFile(values.model))
const channel = loadLightChannel(await readFile(values.channel, 'utf8'))
const paths = values.pages.length > 0 ? values.pages : (await defaultPages()).sort()
for (const known of ['words', 'cells', 'nothing'] as const) {
  console.log(`confidence known of ${known}`)
  const all = emptyLightFigures()
  let speed = 0
  for (const path of paths) {
    const reader = new LightReader(model, channel)
    const documents = await documentsIn(path)
    const figures = measure(reader, documents, known)
    print(basename(path, '.jsonl'), figures)
    add(all, figures)
    speed += figures.speed / paths.length
  }
  print('all', { ...all, speed })
}
