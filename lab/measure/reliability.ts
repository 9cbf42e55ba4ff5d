import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ExpectedPlan, importPlan, openRecognition, sourceOf } from '../../pipelines/index.js'
import { Reliability } from '../../schemas/evaluation/reliability.js'
import type { Place } from '../../schemas/place.js'
import type { Recogniser, Recognition } from '../../schemas/recogniser.js'
import { type CellVerdict, cellVerdicts } from '../../src/evaluate/index.js'
import { doubtFeatures, type TextDoubts } from '../../src/repair/proofread/light-certainty.js'
import { type Example, fitLogistic, probability } from './logistic.js'
import {
  aboveThreshold,
  binsOf,
  calibrationError,
  type Verdict,
  wrongAmongLeastSure,
} from './reliability-figures.js'
import { type ScannedPaper, scannedPapers } from './scans/scans.js'

/**
 * How far the confidence of a cell can be trusted: scans of whole papers (`npm run make-papers -- --scans --all`) and
 * the plan that another language's recognition left, each cell compared with the print.
 *
 *   npm run bench:reliability -- --scans <folder>… [--only <text>] [--recordings <folder>] [--fit] [--write]
 *
 * `--recordings` keeps what the engine answered, so that a second run needs no engine; `--fit` prints weights for
 * src/repair/proofread/light-certainty.ts and what they reach on plans that they were not fitted on; `--write` puts the table
 * into reference/reliability.json for the report.
 */
const { values } = parseArgs({
  options: {
    scans: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', default: '' },
    recordings: { type: 'string' },
    fixtures: { type: 'string', default: 'fixtures' },
    garbled: { type: 'string', default: 'can-tho-121-2023/source.txt' },
    fit: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

interface Judged extends Verdict {
  group: string
  plan: string
  features: readonly number[] | null
}

const judged: Judged[] = []
for (const paper of values.scans.flatMap((folder) => scannedPapers(folder, values.fixtures, values.only))) {
  const cells = await judgeScan(paper)
  judged.push(...cells)
  print(`${paper.plan} ${paper.kind}`, cells)
}
const garbled = await judgeGarbled(values.garbled)
print(values.garbled, garbled)
judged.push(...garbled)
for (const group of new Set(judged.map((cell) => cell.group)))
  print(
    `all ${group}`,
    judged.filter((cell) => cell.group === group),
  )
print('together', judged)
for (const { from, to, cells, right } of binsOf(judged))
  if (cells > 0) console.log(`${from}–${to}  ${cells} cells  ${((100 * right) / cells).toFixed(1)} % right`)
if (values.fit) fitWeights(judged.filter((cell) => cell.features !== null))
if (values.write) writeTable()

function print(name: string, cells: readonly Verdict[]): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  const { right, asks } = aboveThreshold(cells, 0.9)
  console.log(
    [
      name.padEnd(36),
      `${cells.filter((cell) => !cell.right).length} of ${cells.length} wrong`,
      `among the least sure 10 % ${percent(wrongAmongLeastSure(cells, 0.1))}, 15 % ${percent(wrongAmongLeastSure(cells, 0.15))}`,
      `above 0.9 right ${percent(right)}, below ${percent(asks)}`,
      `calibration error ${calibrationError(cells).toFixed(3)}`,
    ].join('  '),
  )
}

async function judgeScan({ plan, kind, file, expected }: ScannedPaper): Promise<Judged[]> {
  const doubts = new Map<string, TextDoubts>()
  const { recogniser, close } = recorded(`${plan}-${kind}`)
  const read = await importPlan(sourceOf(file, readFileSync(file)), {
    recogniser,
    onCell: (at, found) => doubts.set(keyOf(at), found),
  })
  await close()
  return cellVerdicts(read.value, expected).map((cell) => ({
    ...{ group: kind, plan, confidence: cell.confidence, right: cell.right },
    features: featuresOf(cell, doubts),
  }))
}

async function judgeGarbled(path: string): Promise<Judged[]> {
  const file = join(values.fixtures, path)
  const truth = join(file, '..', 'expected.plan.json')
  const expected = ExpectedPlan.parse(JSON.parse(readFileSync(truth, 'utf8')))
  const read = await importPlan(sourceOf(path, readFileSync(file)))
  return cellVerdicts(read.value, expected, { foldCase: true }).map(({ confidence, right }) => ({
    ...{ group: 'garbled', plan: path, confidence, right, features: null },
  }))
}

function keyOf({ page, bbox }: Place): string {
  return `${page} ${bbox?.map((value) => value.toFixed(1)).join(' ')}`
}

/** The doubts about all pieces of a cell together. */
function featuresOf({ evidence }: CellVerdict, doubts: Map<string, TextDoubts>): readonly number[] | null {
  const pieces = evidence.flatMap(({ at }) => doubts.get(keyOf(at)) ?? [])
  if (pieces.length === 0) return null
  const sum = (of: (piece: TextDoubts) => number): number =>
    pieces.reduce((total, piece) => total + of(piece), 0)
  return doubtFeatures({
    expectedWrong: sum(({ expectedWrong }) => expectedWrong),
    readings: sum(({ readings }) => readings),
    unknown: sum(({ unknown }) => unknown),
    oddMark: Math.max(...pieces.map(({ oddMark }) => oddMark)),
    oddFigures: sum(({ oddFigures }) => oddFigures),
    strays: sum(({ strays }) => strays),
    least: Math.min(...pieces.map(({ least }) => least)),
  })
}

/** An engine that remembers its answers in a file, where a folder for them is given. */
function recorded(name: string): { recogniser: Recogniser; close: () => Promise<void> } {
  const engine = openRecognition({ workers: 2 })
  if (values.recordings === undefined) return { recogniser: engine, close: () => engine.close() }
  mkdirSync(values.recordings, { recursive: true })
  const path = join(values.recordings, `${name}.json`)
  const answers: Record<string, Recognition> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const recogniser: Recogniser = {
    engine: engine.engine,
    parallel: engine.parallel,
    recognise: async (picture, mode, dpi) => {
      const size = `${mode} ${dpi} ${picture.width} ${picture.height}`
      const key = createHash('sha256').update(size).update(picture.data).digest('hex').slice(0, 24)
      answers[key] ??= await engine.recognise(picture, mode, dpi)
      return answers[key]
    },
  }
  const close = async (): Promise<void> => {
    writeFileSync(path, JSON.stringify(answers))
    await engine.close()
  }
  return { recogniser, close }
}

/** Weights on all, and for each plan what weights say that have not seen it. */
function fitWeights(cells: readonly Judged[]): void {
  const examples = (list: readonly Judged[]): Example[] =>
    list.map(({ features, right }) => ({ features: features ?? [], right }))
  const apart = [...new Set(cells.map(({ plan }) => plan))].flatMap((plan) => {
    const weights = fitLogistic(examples(cells.filter((cell) => cell.plan !== plan)))
    return cells
      .filter((cell) => cell.plan === plan)
      .map((cell) => ({ ...cell, confidence: probability(weights, cell.features ?? []) }))
  })
  for (const group of new Set(apart.map((cell) => cell.group)))
    print(
      `left out: ${group}`,
      apart.filter((cell) => cell.group === group),
    )
  print('left out, together', apart)
  console.log(
    `weights ${fitLogistic(examples(cells))
      .map((weight) => weight.toFixed(2))
      .join(' ')}`,
  )
}

function writeTable(): void {
  const plans = new Set(judged.map(({ plan }) => plan)).size
  const table = {
    source: {
      vi: `${judged.length} ô của ${plans} kế hoạch: bản quét do chương trình tạo (dễ đọc hơn bản quét thật) và văn bản OCR sai ngôn ngữ`,
      en: `${judged.length} cells of ${plans} plans: scans that a program made (kinder than real ones) and text of a wrong-language OCR`,
    },
    bins: binsOf(judged),
  }
  writeFileSync('reference/reliability.json', `${JSON.stringify(Reliability.parse(table), null, 2)}\n`)
}
