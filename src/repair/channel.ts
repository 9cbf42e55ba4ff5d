import { withoutMarks } from './plain.js'

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

/** What is never seen is still possible: this many counts are spread over everything unseen. */
const unseenCounts = 0.05
const unseenPerCharacter = 2.5

interface Learned {
  letter: string
  emission: string
  count: number
}

/** Reads a table of letter, recognised string and count (TAB-separated), as `scripts/train/channel.ts` writes it. */
export function loadChannel(table: string): Channel {
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
  const totals = new Float64Array(letters.size)
  for (const { letter, count } of learned) {
    const index = letters.get(letter) as number
    totals[index] = (totals[index] as number) + count
  }
  const unseen = [0, 1, 2, 3].map((length) =>
    Float32Array.from(
      totals,
      (total) => Math.log((total + 1) / unseenCounts) + unseenPerCharacter * Math.abs(length - 1),
    ),
  )
  return { letters, unseen, costs: costsOf(learned, letters, totals, unseen) }
}

function costsOf(
  learned: readonly Learned[],
  letters: ReadonlyMap<string, number>,
  totals: Float64Array,
  unseen: readonly Float32Array[],
): Map<string, Float32Array> {
  const costs = new Map<string, Float32Array>()
  for (const { letter, emission, count } of learned) {
    const list = costs.get(emission) ?? Float32Array.from(unseen[emission.length] ?? [])
    const index = letters.get(letter) as number
    list[index] = Math.log(((totals[index] as number) + 1) / count)
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
