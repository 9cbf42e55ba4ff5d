import { fold } from '../../language/letters.js'

/** One word of a body's name. */
export interface NameToken {
  folded: string
  /** As printed, lower case. */
  marked: string
  /** Begins with a capital or a digit, as the names of places do. */
  capital: boolean
  /** A comma, slash, dash or 'và' stands before it: a new member of a list begins. */
  joined: boolean
}

const numbering = /^\s*(?:[-–—+•*]\s*|\d{1,2}[.)]\s*|[a-zđ][.)]\s+)+/u
const connectors = new Set(['va', 'hoac', 'cung'])
const listMark = /[,;/&+–—-]/u

/** The words of a name, without numbering, parentheses and the connecting 'và'. */
export function tokensOf(name: string): NameToken[] {
  const text = name
    .normalize('NFC')
    .replace(/\([^)]*\)?/gu, ' ')
    .replace(numbering, '')
  const tokens: NameToken[] = []
  let end = 0
  let joined = false
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    joined ||= listMark.test(text.slice(end, match.index))
    end = match.index + match[0].length
    const folded = fold(match[0])
    if (connectors.has(folded) && tokens.length > 0) {
      joined = true
      continue
    }
    tokens.push({ folded, marked: match[0].toLowerCase(), capital: /^[\p{Lu}\p{N}]/u.test(match[0]), joined })
    joined = false
  }
  return tokens
}

export function keyOf(tokens: NameToken[]): string {
  return tokens.map((token) => token.folded).join(' ')
}
