import type { CandidateSearch } from './candidates.js'
import type { ContextScores } from './context-scores.js'
import { special } from './language-model.js'
import { inCaseOf } from './plain.js'
import { isSyllable } from './syllable.js'
import type { ReadingList } from './word-lattice.js'

/** A word as it stands: it is no syllable that the model knows, and every letter of it has to be explained. */
export const keepBase = 4
export const keepPerLetter = 2.2
/** Abbreviations are words nobody has to know. */
const keepPerCapital = 1.3
/** A digit that is meant as one. */
const costOfDigit = 1.6
/** A word whose cheapest candidate costs more was cut wrongly, or is beyond reading. */
const suspiciousCost = 3
const suspiciousPerLetter = 0.75
/** Any word may begin a cell, whatever stood before. */
const freshStart = 0.004

/** Everything that a recognised word may be, memoised by how it was recognised. */
export class GarbledWords {
  private readonly lists = new Map<string, ReadingList>()
  private readonly freshScores: Float64Array

  constructor(
    readonly search: CandidateSearch,
    private readonly scores: ContextScores,
  ) {
    this.freshScores = freshScoresOf(scores)
  }

  /** Readings of a whole word: candidates, the word as it stands, a number. */
  ofWord(text: string): ReadingList {
    return this.memoised(text, () => {
      const costs = this.candidates(text, Number.POSITIVE_INFINITY)
      const { model } = this.scores
      if (/^\d+$/u.test(text)) lower(costs, special.number, costOfDigit * text.length)
      if (/\p{L}/u.test(text)) {
        const own = model.ids.get(text.toLowerCase())
        lower(costs, own !== undefined && !isSyllable(text) ? own : special.unknown, keepCost(text))
      } else if (costs.size === 0) lower(costs, special.stop, 1)
      return costs
    })
  }

  /** Readings of letters that are only a part of what was recognised as a word, or of two such words together. */
  ofPart(text: string, extra: number): ReadingList {
    return this.memoised(`${extra} ${text}`, () => {
      const costs = this.candidates(text, suspiciousCost + suspiciousPerLetter * text.length)
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
    return text.replace(/\p{L}+/gu, (part) => {
      const form = this.scores.model.codeParts.get(part.toLowerCase())
      return form === undefined ? part : inCaseOf(part, form)
    })
  }

  /** The id of a word, of an unknown one where the model does not know it. */
  idOf(word: string): number {
    return this.scores.model.ids.get(word.toLowerCase()) ?? special.unknown
  }

  private candidates(text: string, limit: number): Map<number, number> {
    const costs = new Map<number, number>()
    for (const { id, cost } of this.search.of(text)) if (cost <= limit) costs.set(id, cost)
    return costs
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
