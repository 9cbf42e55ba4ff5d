import { type Alignment, align, letterDistance } from '../../language/align.js'
import { plain } from '../../language/plain.js'
import {
  clearness,
  costOfAlikeRepeat,
  costOfLostRepeat,
  costOfUnsureRepeat,
  fewestRepeats,
  impossible,
  mostDamaged,
  mostDistanceOfRepeat,
  sureInRepeats,
} from '../parameters.js'

/**
 * Cells that stand in many rows of a column are evidence for each other: what is damaged in one was read in others.
 * Only what was read without certainty, or differs by a letter or two, gives way.
 */

/** A word of a cell and how sure its reading is. */
export interface CellWord {
  text: string
  confidence: number
}

/** The text of a cell as words. */
export type CellText = readonly CellWord[]

/** A text that a cell is likely to be a damaged copy of, and how likely. */
export interface RepeatedText {
  text: string
  confidence: number
}

/** By cell, the text that others of its column say it has; cells that are sure or unlike all others are not in it. */
export function repeatedTexts<Cell>(column: ReadonlyMap<Cell, CellText>): Map<Cell, RepeatedText> {
  const copies = new Map<string, CellText[]>()
  for (const words of column.values()) {
    const key = keyOf(words)
    if (key !== '') copies.set(key, [...(copies.get(key) ?? []), words])
  }
  const known = knownTexts(copies)
  const found = new Map<Cell, RepeatedText>()
  for (const [cell, words] of column) {
    const own = copies.get(keyOf(words)) ?? []
    if (words.length === 0) continue
    if (own.length >= fewestRepeats) {
      const best = clearest(own)
      if (textOf(best) !== textOf(words)) found.set(cell, { text: textOf(best), confidence: 0.9 })
      continue
    }
    const repeated = nearest(words, known)
    if (repeated !== null && repeated.text !== textOf(words)) found.set(cell, repeated)
  }
  return found
}

/** Texts that stand twice, and sure ones that two damaged cells or more are copies of. */
function knownTexts(copies: ReadonlyMap<string, readonly CellText[]>): CellText[] {
  const all = [...copies.values()]
  const repeated = all.filter((own) => own.length >= fewestRepeats).map(clearest)
  const lone = all.flatMap((own) => (own.length < fewestRepeats ? [own[0] as CellText] : []))
  const damaged = lone.filter((words) => words.some(({ confidence }) => confidence < sureInRepeats))
  const sound = lone.filter((words) => words.every(({ confidence }) => confidence >= sureInRepeats))
  const models = sound.filter(
    (words) => damaged.filter((other) => nearest(other, [words]) !== null).length >= fewestRepeats,
  )
  return [...repeated, ...models]
}

function nearest(words: CellText, known: readonly CellText[]): RepeatedText | null {
  const costs = known
    .map((other) => ({ other, cost: costOfCopy(words, other) / Math.max(words.length, other.length) }))
    .sort((a, b) => a.cost - b.cost)
  const [best, second] = costs
  if (best === undefined || best.cost > mostDamaged) return null
  const longest = Math.max(words.length, best.other.length)
  if (second !== undefined && (second.cost - best.cost) * longest < clearness) return null
  return { text: textOf(best.other), confidence: Math.round((1 - best.cost) * 900) / 1000 }
}

/**
 * What it costs to take words for a damaged copy of others: unsure words may be any, others only the same or nearly.
 * A word is lost only beside one that is unsure.
 */
function costOfCopy(words: CellText, other: CellText): number {
  const meant = new Set(other.map(({ text }) => bare(text)))
  const isUnsure = (at: number): boolean => (words[at]?.confidence ?? 1) < sureInRepeats
  const isLost = (at: number): boolean => isUnsure(at) && !meant.has(bare(words[at]?.text ?? ''))
  const aligned = align(words.length, other.length, {
    pair: (at, to) => costOfWord(words[at] as CellWord, other[to] as CellWord),
    firstAlone: (at) => (isUnsure(at) ? costOfUnsureRepeat : impossible),
    secondAlone: (_, before) =>
      before > 0 && (isLost(before - 1) || isLost(before)) ? costOfLostRepeat : impossible,
  })
  return (aligned as Alignment).cost
}

function costOfWord(word: CellWord, other: CellWord): number {
  const [a, b] = [bare(word.text), bare(other.text)]
  if (a === b) return 0
  if (isAlike(a, b)) return costOfAlikeRepeat
  return word.confidence < sureInRepeats ? costOfUnsureRepeat : impossible
}

/** Numbers and numerals that differ by a sign are others. */
function isAlike(a: string, b: string): boolean {
  if (/\d/u.test(a + b) || Math.min(a.length, b.length) < 3) return false
  return letterDistance(a, b) <= Math.max(1, mostDistanceOfRepeat * b.length)
}

/** Of copies with the same letters, the spelling that most have, and then the surest. */
function clearest(copies: readonly CellText[]): CellText {
  const votes = new Map<string, number>()
  const weight = (words: CellText): number =>
    1 + words.reduce((sum, { confidence }) => sum + confidence, 0) / (10 * words.length)
  for (const words of copies) votes.set(textOf(words), (votes.get(textOf(words)) ?? 0) + weight(words))
  return copies.reduce((best, words) =>
    (votes.get(textOf(words)) as number) > (votes.get(textOf(best)) as number) ? words : best,
  )
}

const textOf = (words: CellText): string => words.map(({ text }) => text).join(' ')
const bare = (text: string): string => plain(text).replace(/[^\p{L}\d]/gu, '')
const keyOf = (words: CellText): string => words.map(({ text }) => bare(text)).join('')
