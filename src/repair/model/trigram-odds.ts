import { type LanguageModel, lowerBound, special, specialCount } from '../../language/model/language-model.js'

const cacheShift = 17
const cacheSize = 2 ** (32 - cacheShift)

/** Decimal logarithms of how probable words are behind the two before them, by the model's trigrams with back-off. */
export class TrigramOdds {
  private readonly probability: Float64Array
  private readonly backoff: Float64Array
  private readonly unigram: Float64Array
  private readonly unigramBackoff: Float64Array
  /** Pairs that were looked up last, by a hash of their two words, and their places: texts ask for the same again. */
  private readonly askedPairs = new Uint32Array(cacheSize)
  private readonly askedPlaces = new Int32Array(cacheSize).fill(-1)

  constructor(private readonly model: LanguageModel) {
    const logarithm = (values: ArrayLike<number>): Float64Array => Float64Array.from(values, Math.log10)
    this.probability = logarithm(model.probabilityOf)
    this.backoff = logarithm(model.backoffOf)
    this.unigram = logarithm(model.unigram)
    this.unigramBackoff = logarithm(model.unigramBackoff)
  }

  /**
   * Of the words `ids[from..to)`, each behind the two before it (those before `from` count as context only). Below
   * `least` it is not counted to the end: every further word makes it less.
   */
  of(ids: readonly number[], from: number, to: number, least = -Infinity): number {
    let sum = 0
    for (let at = Math.max(1, from); at < Math.min(ids.length, to) && sum >= least; at++)
      sum += this.at(ids, at)
    return sum
  }

  /** Of one word behind the two before it. */
  at(ids: readonly number[], at: number): number {
    const [before, word] = [ids[at - 1] ?? 0, ids[at] ?? 0]
    const pair = at < 2 ? -1 : this.pair(ids[at - 2] ?? 0, before)
    const triple = pair < 0 ? -1 : this.triple(pair, word)
    if (triple >= 0) return this.probability[this.model.trigramScore[triple] ?? 0] ?? 0
    const softer = pair < 0 ? 0 : (this.backoff[this.model.bigramBackoff[pair] ?? 0] ?? 0)
    return softer + this.behind(before, word)
  }

  /** How probable `word` is behind the one before it alone. */
  behind(before: number, word: number): number {
    const pair = this.pair(before, word)
    if (pair >= 0) return this.probability[this.model.bigramScore[pair] ?? 0] ?? 0
    return (this.unigramBackoff[before] ?? 0) + (this.unigram[word] ?? 0)
  }

  /** How many of the three syllables in a row that end in `ids[from..to)` the model has seen together. */
  seen(ids: readonly number[], from: number, to: number): number {
    let count = 0
    for (let at = Math.max(2, from); at < Math.min(ids.length, to); at++) {
      if (ids.slice(at - 2, at + 1).some(isSign)) continue
      const pair = this.pair(ids[at - 2] ?? 0, ids[at - 1] ?? 0)
      if (pair >= 0 && this.triple(pair, ids[at] ?? 0) >= 0) count++
    }
    return count
  }

  /** The place of two words in the model's bigrams, -1 where it has not seen them together. */
  private pair(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0
    const slot = Math.imul(key, 0x9e3779b1) >>> cacheShift
    if (this.askedPairs[slot] === key) return this.askedPlaces[slot] as number
    const { bigramStart, bigramWord } = this.model
    const place = find(bigramWord, bigramStart[first] ?? 0, bigramStart[first + 1] ?? 0, second)
    this.askedPairs[slot] = key
    this.askedPlaces[slot] = place
    return place
  }

  private triple(pair: number, word: number): number {
    const { trigramStart, trigramWord } = this.model
    return find(trigramWord, trigramStart[pair] ?? 0, trigramStart[pair + 1] ?? 0, word)
  }
}

const odds = new WeakMap<LanguageModel, TrigramOdds>()

/** The odds of a model, made once. */
export function oddsOf(model: LanguageModel): TrigramOdds {
  const known = odds.get(model)
  if (known !== undefined) return known
  const made = new TrigramOdds(model)
  odds.set(model, made)
  return made
}

/** A number or a mark of punctuation, beside which nearly every word has been seen; an unknown word is none. */
function isSign(id: number): boolean {
  return id < specialCount && id !== special.unknown
}

function find(words: Uint16Array, from: number, to: number, wanted: number): number {
  const at = lowerBound(words, from, to, wanted)
  return at < to && words[at] === wanted ? at : -1
}
