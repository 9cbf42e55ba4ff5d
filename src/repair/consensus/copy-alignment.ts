import { type Alignment, align } from '../../language/align.js'
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
  const aligned = alignSymbols(a, b)
  const to = new Int32Array(a.length).fill(-1)
  for (const [own, other] of aligned.pairs()) if (own !== null && other !== null) to[own] = other
  return { cost: aligned.cost, to }
}

function alignSymbols(a: readonly CopySymbol[], b: readonly CopySymbol[]): Alignment {
  return align(a.length, b.length, {
    pair: (own, other) => costOfPair(a[own]?.text ?? '', b[other]?.text ?? ''),
    firstAlone: (own) => costOfLosing(a[own]?.text ?? ''),
    secondAlone: (other) => costOfLosing(b[other]?.text ?? ''),
  }) as Alignment
}

function costOfLosing(text: string): number {
  return text === between ? costOfLostBlank : costOfLost
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
  return 1 - alignSymbols(a, b).cost / longer
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
