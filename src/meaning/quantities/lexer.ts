import { fold } from '../../language/letters.js'

/**
 * A piece of a sentence that may state figures. A `code` is a run with digits that is no number: a document's number, a
 * date, a web address, '4G'.
 */
export interface QuantityToken {
  kind: 'word' | 'number' | 'mark' | 'code'
  /** Lower case with its marks; folded where the whole text has none. */
  word: string
  printed: string
  /** The number's value, NaN for the rest. */
  value: number
  /** The digits stand without thousands dots or decimals. */
  isPlain: boolean
  /** Stands between quotation marks: part of a name or a slogan. */
  isQuoted: boolean
  start: number
  end: number
}

const address = String.raw`(?:https?:\/\/|www\.)\S+|[\w.]+@[\w.]+`
const date = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}`
const documentNumber = String.raw`\d+(?:\s?\/\s?\d{4})?\s?[-/]\s?\p{Lu}[\p{L}\d]*(?:[-/.][\p{L}\d]+)*`
const number = String.raw`\d+(?:[.,]\d+)*`
const word = String.raw`\p{L}[\p{L}\p{M}\d]*`
const pieces = new RegExp([address, date, documentNumber, number, word, String.raw`\S`].join('|'), 'gu')
const dash = /^[-‐‑–—−~]$/u

/** Words, numbers and marks of a text (NFC), in order. */
export function quantityTokens(text: string): QuantityToken[] {
  const isBare = fold(text) === text.toLowerCase()
  const tokens: QuantityToken[] = []
  let isQuoted = false
  for (const match of text.matchAll(pieces)) {
    const [piece] = match
    if (piece === '“' || (piece === '"' && !isQuoted)) isQuoted = true
    else if (piece === '”' || piece === '"') isQuoted = false
    const { kind, word, value, isPlain } = tokenOf(piece, isBare)
    const [start, end] = [match.index, match.index + piece.length]
    tokens.push({ kind, word, printed: piece, value, isPlain, isQuoted, start, end })
  }
  const glued = tokens.filter((_, index) => isGluedCode(tokens, index))
  for (const token of glued) token.kind = 'code'
  return tokens
}

type Reading = Pick<QuantityToken, 'kind' | 'word' | 'value' | 'isPlain'>

function tokenOf(piece: string, isBare: boolean): Reading {
  const blank = { value: Number.NaN, isPlain: false }
  if (/^\d+(?:[.,]\d+)*$/u.test(piece)) {
    const value = exactOf(numberOf(piece))
    const kind = Number.isNaN(value) ? 'code' : 'number'
    return { kind, word: piece, value, isPlain: /^\d+$/u.test(piece) }
  }
  if (piece.length > 30 || /\d/u.test(piece)) return { kind: 'code', word: piece, ...blank }
  const lower = piece.toLowerCase()
  if (/^\p{L}/u.test(piece)) return { kind: 'word', word: isBare ? fold(lower) : lower, ...blank }
  return { kind: 'mark', word: dash.test(piece) ? '-' : piece, ...blank }
}

/** Twenty digits on end are a key of something; a number cannot hold them. */
function exactOf(value: number): number {
  return value <= Number.MAX_SAFE_INTEGER ? value : Number.NaN
}

/** '5.000' and '1.234,5' have thousands, '0,5', '7.5' and '6,805' decimals; NaN for '5.2.1' and '0203825123'. */
function numberOf(text: string): number {
  if (/^0\d{4,}$/u.test(text)) return Number.NaN
  if (/^\d+$/u.test(text)) return Number(text)
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u.test(text))
    return Number(text.replace(/\./gu, '').replace(',', '.'))
  if (/^[1-9]\d{0,2}(?:,\d{3}){2,}$/u.test(text)) return Number(text.replace(/,/gu, ''))
  return /^\d+[.,]\d+$/u.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

const gluedUnits = new Set(['km', 'm', 'ha', 'mbps', 'gbps', 'kwh', 'đ'])

/** '17h00', '5G', 'Covid-19', 'ISO 9001:2015': digits that belong to a name or a clock. */
function isGluedCode(tokens: QuantityToken[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'number') return false
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (after?.start === token.end && after.kind === 'word') return !gluedUnits.has(after.word)
  if (isGluedMark(tokens, at, ':')) return true
  return before?.end === token.start && before.word === '-' && isWordBefore(tokens, at - 1)
}

function isGluedMark(tokens: QuantityToken[], at: number, mark: string): boolean {
  const token = tokens[at]
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  const isLeft = after?.word === mark && after.start === token?.end && /\d/u.test(tokens[at + 2]?.word ?? '')
  const isRight =
    before?.word === mark && before.end === token?.start && /\d/u.test(tokens[at - 2]?.word ?? '')
  return isLeft || isRight
}

function isWordBefore(tokens: QuantityToken[], at: number): boolean {
  const [before, mark] = [tokens[at - 1], tokens[at]]
  return before?.kind === 'word' && before.end === mark?.start
}

interface Phrase {
  marked: string[]
  folded: string[]
}

const phrases = new Map<string, Phrase>()

function phraseOf(text: string): Phrase {
  const known = phrases.get(text)
  if (known !== undefined) return known
  const marked = text.split(' ')
  const phrase = { marked, folded: marked.map(fold) }
  phrases.set(text, phrase)
  return phrase
}

/** How many tokens a phrase takes where it stands here; 0 where it does not. Folded text meets the folded phrase. */
export function phraseLength(tokens: readonly QuantityToken[], at: number, text: string): number {
  const { marked, folded } = phraseOf(text)
  for (let offset = 0; offset < marked.length; offset++) {
    const word = tokens[at + offset]?.word
    if (word === undefined || (word !== marked[offset] && word !== folded[offset])) return 0
  }
  return marked.length
}

const byFirstWord = new WeakMap<readonly string[], Map<string, string[]>>()

/** The phrases of a list under their first words, marked and folded. */
function firstWords(list: readonly string[]): Map<string, string[]> {
  const known = byFirstWord.get(list)
  if (known !== undefined) return known
  const index = new Map<string, string[]>()
  for (const text of list) {
    const { marked, folded } = phraseOf(text)
    for (const first of new Set([marked[0] ?? '', folded[0] ?? '']))
      index.set(first, [...(index.get(first) ?? []), text])
  }
  byFirstWord.set(list, index)
  return index
}

/** The longest of some phrases that stands here, as its number of tokens. */
export function longestPhrase(tokens: readonly QuantityToken[], at: number, list: readonly string[]): number {
  let longest = 0
  for (const text of firstWords(list).get(tokens[at]?.word ?? '') ?? [])
    longest = Math.max(longest, phraseLength(tokens, at, text))
  return longest
}

/** The longest of some phrases that ends before a token, as its number of tokens. */
export function phraseBefore(tokens: readonly QuantityToken[], end: number, list: readonly string[]): number {
  let longest = 0
  for (const text of list) {
    const { length } = phraseOf(text).marked
    if (length > longest && end >= length && phraseLength(tokens, end - length, text) > 0) longest = length
  }
  return longest
}

export function isOneOf(token: QuantityToken | undefined, words: ReadonlySet<string>): boolean {
  return token?.kind === 'word' && words.has(token.word)
}

/** Words with their marks and folded, for `isOneOf`. */
export function wordSet(words: string): ReadonlySet<string> {
  const marked = words.split(' ')
  return new Set([...marked, ...marked.map(fold)])
}

/** `start of the text … end` of a stretch of tokens, as printed. */
export function printed(text: string, tokens: readonly QuantityToken[], from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
}
