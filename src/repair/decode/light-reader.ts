import type { Repair } from '../../../schemas/repair.js'
import { type LanguageModel, special } from '../../language/model/language-model.js'
import type { LineChange } from '../../language/reading.js'
import { applyChanges, type RepairedLine, roundConfidence as round } from '../changes.js'
import type { Channel } from '../model/channel.js'
import { ContextScores } from '../model/context-scores.js'
import { PhraseMemory, phraseIds } from '../model/phrase-memory.js'
import { continues } from '../orthography/tokens.js'
import { doubtOfLeast, doubtOfWord } from '../proofread/light-certainty.js'
import { DocumentAbbreviations } from './light-abbreviations.js'
import { LightStretch, type LightWord } from './light-stretch.js'
import { type LightCosts, LightWords, lightCosts } from './light-words.js'
import { WordLattice } from './word-lattice.js'

/** A line of recognition in the right language. */
export interface LightLine {
  text: string
  /** Where it does not go on from the line before. */
  starts: boolean
  /** How sure the engine is of each of its words (0–1, divided by white space), where that is known. */
  words?: readonly number[] | undefined
  /** Otherwise the least of the words of its cell, and how many they are. */
  least?: { confidence: number; words: number } | undefined
}

/** A line after the light pass, and what still speaks against it. */
export interface LightRead extends RepairedLine {
  /** Nats against the readings that were taken. */
  doubt: number
  /** Words that stay though no lexicon knows them. */
  unknown: number
}

const certain = 0.98
const timesOfPhrase = 3
/** Readings that are less likely are not named beside a doubtful word. */
const leastNamed = 0.05

/** Puts right what recognition in the right language misread. Keeps what it has learned about words. */
export class LightReader {
  private readonly scores: ContextScores
  private readonly words: LightWords

  constructor(
    readonly model: LanguageModel,
    private readonly channel: Channel,
    private readonly costs: LightCosts = lightCosts,
  ) {
    this.scores = new ContextScores(model, costs.modelWeight)
    this.words = new LightWords(channel, this.scores, costs)
  }

  /** Evidence of phrases that the document may well contain. */
  memoryOf(phrases: readonly string[]): PhraseMemory {
    const memory = new PhraseMemory(this.costs.modelWeight)
    for (const phrase of phrases) memory.add(phraseIds(phrase, this.model), timesOfPhrase)
    return memory
  }

  /** Reads lines twice: what the first reading is certain of is evidence for the second. Line N stays line N. */
  read(lines: readonly LightLine[], memory: PhraseMemory): LightRead[] {
    const stretches = this.stretchesOf(lines)
    const lattice = new WordLattice(this.scores, memory)
    for (const stretch of stretches) this.remember(stretch.read(lattice), memory)
    const found = lines.map(() => ({ changes: [] as LineChange[], doubt: 0, unknown: 0 }))
    for (const stretch of stretches) {
      for (const word of wholeWords(stretch.read(lattice))) {
        const line = found[word[0]?.line ?? 0]
        if (line === undefined) continue
        const change = this.changeOf(word)
        if (change !== null) line.changes.push(change)
        line.doubt -= Math.log(Math.max(leastTaken, takenOf(word, change)))
        if (change === null && staysUnknown(word)) line.unknown++
      }
    }
    return lines.map(({ text }, line) => {
      const { changes = [], doubt = 0, unknown = 0 } = found[line] ?? {}
      return { ...applyChanges(text, changes), doubt, unknown }
    })
  }

  private stretchesOf(lines: readonly LightLine[]): LightStretch[] {
    const stretches: LightStretch[] = []
    const doubts = lines.map(doubtIn)
    const texts = lines.map(({ text }, index) => ({ text, doubt: doubts[index] ?? (() => 0) }))
    const abbreviations = new DocumentAbbreviations(texts, this.channel, this.model)
    lines.forEach((line, index) => {
      const previous = lines[index - 1]?.text
      if (line.starts || previous === undefined || !continues(previous, line.text))
        stretches.push(new LightStretch(this.words, abbreviations))
      stretches.at(-1)?.add(line.text, index, doubts[index] ?? (() => 0))
    })
    return stretches
  }

  private remember(words: readonly LightWord[], memory: PhraseMemory): void {
    let run: number[] = []
    for (const { readings } of words) {
      const best = readings[0]
      if (best === undefined || best.confidence < certain || best.id === special.unknown) {
        memory.add(run, 1)
        run = []
      } else run.push(best.id)
    }
    memory.add(run, 1)
  }

  /** The change of a recognised word, which may have been read as several; null where nothing is to be said. */
  private changeOf(parts: readonly LightWord[]): LineChange | null {
    const first = parts[0]
    if (first === undefined) return null
    if (first.fixed !== null) return this.decide(first, first.raw, first.fixed.text, first.fixed.confidence)
    const [best] = first.readings
    const raw = parts.map((part) => part.raw).join('')
    if (parts.length === 1 && (best === undefined || best.id === first.own)) {
      const doubted = best !== undefined && 1 - best.confidence >= this.costs.pointOutFrom
      return doubted ? this.keep(first, raw, this.others(first)) : null
    }
    const to = parts.map((part) => this.spelling(part, part.readings[0]?.id ?? part.own)).join(' ')
    const confidence = Math.min(...parts.map((part) => part.readings[0]?.confidence ?? 0))
    return this.decide(first, raw, to, confidence)
  }

  private decide(word: LightWord, raw: string, to: string, confidence: number): LineChange | null {
    if (to === raw) return null
    if (confidence < this.costs.applyFrom) {
      const others =
        word.readings.length > 1 ? this.others(word) : [{ text: to, confidence: round(confidence) }]
      return confidence < this.costs.pointOutFrom ? null : this.keep(word, raw, others)
    }
    const repair: Repair = { from: raw, to, method: 'ocr', confidence: round(confidence), alternatives: [] }
    return { start: word.start, repair }
  }

  /** The word stays as it stands, and the reader is told what else it may be. */
  private keep(word: LightWord, raw: string, alternatives: Repair['alternatives']): LineChange {
    return { start: word.start, repair: { from: raw, to: raw, method: 'ocr', confidence: 0, alternatives } }
  }

  private others(word: LightWord): Repair['alternatives'] {
    return word.readings
      .filter(({ id, confidence }) => id !== word.own && confidence >= leastNamed)
      .map(({ id, confidence }) => ({ text: this.spelling(word, id), confidence: round(confidence) }))
  }

  private spelling(word: LightWord, id: number): string {
    if (id === word.own || id <= special.code) return word.raw
    return inCase(word.raw, this.model.vocabulary[id] ?? word.raw)
  }
}

/** So unlikely is a word at least that stays as it was recognised though others are likelier. */
const leastTaken = 0.0001
/** One recognised word that was read as several, of which some may stay. */
const ofSeveral = 0.3
/** A word that is none of the readings that were kept. */
const ofNone = 0.02

/** How probable the reading is that stands in the end. */
function takenOf(parts: readonly LightWord[], change: LineChange | null): number {
  const [first] = parts
  if (first === undefined || (first.fixed !== null && change === null)) return 1
  if (change !== null && change.repair.confidence > 0) return change.repair.confidence
  if (parts.length > 1) return ofSeveral
  return first.readings.find(({ id }) => id === first.own)?.confidence ?? ofNone
}

function staysUnknown([word]: readonly LightWord[]): boolean {
  return (
    word !== undefined && word.fixed === null && word.own === special.unknown && /\p{L}{2}/u.test(word.raw)
  )
}

/** Parts of one recognised word together. */
function wholeWords(words: readonly LightWord[]): LightWord[][] {
  const whole: LightWord[][] = []
  for (const word of words) {
    if (word.glued) whole.at(-1)?.push(word)
    else whole.push([word])
  }
  return whole
}

/** How much speaks against the word that begins at a character of a line. */
function doubtIn({ text, words, least }: LightLine): (start: number) => number {
  if (words !== undefined) {
    return (start) => {
      const index = (text.slice(0, start).match(/\S+(?=\s)/gu) ?? []).length
      return doubtOfWord(words[index] ?? 0.945)
    }
  }
  const doubt = least === undefined ? 0 : doubtOfLeast(least.confidence, least.words)
  return () => doubt
}

/** `form` in the case of what was recognised, of which single letters may be in the wrong one. */
function inCase(raw: string, form: string): string {
  const letters = raw.replace(/\P{L}/gu, '')
  if (letters.length > 1 && letters === letters.toUpperCase()) return form.toUpperCase()
  return /^\P{L}*\p{Lu}/u.test(raw) ? form.charAt(0).toUpperCase() + form.slice(1) : form
}
