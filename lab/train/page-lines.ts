import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { align } from '../../src/language/align.js'
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
  const aligned = align(clean.length, found.length, {
    pair: (c, f) => unlike(clean[c] ?? '', found[f] ?? ''),
    firstAlone: () => gap,
    secondAlone: () => gap,
  })
  return (aligned?.pairs() ?? []).filter(
    (pair): pair is [number, number] =>
      pair[0] !== null && pair[1] !== null && unlike(clean[pair[0]] ?? '', found[pair[1]] ?? '') < mostUnlike,
  )
}

/** Lines that are more unlike than this do not belong together, though they stand beside each other. */
const mostUnlike = 0.6

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
