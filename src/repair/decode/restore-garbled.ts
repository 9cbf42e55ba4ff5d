import type { Repair } from '../../../schemas/repair.js'
import { type LanguageModel, special } from '../../language/model/language-model.js'
import type {
  ChangedLine,
  LineChange,
  LineToRead,
  ReadWord,
  RunningText,
  TextPart,
} from '../../language/reading.js'
import { uncertainBelow } from '../changes.js'
import type { Channel } from '../model/channel.js'
import { ContextScores } from '../model/context-scores.js'
import { PhraseMemory, phraseIds } from '../model/phrase-memory.js'
import { continues } from '../orthography/tokens.js'
import { CandidateSearch } from './candidates.js'
import { DestroyedWords } from './destroyed-words.js'
import { inRecognisedCase } from './garbled-case.js'
import { ListLetters } from './garbled-labels.js'
import { GarbledStretch, type StretchWord } from './garbled-stretch.js'
import { GarbledWords } from './garbled-words.js'
import { WordLattice } from './word-lattice.js'

/** What was read the first time, and can be read again. */
export interface GarbledReading {
  lines: readonly LineToRead[]
  stretches: readonly GarbledStretch[]
  lattice: WordLattice
  memory: PhraseMemory
  /** By line, in order. */
  words: ReadWord[][]
  /** The lines as they were read. */
  first(): ChangedLine[]
}

/** The language model speaks more softly than the channel, which takes letters for independent. */
const modelWeight = 0.8
/** Readings that are less sure than this are not taken. */
const keepGarbledBelow = 0.25
/** What was read with this certainty is evidence for the rest of the document. */
const certain = 0.98
const timesOfPhrase = 3
/** When the numbers of tables are known, those among words are seldom one. */
const doubtOfDigit = 1

/** Reads text that was recognised as another language. Keeps what it has learned about words between documents. */
export class GarbledReader {
  private readonly scores: ContextScores
  readonly words: GarbledWords
  private readonly destroyed: DestroyedWords

  constructor(
    readonly model: LanguageModel,
    channel: Channel,
  ) {
    this.scores = new ContextScores(model, modelWeight)
    this.destroyed = new DestroyedWords(this.scores, channel)
    this.words = new GarbledWords(new CandidateSearch(model.vocabulary, channel, model.unigram), this.scores)
  }

  /** Evidence of phrases that the document may well contain: names of agencies, words of headers. */
  memoryOf(phrases: readonly string[]): PhraseMemory {
    const memory = new PhraseMemory(modelWeight)
    for (const phrase of phrases) memory.add(phraseIds(phrase, this.model), timesOfPhrase)
    return memory
  }

  /** A lattice that knows no more of the document than these phrases. */
  latticeOf(phrases: readonly string[]): WordLattice {
    return new WordLattice(this.scores, this.memoryOf(phrases))
  }

  /** Reads lines a first time. What they say with certainty is added to the memory. */
  begin(lines: readonly LineToRead[], memory: PhraseMemory): GarbledReading {
    const stretches = stretchesOf(lines, this.words)
    const lattice = new WordLattice(this.scores, memory)
    const words: ReadWord[][] = lines.map(() => [])
    const read = stretches.map((stretch) => {
      const own = stretch.read(lattice)
      this.remember(own, memory)
      for (const word of own) words[word.line]?.push(this.readWord(word))
      return own
    })
    for (const own of words) own.sort((a, b) => a.start - b.start)
    const first = (): ChangedLine[] => this.changedLines(lines, read)
    return { lines, stretches, lattice, memory, words, first }
  }

  /**
   * Reads the lines again with what they have said in between. `texts` are running texts whose parts stand on lines
   * among others: cells of woven columns. Lines that have such parts are read by them alone. `headers` are lines whose
   * neighbours on the line say nothing of them.
   */
  finish(
    reading: GarbledReading,
    texts: readonly RunningText[] = [],
    headers: ReadonlySet<number> = new Set(),
  ): ChangedLine[] {
    const { lines } = reading
    const read: StretchWord[][] = []
    const parted = new Set(texts.flatMap(({ parts }) => parts.map(({ line }) => line)))
    const whole = reading.stretches.filter(({ spanned }) => !spanned.some((line) => parted.has(line)))
    const covered = new Set([...whole.flatMap(({ spanned }) => spanned), ...parted])
    const rest = lines.flatMap((_, line) => (covered.has(line) ? [] : [line]))
    for (const stretch of [...whole, ...rest.map((line) => this.stretchOf([wholeLine(line, lines)], lines))])
      read.push(this.readAgain(stretch, reading, headers))
    const letters = new Map<number, ListLetters>()
    for (const { parts, list } of texts) {
      const own = letters.get(list) ?? new ListLetters()
      letters.set(list, own)
      read.push(this.readAgain(this.stretchOf(parts, lines, own), reading, headers))
    }
    return this.changedLines(lines, read)
  }

  private changedLines(
    lines: readonly LineToRead[],
    read: readonly (readonly StretchWord[])[],
  ): ChangedLine[] {
    const changes: LineChange[][] = lines.map(() => [])
    for (const word of read.flat()) this.take(word, changes)
    return lines.map(({ text }, line) => ({ text, changes: inOrder(changes[line] ?? []) }))
  }

  /** Reads a stretch with all that the document says; what is destroyed is read by the words beside it. */
  private readAgain(
    stretch: GarbledStretch,
    { lattice, memory }: GarbledReading,
    headers: ReadonlySet<number>,
  ): StretchWord[] {
    stretch.doubtNumbers(doubtOfDigit)
    if (stretch.hasDestroyed && !stretch.spanned.some((line) => headers.has(line))) {
      if (!stretch.wasRead) stretch.read(lattice)
      stretch.offerDestroyed(this.destroyed, memory)
    }
    return stretch.read(lattice)
  }

  private stretchOf(
    parts: readonly TextPart[],
    lines: readonly LineToRead[],
    letters = new ListLetters(),
  ): GarbledStretch {
    const stretch = new GarbledStretch(this.words, letters)
    for (const { line, from, to } of parts) stretch.add(lines[line]?.text.slice(from, to) ?? '', line, from)
    return stretch
  }

  private readWord(word: StretchWord): ReadWord {
    const best = word.readings[0]
    const sure = best?.confidence ?? 0
    const taken = best !== undefined && sure >= keepGarbledBelow
    const text = taken ? this.spelling(word, best.id).trim() : word.raw
    return {
      start: word.start,
      end: word.start + word.raw.length,
      text,
      id: taken ? best.id : special.unknown,
      confidence: sure,
    }
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

function wholeLine(line: number, lines: readonly LineToRead[]): TextPart {
  return { line, from: 0, to: lines[line]?.text.length ?? 0 }
}

function stretchesOf(lines: readonly LineToRead[], words: GarbledWords): GarbledStretch[] {
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

function inOrder(changes: LineChange[]): LineChange[] {
  return changes.sort((a, b) => a.start - b.start)
}

function round(confidence: number): number {
  return Math.min(1, Math.round(confidence * 1000) / 1000)
}
