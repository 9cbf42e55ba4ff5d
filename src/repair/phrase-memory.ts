import type { LanguageModel } from './language-model.js'

/** How much a phrase that stands elsewhere in the document counts beside the language model. */
const share = 0.4
/** This many occurrences of nothing known are added to every context. */
const doubt = 1.5

/**
 * What a document says again and again: pairs of words that were read with certainty elsewhere in it, and phrases that
 * were given. Speaks beside the language model.
 */
export class PhraseMemory {
  private readonly pairs = new Map<number, number>()
  private readonly totals = new Map<number, number>()

  constructor(private readonly weight: number) {}

  /** Takes in words that stand beside each other, by their ids. */
  add(ids: readonly number[], times: number): void {
    for (let index = 1; index < ids.length; index++) {
      const before = ids[index - 1] as number
      const pair = before * 65536 + (ids[index] as number)
      this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + times)
      this.totals.set(before, (this.totals.get(before) ?? 0) + times)
    }
  }

  /** What is said about each of `ids` after `word`. */
  after(word: number, ids: Uint16Array, scores: Float64Array): void {
    const total = this.totals.get(word)
    for (let index = 0; index < ids.length; index++) scores[index] = 0
    if (total === undefined) return
    for (let index = 0; index < ids.length; index++) {
      const times = this.pairs.get(word * 65536 + (ids[index] as number))
      if (times !== undefined) scores[index] = ((share * times) / (total + doubt)) ** this.weight
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
