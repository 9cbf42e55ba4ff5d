import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Rules } from '../../../src/extract/page/ink.js'
import { pdfOf, pngOf, tiffOf } from './files.js'
import { kindNames, kinds } from './kinds.js'
import { printedInk, printPage } from './print.js'
import { sample } from './sample.js'
import { type Scan, scanPage } from './scan.js'
import type { ScanOrder } from './scan-order.js'

const resolutions = [150, 200, 300]

/** Writes the small sample that the tests read. */
export async function makeSample(papers: string, out: string): Promise<void> {
  for (const order of sample) await makeFile(order, papers, out)
}

/** Writes every twin in every kind of wear at every resolution as PDF. */
export async function makeAllScans(papers: string, out: string, only: string, seed: number): Promise<void> {
  const plans = readdirSync(papers).filter((plan) => existsSync(join(papers, plan, 'source.pdf')))
  for (const plan of plans.sort())
    for (const kind of kindNames)
      for (const dpi of resolutions) {
        const file = join(plan, `${kind}-${dpi}.pdf`)
        if (!file.includes(only)) continue
        await makeFile({ file, plan, pages: 'all', wear: kinds[kind], dpi, seed }, papers, out)
      }
}

async function makeFile(order: ScanOrder, papers: string, out: string): Promise<void> {
  const source = join(papers, order.plan, 'source.pdf')
  const ink = await printedInk(source, readFileSync(source))
  const pages = order.pages === 'all' ? ink.map((_, index) => index + 1) : order.pages
  const scans: Scan[] = []
  for (const page of pages) {
    const rules: Rules = ink[page - 1]?.rules ?? { horizontal: [], vertical: [] }
    const printed = await printPage(source, page, order.dpi)
    scans.push(await scanPage(printed, rules, order.wear, order.dpi, order.seed * 1000 + page))
  }
  const target = join(out, order.file)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, await bytesOf(order.file, scans))
  console.log(target)
}

async function bytesOf(file: string, scans: Scan[]): Promise<Buffer> {
  const [first] = scans
  if (first === undefined) throw new Error(`${file}: no pages`)
  if (file.endsWith('.pdf')) return pdfOf(scans)
  if (file.endsWith('.tiff')) return tiffOf(scans)
  return file.endsWith('.png') ? pngOf(first) : first.jpeg
}
