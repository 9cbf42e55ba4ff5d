import { type LanguageModel, lowerBound } from '../../language/model/language-model.js'

/**
 * The probabilities of a language model raised to a power: beside a channel whose costs count every letter as if it
 * were read by itself, the model has to speak more softly.
 */
export class ContextScores {
  readonly unigram: Float64Array
  readonly unigramBackoff: Float64Array
  private readonly probability: Float64Array
  private readonly backoff: Float64Array

  constructor(
    readonly model: LanguageModel,
    readonly weight: number,
  ) {
    const soft = (value: number): number => value ** weight
    this.unigram = model.unigram.map(soft)
    this.unigramBackoff = model.unigramBackoff.map(soft)
    this.probability = model.probabilityOf.map(soft)
    this.backoff = model.backoffOf.map(soft)
  }

  /** What `word` says about each of `ids` (ascending): the score, and the bigram it makes (-1 where unknown). */
  afterWord(word: number, ids: Uint16Array, scores: Float64Array, bigrams: Int32Array): void {
    const { bigramStart, bigramWord, bigramScore } = this.model
    const end = bigramStart[word + 1] as number
    const backoff = this.unigramBackoff[word] as number
    let entry = bigramStart[word] as number
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index] as number
      if (entry < end && (bigramWord[entry] as number) < id) entry = lowerBound(bigramWord, entry, end, id)
      const known = entry < end && bigramWord[entry] === id
      bigrams[index] = known ? entry : -1
      scores[index] = known
        ? (this.probability[bigramScore[entry] as number] as number)
        : backoff * (this.unigram[id] as number)
    }
  }

  /** Goes through all that the model has seen after `word`, with their scores. */
  eachAfter(word: number, take: (id: number, score: number) => void): void {
    const { bigramStart, bigramWord } = this.model
    const end = bigramStart[word + 1] as number
    for (let entry = bigramStart[word] as number; entry < end; entry++)
      take(bigramWord[entry] as number, this.ofBigram(entry))
  }

  /** The score of the second word of a bigram. */
  ofBigram(entry: number): number {
    return this.probability[this.model.bigramScore[entry] as number] as number
  }

  /** The same after the two words of a bigram, given what the last of them says. */
  afterBigram(bigram: number, ids: Uint16Array, byWord: Float64Array, scores: Float64Array): void {
    const length = ids.length
    if (bigram < 0) {
      for (let index = 0; index < length; index++) scores[index] = byWord[index] as number
      return
    }
    const { bigramBackoff, trigramStart, trigramWord, trigramScore } = this.model
    const backoff = this.backoff[bigramBackoff[bigram] as number] as number
    for (let index = 0; index < length; index++) scores[index] = backoff * (byWord[index] as number)
    const end = trigramStart[bigram + 1] as number
    let entry = trigramStart[bigram] as number
    for (let index = 0; index < length && entry < end; index++) {
      const id = ids[index] as number
      if ((trigramWord[entry] as number) < id) entry = lowerBound(trigramWord, entry, end, id)
      if (entry < end && trigramWord[entry] === id) {
        scores[index] = this.probability[trigramScore[entry] as number] as number
      }
    }
  }
}
