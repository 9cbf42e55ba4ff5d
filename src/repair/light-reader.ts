import type { Repair } from '../../schemas/repair.js'
import type { RepairedLine } from './changes.js'
import type { Channel } from './channel.js'
import { ContextScores } from './context-scores.js'
import { type LanguageModel, special } from './language-model.js'
import { doubtOfLeast, doubtOfWord } from './light-confidence.js'
import { type LightCosts, lightCosts } from './light-costs.js'
import { LightStretch, type LightWord } from './light-stretch.js'
import { LightWords } from './light-words.js'
import { PhraseMemory, phraseIds } from './phrase-memory.js'
import { inCaseOf } from './plain.js'
import { continues } from './tokens.js'
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

const certain = 0.98
const timesOfPhrase = 3

/** Puts right what recognition in the right language misread. Keeps what it has learned about words. */
export class LightReader {
  private readonly scores: ContextScores
  private readonly words: LightWords

  constructor(
    readonly model: LanguageModel,
    channel: Channel,
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
  read(lines: readonly LightLine[], memory: PhraseMemory): RepairedLine[] {
    const stretches = this.stretchesOf(lines)
    const lattice = new WordLattice(this.scores, memory)
    for (const stretch of stretches) this.remember(stretch.read(lattice), memory)
    const changes: LineChange[][] = lines.map(() => [])
    for (const stretch of stretches) {
      for (const word of wholeWords(stretch.read(lattice))) {
        const change = this.changeOf(word)
        if (change !== null) changes[word[0]?.line ?? 0]?.push(change)
      }
    }
    return lines.map(({ text }, line) => applyChanges(text, changes[line] ?? []))
  }

  private stretchesOf(lines: readonly LightLine[]): LightStretch[] {
    const stretches: LightStretch[] = []
    lines.forEach((line, index) => {
      const previous = lines[index - 1]?.text
      if (line.starts || previous === undefined || !continues(previous, line.text))
        stretches.push(new LightStretch(this.words))
      stretches.at(-1)?.add(line.text, index, doubtIn(line))
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
    const raw = parts.map((part) => part.raw).join('')
    const to = parts.map((part) => this.spelling(part, part.readings[0]?.id ?? part.own)).join(' ')
    const confidence = Math.min(...parts.map((part) => part.readings[0]?.confidence ?? 0))
    const stands = parts.length === 1 && first.readings[0]?.id === first.own
    const against = stands ? 1 - confidence : confidence
    if (to === raw || stands ? against < this.costs.pointOutFrom : false) return null
    const applied = !stands && confidence >= this.costs.applyFrom
    if (!applied && against < this.costs.pointOutFrom) return null
    const options = parts.length > 1 ? [] : first.readings.slice(applied ? 1 : 0, 3)
    const others = options
      .map(({ id, confidence: share }) => ({ text: this.spelling(first, id), confidence: round(share) }))
      .filter((other) => other.text !== raw && other.confidence > 0)
    const alternatives = applied
      ? []
      : parts.length > 1
        ? [{ text: to, confidence: round(confidence) }]
        : others
    const repair: Repair = {
      from: raw,
      to: applied ? to : raw,
      method: 'ocr',
      confidence: applied ? round(confidence) : 0,
      alternatives,
    }
    return { start: first.start, repair }
  }

  private spelling(word: LightWord, id: number): string {
    if (id === word.own || id <= special.code) return word.raw
    return inCase(word.raw, this.model.vocabulary[id] ?? word.raw)
  }
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

function inCase(raw: string, form: string): string {
  if (raw.length === form.length) return inCaseOf(raw, form)
  const letters = raw.replace(/\P{L}/gu, '')
  if (letters.length > 1 && letters === letters.toUpperCase()) return form.toUpperCase()
  return /^\p{Lu}/u.test(raw) ? form.charAt(0).toUpperCase() + form.slice(1) : form
}

interface LineChange {
  start: number
  repair: Repair
}

function applyChanges(text: string, changes: LineChange[]): RepairedLine {
  if (changes.length === 0) return { text, repairs: [] }
  changes.sort((a, b) => a.start - b.start)
  let out = ''
  let copied = 0
  for (const { start, repair } of changes) {
    out += text.slice(copied, start) + repair.to
    copied = start + repair.from.length
  }
  return { text: out + text.slice(copied), repairs: changes.map((change) => change.repair) }
}

function round(confidence: number): number {
  return Math.min(1, Math.round(confidence * 1000) / 1000)
}
