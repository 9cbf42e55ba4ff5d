import { special } from '../../language/model/language-model.js'
import { plain } from '../../language/plain.js'
import { isSyllable } from '../../language/syllable.js'
import type { ContextScores } from '../model/context-scores.js'
import { codeWithMarks } from '../model/document-codes.js'
import type { Candidate, CandidateSearch } from './candidates.js'
import type { ReadingList } from './word-lattice.js'

/** A word as it stands: it is no syllable that the model knows, and every letter of it has to be explained. */
const keepBase = 4
const keepPerLetter = 3
/** Abbreviations are words nobody has to know. */
const keepPerCapital = 1.3
/** Capitals that nothing calls for. */
const costOfCapitals = 5
const costOfNoVowel = 3
const vowel = /[aeiouyăâêôơưđ\u00c0-\u1ef9]/u
/** A digit that is meant as one. */
const costOfDigit = 4
/** A word whose cheapest candidate costs more was cut wrongly, or is beyond reading. */
const suspiciousCost = 3
const suspiciousPerLetter = 0.75
/** Any word may begin a cell, whatever stood before. */
const freshStart = 0.004

/** Everything that a recognised word may be, memoised by how it was recognised. */
export class GarbledWords {
  private readonly lists = new Map<string, ReadingList>()
  private readonly shapes = new Map<string, boolean>()
  private readonly freshScores: Float64Array

  constructor(
    readonly search: CandidateSearch,
    private readonly scores: ContextScores,
  ) {
    this.freshScores = freshScoresOf(scores)
  }

  /** Readings of a whole word: candidates, the word as it stands, a number. */
  ofWord(text: string, abbreviation: boolean): ReadingList {
    return this.memoised(abbreviation ? `# ${text}` : text, () => {
      const costs = costsOf(this.search.of(text))
      const { model } = this.scores
      if (abbreviation) this.doubtSyllables(costs)
      else this.doubtLettersWithoutVowel(costs)
      if (/^\d+$/u.test(text)) lower(costs, special.number, costOfDigit * text.length)
      if (/\p{L}/u.test(text)) {
        const own = model.ids.get(text.toLowerCase())
        lower(costs, own !== undefined && !isSyllable(text) ? own : special.unknown, keepCost(text))
      } else if (costs.size === 0) lower(costs, special.stop, 1)
      return costs
    })
  }

  /** A syllable is not set in capitals among words of small letters. */
  private doubtSyllables(costs: Map<number, number>): void {
    for (const [id, cost] of costs) {
      if (isSyllable(this.scores.model.vocabulary[id] ?? '')) costs.set(id, cost + costOfCapitals)
    }
  }

  /** 'sb' and 'dc' in running text are rather damaged syllables than what the model knows them as. */
  private doubtLettersWithoutVowel(costs: Map<number, number>): void {
    for (const [id, cost] of costs) {
      if (!vowel.test(this.scores.model.vocabulary[id] ?? '')) costs.set(id, cost + costOfNoVowel)
    }
  }

  /** Readings of letters that are only a part of what was recognised as a word, or of two such words together. */
  ofPart(text: string, extra: number): ReadingList {
    return this.memoised(`${extra} ${text}`, () => {
      const costs = costsOf(this.search.within(text, suspiciousCost + suspiciousPerLetter * text.length))
      for (const [id, cost] of costs) costs.set(id, cost + extra)
      return costs
    })
  }

  /** The one reading of what is no word: a number, punctuation, a code. */
  ofSpecial(id: number): ReadingList {
    return this.memoised(`= ${id}`, () => new Map([[id, 0]]))
  }

  /** Whether a word looks as if it were cut wrongly. */
  isSuspicious(text: string): boolean {
    const cheapest = this.search.of(text)[0]?.cost ?? Number.POSITIVE_INFINITY
    return cheapest > suspiciousCost + suspiciousPerLetter * text.length
  }

  /** A document code with the letters of its parts put right. */
  codeOf(text: string): string {
    return codeWithMarks(text, this.scores.model)
  }

  /** The id of a word, of an unknown one where the model does not know it. */
  idOf(word: string): number {
    return this.scores.model.ids.get(word.toLowerCase()) ?? special.unknown
  }

  /** Whether a word without its marks is a syllable. */
  isSyllableShaped(text: string): boolean {
    const known = this.shapes.get(text)
    if (known !== undefined) return known
    const { readings, vocabulary } = this.scores.model
    const [first, end] = readings.get(plain(text)) ?? [0, 0]
    const shaped = vocabulary.slice(first, end).some(isSyllable)
    this.shapes.set(text, shaped)
    return shaped
  }

  private memoised(key: string, costs: () => Map<number, number>): ReadingList {
    const known = this.lists.get(key)
    if (known !== undefined) return known
    const entries = [...costs()].sort(([a], [b]) => a - b)
    const ids = Uint16Array.from(entries, ([id]) => id)
    const list: ReadingList = {
      ids,
      weights: Float64Array.from(entries, ([, cost]) => Math.exp(-cost)),
      fresh: Float64Array.from(ids, (id) => this.freshScores[id] as number),
    }
    this.lists.set(key, list)
    return list
  }
}

function costsOf(candidates: readonly Candidate[]): Map<number, number> {
  return new Map(candidates.map(({ id, cost }) => [id, cost]))
}

function keepCost(text: string): number {
  const capitals = text === text.toUpperCase() && text.length > 1
  return keepBase + (capitals ? keepPerCapital : keepPerLetter) * text.length
}

function lower(costs: Map<number, number>, id: number, cost: number): void {
  costs.set(id, Math.min(cost, costs.get(id) ?? Number.POSITIVE_INFINITY))
}

/** How likely each word is at the beginning of a line. */
function freshScoresOf(scores: ContextScores): Float64Array {
  const ids = Uint16Array.from(scores.unigram, (_, id) => id)
  const values = new Float64Array(ids.length)
  scores.afterWord(special.start, ids, values, new Int32Array(ids.length))
  return values.map((value) => freshStart * value)
}
