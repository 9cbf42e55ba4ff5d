import { special } from '../language/model/language-model.js'
import { chunksOf } from '../language/ocr-chunks.js'
import type { ReadWord } from '../language/reading.js'
import { widthOf } from './cut/letter-widths.js'

/** Where a line stands. */
export interface LinePlace {
  page: number | null
  /** Line of the source. */
  number: number
  /** Its index among the lines that were read together. */
  index: number
}

/** A line of a table whose columns run into each other. */
export interface InterleavedLine extends LinePlace {
  /** How it was read. */
  text: string
  tokens: LineToken[]
  /** Blank lines before it. */
  gap: number
  /** It may be the first line of a printed page. */
  opensPage: boolean
}

/** What stands between white space: its words as they were read, and their places in the line as it stands. */
export interface LineToken {
  text: string
  /** As it stands. */
  raw: string
  start: number
  end: number
  /** First and last word. */
  id: number
  last: number
  /** Width in print, in ems. */
  width: number
  /** A number or a code by its shape. */
  numeric: boolean
  capital: boolean
  /** Remains of the rule between two columns stand before it. */
  bar: boolean
  /** It may be no text but what is left of a rule. */
  rule: boolean
  /** How sure the least sure of its words is. */
  confidence: number
  /** The word before reaches into it. */
  tied: boolean
}

const rule = /[|[\]]/u
const ruleLike = /^[lI1!]$/u
const numeric = /^\d+(?:[.,]\d+)*\.?$/u

/** Tokens of a line; punctuation goes with the word before it. */
export function lineTokens(text: string, words: readonly ReadWord[]): LineToken[] {
  const tokens: LineToken[] = []
  let bar = false
  for (const chunk of chunksOf(text)) {
    const end = chunk.start + chunk.text.length
    const isMark = chunk.kind === 'stop' || chunk.kind === 'comma'
    if (isMark && rule.test(chunk.text)) {
      bar = true
      continue
    }
    const last = tokens.at(-1)
    if (last !== undefined && !chunk.spaced && !bar && last.end === chunk.start) last.end = end
    else {
      tokens.push(blankToken(chunk.start, end, bar))
      bar = false
    }
  }
  let next = 0
  for (const token of tokens) next = readToken(token, text, words, next)
  return tokens
}

function blankToken(start: number, end: number, bar: boolean): LineToken {
  return {
    ...{ text: '', raw: '', start, end, id: special.stop, last: special.stop, width: 0, confidence: 1 },
    ...{ numeric: false, capital: false, bar, rule: false, tied: false },
  }
}

/** Puts the words of a token in; returns the index of the first word after it. */
function readToken(token: LineToken, text: string, words: readonly ReadWord[], from: number): number {
  let next = from
  let copied = token.start
  let out = ''
  let first: number | null = null
  while (next < words.length && (words[next] as ReadWord).start < token.end) {
    const word = words[next] as ReadWord
    next++
    if (word.end <= token.start) continue
    if (word.start < token.start) {
      token.tied = true
      copied = Math.min(word.end, token.end)
      continue
    }
    out += text.slice(copied, word.start) + spaced(out, word, text)
    copied = Math.min(word.end, token.end)
    token.confidence = Math.min(token.confidence, word.confidence)
    if (word.id === special.stop || word.id === special.comma) continue
    first ??= word.id
    token.last = word.id
  }
  token.text = out + text.slice(copied, token.end)
  token.raw = text.slice(token.start, token.end)
  token.numeric = numeric.test(token.text)
  token.id = token.numeric ? special.number : (first ?? special.stop)
  if (token.numeric) token.last = special.number
  token.capital = /^[("“]?\p{Lu}/u.test(token.text)
  token.rule = ruleLike.test(token.raw)
  token.width = widthOf(token.text)
  return next
}

/** Words that were glued together stand apart. */
function spaced(before: string, word: ReadWord, text: string): string {
  const glued = /\p{L}$/u.test(before) && /^\p{L}/u.test(word.text) && /\S/u.test(text.charAt(word.start - 1))
  return glued ? ` ${word.text}` : word.text
}

/** A line as it reads. */
export function lineText(tokens: readonly LineToken[]): string {
  return tokens.map(({ text, bar }) => (bar ? `| ${text}` : text)).join(' ')
}
