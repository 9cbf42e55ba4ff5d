import { withoutMarks } from '../../language/plain.js'

/**
 * How recognition with a certain model misreads printed letters: what it costs (in nats) that a letter comes out as a
 * string of 0–3 characters. The space is a letter too: it may vanish, or appear out of nothing.
 */
export interface Channel {
  /** Index of a letter in the cost lists; letters that were never learned have none. */
  letters: ReadonlyMap<string, number>
  /** Recognised string → its cost for each letter. */
  costs: ReadonlyMap<string, Float32Array>
  /** Costs for each letter of a string that was never seen, by its length. */
  unseen: readonly Float32Array[]
}

export const longestEmission = 3

/** What is never seen is still possible. */
const unseenCost = 11
const unseenPerCharacter = 2

interface Learned {
  letter: string
  emission: string
  count: number
}

/**
 * Reads a table of letter, recognised string and count (TAB-separated), as `lab/train/channel.ts` writes it.
 * `lending` scales what letters borrow from those like them: where nearly all is read rightly, 0.03 of a misreading
 * that was never seen would outweigh all that were.
 */
export function loadChannel(table: string, lending = 1): Channel {
  const learned = table
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((fields) => fields.length === 3)
    .map(
      ([letter, emission, count]): Learned => ({
        letter: letter as string,
        emission: emission as string,
        count: Number(count),
      }),
    )
  const letters = new Map(
    [...new Set(learned.map(({ letter }) => letter))].map((letter, index) => [letter, index]),
  )
  const unseen = [0, 1, 2, 3].map((length) =>
    new Float32Array(letters.size).fill(unseenCost + unseenPerCharacter * Math.abs(length - 1)),
  )
  return { letters, unseen, costs: costsOf(smoothedCounts(learned, lending), letters, unseen) }
}

/**
 * Letters that differ only in their marks are misread alike: each borrows a little from those with the same vowel
 * ('ố' from 'ổ'), less from those with the same base ('ó' from 'ộ'), and least from all letters.
 */
const borrowed: readonly { share: number; family: (letter: string) => string }[] = [
  { share: 0.03, family: (letter) => letter.normalize('NFD').replace(toneMark, '') },
  { share: 0.006, family: (letter) => withoutMarks(letter) },
  { share: 0.0005, family: (letter) => (/\p{L}/u.test(letter) ? 'any' : letter) },
]
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/gu

function smoothedCounts(learned: readonly Learned[], lending: number): Learned[] {
  const counts = new Map<string, Map<string, number>>()
  const totals = new Map<string, number>()
  for (const { letter, emission, count } of learned) {
    addTo(counts, letter, emission, count)
    totals.set(letter, (totals.get(letter) ?? 0) + count)
  }
  for (const { share, family } of borrowed) {
    const families = new Map<string, Map<string, number>>()
    const sums = new Map<string, number>()
    for (const { letter, emission, count } of learned) {
      addTo(families, family(letter), emission, count)
      sums.set(family(letter), (sums.get(family(letter)) ?? 0) + count)
    }
    for (const [letter, total] of totals) {
      const scale = (lending * share * total) / (sums.get(family(letter)) ?? 1)
      for (const [emission, count] of families.get(family(letter)) ?? []) {
        addTo(counts, letter, emission, scale * count)
      }
    }
  }
  return [...counts].flatMap(([letter, emissions]) =>
    [...emissions].map(([emission, count]) => ({ letter, emission, count })),
  )
}

function addTo(counts: Map<string, Map<string, number>>, key: string, emission: string, count: number): void {
  const own = counts.get(key) ?? new Map<string, number>()
  own.set(emission, (own.get(emission) ?? 0) + count)
  counts.set(key, own)
}

function costsOf(
  learned: readonly Learned[],
  letters: ReadonlyMap<string, number>,
  unseen: readonly Float32Array[],
): Map<string, Float32Array> {
  const totals = new Map<string, number>()
  for (const { letter, count } of learned) totals.set(letter, (totals.get(letter) ?? 0) + count)
  const costs = new Map<string, Float32Array>()
  for (const { letter, emission, count } of learned) {
    const list = costs.get(emission) ?? Float32Array.from(unseen[emission.length] ?? [])
    const index = letters.get(letter) as number
    list[index] = Math.min(list[index] as number, Math.log(((totals.get(letter) ?? 0) + 1) / count))
    costs.set(emission, list)
  }
  return costs
}

/** The letter whose costs stand for `letter`: itself, or the nearest one that was learned; -1 where there is none. */
export function channelLetter(channel: Channel, letter: string): number {
  const forms = [letter, letter.toLowerCase(), withoutMarks(letter), withoutMarks(letter).toLowerCase()]
  for (const form of forms) {
    const index = channel.letters.get(form)
    if (index !== undefined) return index
  }
  return -1
}
