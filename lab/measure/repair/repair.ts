import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { vietnameseShare } from '../../../src/language/letters.js'
import { type LanguageModel, loadLanguageModel, repairText } from '../../../src/repair/index.js'
import { corpusFiles, isHeldOutFile, linesOf } from '../../train/corpus.js'
import { emptyFigures, type Figures, measureStripped } from './repair-figures.js'

/**
 * Figures of the repair stage: how many words of stripped text it restores, beside the plain unigram baseline.
 *
 *   node dist/lab/measure/repair/repair.js [--model <file>] [--corpus <folder>] [--plans <folder or files…>]
 *
 * Figures mean something only with a model that has not seen the plans: train one without `--add`.
 */

const { values, positionals } = parseArgs({
  options: {
    model: { type: 'string', default: 'models/syllables.lm' },
    corpus: { type: 'string' },
    plans: { type: 'string', default: 'fixtures' },
  },
  allowPositionals: true,
})

const mostHeldOutLines = 20_000

async function plansIn(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { recursive: true })).sort()
  return entries
    .filter((name) => /\.(txt|md)$/.test(name) && !/README/.test(name))
    .map((name) => join(folder, name))
}

/** A plan as running text: tags are no words. */
async function planText(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).normalize('NFC').replace(/<[^<>]*>/gu, ' ')
}

async function heldOutText(path: string): Promise<string> {
  const lines: string[] = []
  for await (const line of linesOf(path, isHeldOutFile(path) ? 'train' : 'heldout')) {
    if (lines.push(line) >= mostHeldOutLines) break
  }
  return lines.join('\n')
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(2)
}

function print(name: string, figures: Figures): void {
  const { words, right, rightAtBest, unigramRight, flagged, unflaggedRight, milliseconds } = figures
  const speed = Math.round(words / milliseconds)
  console.log(
    `${name.padEnd(34)} ${String(words).padStart(7)} words  right ${percent(right, words)} ` +
      `(best reading ${percent(rightAtBest, words)}, unigram ${percent(unigramRight, words)})  ` +
      `flagged ${percent(flagged, words)}  right without flag ${percent(unflaggedRight, words - flagged)}  ` +
      `${speed}k words/s`,
  )
}

function changesOfClean(text: string, model: LanguageModel): number {
  const { value } = repairText(text, { mode: 'auto', model })
  return value.changes.filter((change) => change.method !== 'form').length
}

const bytes = await readFile(values.model)
const before = process.memoryUsage()
const began = performance.now()
const model = loadLanguageModel(bytes)
const loaded = performance.now() - began
const after = process.memoryUsage()
const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
console.log(
  `${values.model}: ${bytes.length} bytes, loaded in ${loaded.toFixed(0)} ms, ` +
    `${((grown + bytes.length) / 1e6).toFixed(0)} MB in memory`,
)

const paths = positionals.length > 0 ? positionals : await plansIn(values.plans)
const all = emptyFigures()
let plans = 0
let shares = 0
for (const path of paths) {
  const text = await planText(path)
  if (vietnameseShare(text) < 0.3) continue
  measureStripped(text, model)
  const figures = measureStripped(text, model)
  print(path.split('/').slice(-2).join('/'), figures)
  console.log(`  changes of the clean text beyond its form: ${changesOfClean(text, model)}`)
  for (const key of Object.keys(all) as (keyof Figures)[]) all[key] += figures[key]
  plans++
  shares += figures.right / figures.words
}
if (plans > 0) {
  print('all plans', all)
  console.log(`  average over plans: ${percent(shares, plans)}`)
}
for (const path of values.corpus === undefined ? [] : await corpusFiles(values.corpus)) {
  if (!isHeldOutFile(path) && !/wiki/.test(path)) continue
  print(`held-out ${path.split('/').at(-1)}`, measureStripped(await heldOutText(path), model))
}
