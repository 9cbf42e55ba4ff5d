import { romanNumeral } from '../../language/codes.js'
import { fold } from '../../language/letters.js'

/** A word, a number or a single mark of a deadline's text; words are folded, so that lost diacritics do not matter. */
export interface Token {
  kind: 'word' | 'number' | 'mark'
  folded: string
  /** The number's value, NaN for the rest. */
  value: number
  start: number
  end: number
}

/** What a parser has read and the token after it; null where the text is something else. */
export type Found<T> = { value: T; next: number } | null
export type Parser<T> = (tokens: readonly Token[], at: number) => Found<T>

const pieces = /\p{L}[\p{L}\p{M}]*|\d+|\S/gu
const dashes = /^[-‐‑–—−~→]$/u
const quarters = [1, 2, 3, 4].map((value) => romanNumeral(value).toLowerCase())
const gluedQuarter = new RegExp(`^(quy|q)(${quarters.join('|')})$`, 'u')

export function tokenize(text: string): Token[] {
  return [...text.matchAll(pieces)].flatMap((match) => tokensOf(match[0], match.index))
}

function tokensOf(text: string, start: number): Token[] {
  const end = start + text.length
  if (/^\d/u.test(text)) return [{ kind: 'number', folded: text, value: Number(text), start, end }]
  const folded = usualSpelling(fold(text))
  if (!/^[\p{L}\p{N}]/u.test(text))
    return [{ kind: 'mark', folded: dashes.test(text) ? '-' : text, value: Number.NaN, start, end }]
  // 'QuýIV': the blank was lost.
  const glued = gluedQuarter.exec(folded)
  if (glued === null) return [wordAt(folded, start, end)]
  const cut = end - (glued[2] ?? '').length
  return [wordAt(glued[1] ?? '', start, cut), wordAt(glued[2] ?? '', cut, end)]
}

/** 'Quí' is 'Quý' as it was spelt before. */
function usualSpelling(folded: string): string {
  return folded.startsWith('qui') && folded.length <= 'quiiii'.length ? folded.replace('qui', 'quy') : folded
}

function wordAt(folded: string, start: number, end: number): Token {
  return { kind: 'word', folded, value: Number.NaN, start, end }
}

/** Words of the phrases that were looked for; the grammar has a few hundred of them. */
const wordsOfPhrases = new Map<string, readonly string[]>()

function wordsOf(phrase: string): readonly string[] {
  const known = wordsOfPhrases.get(phrase) ?? phrase.split(' ')
  wordsOfPhrases.set(phrase, known)
  return known
}

/** The token after a phrase of folded words and marks, null where it does not stand here. */
export function afterPhrase(tokens: readonly Token[], at: number, phrase: string): number | null {
  const words = wordsOf(phrase)
  return words.every((word, offset) => tokens[at + offset]?.folded === word) ? at + words.length : null
}

/** The first phrase of a list (longer ones before their beginnings) that stands here, with its meaning. */
export function oneOf<T>(
  tokens: readonly Token[],
  at: number,
  phrases: readonly (readonly [string, T])[],
): Found<T> {
  for (const [phrase, value] of phrases) {
    const next = afterPhrase(tokens, at, phrase)
    if (next !== null) return { value, next }
  }
  return null
}

/** Skips one of the phrases where it stands here; stays where it does not. */
export function skipAny(tokens: readonly Token[], at: number, phrases: readonly string[]): number {
  for (const phrase of phrases) {
    const next = afterPhrase(tokens, at, phrase)
    if (next !== null) return next
  }
  return at
}

export function isMark(tokens: readonly Token[], at: number, marks: string): boolean {
  const token = tokens[at]
  return token?.kind === 'mark' && marks.includes(token.folded)
}

export function isWord(tokens: readonly Token[], at: number, ...words: string[]): boolean {
  const token = tokens[at]
  return token?.kind === 'word' && words.includes(token.folded)
}

/** A number of at most two figures between two bounds. */
export function smallNumber(
  tokens: readonly Token[],
  at: number,
  least: number,
  most: number,
): Found<number> {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.folded.length > 2) return null
  return token.value >= least && token.value <= most ? { value: token.value, next: at + 1 } : null
}

/** Two tokens with nothing between them: '20.12' against the end of a sentence. */
export function isGlued(tokens: readonly Token[], at: number): boolean {
  const left = tokens[at]
  return left !== undefined && left.end === tokens[at + 1]?.start
}
