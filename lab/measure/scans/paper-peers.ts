import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { LiteParse } from '@llamaindex/liteparse'
import { importPlan, sourceOf } from '../../../pipelines/index.js'
import type { ExpectedPlan } from '../../../schemas/evaluation/expectation.js'
import { comparePlan } from '../../../src/evaluate/index.js'
import { extract } from '../../../src/extract/index.js'

/** A printed twin and what it should give. */
export interface Paper {
  name: string
  file: string
  expected: ExpectedPlan
}

/** One way to get text out of a PDF. */
interface Way {
  name: string
  /** What it gives is read on by phuluc under this name, which tells the format. */
  gives: string
  read(file: string): Promise<string | Buffer>
  /** What of it is timed, where `read` does less than the others. */
  timed?(file: string): Promise<unknown>
}

/** Those ways that are installed here. liteparse runs in this process, as phuluc does; pdftotext is started each time. */
async function waysOf(): Promise<Way[]> {
  const own: Way = {
    name: 'phuluc, tables and pages joined',
    gives: 'source.pdf',
    read: async (file) => readFileSync(file),
    timed: async (file) => extract(sourceOf(file, readFileSync(file)), {}),
  }
  const liteparse = await openLiteparse()
  const markdown = liteparse === null ? [] : [liteparse]
  const layout: Way = {
    name: 'pdftotext -layout',
    gives: 'source.txt',
    read: async (file) => execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 1e8 }),
  }
  return [own, ...markdown, layout]
}

async function openLiteparse(): Promise<Way | null> {
  try {
    const module = await import('@llamaindex/liteparse')
    const parser: LiteParse = new module.LiteParse({
      outputFormat: 'markdown',
      ocrEnabled: false,
      quiet: true,
    })
    return {
      name: 'liteparse, Markdown',
      gives: 'source.md',
      read: async (file) => (await parser.parse(file)).text,
    }
  } catch {
    return null
  }
}

/**
 * What each way gives of each paper, and the milliseconds a page. A peer's text is read on by phuluc, which knows
 * Markdown and text in columns of blanks: that is the most that a user gets of it without work of his own.
 * Round by round one way after the other, the best round counts.
 */
export async function peerFigures(papers: readonly Paper[], rounds: number): Promise<string[][]> {
  const ways = await waysOf()
  const rows: string[][] = [
    ['paper', 'way', 'criteria P/R', 'cells exact', 'tables', 'pages', 'ms/page', 'ratio'],
  ]
  for (const paper of papers) {
    const pages = (await extract(sourceOf(paper.file, readFileSync(paper.file)), {})).value.pages.length
    const least = await leastTimes(ways, paper.file, rounds)
    const base = least[0] ?? 1
    for (const [index, way] of ways.entries()) {
      const time = least[index] ?? Number.NaN
      rows.push([
        paper.name,
        way.name,
        ...(await readOn(way, paper)),
        String(pages),
        (time / pages).toFixed(1),
        (base / time).toFixed(1),
      ])
    }
  }
  return rows
}

async function leastTimes(ways: readonly Way[], file: string, rounds: number): Promise<number[]> {
  const least = ways.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++)
    for (const [index, way] of ways.entries()) {
      const start = performance.now()
      await (way.timed ?? way.read)(file).catch(() => undefined)
      least[index] = Math.min(least[index] ?? 0, performance.now() - start)
    }
  return least
}

/** Criteria, cells and tables that phuluc finds in what a way gives. */
async function readOn(way: Way, { file, expected }: Paper): Promise<string[]> {
  try {
    const bytes = Buffer.from(await way.read(file))
    const plan = (await importPlan(sourceOf(way.gives, bytes))).value
    const { criteria, cells } = comparePlan(plan, expected)
    const tables = plan.appendices.reduce((sum, appendix) => sum + appendix.tables.length, 0)
    const share = `${criteria.precision.toFixed(3)}/${criteria.recall.toFixed(3)}`
    return [share, cells.exact.share.toFixed(3), String(tables)]
  } catch (error) {
    return [error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 40) : 'failed', '–', '–']
  }
}
