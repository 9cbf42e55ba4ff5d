import { type LanguageModel, specialCount } from '../../language/model/language-model.js'
import { chunksOf } from '../../language/ocr-chunks.js'
import { isSyllable } from '../../language/syllable.js'
import type { Channel } from '../model/channel.js'
import { CandidateSearch } from './candidates.js'

const capitals = /^\p{Lu}{3,}$/u
/** Nats of doubt from which a word does not count as one that the document has. */
const doubtful = 1
/** How often an abbreviation has to stand in a document, and how much oftener than what it is misread as. */
const fewestTimes = 3
const timesAsOften = 4
/** Nats beyond which one abbreviation is not taken for another. */
const reach = 14
/** How likely a document has a further abbreviation that is no more than a misreading away from a usual one. */
const genuine = 0.0002
/** The same where the engine was nowhere sure of it. */
const genuineButUnsure = 0.00002

/** The abbreviations that a document uses again and again, as evidence for what is nearly one of them. */
export class DocumentAbbreviations {
  private readonly times = new Map<string, number>()
  /** Only where the engine was sure: what it always misreads alike stands often too. */
  private readonly sureTimes = new Map<string, number>()
  private readonly usual: string[]
  private readonly search: CandidateSearch

  /** `doubt` says of the word that begins at a character of a text how much speaks against it (nats). */
  constructor(
    texts: readonly { text: string; doubt: (start: number) => number }[],
    channel: Channel,
    private readonly model: LanguageModel,
  ) {
    for (const { text, doubt } of texts) {
      for (const { text: word, start } of chunksOf(text)) {
        if (!isAbbreviationShaped(word)) continue
        this.times.set(word, (this.times.get(word) ?? 0) + 1)
        if (doubt(start) < doubtful) this.sureTimes.set(word, (this.sureTimes.get(word) ?? 0) + 1)
      }
    }
    const often = [...this.times.keys()].filter((word) => this.timesOf(word) >= fewestTimes)
    this.usual = often.filter((word) => !often.some((other) => this.isVariant(word, other)))
    const vocabulary = [
      ...Array<string>(specialCount).fill(''),
      ...this.usual.map((word) => word.toLowerCase()),
    ]
    this.search = new CandidateSearch(vocabulary, channel, new Float64Array(vocabulary.length).fill(1))
  }

  /**
   * The abbreviation that a word is probably a misreading of, and how sure that is; null where there is none. A word
   * that lacks a letter of it may be one of its own ('HND' beside 'HĐND').
   */
  meantBy(word: string, doubt: number): { text: string; confidence: number } | null {
    if (!isAbbreviationShaped(word) || this.model.ids.has(word.toLowerCase())) return null
    const sureTimes = this.sureTimes.get(word) ?? 0
    const own = Math.max(1, sureTimes)
    const prior = (sureTimes === 0 ? genuineButUnsure : genuine) * own
    let best: { text: string; odds: number } | null = null
    for (const { id, cost } of this.search.within(word, reach)) {
      const text = this.usual[id - specialCount] ?? word
      const times = this.timesOf(text)
      if (text.length > word.length || text === word || times < timesAsOften * own) continue
      const odds = (times * Math.exp(doubt - cost)) / prior
      if (best === null || odds > best.odds) best = { text, odds }
    }
    return best === null ? null : { text: best.text, confidence: best.odds / (1 + best.odds) }
  }

  /** Whether a word of a document is another that stands far more often, with a letter too many: misread many times. */
  private isVariant(word: string, other: string): boolean {
    return (
      word.length > other.length &&
      this.timesOf(other) >= timesAsOften * Math.max(1, this.sureTimes.get(word) ?? 0) &&
      this.timesOf(other) > this.timesOf(word) &&
      !this.model.ids.has(word.toLowerCase()) &&
      hasInOrder(word, other)
    )
  }

  private timesOf(word: string): number {
    return this.times.get(word) ?? 0
  }
}

function isAbbreviationShaped(word: string): boolean {
  return capitals.test(word) && !isSyllable(word)
}

/** Whether the letters of `part` stand in `word` in their order. */
function hasInOrder(word: string, part: string): boolean {
  let found = 0
  for (const letter of word) if (letter === part.charAt(found)) found++
  return found === part.length
}
