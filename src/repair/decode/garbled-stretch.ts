import { special } from '../../language/model/language-model.js'
import { type Chunk, chunksOf } from '../../language/ocr-chunks.js'
import type { PhraseMemory } from '../model/phrase-memory.js'
import { destroyedPieces } from './destroyed-pieces.js'
import { type DestroyedWords, readingsTogether, type WordBefore } from './destroyed-words.js'
import { asMeantInCase, isAbbreviation } from './garbled-case.js'
import { asNumber, type ListLetters, romanLabel } from './garbled-labels.js'
import type { GarbledWords } from './garbled-words.js'
import type { ArcGroup, ReadingList, WordLattice } from './word-lattice.js'

/** A word of a stretch after reading: where it stood, how it was recognised, and what it may be, likeliest first. */
export interface StretchWord {
  line: number
  start: number
  /** What stands there: one recognised word, two that belong together, or a part of one. */
  raw: string
  recognised: string
  /** The recognised letters as they were meant in case. */
  shape: string
  /** What it is by its shape and place, whatever the language says. */
  fixed: string | null
  /** A further word out of one recognised word. */
  glued: boolean
  opens: boolean
  readings: { id: number; confidence: number }[]
}

type Origin = Omit<StretchWord, 'readings'>

/** What stands between two blanks, and the nodes that it lies between. */
interface Piece {
  from: number
  to: number
  origin: Origin
}

/** Specks between words. */
const noise = /^[~_]+$/u
const longestJoined = 8
const costOfJoining = 5
const costOfSplitting = 5
const shortestSplit = 3
const longestSplit = 16
const longestPart = 7

/** Lines that read on from one to the next, as a lattice of what their words may be. */
export class GarbledStretch {
  private readonly groups: ArcGroup[] = []
  private readonly origins: Origin[] = []
  private readonly destroyed: Piece[] = []
  /** The likeliest way of the last reading: by node that a word begins or ends at, the word. */
  private readonly wordFrom = new Map<number, number>()
  private readonly wordTo = new Map<number, number>()
  private node = 0
  private sorted = false
  /** Lines that it has text of. */
  readonly spanned: number[] = []

  constructor(
    private readonly words: GarbledWords,
    private readonly letters: ListLetters,
  ) {}

  /** Takes in a text that stands at `offset` of a line. */
  add(text: string, line: number, offset = 0): void {
    this.spanned.push(line)
    const chunks = chunksOf(text)
      .filter((chunk) => !noise.test(chunk.text))
      .map((chunk) => ({ ...chunk, start: chunk.start + offset }))
    const letter = this.letters.read(chunks)
    const labelAt = letter === null ? -1 : chunks.findIndex((chunk) => chunk.kind !== 'stop')
    let previousStart = -1
    const nodes: number[] = []
    chunks.forEach((chunk, index) => {
      const start = this.node
      nodes.push(start)
      const origin = this.originOf(chunk, chunks, index, line)
      if (index === labelAt) this.fix(origin, letter, special.unknown)
      else this.addChunk(chunk, chunks, index, origin)
      if (previousStart >= 0) this.addJoined(chunks, index, previousStart, line)
      previousStart = start
    })
    nodes.push(this.node)
    for (const { first, end, raw } of destroyedPieces(text, offset, chunks, this.words)) {
      const origin = this.originOf(chunks[first] as Chunk, chunks, first, line)
      const own = { ...origin, raw, recognised: raw, shape: raw.toLowerCase() }
      this.destroyed.push({ from: nodes[first] as number, to: nodes[end] as number, origin: own })
    }
  }

  /** Offers for what is destroyed the words that those beside it call for, as they were read the last time. */
  offerDestroyed(words: DestroyedWords, memory: PhraseMemory): void {
    let above: { to: number; likely: WordBefore[] } | null = null
    for (const { from, to, origin } of this.destroyed) {
      const known = this.wordTo.get(from)
      const before = above?.to === from ? above.likely : known === undefined ? [] : [{ id: known, share: 1 }]
      const next = this.destroyed.some((other) => other.from === to) ? null : (this.wordFrom.get(to) ?? null)
      const { readings, likely } = words.readingsOf(origin.raw, before, next, memory)
      above = { to, likely }
      if (readings.ids.length === 0) continue
      const own = this.groups.find((group) => group.from === from && group.to === to)
      if (own === undefined) this.push(from, to, readings, origin)
      else own.readings = readingsTogether(own.readings, readings)
    }
    this.sorted = false
  }

  /** Makes numbers among words dearer, by so much a digit. */
  doubtNumbers(costPerDigit: number): void {
    this.groups.forEach((group, index) => {
      const { ids, weights, fresh } = group.readings
      const at = ids.length > 1 ? ids.indexOf(special.number) : -1
      if (at < 0) return
      const doubted = weights.slice()
      const digits = this.origins[index]?.recognised.length ?? 0
      doubted[at] = (weights[at] as number) * Math.exp(-costPerDigit * digits)
      group.readings = { ids, weights: doubted, fresh }
    })
  }

  get wasRead(): boolean {
    return this.wordFrom.size > 0
  }

  get hasDestroyed(): boolean {
    return this.destroyed.length > 0
  }

  /** The likeliest words. Reading again with a memory that has grown in between may change them. */
  read(lattice: WordLattice): StretchWord[] {
    if (!this.sorted) this.sort()
    const { steps, posteriors: all } = lattice.read(this.groups, this.node + 1, special.start)
    this.wordFrom.clear()
    this.wordTo.clear()
    const words = steps.map(({ group, posteriors }) => {
      const { from, to, readings: own } = this.groups[group] as ArcGroup
      const readings = mostProbable(own.ids, posteriors)
      const id = readings[0]?.id ?? special.unknown
      this.wordFrom.set(from, id)
      this.wordTo.set(to, id)
      return { ...(this.origins[group] as Origin), readings }
    })
    this.forgetUnlikely(all)
    return words
  }

  /** Reading again need not try what had no chance the first time. */
  private forgetUnlikely(posteriors: readonly Float64Array[]): void {
    this.groups.forEach((group, index) => {
      group.readings = likelyOf(group.readings, posteriors[index] as Float64Array)
    })
  }

  private sort(): void {
    const order = this.groups.map((_, index) => index)
    const from = this.groups.map((group) => group.from)
    order.sort((a, b) => (from[a] as number) - (from[b] as number) || a - b)
    const groups = order.map((index) => this.groups[index] as ArcGroup)
    const origins = order.map((index) => this.origins[index] as Origin)
    this.groups.splice(0, this.groups.length, ...groups)
    this.origins.splice(0, this.origins.length, ...origins)
    this.sorted = true
  }

  private originOf(chunk: Chunk, chunks: readonly Chunk[], index: number, line: number): Origin {
    return {
      line,
      start: chunk.start,
      raw: chunk.text,
      recognised: chunk.text,
      shape: asMeantInCase(chunk, chunks[index - 1], chunks[index + 1]),
      fixed: null,
      glued: false,
      opens: index === 0 || /[.:?!]$/u.test(chunks[index - 1]?.text ?? ''),
    }
  }

  private addChunk(chunk: Chunk, chunks: readonly Chunk[], index: number, origin: Origin): void {
    switch (chunk.kind) {
      case 'word':
        this.addWord(chunk, chunks, index, origin)
        break
      case 'number':
        this.fix(origin, null, special.number)
        break
      case 'code':
        this.fix(origin, this.words.codeOf(chunk.text), special.code)
        break
      case 'verbatim':
        this.fix(origin, null, special.code)
        break
      case 'comma':
        this.fix(origin, null, special.comma)
        break
      case 'stop':
        this.fix(origin, null, special.stop)
        break
    }
  }

  /** What is known by its shape has one reading. */
  private fix(origin: Origin, fixed: string | null, id: number): void {
    this.push(this.node, this.node + 1, this.words.ofSpecial(id), { ...origin, fixed: fixed ?? origin.raw })
    this.node++
  }

  private addWord(chunk: Chunk, chunks: readonly Chunk[], index: number, origin: Origin): void {
    const { text } = chunk
    const numeral = romanLabel(chunks, index)
    const number = asNumber(text)
    if (numeral !== null) this.fix(origin, numeral, this.words.idOf(numeral))
    else if (number !== null) this.fix(origin, number, special.number)
    else this.addReadings(text, this.words.ofWord(text, isAbbreviation(chunks, index)), origin)
  }

  private addReadings(text: string, readings: ReadingList, origin: Origin): void {
    const from = this.node
    const splits =
      text.length >= shortestSplit && text.length <= longestSplit && this.words.isSuspicious(text)
    const to = from + (splits ? text.length : 1)
    this.push(from, to, readings, origin)
    if (splits) this.addParts(text, from, origin)
    this.node = to
  }

  /** Words that may have been glued together: a node between any two letters. */
  private addParts(text: string, node: number, origin: Origin): void {
    for (let from = 0; from < text.length; from++) {
      for (let to = from + 1; to <= Math.min(text.length, from + longestPart); to++) {
        if (to - from === text.length) continue
        const part = text.slice(from, to)
        const readings = this.words.ofPart(part, from === 0 ? 0 : costOfSplitting)
        if (readings.ids.length === 0) continue
        this.push(node + from, node + to, readings, {
          ...origin,
          start: origin.start + from,
          raw: part,
          recognised: part,
          shape: part,
          glued: from > 0,
          opens: origin.opens && from === 0,
        })
      }
    }
  }

  /** One word that was torn in two. */
  private addJoined(chunks: readonly Chunk[], index: number, from: number, line: number): void {
    const before = chunks[index - 1]
    const chunk = chunks[index]
    if (before?.kind !== 'word' || chunk?.kind !== 'word' || !chunk.spaced) return
    const text = before.text + chunk.text
    if (text.length > longestJoined || !/\p{L}/u.test(text)) return
    if (this.words.isSyllableShaped(before.text) && this.words.isSyllableShaped(chunk.text)) return
    const readings = this.words.ofPart(text, costOfJoining)
    if (readings.ids.length === 0) return
    const origin = this.originOf(before, chunks, index - 1, line)
    const raw = `${before.text}${' '.repeat(chunk.start - before.start - before.text.length)}${chunk.text}`
    this.push(from, this.node, readings, { ...origin, raw, recognised: text, shape: text })
  }

  private push(from: number, to: number, readings: ReadingList, origin: Origin): void {
    this.groups.push({ from, to, readings })
    this.origins.push(origin)
  }
}

const chance = 1e-6

function likelyOf(readings: ReadingList, posteriors: Float64Array): ReadingList {
  const kept: number[] = []
  for (let index = 0; index < posteriors.length; index++) {
    if ((posteriors[index] as number) > chance) kept.push(index)
  }
  if (kept.length === posteriors.length) return readings
  return {
    ids: Uint16Array.from(kept, (index) => readings.ids[index] as number),
    weights: Float64Array.from(kept, (index) => readings.weights[index] as number),
    fresh: Float64Array.from(kept, (index) => readings.fresh[index] as number),
  }
}

const mostReadings = 3

function mostProbable(ids: Uint16Array, posteriors: Float64Array): StretchWord['readings'] {
  const readings: StretchWord['readings'] = []
  for (let index = 0; index < ids.length; index++) {
    const confidence = posteriors[index] as number
    if (confidence < 0.001) continue
    let place = readings.length
    while (place > 0 && (readings[place - 1]?.confidence ?? 0) < confidence) place--
    if (place < mostReadings) readings.splice(place, 0, { id: ids[index] as number, confidence })
    if (readings.length > mostReadings) readings.pop()
  }
  return readings
}
