import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadChannel, loadLanguageModel } from '../../../src/repair/index.js'
import { type GarbledFigures, type JudgedLine, measureGarbled, sumOfGarbled } from './garbled-figures.js'

/**
 * Figures of reading wrong-language recognition: on lines that were set, recognised and paired with what was set
 * (`fixtures/repair`, two fonts), and on the scanned plan that was read by eye, apart by body and appendices.
 *
 *   node dist/lab/measure/repair/repair-garbled.js [--model <file that has not seen the plans>] [--fixtures fixtures]
 */

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'models/syllables.lm' },
    channel: { type: 'string', default: 'models/ocr-eng.tsv' },
    fixtures: { type: 'string', default: 'fixtures' },
  },
})

async function pairedLines(path: string): Promise<JudgedLine[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.includes('\t'))
  return lines.map((line) => ({ found: line.split('\t')[0] ?? '', print: line.split('\t')[1] ?? null }))
}

/** All lines of a plan; `lines.tsv` says by line number what the print says. */
async function readLines(folder: string): Promise<JudgedLine[]> {
  const source = (await readFile(join(folder, 'source.txt'), 'utf8')).split('\n')
  const prints = new Map<number, string>()
  for (const line of (await readFile(join(folder, 'lines.tsv'), 'utf8')).split('\n')) {
    const [number, ...print] = line.split('\t')
    if (print.length > 0) prints.set(Number(number), print.join('\t'))
  }
  return source.map((found, index) => ({ found, print: prints.get(index + 1) ?? null }))
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(2)
}

function print(name: string, figures: GarbledFigures): void {
  const { words, right, rawRight, withDigit, withDigitRight, found, flagged, unflaggedRight } = figures
  console.log(
    `${name.padEnd(26)} ${String(words).padStart(6)} words  right ${percent(right, words)} (raw ${percent(rawRight, words)})  ` +
      `with digits ${percent(withDigitRight, withDigit)} of ${withDigit}  flagged ${percent(flagged, found)}  ` +
      `right without flag ${percent(unflaggedRight, found - flagged)}  ${(words / figures.milliseconds).toFixed(1)}k words/s`,
  )
}

const model = loadLanguageModel(await readFile(values.model))
const table = await readFile(values.channel, 'utf8')
const options = { mode: 'auto', model, ocrChannel: loadChannel(table), phrases: [] } as const

const made = join(values.fixtures, 'repair')
for (const name of (await readdir(made)).sort()) {
  if (!name.endsWith('.tsv')) continue
  const pairs = await pairedLines(join(made, name))
  measureGarbled(pairs, options)
  print(name, sumOfGarbled(measureGarbled(pairs, options)))
}
const plan = await readLines(join(values.fixtures, 'can-tho-121-2023'))
const began = performance.now()
measureGarbled(plan, { ...options, ocrChannel: loadChannel(table) })
console.log(`can-tho-121-2023: ${(performance.now() - began).toFixed(0)} ms with words not met before`)
measureGarbled(plan, options)
const lines = measureGarbled(plan, options)
const body = plan.findIndex(({ print }) => /^Phụ lục/iu.test(print ?? ''))
const signature = plan.findIndex(({ print }) => /^Nơi nhận/u.test(print ?? ''))
print('can-tho body', sumOfGarbled(lines.slice(0, signature < 0 ? body : signature)))
print('can-tho appendices', sumOfGarbled(lines.slice(signature)))
print('can-tho all', sumOfGarbled(lines))
