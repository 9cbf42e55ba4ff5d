import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ExpectedPlan, importPlan, sourceOf } from '../../../pipelines/index.js'
import { comparePlan } from '../../../src/evaluate/index.js'
import { comparisonTable } from '../../../src/messages/index.js'
import { type Paper, peerFigures } from './paper-peers.js'
import { engineSpeed } from './scan-speed.js'
import { scanFigures, scanHeader, scannedPapers } from './scans.js'

/**
 * Imports the printed twins of the fixtures and compares each plan with what was printed; beside it stand what
 * liteparse and `pdftotext -layout` give of the same files and the time that each takes for a page.
 * node dist/lab/measure/scans/papers.js [--papers fixtures/papers] [--fixtures fixtures] [--rounds 3]
 *
 * With --scans <folder>, scans of whole papers (`npm run make-papers -- --scans --all --out <papers>` makes them) are
 * recognised and compared instead; --only keeps those whose name holds a text, --speed-pages measures the engines (0: leave that out).
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
  console.log(comparisonTable(comparisons, 'en'))
}

function print(rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

/** The most memory that one paper takes, and the same paper many times over in one file: it should hardly grow. */
function memory({ name, file }: Paper): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-papers-'))
  const program = fileURLToPath(new URL('./paper-memory.js', import.meta.url))
  const taken = (path: string): string[] =>
    execFileSync(process.execPath, [program, path], { encoding: 'utf8' }).trim().split(' ')
  try {
    const long = join(folder, 'long.pdf')
    execFileSync('pdfunite', [...Array<string>(12).fill(file), long])
    return [
      ['paper', 'pages', 'MB at most'],
      [name, ...taken(file)],
      [`${name}, 12 times`, ...taken(long)],
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function scans(folder: string): Promise<void> {
  const scanned = scannedPapers(folder, values.fixtures, values.only)
  const [first] = scanned
  if (first === undefined)
    throw new Error(`${folder}: no scans of papers; npm run make-papers -- --scans --all`)
  console.log('Made scans, kinder than real ones: one typeface, wear that a program made.')
  print([scanHeader, ...(await scanFigures(scanned, { workers: 2 }))])
  const pages = Number(values['speed-pages'])
  if (pages === 0) return
  console.log(`\nSpeed, ${first.plan} ${first.kind}, ${pages} pages`)
  print(await engineSpeed(first.file, pages, Number(values.rounds)))
}

async function printed(): Promise<void> {
  await quality()
  console.log("\nPeers on the same files; their text is read on by phuluc. Ratio: phuluc's time to theirs.")
  print(await peerFigures(papers, Number(values.rounds)))
  const longest = papers.toSorted((a, b) => statSync(b.file).size - statSync(a.file).size)[0]
  if (longest === undefined) return
  console.log('\nMemory')
  print(memory(longest))
}

await (values.scans === undefined ? printed() : scans(values.scans))
