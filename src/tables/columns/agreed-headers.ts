import { letterDistance } from '../../language/align.js'
import { senseOf } from '../../language/header-terms.js'
import { foldWords } from '../../language/letters.js'
import type { HeaderRows } from './header-rows.js'

/**
 * The header of a table as most of its printings have it. A scan repeats it on every page and one of them may be
 * misread ('Cơ quan chủ tr'): each text gives way to the one that stands in its place most often, if they are nearly
 * alike; of texts that stand there equally often, to one that says what the column holds.
 */
export function agreedPaths(base: HeaderRows, printings: readonly HeaderRows[]): string[][] {
  const alike = printings.filter(({ paths }) => paths.length === base.paths.length)
  return base.paths.map((path, column) =>
    path.map((text, level) => {
      const others = alike.flatMap(({ paths }) => paths[column]?.[level] ?? [])
      return mostAgreed(
        text,
        others.filter((other) => isNearly(text, other)),
      )
    }),
  )
}

function mostAgreed(text: string, others: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1)
  const worth = (each: string): number => (counts.get(each) ?? 0) + (senseOf(each) === null ? 0 : 0.5)
  return [...counts.keys()].reduce((best, each) => (worth(each) > worth(best) ? each : best), text)
}

/** Shares of the longer text's letters that a misreading spoils. */
const spoilt = 0.2

function isNearly(one: string, other: string): boolean {
  const [a, b] = [foldWords(one), foldWords(other)]
  const longer = Math.max(a.length, b.length)
  if (Math.abs(a.length - b.length) > spoilt * longer) return false
  return a === b || letterDistance(a, b) <= Math.max(1, spoilt * longer)
}
