import type { LanguageModel } from '../../language/model/language-model.js'

/** How much a phrase that stands elsewhere in the document counts beside the language model. */
const share = 0.4
/** This many occurrences of nothing known are added to every context. */
const doubt = 1.5

/**
 * What a document says again and again: pairs of words that were read with certainty elsewhere in it, and phrases that
 * were given. Speaks beside the language model.
 */
export class PhraseMemory {
  private readonly followers = new Map<number, Map<number, number>>()
  private readonly predecessors = new Map<number, Set<number>>()
  private readonly totals = new Map<number, number>()

  constructor(private readonly weight: number) {}

  /** Takes in words that stand beside each other, by their ids. */
  add(ids: readonly number[], times: number): void {
    for (let index = 1; index < ids.length; index++) {
      const before = ids[index - 1] as number
      const after = ids[index] as number
      let own = this.followers.get(before)
      if (own === undefined) {
        own = new Map()
        this.followers.set(before, own)
      }
      if (!own.has(after)) this.addPredecessor(before, after)
      own.set(after, (own.get(after) ?? 0) + times)
      this.totals.set(before, (this.totals.get(before) ?? 0) + times)
    }
  }

  /** Words that are known to follow `word`. */
  followersOf(word: number): Iterable<number> {
    return this.followers.get(word)?.keys() ?? []
  }

  private addPredecessor(before: number, after: number): void {
    const own = this.predecessors.get(after)
    if (own === undefined) this.predecessors.set(after, new Set([before]))
    else own.add(before)
  }

  /** Words that `word` is known to follow. */
  predecessorsOf(word: number): Iterable<number> {
    return this.predecessors.get(word) ?? []
  }

  /** What is said about a word after another. */
  ofPair(before: number, after: number): number {
    const times = this.followers.get(before)?.get(after) ?? 0
    return times === 0 ? 0 : this.scoreOf(times, this.totals.get(before) as number)
  }

  private scoreOf(times: number, total: number): number {
    return ((share * times) / (total + doubt)) ** this.weight
  }

  /** What is said about each of `ids` after `word`. */
  after(word: number, ids: Uint16Array, scores: Float64Array): void {
    const own = this.followers.get(word)
    for (let index = 0; index < ids.length; index++) scores[index] = 0
    if (own === undefined) return
    const total = this.totals.get(word) as number
    for (let index = 0; index < ids.length; index++) {
      const times = own.get(ids[index] as number)
      if (times !== undefined) scores[index] = this.scoreOf(times, total)
    }
  }
}

/** Words of a phrase as the model knows them. */
export function phraseIds(phrase: string, model: LanguageModel): number[] {
  return [
    ...phrase
      .toLowerCase()
      .normalize('NFC')
      .matchAll(/\p{L}+/gu),
  ].map(({ 0: word }) => model.ids.get(word) ?? 1)
}
