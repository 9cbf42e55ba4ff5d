import { isRoman } from '../../language/codes.js'
import type { Token } from './tokens.js'

/**
 * Words that are recognised by their shape and their neighbours as something else than syllables: letters of lists,
 * Roman numerals, abbreviations.
 */

/** The letter of a list at the start of a line ('d)' or 'd.'), lower case; null for any other word. */
export function listLetter(tokens: readonly Token[], index: number): string | null {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (token === undefined || next === undefined || token.text.length !== 1) return null
  if (!/^[).]/u.test(next.text) || next.start !== token.start + 1) return null
  const before = tokens.slice(0, index)
  return before.every((other) => other.kind === 'stop') ? token.text.toLowerCase() : null
}

const romanSyllable = /^(?:VI|XI)$/u

/** A Roman numeral in capitals; 'VI' and 'XI' are syllables too and count where they stand like a label. */
export function isRomanNumeral(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token === undefined || !isRoman(token.text)) return false
  if (!romanSyllable.test(token.text)) return true
  const next = tokens[index + 1]
  return index === 0 || isAmongSmallLetters(tokens, index) || /^[.)/-]/u.test(next?.text ?? '')
}

/** Two or three capitals between words that are not in capitals. */
export function isAbbreviation(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token === undefined || token.text.length < 2 || token.text.length > 3) return false
  return isCapitals(token.text) && isAmongSmallLetters(tokens, index)
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

function isAmongSmallLetters(tokens: readonly Token[], index: number): boolean {
  const neighbours = [neighbour(tokens, index, -1), neighbour(tokens, index, 1)]
  const words = neighbours.filter((token) => token !== null)
  return words.length > 0 && words.every((token) => !isCapitals(token.text))
}

function neighbour(tokens: readonly Token[], index: number, step: 1 | -1): Token | null {
  for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
    const token = tokens[at]
    if (token?.kind === 'word') return token
  }
  return null
}
