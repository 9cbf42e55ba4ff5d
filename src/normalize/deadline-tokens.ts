import { fold } from '../language/letters.js'

/** A word of a deadline's language. Words that mean nothing to the grammar are kept as 'word'. */
export type TokenKind = 'number' | 'roman' | 'word' | 'slash' | 'dash' | 'comma' | 'colon' | 'other'

export interface Token {
  kind: TokenKind
  /** Folded text. */
  text: string
  value: number
}

const romanValues: Record<string, number> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
  xi: 11,
  xii: 12,
}
const pattern = /\d+|[\p{L}]+|\/|[-–—]|,|:|\S/gu

export function tokenize(text: string): Token[] {
  const found = fold(text).match(pattern) ?? []
  return found.map((part) => {
    if (/^\d+$/u.test(part)) return { kind: 'number', text: part, value: Number(part) }
    const roman = romanValues[part]
    if (roman !== undefined) return { kind: 'roman', text: part, value: roman }
    return { kind: kindOf(part), text: part, value: 0 }
  })
}

function kindOf(part: string): TokenKind {
  if (/^\p{L}/u.test(part)) return 'word'
  if (part === '/') return 'slash'
  if (/^[-–—]$/u.test(part)) return 'dash'
  if (part === ',') return 'comma'
  return part === ':' ? 'colon' : 'other'
}
