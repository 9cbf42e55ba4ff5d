import { type LanguageModel, specialCount } from '../../language/model/language-model.js'
import { type Channel, channelLetter, longestEmission } from '../model/channel.js'
import type { ContextScores } from '../model/context-scores.js'
import type { PhraseMemory } from '../model/phrase-memory.js'
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
const unlikely = 1e-4
const mostReadings = 12
/** Of a destroyed word so many readings are tried before the next one. */
const mostBefore = 4

/** Readings of words that recognition destroyed, by their context. */
export class DestroyedWords {
  private readonly letters = new Map<string, number>()
  private readonly predecessors: Predecessors
  /** By word: whether it has been seen in a context, how likely it is there, how likely the next word follows it. */
  private readonly seen: Uint8Array
  private readonly likely: Float64Array
  private readonly next: Float64Array

  constructor(
    private readonly scores: ContextScores,
    private readonly channel: Channel,
  ) {
    this.predecessors = predecessorsIn(scores.model)
    const size = scores.model.vocabulary.length
    this.seen = new Uint8Array(size)
    this.likely = new Float64Array(size)
    this.next = new Float64Array(size)
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

  /** Words that have been seen between these and are not far less likely than others, likeliest first. */
  private byContext(before: readonly WordBefore[], after: number | null, memory: PhraseMemory): WordBefore[] {
    const ids = this.seenBetween(before, after, memory)
    const { likely } = this
    let most = 0
    for (const id of ids) most = Math.max(most, likely[id] as number)
    const words: WordBefore[] = []
    for (const id of ids) {
      const share = likely[id] as number
      if (share > most * unlikely) words.push({ id, share })
      this.seen[id] = 0
    }
    return words.sort((a, b) => b.share - a.share || a.id - b.id)
  }

  /** The words, with `likely` set for each of them. */
  private seenBetween(before: readonly WordBefore[], after: number | null, memory: PhraseMemory): number[] {
    const ids: number[] = []
    const { unigram, unigramBackoff } = this.scores
    const rest = before.reduce((sum, { id, share }) => sum + share * (unigramBackoff[id] as number), 0)
    const add = (id: number, more: number): void => {
      if (id < specialCount) return
      if (this.seen[id] === 0) {
        this.seen[id] = 1
        this.likely[id] = (before.length === 0 ? 1 : rest) * (unigram[id] as number)
        ids.push(id)
      }
      this.likely[id] = (this.likely[id] as number) + more
    }
    for (const { id, share } of before) {
      const backoff = unigramBackoff[id] as number
      this.scores.eachAfter(id, (word, score) =>
        add(word, share * (score - backoff * (unigram[word] as number))),
      )
      for (const word of memory.followersOf(id)) add(word, share * memory.ofPair(id, word))
    }
    if (after !== null) this.weighByNext(ids, after, add, memory)
    return ids
  }

  /** Adds what stands before the next word, and weighs all words by how likely it follows them. */
  private weighByNext(
    ids: readonly number[],
    after: number,
    add: (id: number, more: number) => void,
    memory: PhraseMemory,
  ): void {
    const { start, words, entries } = this.predecessors
    const [from, to] = [start[after] as number, start[after + 1] as number]
    for (let at = from; at < to; at++) add(words[at] as number, 0)
    for (const id of memory.predecessorsOf(after)) add(id, 0)
    const { unigram, unigramBackoff } = this.scores
    for (const id of ids) this.next[id] = (unigramBackoff[id] as number) * (unigram[after] as number)
    for (let at = from; at < to; at++)
      this.next[words[at] as number] = this.scores.ofBigram(entries[at] as number)
    for (const id of memory.predecessorsOf(after))
      this.next[id] = (this.next[id] as number) + memory.ofPair(id, after)
    for (const id of ids) this.likely[id] = (this.likely[id] as number) * (this.next[id] as number)
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

/** By word, the words that the model has seen before it, and the bigrams that they make. */
interface Predecessors {
  start: Uint32Array
  words: Uint16Array
  entries: Uint32Array
}

function predecessorsIn({ vocabulary, bigramStart, bigramWord }: LanguageModel): Predecessors {
  const start = new Uint32Array(vocabulary.length + 2)
  for (const word of bigramWord) start[word + 2] = (start[word + 2] as number) + 1
  for (let id = 2; id < start.length; id++) start[id] = (start[id] as number) + (start[id - 1] as number)
  const words = new Uint16Array(bigramWord.length)
  const entries = new Uint32Array(bigramWord.length)
  for (let word = 0; word < vocabulary.length; word++) {
    for (let entry = bigramStart[word] as number; entry < (bigramStart[word + 1] as number); entry++) {
      const after = (bigramWord[entry] as number) + 1
      const place = start[after] as number
      words[place] = word
      entries[place] = entry
      start[after] = place + 1
    }
  }
  return { start, words, entries }
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
