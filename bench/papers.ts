import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { ExpectedPlan, importPlan, sourceOf } from '../pipelines/index.js'
import { comparePlan, formatSummary } from '../src/evaluate/index.js'
import { readPdf } from '../src/extract/pdf/index.js'
import { engineSpeed, scanFigures, scanHeader, scannedPapers } from './scans.js'

/**
 * Imports the printed twins of the fixtures and compares each plan with what was printed; the time a page takes stands
 * beside that of `pdftotext -layout`, which finds no tables.
 * node dist/bench/papers.js [--papers fixtures/papers] [--fixtures fixtures] [--rounds 3]
 *
 * With --scans <folder>, scans of whole papers (`npm run make-papers -- --scans --all --out <papers>` makes them) are
 * recognised and compared instead; --only keeps those whose name holds a text, --speed-pages measures the engines.
 */
const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: 'fixtures/papers' },
    fixtures: { type: 'string', default: 'fixtures' },
    rounds: { type: 'string', default: '3' },
    scans: { type: 'string' },
    only: { type: 'string', default: '' },
    'speed-pages': { type: 'string', default: '6' },
  },
})

interface Paper {
  name: string
  file: string
  expected: ExpectedPlan
}

const papers: Paper[] = readdirSync(values.papers)
  .sort()
  .map((name) => ({
    name,
    file: join(values.papers, name, 'source.pdf'),
    truth: join(values.fixtures, name, 'expected.plan.json'),
  }))
  .filter(({ file, truth }) => existsSync(file) && existsSync(truth))
  .map(({ name, file, truth }) => ({
    name,
    file,
    expected: ExpectedPlan.parse(JSON.parse(readFileSync(truth, 'utf8'))),
  }))

async function quality(): Promise<void> {
  const comparisons = []
  for (const { file, expected } of papers) {
    const plan = (await importPlan(sourceOf(file, readFileSync(file)))).value
    comparisons.push(comparePlan(plan, expected))
  }
  console.log('Made papers, kinder than real ones: set by LibreOffice, no stamps, no scans.')
  console.log(formatSummary(comparisons))
}

/** Milliseconds a page, the best of several rounds. */
async function best(pages: number, run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < Number(values.rounds); round++) {
    const start = performance.now()
    await run()
    least = Math.min(least, performance.now() - start)
  }
  return least / pages
}

async function speed({ name, file }: Paper): Promise<string[]> {
  const source = sourceOf(file, readFileSync(file))
  const pages = (await readPdf(source, {})).value.pages.length
  const own = await best(pages, () => readPdf(source, {}))
  const peer = await best(pages, () =>
    execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 1e8 }),
  ).catch(() => null)
  return [name, String(pages), own.toFixed(1), peer === null ? 'not installed' : peer.toFixed(1)]
}

function print(rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

async function scans(folder: string): Promise<void> {
  const scanned = scannedPapers(folder, values.fixtures, values.only)
  const [first] = scanned
  if (first === undefined)
    throw new Error(`${folder}: no scans of papers; npm run make-papers -- --scans --all`)
  console.log('Made scans, kinder than real ones: one typeface, wear that a program made.')
  print([scanHeader, ...(await scanFigures(scanned, { workers: 2 }))])
  const pages = Number(values['speed-pages'])
  console.log(`\nSeconds a page with tables and numbers, ${first.plan} ${first.kind}, ${pages} pages`)
  print(await engineSpeed(first, pages))
}

async function printed(): Promise<void> {
  await quality()
  const times = []
  for (const paper of papers) times.push(await speed(paper))
  console.log('\nMilliseconds a page')
  print([['paper', 'pages', 'phuluc, with tables', 'pdftotext -layout, no tables'], ...times])
}

await (values.scans === undefined ? printed() : scans(values.scans))
