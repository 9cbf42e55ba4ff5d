import { special } from '../../language/model/language-model.js'
import type { GarbledWords } from '../decode/garbled-words.js'
import type { ArcGroup, ReadingList, WordLattice } from '../decode/word-lattice.js'
import type { CopySpan, CopySymbol } from './copy-alignment.js'
import { between, bordersIn } from './copy-alignment.js'

/** Where a copy has a word, and whether it can be read so by itself. */
export interface JointSpan extends CopySpan {
  fits: boolean
}

/** A word that stands in every copy: what it is, how sure that is, and where each copy has it (null: nowhere). */
export interface JointWord {
  id: number
  confidence: number
  /** The share of copies that it can be read in. */
  agreement: number
  /** Spans of symbols by copy, and whether the copy can be read so. */
  spans: (JointSpan | null)[]
}

/** The same printed line: copies of one page are misread much as those of another, and speak more softly together. */
const weightOfCopies = 0.7
const powerOfTimes = 0.7
/** A word that headers do not have. */
const costOfUnusual = 4
const longestWord = 8
const capBase = 1
const capPerLetter = 1.6
const mostReadings = 24
/** Blanks inside of a word of the pattern, at most. */
const mostBlanks = 1
/** A copy that has a blank inside of the word, or none at its border. */
const costOfBlank = 2
const costOfUnread = 6

interface Copy {
  line: string
  symbols: readonly CopySymbol[]
  begins: Int32Array
  ends: Int32Array
}

/**
 * Reads copies of one printed line together: a word between two places of the pattern costs what the channel asks for it
 * in every copy, at most so much in each, and the lattice weighs it with its neighbours. `expected` is how likely words
 * are wherever they stand, by id.
 */
export function readJointly(
  lines: readonly string[],
  symbols: readonly (readonly CopySymbol[])[],
  pattern: readonly CopySymbol[],
  words: GarbledWords,
  lattice: WordLattice,
  expected: ReadonlyMap<number, number>,
): JointWord[] {
  const copies = lines.map((line, index): Copy => {
    const own = symbols[index] as readonly CopySymbol[]
    return { line, symbols: own, ...bordersIn(pattern, own) }
  })
  const letters = pattern.flatMap(({ text }, index) => (text === between ? [] : [index]))
  const groups: ArcGroup[] = []
  const arcs: CopySpan[] = []
  for (let from = 0; from < letters.length; from++) {
    for (let to = from + 1; to <= Math.min(letters.length, from + longestWord); to++) {
      const span = { from: letters[from] as number, to: (letters[to - 1] as number) + 1 }
      if (span.to - span.from > to - from + mostBlanks) break
      const readings = jointReadings(copies, pattern, span, words, expected)
      if (readings.ids.length === 0) continue
      groups.push({ from, to, readings })
      arcs.push(span)
    }
  }
  const { steps } = lattice.read(groups, letters.length + 1, special.start)
  return steps.flatMap(({ group, posteriors }): JointWord[] => {
    const { ids } = (groups[group] as ArcGroup).readings
    const best = posteriors.reduce((top, own, at) => (own > (posteriors[top] as number) ? at : top), 0)
    const id = ids[best] as number
    if (id <= special.code) return []
    const spans = copies.map((copy) => spanIn(copy, arcs[group] as CopySpan, id, words))
    const agreement = spans.filter((span) => span?.fits === true).length / copies.length
    return [{ id, confidence: posteriors[best] as number, agreement, spans }]
  })
}

function textIn({ symbols, line, begins, ends }: Copy, { from, to }: CopySpan): string {
  const [first, end] = [begins[from] as number, ends[to] as number]
  return end <= first
    ? ''
    : symbols
        .slice(first, end)
        .flatMap(({ text, start, end: last }) => (text === between ? [] : [line.slice(start, last)]))
        .join('')
}

function capOf(text: string): number {
  return capBase + capPerLetter * text.length
}

function jointReadings(
  copies: readonly Copy[],
  pattern: readonly CopySymbol[],
  span: CopySpan,
  words: GarbledWords,
  expected: ReadonlyMap<number, number>,
): ReadingList {
  const texts = new Map<string, number>()
  let blanks = 0
  for (const copy of copies) {
    const text = textIn(copy, span)
    texts.set(text, (texts.get(text) ?? 0) + 1)
    blanks += blanksIn(copy, span)
  }
  const saved = new Map<number, number>()
  let most = 0
  for (const [text, times] of texts) {
    const weight = weightOfCopies * times ** powerOfTimes
    const cap = capOf(text)
    most += weight * cap
    if (text === '') continue
    const { ids, weights } = words.ofPart(text, 0)
    for (let index = 0; index < ids.length; index++) {
      const gain = cap + Math.log(weights[index] as number)
      if (gain > 0) saved.set(ids[index] as number, (saved.get(ids[index] as number) ?? 0) + weight * gain)
    }
  }
  const penalty = (weightOfCopies * costOfBlank * blanks) / Math.sqrt(copies.length)
  for (const [id, gain] of saved) if (!expected.has(id)) saved.set(id, gain - costOfUnusual)
  const best = [...saved].sort(([, a], [, b]) => b - a).slice(0, mostReadings)
  const whole = span.to - span.from === 1 || isToken(pattern, span)
  if (whole) best.push([special.unknown, -costOfUnread])
  best.sort(([a], [b]) => a - b)
  return {
    ids: Uint16Array.from(best, ([id]) => id),
    weights: Float64Array.from(best, ([, gain]) => Math.exp(gain - most - penalty)),
    fresh: Float64Array.from(best, ([id]) => expected.get(id) ?? 1e-7),
  }
}

function isToken(pattern: readonly CopySymbol[], { from, to }: CopySpan): boolean {
  const open = (index: number): boolean => (pattern[index]?.text ?? between) === between
  return open(from - 1) && open(to) && pattern.slice(from, to).every(({ text }) => text !== between)
}

function blanksIn({ symbols, begins, ends }: Copy, { from, to }: CopySpan): number {
  const [first, end] = [begins[from] as number, ends[to] as number]
  if (end <= first) return 0
  let blanks = 0
  for (let index = first; index < end; index++) if (symbols[index]?.text === between) blanks++
  if (first > 0 && symbols[first - 1]?.text !== between) blanks++
  return blanks
}

function spanIn(copy: Copy, span: CopySpan, id: number, words: GarbledWords): JointWord['spans'][number] {
  const [from, to] = [copy.begins[span.from] as number, copy.ends[span.to] as number]
  if (to <= from) return null
  const text = textIn(copy, span)
  const { ids, weights } = words.ofPart(text, 0)
  const at = ids.indexOf(id)
  return { from, to, fits: at >= 0 && -Math.log(weights[at] as number) < capOf(text) }
}
