import type { Repair } from '../../schemas/repair.js'
import { CandidateSearch } from './candidates.js'
import { type RepairedLine, uncertainBelow } from './changes.js'
import type { Channel } from './channel.js'
import { ContextScores } from './context-scores.js'
import { inRecognisedCase } from './garbled-case.js'
import { ListLetters } from './garbled-labels.js'
import { GarbledStretch, type StretchWord } from './garbled-stretch.js'
import { GarbledWords } from './garbled-words.js'
import { type LanguageModel, special } from './language-model.js'
import { PhraseMemory, phraseIds } from './phrase-memory.js'
import { continues } from './tokens.js'
import { WordLattice } from './word-lattice.js'

/** A line to read; `starts` where it does not go on from the line before. */
export interface GarbledLine {
  text: string
  starts: boolean
}

/** The language model speaks more softly than the channel, which takes letters for independent. */
const modelWeight = 0.8
/** Readings that are less sure than this are not taken. */
const keepGarbledBelow = 0.25
/** What was read with this certainty is evidence for the rest of the document. */
const certain = 0.98
const timesOfPhrase = 3

/** Reads text that was recognised as another language. Keeps what it has learned about words between documents. */
export class GarbledReader {
  private readonly scores: ContextScores
  readonly words: GarbledWords

  constructor(
    readonly model: LanguageModel,
    channel: Channel,
  ) {
    this.scores = new ContextScores(model, modelWeight)
    this.words = new GarbledWords(new CandidateSearch(model.vocabulary, channel, model.unigram), this.scores)
  }

  /** Evidence of phrases that the document may well contain: names of agencies, words of headers. */
  memoryOf(phrases: readonly string[]): PhraseMemory {
    const memory = new PhraseMemory(modelWeight)
    for (const phrase of phrases) memory.add(phraseIds(phrase, this.model), timesOfPhrase)
    return memory
  }

  /** Reads lines; line N of the result is line N. What the lines say with certainty is added to the memory. */
  read(lines: readonly GarbledLine[], memory: PhraseMemory): RepairedLine[] {
    const stretches = stretchesOf(lines, this.words)
    const lattice = new WordLattice(this.scores, memory)
    const first = stretches.map((stretch) => stretch.read(lattice))
    for (const words of first) this.remember(words, memory)
    const changes: LineChange[][] = lines.map(() => [])
    stretches.forEach((stretch) => {
      for (const word of stretch.read(lattice)) this.take(word, changes)
    })
    return lines.map(({ text }, line) => applyChanges(text, changes[line] ?? []))
  }

  private remember(words: readonly StretchWord[], memory: PhraseMemory): void {
    let run: number[] = []
    for (const word of words) {
      const id = word.readings[0]?.id ?? special.unknown
      const sure = (word.readings[0]?.confidence ?? 0) >= certain
      if (!sure || id === special.unknown) {
        memory.add(run, 1)
        run = []
      } else run.push(id)
    }
    memory.add(run, 1)
  }

  private take(word: StretchWord, changes: LineChange[][]): void {
    const options = word.readings.map(({ id, confidence }) => ({ text: this.spelling(word, id), confidence }))
    const best = options[0]
    if (best === undefined) return
    const kept = best.confidence < keepGarbledBelow
    const to = kept ? word.raw : best.text
    if (to === word.raw && best.confidence >= uncertainBelow) return
    const others = best.confidence >= uncertainBelow ? [] : options.slice(kept ? 0 : 1, 3)
    const alternatives = others.map(({ text, confidence }) => ({ text, confidence: round(confidence) }))
    const confidence = kept ? 0 : best.confidence
    const repair: Repair = { from: word.raw, to, method: 'ocr', confidence: round(confidence), alternatives }
    changes[word.line]?.push({ start: word.start, repair })
  }

  private spelling(word: StretchWord, id: number): string {
    if (word.fixed !== null) return word.fixed
    if (id < special.comma) return word.recognised
    if (id === special.stop) return word.recognised
    const form = this.model.vocabulary[id] ?? word.recognised
    return (word.glued ? ' ' : '') + inRecognisedCase(word.shape, form, word.opens)
  }
}

function stretchesOf(lines: readonly GarbledLine[], words: GarbledWords): GarbledStretch[] {
  const stretches: GarbledStretch[] = []
  const letters = new ListLetters()
  lines.forEach(({ text, starts }, line) => {
    const previous = lines[line - 1]?.text
    if (starts || previous === undefined || !continues(previous, text))
      stretches.push(new GarbledStretch(words, letters))
    stretches.at(-1)?.add(text, line)
  })
  return stretches
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
