import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { pictures } from '../../../pipelines/engines/pictures.js'
import { decodeImage } from '../../../src/extract/image/prepare/decode-image.js'
import { preparePage } from '../../../src/extract/image/prepare/prepare-page.js'
import { findGrids, type GridCell, type TableGrid } from '../../../src/extract/page/grid.js'
import type { Rules } from '../../../src/extract/page/ink.js'
import { type Kind, kindNames, kinds } from '../../papers/scans/kinds.js'
import { printedInk, printPage } from '../../papers/scans/print.js'
import { type Scan, scanPage } from '../../papers/scans/scan.js'

/**
 * Scans the printed twins in every kind of wear and compares the cells found on the pictures with those of the printed
 * page. Needs pdftoppm. Nothing is tuned on the plans named with --held-out.
 * npm run bench:grids -- [--papers fixtures/papers] [--kinds mild,hard] [--dpi 150,200,300] [--every 4]
 */
const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: 'fixtures/papers' },
    only: { type: 'string', default: '' },
    kinds: { type: 'string', default: kindNames.join(',') },
    dpi: { type: 'string', default: '150,200,300' },
    /** Every so manieth page of a paper is scanned. */
    every: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    'held-out': { type: 'string', default: 'hai-phong-229-2023,hung-yen-199-2022' },
    verbose: { type: 'boolean', default: false },
  },
})

interface Figures {
  pages: number
  cells: number
  right: number
  falseTables: number
  lostTables: number
  turnedWrong: number
  milliseconds: number
  skewError: number
}

const empty = (): Figures => ({
  pages: 0,
  cells: 0,
  right: 0,
  falseTables: 0,
  lostTables: 0,
  turnedWrong: 0,
  milliseconds: 0,
  skewError: 0,
})

interface Paper {
  name: string
  file: string
  rules: Rules[]
  grids: TableGrid[][]
}

async function readPapers(): Promise<Paper[]> {
  const papers: Paper[] = []
  for (const name of readdirSync(values.papers).sort()) {
    const file = join(values.papers, name, 'source.pdf')
    if (!name.includes(values.only) || !existsSync(file)) continue
    const ink = await printedInk(file, readFileSync(file))
    const rules = ink.map((page) => page.rules)
    papers.push({ name, file, rules, grids: rules.map(findGrids) })
  }
  return papers
}

/** A grid as it stands when the page is on its head. */
function overturned(grid: TableGrid): TableGrid {
  const cells = grid.cells.map((cell) => ({
    ...cell,
    row: grid.rows - cell.row - cell.rowSpan,
    column: grid.columns - cell.column - cell.colSpan,
  }))
  return { ...grid, cells }
}

const keyOf = ({ row, column, rowSpan, colSpan }: GridCell): string =>
  [row, column, rowSpan, colSpan].join(' ')

async function measure(scan: Scan, truth: TableGrid[], figures: Figures): Promise<string> {
  const source = { file: 'scan.jpg', bytes: scan.jpeg, sha256: '' }
  const image = (await decodeImage(source, pictures))[0]?.image
  if (image === undefined) throw new Error('no page')
  const start = performance.now()
  const page = preparePage(image, scan.dpi)
  const found = findGrids(page.rules)
  figures.milliseconds += performance.now() - start
  const turned = (scan.turn + page.turn) % 4
  const upright = turned === 2 ? found.map(overturned).reverse() : found
  figures.pages++
  figures.turnedWrong += turned % 2
  figures.skewError = Math.max(figures.skewError, Math.abs(page.skewDegrees - scan.skew))
  figures.falseTables += Math.max(0, found.length - truth.length)
  figures.lostTables += Math.max(0, truth.length - found.length)
  const marks: string[] = []
  for (const [index, grid] of truth.entries()) {
    const keys = new Set(upright[index]?.cells.map(keyOf))
    const right = turned % 2 === 1 ? 0 : grid.cells.filter((cell) => keys.has(keyOf(cell))).length
    figures.cells += grid.cells.length
    figures.right += right
    if (right < grid.cells.length) marks.push(`${right}/${grid.cells.length}`)
  }
  if (found.length > truth.length) marks.push(`${found.length} tables, ${truth.length} printed`)
  return marks.join(' ')
}

function print(name: string, figures: Figures): void {
  const { pages, cells, right, falseTables, lostTables, turnedWrong, milliseconds, skewError } = figures
  const share = cells === 0 ? '–' : (right / cells).toFixed(4)
  console.log(
    `${name.padEnd(34)} ${share.padStart(7)} of ${String(cells).padStart(5)} cells, ${pages} pages, ` +
      `false tables ${falseTables}, lost ${lostTables}, turned wrong ${turnedWrong}, ` +
      `skew off by ${skewError.toFixed(2)}° at most, ${(milliseconds / pages).toFixed(0)} ms a page`,
  )
}

const papers = await readPapers()
const every = Number(values.every)
console.log('Made scans, kinder than real ones: printed by LibreOffice, worn by a program.')
for (const kind of values.kinds.split(',') as Kind[])
  for (const dpi of values.dpi.split(',').map(Number)) {
    const sums = { tuned: empty(), 'held out': empty() }
    for (const { name, file, rules, grids } of papers)
      for (let page = 1; page <= grids.length; page += every) {
        const printed = await printPage(file, page, dpi)
        const drawn = rules[page - 1] ?? { horizontal: [], vertical: [] }
        const seed = Number(values.seed) * 100_003 + page * 101 + name.length
        const scan = await scanPage(printed, drawn, kinds[kind], dpi, seed)
        const set = values['held-out'].split(',').includes(name) ? 'held out' : 'tuned'
        const marks = await measure(scan, grids[page - 1] ?? [], sums[set])
        if (values.verbose && marks !== '') console.log(`  ${name} page ${page}: ${marks}`)
      }
    for (const [set, figures] of Object.entries(sums))
      if (figures.pages > 0) print(`${kind} ${dpi} dpi, ${set}`, figures)
  }
