import { plain } from '../../language/plain.js'

/** A letter of a line, or what stands between two words (blanks, rules, punctuation together), and where it stands. */
export interface CopySymbol {
  text: string
  start: number
  end: number
}

/** Copies of one printed line letter by letter: by symbol of the first, the symbol of the second, or -1. */
export interface CopyAlignment {
  cost: number
  to: Int32Array
}

export const between = ' '
const blank = /[\s|[\],.;:=~_"“”'‘’—–()-]+/u
const symbol = new RegExp(`${blank.source}|.`, 'gu')
const costOfOther = 1
const costOfLost = 0.8
const costOfLostBlank = 0.4
const costOfBlankForLetter = 1.5

export function symbolsOf(line: string): CopySymbol[] {
  const symbols = [...line.matchAll(symbol)].map(({ 0: text, index }) => ({
    text: blank.test(text) ? between : plain(text),
    start: index,
    end: index + text.length,
  }))
  const first = symbols[0]?.text === between ? 1 : 0
  return symbols.slice(first, symbols.at(-1)?.text === between ? -1 : undefined)
}

/** The cheapest way to make one copy of the other. */
export function alignCopies(a: readonly CopySymbol[], b: readonly CopySymbol[]): CopyAlignment {
  const width = b.length + 1
  const cost = new Float64Array((a.length + 1) * width)
  const lost = ({ text }: CopySymbol): number => (text === between ? costOfLostBlank : costOfLost)
  for (let at = 1; at <= b.length; at++) cost[at] = (cost[at - 1] as number) + lost(b[at - 1] as CopySymbol)
  for (let row = 1; row <= a.length; row++) {
    const own = a[row - 1] as CopySymbol
    const ownLost = lost(own)
    cost[row * width] = (cost[(row - 1) * width] as number) + ownLost
    for (let at = 1; at <= b.length; at++) {
      const other = b[at - 1] as CopySymbol
      cost[row * width + at] = Math.min(
        (cost[(row - 1) * width + at - 1] as number) + costOfPair(own.text, other.text),
        (cost[(row - 1) * width + at] as number) + ownLost,
        (cost[row * width + at - 1] as number) + lost(other),
      )
    }
  }
  return { cost: cost[a.length * width + b.length] as number, to: wayBack(a, b, cost) }
}

function wayBack(a: readonly CopySymbol[], b: readonly CopySymbol[], cost: Float64Array): Int32Array {
  const width = b.length + 1
  const to = new Int32Array(a.length).fill(-1)
  const at = (row: number, column: number): number => cost[row * width + column] as number
  for (let row = a.length, column = b.length; row > 0; ) {
    const own = (a[row - 1] as CopySymbol).text
    const other = b[column - 1]?.text
    if (other !== undefined && at(row, column) === at(row - 1, column - 1) + costOfPair(own, other))
      to[--row] = --column
    else if (at(row, column) === at(row - 1, column) + (own === between ? costOfLostBlank : costOfLost)) row--
    else column--
  }
  return to
}

function costOfPair(a: string, b: string): number {
  if (a === b) return 0
  return a === between || b === between ? costOfBlankForLetter : costOfOther
}

/** A stretch of a copy: symbols `from` up to `to`. */
export interface CopySpan {
  from: number
  to: number
}

/** How alike two copies are, from 0 to 1. */
export function likeness(a: readonly CopySymbol[], b: readonly CopySymbol[]): number {
  const longer = Math.max(a.length, b.length)
  if (2 * Math.min(a.length, b.length) < longer) return 0
  return 1 - alignCopies(a, b).cost / longer
}

/**
 * By symbol of the pattern: where in the copy a word that begins there begins, and where one that ends before it ends.
 * What the copy has beyond the pattern goes with the word that it touches, and with none where blanks part it from both.
 */
export function bordersIn(
  pattern: readonly CopySymbol[],
  copy: readonly CopySymbol[],
): { begins: Int32Array; ends: Int32Array } {
  const { to } = alignCopies(pattern, copy)
  const begins = new Int32Array(pattern.length + 1)
  const ends = new Int32Array(pattern.length + 1)
  let left = 0
  for (let index = 0; index <= pattern.length; index++) {
    let right = copy.length
    for (let ahead = index; ahead < pattern.length; ahead++) {
      if ((to[ahead] as number) < 0) continue
      right = to[ahead] as number
      break
    }
    const gap = copy.slice(left, right)
    const first = gap.findIndex(({ text }) => text === between)
    const last = gap.findLastIndex(({ text }) => text === between)
    const closes = (pattern[index]?.text ?? between) === between
    ends[index] = first >= 0 ? left + first : closes ? right : left
    begins[index] = first < 0 ? left : left + last + 1
    const here = to[index] ?? -1
    if (here >= 0) left = here + 1
  }
  return { begins, ends }
}
