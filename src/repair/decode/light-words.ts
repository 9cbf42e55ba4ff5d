import { special } from '../../language/model/language-model.js'
import { withoutMarks } from '../../language/plain.js'
import { isSyllable, placeTone } from '../../language/syllable.js'
import type { Channel } from '../model/channel.js'
import type { ContextScores } from '../model/context-scores.js'
import { codeWithMarks } from '../model/document-codes.js'
import { type Candidate, CandidateSearch } from './candidates.js'
import type { ReadingList } from './word-lattice.js'

/** What a recognised word may be, and which of the readings is the word as it stands. */
export interface LightReadings extends ReadingList {
  own: number
}

/** How a word stands among others, which makes a change of it less likely. */
export type WordPlace = 'usual' | 'name' | 'abbreviation'

/** Nothing more is known of the beginning of a cell than the model says. */
const freshStart = 0.002
/** What a letter that is read rightly costs at most. */
const ownLetter = 0.5
/** What it costs that one vowel was read as two ('TRIẾỂN'). */
const doubled = 3
const capitals = /^\p{Lu}{3,}$/u
const shortestSplit = 4
const longestSplit = 14

/** Readings of recognised words, memoised: the word as it stands first of all, and what it may be a misreading of. */
export class LightWords {
  private readonly search: CandidateSearch
  private readonly lists = new Map<string, LightReadings>()
  private readonly candidates = new Map<string, readonly Candidate[]>()
  private readonly freshScores: Float64Array

  constructor(
    channel: Channel,
    private readonly scores: ContextScores,
    readonly costs: LightCosts,
  ) {
    const { model } = scores
    this.search = new CandidateSearch(model.vocabulary, channel, model.unigram)
    this.freshScores = freshScoresOf(scores)
  }

  /** Readings of a whole word. `doubt` (nats) speaks for its being misread. */
  ofWord(text: string, place: WordPlace, doubt: number): LightReadings {
    return this.memoised(`${place} ${doubt.toFixed(1)} ${text}`, () => this.readWord(text, place, doubt))
  }

  /** Readings of letters that are a part of a recognised word, or of two words together. */
  ofPart(text: string, extra: number): LightReadings {
    return this.memoised(`part ${extra} ${text}`, () => {
      const found = new Map<number, number>()
      for (const { id, cost } of this.candidatesOf(placed(text)))
        if (isSyllable(this.scores.model.vocabulary[id] ?? '')) found.set(id, cost + extra)
      return { costs: found, own: -1 }
    })
  }

  /** The one reading of what is no word. */
  ofSpecial(id: number): LightReadings {
    return this.memoised(`= ${id}`, () => ({ costs: new Map([[id, 0]]), own: id }))
  }

  /** Whether a word may be two that were read as one. */
  mayBeGlued(text: string): boolean {
    if (text.length < shortestSplit || text.length > longestSplit) return false
    return !this.isKnown(text) && !isSyllable(text)
  }

  /** A document code with the marks of its parts. */
  codeOf(text: string): string {
    return codeWithMarks(text, this.scores.model)
  }

  /** The id of a word, of an unknown one where the model does not know it. */
  idOf(text: string): number {
    return this.scores.model.ids.get(placed(text).toLowerCase()) ?? special.unknown
  }

  isKnown(text: string): boolean {
    return this.scores.model.ids.has(placed(text).toLowerCase())
  }

  private readWord(text: string, place: WordPlace, doubt: number): Read {
    const { model } = this.scores
    const token = placed(text)
    const own = model.ids.get(token.toLowerCase()) ?? special.unknown
    const found = new Map<number, number>()
    const extra = this.costs.change + this.extraOf(place) - doubt
    for (const { id, cost } of this.candidatesOf(token)) {
      const syllable = isSyllable(model.vocabulary[id] ?? '')
      if (id === own) found.set(id, Math.min(cost, text.length * ownLetter))
      else if (syllable)
        found.set(id, cost + extra + (place === 'abbreviation' ? this.costs.abbreviation : 0))
      else if (capitals.test(text)) found.set(id, cost + extra)
    }
    if (own === special.unknown) found.set(own, this.unknownCost(text))
    else if (!found.has(own)) found.set(own, text.length * ownLetter)
    return { costs: found, own }
  }

  private candidatesOf(token: string): readonly Candidate[] {
    const known = this.candidates.get(token)
    if (known !== undefined) return known
    const reach = this.costs.reach + (this.isKnown(token) ? 0 : this.costs.furtherReach)
    const found = new Map<number, Candidate>()
    for (const candidate of this.search.within(token, reach)) found.set(candidate.id, candidate)
    for (const single of isSyllable(token) ? [] : withoutDoubling(token)) {
      for (const { id, cost } of this.search.within(single, this.costs.reach - doubled))
        if (cost + doubled < (found.get(id)?.cost ?? reach)) found.set(id, { id, cost: cost + doubled })
    }
    const all = [...found.values()]
    this.candidates.set(token, all)
    return all
  }

  private extraOf(place: WordPlace): number {
    return place === 'name' ? this.costs.name : 0
  }

  private unknownCost(text: string): number {
    const { unknownLetter, foreignLetter } = this.costs
    return text.length * (looksForeign(text) ? foreignLetter : unknownLetter)
  }

  private memoised(key: string, read: () => Read): LightReadings {
    const known = this.lists.get(key)
    if (known !== undefined) return known
    const { costs, own } = read()
    const entries = [...costs].sort(([a], [b]) => a - b)
    const ids = Uint16Array.from(entries, ([id]) => id)
    const list: LightReadings = {
      own,
      ids,
      weights: Float64Array.from(entries, ([, cost]) => Math.exp(-cost)),
      fresh: Float64Array.from(ids, (id) => this.freshScores[id] as number),
    }
    this.lists.set(key, list)
    return list
  }
}

interface Read {
  costs: Map<number, number>
  own: number
}

/** A word with its tone mark where the model has it, case kept. */
function placed(text: string): string {
  const lower = text.toLowerCase()
  const moved = placeTone(lower)
  if (moved === lower) return text
  return [...moved].map((letter, at) => (text[at] === lower[at] ? letter : letter.toUpperCase())).join('')
}

/** A word with one of two vowels that differ only in their marks. */
function withoutDoubling(text: string): string[] {
  const bare = withoutMarks(text)
  const singles: string[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    const alike = bare.charAt(at) === bare.charAt(at + 1) && /[aeiouy]/iu.test(bare.charAt(at))
    if (!alike || text.charAt(at) === bare.charAt(at)) continue
    singles.push(text.slice(0, at) + text.slice(at + 1), text.slice(0, at + 1) + text.slice(at + 2))
  }
  return singles
}

/** Letters of the alphabets around us only, and built like no syllable. */
function looksForeign(text: string): boolean {
  return /^[a-z0-9]+$/iu.test(text) && !isSyllable(text)
}

function freshScoresOf(scores: ContextScores): Float64Array {
  const ids = Uint16Array.from(scores.unigram, (_, id) => id)
  const values = new Float64Array(ids.length)
  scores.afterWord(special.start, ids, values, new Int32Array(ids.length))
  return values.map((value) => freshStart * value)
}

/**
 * What the light pass weighs, in nats unless said otherwise. Recognition in the right language is right nearly always,
 * so a change has to be paid for; chosen on pages of statutes and one plan (docs/MODEL.md).
 */
export interface LightCosts {
  /** Power to which the language model's probabilities are raised beside the channel. */
  modelWeight: number
  /** What the channel asks for more than this is no reading. */
  reach: number
  /** So much more is allowed where the word as it stands is none that the model knows. */
  furtherReach: number
  /** Any change. */
  change: number
  /** A change of a word with a capital among words with capitals: a name, which nobody can foretell. */
  name: number
  /** A syllable in place of capitals among small letters: an abbreviation. */
  abbreviation: number
  /** Every letter of a word that the model does not know. */
  unknownLetter: number
  /** The same where the word is built like no syllable and has no Vietnamese letter: a foreign word, a brand. */
  foreignLetter: number
  /** A space that was overlooked, one that was made up. */
  split: number
  join: number
  /** Probability from which a change is made. */
  applyFrom: number
  /** Probability of other readings than the one that stands, from which the word is pointed out. */
  pointOutFrom: number
}

export const lightCosts: LightCosts = {
  modelWeight: 1,
  reach: 11,
  furtherReach: 4,
  change: 2,
  name: 2,
  abbreviation: 6,
  unknownLetter: 2.5,
  foreignLetter: 0.5,
  split: 5,
  join: 5,
  applyFrom: 0.97,
  pointOutFrom: 0.5,
}
