/**
 * A line cut into what a language model sees: syllables, numbers, marks of punctuation, document codes, and things
 * that are no language at all (addresses of the web, tags). White space is not a token,
 * but for the tab that stands between the cells of a row.
 */

export type TokenKind = 'word' | 'number' | 'comma' | 'stop' | 'code' | 'verbatim'

export interface Token {
  kind: TokenKind
  text: string
  /** Offset in the line. */
  start: number
}

const verbatim =
  /<\/?[a-zA-Z][^<>]*>|(?:https?:\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|gov|edu)\b[^\s<>,;)]*/
const code = /(?:\d+\s?[-/](?:\d+\s?[-/])*|\/)\p{Lu}\p{L}*(?:[-/&]\p{Lu}[\p{L}\d]*)+/u
const word = /[\p{L}\p{M}]+/u
const number = /\d+(?:[.,/:-]\d+)*/
const token = new RegExp(
  `(${verbatim.source})|(${code.source})|(${word.source})|(${number.source})|(,)|(\\t+|[^\\s\\p{L}\\p{M}\\d,]+)`,
  'gu',
)

/** The tokens of one line in order. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  for (let match = token.exec(line); match !== null; match = token.exec(line)) {
    tokens.push({ kind: kindOf(match), text: match[0], start: match.index })
  }
  return tokens
}

function kindOf(match: RegExpExecArray): TokenKind {
  if (match[3] !== undefined) return 'word'
  if (match[6] !== undefined) return 'stop'
  if (match[5] !== undefined) return 'comma'
  if (match[4] !== undefined) return 'number'
  return match[2] !== undefined ? 'code' : 'verbatim'
}

const closing = /[.;:!?]\s*$/u
const lowerStart = /^[\s"'“‘(*_]*\p{Ll}/u

/** Whether a line goes on in the next one: no closing mark at its end, and no capital at the start of the next. */
export function continues(line: string, next: string): boolean {
  return line.trim() !== '' && !closing.test(line) && lowerStart.test(next)
}
