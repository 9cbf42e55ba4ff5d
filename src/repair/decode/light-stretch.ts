import { isRoman } from '../../language/codes.js'
import { special } from '../../language/model/language-model.js'
import { type Chunk, chunksOf } from '../../language/ocr-chunks.js'
import { labelConfidence, labelMeant } from './garbled-labels.js'
import type { DocumentAbbreviations } from './light-abbreviations.js'
import type { LightReadings, LightWords, WordPlace } from './light-words.js'
import type { ArcGroup, WordLattice } from './word-lattice.js'

/** A recognised word, a part of one or two together, and what it may be, likeliest first. */
export interface LightWord {
  line: number
  start: number
  raw: string
  /** A further word out of one recognised word. */
  glued: boolean
  /** The id of the word as it stands; -1 where it does not stand so. */
  own: number
  /** What it is by its shape, or by what the document says elsewhere. */
  fixed: { text: string; confidence: number } | null
  readings: { id: number; confidence: number }[]
}

type Origin = Omit<LightWord, 'readings'>

const shortestPart = 2
const longestPart = 7
const longestJoined = 8
const capital = /^\p{Lu}/u
const small = /^\p{Ll}/u

/** Lines that read on from one to the next, as a lattice of what their words may be. */
export class LightStretch {
  private readonly groups: ArcGroup[] = []
  private readonly origins: Origin[] = []
  private node = 0
  /** Whether any word may be another at all. */
  private open = false

  constructor(
    private readonly words: LightWords,
    private readonly abbreviations: DocumentAbbreviations,
  ) {}

  /** `doubt` says of the word that begins at a character how much speaks against it. */
  add(text: string, line: number, doubt: (start: number) => number): void {
    const chunks = chunksOf(text)
    let before = -1
    chunks.forEach((chunk, index) => {
      const start = this.node
      this.addChunk(chunk, chunks, index, line, doubt(chunk.start))
      if (before >= 0) this.addJoined(chunks[index - 1] as Chunk, chunk, before, line)
      before = start
    })
  }

  /** The likeliest words; none where nothing can be another. */
  read(lattice: WordLattice): LightWord[] {
    if (!this.open) return []
    const order = this.groups.map((_, index) => index)
    order.sort((a, b) => (this.groups[a]?.from ?? 0) - (this.groups[b]?.from ?? 0) || a - b)
    const groups = order.map((index) => this.groups[index] as ArcGroup)
    const { steps } = lattice.read(groups, this.node + 1, special.start)
    return steps.map(({ group, posteriors }) => {
      const { ids } = (groups[group] as ArcGroup).readings
      return { ...(this.origins[order[group] as number] as Origin), readings: mostProbable(ids, posteriors) }
    })
  }

  private addChunk(chunk: Chunk, chunks: readonly Chunk[], index: number, line: number, doubt: number): void {
    const fixed = this.fixedReading(chunks, index, doubt)
    const origin = { line, start: chunk.start, raw: chunk.text, glued: false, fixed }
    const from = this.node
    if (fixed !== null || !isOpen(chunk, chunks, index)) {
      const readings = this.words.ofSpecial(this.idOfClosed(chunk, fixed))
      if (fixed !== null) this.open = true
      this.push(from, from + 1, readings, { ...origin, own: readings.own })
      this.node = from + 1
      return
    }
    const readings = this.words.ofWord(chunk.text, placeOf(chunks, index), doubt)
    const glued = this.words.mayBeGlued(chunk.text)
    this.node = from + (glued ? chunk.text.length : 1)
    this.push(from, this.node, readings, { ...origin, own: readings.own })
    if (glued) this.addParts(chunk.text, from, origin)
  }

  private idOfClosed({ kind, text }: Chunk, fixed: LightWord['fixed']): number {
    if (fixed !== null && kind === 'word') return this.words.idOf(fixed.text)
    if (kind === 'word') return /^\d+$/u.test(text) ? special.number : this.words.idOf(text)
    return specialOf(kind)
  }

  private fixedReading(chunks: readonly Chunk[], index: number, doubt: number): LightWord['fixed'] {
    const label = labelMeant(chunks, index)
    if (label !== null) return { text: label, confidence: labelConfidence }
    const { kind, text } = chunks[index] as Chunk
    const code = kind === 'code' ? this.words.codeOf(text) : text
    if (code !== text) return { text: code, confidence: labelConfidence }
    return kind === 'word' ? this.abbreviations.meantBy(text, doubt) : null
  }

  private addParts(text: string, node: number, origin: Omit<Origin, 'own'>): void {
    for (let from = 0; from < text.length; from++) {
      for (let to = from + shortestPart; to <= Math.min(text.length, from + longestPart); to++) {
        if (to - from === text.length) continue
        const raw = text.slice(from, to)
        const readings = this.words.ofPart(raw, from === 0 ? 0 : this.words.costs.split)
        if (readings.ids.length === 0) continue
        const part = { ...origin, start: origin.start + from, raw, glued: from > 0, own: -1 }
        this.push(node + from, node + to, readings, part)
      }
    }
  }

  /** One word that was torn in two: one of the pieces at least is no word. */
  private addJoined(before: Chunk, chunk: Chunk, from: number, line: number): void {
    if (before.kind !== 'word' || chunk.kind !== 'word' || !chunk.spaced) return
    const text = before.text + chunk.text
    if (text.length > longestJoined || !/^\p{L}+$/u.test(text)) return
    if (this.words.isKnown(before.text) && this.words.isKnown(chunk.text)) return
    const readings = this.words.ofPart(text, this.words.costs.join)
    if (readings.ids.length === 0) return
    const raw = `${before.text}${' '.repeat(chunk.start - before.start - before.text.length)}${chunk.text}`
    this.push(from, this.node, readings, {
      line,
      start: before.start,
      raw,
      glued: false,
      own: -1,
      fixed: null,
    })
  }

  private push(from: number, to: number, readings: LightReadings, origin: Origin): void {
    if (readings.ids.length > 1 || readings.own < 0) this.open = true
    this.groups.push({ from, to, readings })
    this.origins.push(origin)
  }
}

/** Numbers, codes, addresses, Roman numerals and labels are no words of a language. */
function isOpen(chunk: Chunk, chunks: readonly Chunk[], index: number): boolean {
  if (chunk.kind !== 'word' || !/\p{L}/u.test(chunk.text)) return false
  if (isLabel(chunks, index) || isListLetter(chunk, chunks[index + 1])) return false
  return chunk.text.length === 1 || !isRoman(chunk.text)
}

/** A lone capital that does not stand before a word of small letters like one itself ('Bộ V tế'). */
function isLabel(chunks: readonly Chunk[], index: number): boolean {
  if (!/^\p{Lu}$/u.test(chunks[index]?.text ?? '')) return false
  const next = chunks[index + 1]
  return index === 0 || next?.spaced !== true || !small.test(next.text)
}

function isListLetter(chunk: Chunk, next: Chunk | undefined): boolean {
  return chunk.text.length === 1 && next?.spaced === false && /^[).]/u.test(next.text)
}

function specialOf(kind: Chunk['kind']): number {
  if (kind === 'comma') return special.comma
  if (kind === 'stop') return special.stop
  return kind === 'number' ? special.number : special.code
}

function placeOf(chunks: readonly Chunk[], index: number): WordPlace {
  if (isAbbreviation(chunks, index)) return 'abbreviation'
  return isName(chunks, index) ? 'name' : 'usual'
}

/** Capitals beside a word that is not set in capitals. */
function isAbbreviation(chunks: readonly Chunk[], index: number): boolean {
  if (!/^\p{Lu}{2,}$/u.test(chunks[index]?.text ?? '')) return false
  return [index - 1, index + 1].some(
    (at) => chunks[at]?.kind === 'word' && /^\p{L}\p{Ll}/u.test(chunks[at].text),
  )
}

/** A word with a capital beside another that has one too, neither of them all capitals. */
function isName(chunks: readonly Chunk[], index: number): boolean {
  const titled = (at: number): boolean => {
    const text = chunks[at]?.text ?? ''
    return capital.test(text) && small.test(text.slice(1))
  }
  return titled(index) && (titled(index - 1) || titled(index + 1))
}

const mostReadings = 3

function mostProbable(ids: Uint16Array, posteriors: Float64Array): LightWord['readings'] {
  const order = Array.from(ids, (id, index) => ({ id, confidence: posteriors[index] as number }))
  return order.sort((a, b) => b.confidence - a.confidence).slice(0, mostReadings)
}
