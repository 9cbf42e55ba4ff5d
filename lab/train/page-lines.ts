import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { plain } from '../../src/language/plain.js'

/** A line as it was set and as it was recognised. */
export interface LinePair {
  clean: string
  found: string
  font: string
}

const gap = 1

/** Pages as `recognise-scans.ts` writes them: their lines are paired already. */
interface ScanPage {
  font: string
  lines: { clean: string; found: string }[]
}

/** Pairs of lines of the pages that `recognise-pages.ts` (in one recognition language) or `recognise-scans.ts` wrote. */
export async function* linePairs(path: string, language: string): AsyncGenerator<LinePair> {
  for await (const json of createInterface({ input: createReadStream(path) })) {
    const page = JSON.parse(json) as Record<string, string> | ScanPage
    if (Array.isArray(page.lines)) {
      for (const { clean, found } of (page as ScanPage).lines) yield { clean, found, font: page.font ?? '' }
      continue
    }
    yield* alignedPairs(page as Record<string, string>, language)
  }
}

function* alignedPairs(page: Record<string, string>, language: string): Generator<LinePair> {
  const clean = textLines(page.clean ?? '')
  const found = textLines(page[language] ?? '')
  for (const [c, f] of alignLines(clean, found)) {
    yield { clean: clean[c] as string, found: found[f] as string, font: page.font ?? '' }
  }
}

function textLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
}

/** Which lines belong together, in order; a line that was lost, made up or cut in two has no partner. */
function alignLines(clean: readonly string[], found: readonly string[]): [number, number][] {
  const cost = Array.from({ length: clean.length + 1 }, () => new Float64Array(found.length + 1))
  const at = (c: number, f: number): number => cost[c]?.[f] ?? Number.POSITIVE_INFINITY
  const set = (c: number, f: number, value: number): void => {
    const row = cost[c]
    if (row !== undefined) row[f] = value
  }
  const difference = (c: number, f: number): number => unlike(clean[c - 1] ?? '', found[f - 1] ?? '')
  for (let c = 0; c <= clean.length; c++) {
    for (let f = 0; f <= found.length; f++) {
      if (c + f === 0) continue
      const both = c > 0 && f > 0 ? at(c - 1, f - 1) + difference(c, f) : Number.POSITIVE_INFINITY
      set(c, f, Math.min(both, c > 0 ? at(c - 1, f) + gap : both, f > 0 ? at(c, f - 1) + gap : both))
    }
  }
  const pairs: [number, number][] = []
  for (let c = clean.length, f = found.length; c > 0 && f > 0; ) {
    const apart = difference(c, f)
    if (at(c, f) === at(c - 1, f - 1) + apart) {
      if (apart < 0.6) pairs.push([c - 1, f - 1])
      c--
      f--
    } else if (at(c, f) === at(c - 1, f) + gap) c--
    else f--
  }
  return pairs.reverse()
}

/** How unlike two lines are, 0 to 2, by their pairs of letters without marks. */
function unlike(a: string, b: string): number {
  const [first, second] = [letterPairs(a), letterPairs(b)]
  let shared = 0
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0)
  return 2 * (1 - (2 * shared) / Math.max(1, total(first) + total(second)))
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

function letterPairs(line: string): Map<string, number> {
  const text = plain(line)
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
