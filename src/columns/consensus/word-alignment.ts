import { type Alignment, align, letterDistance } from '../../language/align.js'
import {
  costOfAlikeWord,
  costOfLostWord,
  costOfOtherWord,
  costOfUnsureWord,
  mostDistanceOfWord,
} from '../parameters.js'
import type { CellWord } from './repeated-texts.js'

/** A word with its bare letters; it is solid if it was read with certainty and is a word at all. */
export interface CopyWord extends CellWord {
  key: string
  /** Of its key: the same for the same letters. */
  id: number
  /** One bit for every letter that it has. */
  letters: number
  solid: boolean
}

export type CopyText = readonly CopyWord[]

/** Whether two texts can be aligned at this cost. */
export function isCheaper(a: CopyText, b: CopyText, most: number): boolean {
  return alignWords(a, b, most) !== null
}

/** The cheapest way to lay two texts beside each other; null where every way costs more than `most`. */
function alignWords(a: CopyText, b: CopyText, most: number): Alignment | null {
  return align(
    a.length,
    b.length,
    {
      pair: (own, other) => costOfPair(a[own] as CopyWord, b[other] as CopyWord),
      firstAlone: (own) => costOfLosing(a[own] as CopyWord),
      secondAlone: (other) => costOfLosing(b[other] as CopyWord),
    },
    most,
  )
}

/** The cheapest way to lay two texts beside each other. */
export function alignTexts(a: CopyText, b: CopyText): Alignment {
  return alignWords(a, b, Number.POSITIVE_INFINITY) as Alignment
}

function costOfLosing({ solid }: CopyWord): number {
  return solid ? costOfLostWord : costOfUnsureWord
}

function costOfPair(a: CopyWord, b: CopyWord): number {
  if (a.id === b.id) return 0
  if (isAlike(a, b)) return costOfAlikeWord
  return a.solid && b.solid ? costOfOtherWord : costOfUnsureWord
}

function isAlike(a: CopyWord, b: CopyWord): boolean {
  if (Math.min(a.key.length, b.key.length) < 2) return false
  const most = Math.max(1, Math.floor(mostDistanceOfWord * Math.max(a.key.length, b.key.length)))
  if (Math.abs(a.key.length - b.key.length) > most || differingBits(a.letters, b.letters) > 2 * most)
    return false
  return letterDistance(a.key, b.key) <= most
}

/** One bit for every letter of a word. */
export function lettersOf(key: string): number {
  let bits = 0
  for (let index = 0; index < key.length; index++) bits |= 1 << (key.charCodeAt(index) % 32)
  return bits
}

function differingBits(a: number, b: number): number {
  let count = 0
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) count++
  return count
}
