import { type Channel, channelLetter, longestEmission } from './channel.js'
import type { ContextScores } from './context-scores.js'
import { type LanguageModel, specialCount } from './language-model.js'
import type { PhraseMemory } from './phrase-memory.js'
import type { ReadingList } from './word-lattice.js'

/**
 * Words of which recognition left nothing that its channel could explain ('giao mmm', 'các om@'): what the words beside
 * them call for, as far as length and the letters that are left allow it.
 */

/** What may stand before a destroyed word, and how likely each is. */
export interface WordBefore {
  id: number
  share: number
}

/** A word is destroyed that seldom. */
const costOfDestruction = 4.5
/** What a letter costs at most that came out as 0–3 characters, whatever they are. */
const mostOfEmission = [3, 3.2, 5.5, 8] as const
const mostByContext = 64
const mostReadings = 12
/** Of a destroyed word so many readings are tried before the next one. */
const mostBefore = 4

/** Readings of words that recognition destroyed, by their context. */
export class DestroyedWords {
  private readonly letters = new Map<string, number>()
  private readonly predecessors: { start: Uint32Array; words: Uint16Array }

  constructor(
    private readonly scores: ContextScores,
    private readonly channel: Channel,
  ) {
    this.predecessors = predecessorsIn(scores.model)
  }

  /** What `raw` may have been between words, and the likeliest of it; `after` is null where the next word is unknown. */
  readingsOf(
    raw: string,
    before: readonly WordBefore[],
    after: number | null,
    memory: PhraseMemory,
  ): { readings: ReadingList; likely: WordBefore[] } {
    const kept = this.byContext(before, after, memory)
      .slice(0, mostByContext)
      .map(({ id, share }) => {
        const weight = Math.exp(-this.costOf(raw, id))
        return { id, weight, share: share * weight }
      })
      .sort((a, b) => b.share - a.share)
      .slice(0, mostReadings)
    const sum = kept.reduce((total, { share }) => total + share, 0)
    return {
      readings: listOf(kept.map(({ id, weight }) => [id, [weight, 0]])),
      likely: kept.slice(0, mostBefore).map(({ id, share }) => ({ id, share: share / sum })),
    }
  }

  /** Words that have been seen between these, likeliest first. */
  private byContext(before: readonly WordBefore[], after: number | null, memory: PhraseMemory): WordBefore[] {
    const ids = this.seenBetween(before, after, memory)
    const likely = before.length === 0 ? this.alone(ids) : new Float64Array(ids.length)
    const [scores, said] = [new Float64Array(ids.length), new Float64Array(ids.length)]
    const bigrams = new Int32Array(ids.length)
    for (const { id, share } of before) {
      this.scores.afterWord(id, ids, scores, bigrams)
      memory.after(id, ids, said)
      for (let at = 0; at < ids.length; at++)
        likely[at] = (likely[at] as number) + share * ((scores[at] as number) + (said[at] as number))
    }
    const words = [...ids].map((id, at) => ({
      id,
      share: (likely[at] as number) * (after === null ? 1 : this.before(after, id, memory)),
    }))
    return words.sort((a, b) => b.share - a.share)
  }

  private seenBetween(
    before: readonly WordBefore[],
    after: number | null,
    memory: PhraseMemory,
  ): Uint16Array {
    const { bigramStart, bigramWord } = this.scores.model
    const ids = new Set<number>()
    for (const { id } of before) {
      for (const word of bigramWord.subarray(bigramStart[id], bigramStart[id + 1])) ids.add(word)
      for (const word of memory.followersOf(id)) ids.add(word)
    }
    if (after !== null) {
      const { start, words } = this.predecessors
      for (const word of words.subarray(start[after], start[after + 1])) ids.add(word)
    }
    return Uint16Array.from([...ids].filter((id) => id >= specialCount)).sort()
  }

  private alone(ids: Uint16Array): Float64Array {
    return Float64Array.from(ids, (id) => this.scores.unigram[id] as number)
  }

  /** How likely a word is followed by another. */
  private before(after: number, id: number, memory: PhraseMemory): number {
    const [scores, said] = [new Float64Array(1), new Float64Array(1)]
    const next = Uint16Array.of(after)
    this.scores.afterWord(id, next, scores, new Int32Array(1))
    memory.after(id, next, said)
    return (scores[0] as number) + (said[0] as number)
  }

  /** What it costs that a word came out so (nats): letters as the channel has them, or destroyed. */
  private costOf(raw: string, id: number): number {
    const form = this.scores.model.vocabulary[id] as string
    const width = raw.length + 1
    let above = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
    above[0] = 0
    for (const letter of form) {
      const index = this.letterOf(letter)
      const below = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
      for (let from = 0; from < width; from++) {
        const here = above[from] as number
        for (let size = 0; size <= longestEmission && from + size < width; size++) {
          const known = this.channel.costs.get(raw.slice(from, from + size))?.[index]
          const cost = here + Math.min(known ?? Number.POSITIVE_INFINITY, mostOfEmission[size] as number)
          if (cost < (below[from + size] as number)) below[from + size] = cost
        }
      }
      above = below
    }
    return costOfDestruction + (above[raw.length] as number)
  }

  private letterOf(letter: string): number {
    const known = this.letters.get(letter)
    if (known !== undefined) return known
    const index = channelLetter(this.channel, letter)
    this.letters.set(letter, index)
    return index
  }
}

/** By word, the words that the model has seen before it. */
function predecessorsIn({ vocabulary, bigramStart, bigramWord }: LanguageModel): {
  start: Uint32Array
  words: Uint16Array
} {
  const start = new Uint32Array(vocabulary.length + 2)
  for (const word of bigramWord) start[word + 2] = (start[word + 2] as number) + 1
  for (let id = 2; id < start.length; id++) start[id] = (start[id] as number) + (start[id - 1] as number)
  const words = new Uint16Array(bigramWord.length)
  for (let word = 0; word < vocabulary.length; word++) {
    for (let entry = bigramStart[word] as number; entry < (bigramStart[word + 1] as number); entry++) {
      const after = (bigramWord[entry] as number) + 1
      words[start[after] as number] = word
      start[after] = (start[after] as number) + 1
    }
  }
  return { start, words }
}

/** Readings of two lists, each with the better of its weights. */
export function readingsTogether(a: ReadingList, b: ReadingList): ReadingList {
  const best = new Map<number, [number, number]>()
  for (const { ids, weights, fresh } of [a, b]) {
    ids.forEach((id, at) => {
      const known = best.get(id) ?? [0, 0]
      best.set(id, [Math.max(weights[at] as number, known[0]), Math.max(fresh[at] as number, known[1])])
    })
  }
  return listOf([...best])
}

function listOf(readings: [number, [number, number]][]): ReadingList {
  readings.sort(([one], [other]) => one - other)
  return {
    ids: Uint16Array.from(readings, ([id]) => id),
    weights: Float64Array.from(readings, ([, [weight]]) => weight),
    fresh: Float64Array.from(readings, ([, [, fresh]]) => fresh),
  }
}
