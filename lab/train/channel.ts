import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { withoutMarks } from '../../src/language/plain.js'
import { type LinePair, linePairs } from './page-lines.js'

/**
 * Learns how recognition misreads letters: P(string of 0–3 characters | letter as printed), the space among the
 * letters, by aligning set lines with recognised ones again and again (hard expectation-maximisation).
 *
 *   tsx lab/train/channel.ts --pages <file of recognise-pages> --language eng --out models/ocr-eng.tsv
 */

const longestEmission = 3
const rounds = 6
const band = 14
/** Nats a character beyond which a line is not the same line. */
const worstLine = 2.2
const fewest = 2

type Costs = Map<string, Map<string, number>>

/** Before anything is learned: a letter is read as itself without marks, or as one other character. */
function guess(letter: string, emission: string): number {
  if (emission === letter) return 0.5
  if (emission === withoutMarks(letter)) return 0.7
  if (emission.toLowerCase() === withoutMarks(letter).toLowerCase()) return 1.5
  return emission.length === 1 ? 4 : 5 + 2 * Math.abs(emission.length - 1)
}

const unseen = 12

function costOf(costs: Costs | null, letter: string, emission: string): number {
  if (costs === null) return guess(letter, emission)
  return costs.get(letter)?.get(emission) ?? unseen + 2 * Math.abs(emission.length - 1)
}

interface Alignment {
  cost: number
  emissions: string[]
}

/** The cheapest way to cut the recognised line into one string for every letter of the printed one. */
function align({ clean, found }: LinePair, costs: Costs | null): Alignment | null {
  const slope = found.length / clean.length
  const width = found.length + 1
  const best = new Float64Array((clean.length + 1) * width).fill(Number.POSITIVE_INFINITY)
  const taken = new Uint8Array((clean.length + 1) * width)
  best[0] = 0
  for (let c = 0; c < clean.length; c++) {
    const letter = clean.charAt(c)
    const middle = Math.round(c * slope)
    for (let f = Math.max(0, middle - band); f <= Math.min(found.length, middle + band); f++) {
      const here = best[c * width + f] as number
      if (here === Number.POSITIVE_INFINITY) continue
      for (let size = 0; size <= longestEmission && f + size <= found.length; size++) {
        const cost = here + costOf(costs, letter, found.slice(f, f + size))
        const next = (c + 1) * width + f + size
        if (cost < (best[next] as number)) {
          best[next] = cost
          taken[next] = size
        }
      }
    }
  }
  const cost = best[best.length - 1] as number
  if (cost / clean.length > worstLine) return null
  const emissions: string[] = []
  for (let c = clean.length, f = found.length; c > 0; c--) {
    const size = taken[c * width + f] as number
    emissions.push(found.slice(f - size, f))
    f -= size
  }
  return { cost, emissions: emissions.reverse() }
}

type Counts = Map<string, Map<string, number>>

function count(
  pairs: readonly LinePair[],
  costs: Costs | null,
): { counts: Counts; used: number; cost: number } {
  const counts: Counts = new Map()
  let used = 0
  let sum = 0
  for (const pair of pairs) {
    const alignment = align(pair, costs)
    if (alignment === null) continue
    used++
    sum += alignment.cost
    alignment.emissions.forEach((emission, at) => {
      const letter = pair.clean.charAt(at)
      const seen = counts.get(letter) ?? new Map<string, number>()
      seen.set(emission, (seen.get(emission) ?? 0) + 1)
      counts.set(letter, seen)
    })
  }
  return { counts, used, cost: sum }
}

function costsOf(counts: Counts): Costs {
  const costs: Costs = new Map()
  for (const [letter, seen] of counts) {
    const total = [...seen.values()].reduce((sum, value) => sum + value, 0)
    costs.set(
      letter,
      new Map([...seen].map(([emission, value]) => [emission, -Math.log(value / (total + 1))])),
    )
  }
  return costs
}

/** One line a letter and emission with its count; what was seen once is chance. */
function table(counts: Counts): string {
  const lines: string[] = []
  for (const [letter, seen] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kept = [...seen].filter(([, value]) => value >= fewest)
    kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    for (const [emission, value] of kept) lines.push(`${letter}\t${emission}\t${value}`)
  }
  return `${lines.join('\n')}\n`
}

const { values } = parseArgs({
  options: {
    pages: { type: 'string', multiple: true, default: [] },
    language: { type: 'string', default: 'eng' },
    out: { type: 'string' },
  },
})
if (values.pages.length === 0 || values.out === undefined) throw new Error('--pages and --out are needed')

const pairs: LinePair[] = []
for (const path of values.pages) for await (const pair of linePairs(path, values.language)) pairs.push(pair)
let costs: Costs | null = null
let last: ReturnType<typeof count> | null = null
for (let round = 1; round <= rounds; round++) {
  last = count(pairs, costs)
  costs = costsOf(last.counts)
  console.error(`round ${round}: ${last.used} of ${pairs.length} lines, cost ${Math.round(last.cost)}`)
}
if (last !== null) await writeFile(values.out, table(last.counts))
