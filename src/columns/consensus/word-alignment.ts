import { letterDistance } from '../../language/letter-distance.js'
import type { CellWord } from './repeated-texts.js'

const costOfAlike = 0.3
const costOfUnsure = 0.6
const costOfOther = 2
const costOfLost = 1
const mostDistance = 0.34

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

/** Places in a cell and in another that say the same; null where one of them has nothing. */
export type Pair = readonly [number | null, number | null]

export interface Alignment {
  cost: number
  pairs: Pair[]
}

/** Whether two texts can be aligned at this cost; given up as soon as no way to do it is left. */
export function isCheaper(a: CopyText, b: CopyText, most: number): boolean {
  const cost = costsOf(a, b, most)
  return cost !== null && (cost.at(-1) as number) <= most
}

/** The cheapest way to lay two texts beside each other. */
export function align(a: CopyText, b: CopyText): Alignment {
  const cost = costsOf(a, b, Number.POSITIVE_INFINITY) as Float64Array
  return { cost: cost.at(-1) as number, pairs: pairsOf(a, b, cost) }
}

/** What it costs to align so many words of the one with so many of the other; null where every way costs more than `most`. */
function costsOf(a: CopyText, b: CopyText, most: number): Float64Array | null {
  const width = b.length + 1
  const cost = new Float64Array((a.length + 1) * width)
  for (let at = 1; at <= b.length; at++)
    cost[at] = (cost[at - 1] as number) + costOfLosing(b[at - 1] as CopyWord)
  for (let row = 1; row <= a.length; row++) {
    const own = a[row - 1] as CopyWord
    const lost = costOfLosing(own)
    let least = (cost[(row - 1) * width] as number) + lost
    cost[row * width] = least
    for (let at = 1; at <= b.length; at++) {
      const other = b[at - 1] as CopyWord
      const here = Math.min(
        (cost[(row - 1) * width + at - 1] as number) + costOfPair(own, other),
        (cost[(row - 1) * width + at] as number) + lost,
        (cost[row * width + at - 1] as number) + costOfLosing(other),
      )
      cost[row * width + at] = here
      if (here < least) least = here
    }
    if (least > most) return null
  }
  return cost
}

function pairsOf(a: CopyText, b: CopyText, cost: Float64Array): Pair[] {
  const width = b.length + 1
  const at = (row: number, column: number): number => cost[row * width + column] as number
  const pairs: Pair[] = []
  for (let row = a.length, column = b.length; row > 0 || column > 0; ) {
    const here = at(row, column)
    const own = a[row - 1] as CopyWord
    const other = b[column - 1] as CopyWord
    if (row > 0 && column > 0 && here === at(row - 1, column - 1) + costOfPair(own, other))
      pairs.push([--row, --column])
    else if (row > 0 && here === at(row - 1, column) + costOfLosing(own)) pairs.push([--row, null])
    else pairs.push([null, --column])
  }
  return pairs.reverse()
}

function costOfLosing({ solid }: CopyWord): number {
  return solid ? costOfLost : costOfUnsure
}

function costOfPair(a: CopyWord, b: CopyWord): number {
  if (a.id === b.id) return 0
  if (isAlike(a, b)) return costOfAlike
  return a.solid && b.solid ? costOfOther : costOfUnsure
}

function isAlike(a: CopyWord, b: CopyWord): boolean {
  if (Math.min(a.key.length, b.key.length) < 2) return false
  const most = Math.max(1, Math.floor(mostDistance * Math.max(a.key.length, b.key.length)))
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
