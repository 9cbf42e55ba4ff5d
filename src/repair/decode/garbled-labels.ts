import { romanMeant } from '../../language/codes.js'
import type { Chunk } from '../../language/ocr-chunks.js'

/** Labels of lists and parts: single letters in their order, Roman numerals. Their place tells them from words. */

const listOrder = 'abcdđeghiklmnopq'

/** Follows the letters of a list over its lines; what was recognised as a sign or twice is known by its turn. */
export class ListLetters {
  private previous = ''

  /** The letter that a line begins with ('d)', '¢)'), or null where it begins otherwise. */
  read(chunks: readonly Chunk[]): string | null {
    const first = chunks.findIndex((chunk) => chunk.kind !== 'stop')
    const label = chunks[first]
    const mark = chunks[first + 1]
    if (label === undefined || label.kind !== 'word' || label.text.length > 2) return null
    if (mark === undefined || mark.spaced || !mark.text.startsWith(')')) return null
    const letter = this.letterFor(label.text.toLowerCase())
    if (letter !== null) this.previous = letter
    return letter
  }

  private letterFor(recognised: string): string | null {
    const due = this.previous === '' ? 'a' : (listOrder[listOrder.indexOf(this.previous) + 1] ?? '')
    if (recognised === 'd' && this.previous === 'd') return 'đ'
    if (recognised.length === 1 && listOrder.includes(recognised) && recognised !== this.previous)
      return recognised
    return /^\d+$/u.test(recognised) && this.previous === '' ? null : due
  }
}

/** The Roman numeral that a line or a cell begins with ('I1I.', 'IV |'), or null. */
export function romanLabel(chunks: readonly Chunk[], index: number): string | null {
  const text = chunks[index]?.text ?? ''
  const before = chunks[index - 1]
  return before === undefined || before.text === '|' ? romanMeant(text) : null
}

const digitLike: Record<string, string> = { O: '0', o: '0', I: '1', l: '1', '!': '1' }

/** A number of which some digits were taken for letters ('O6', '2O23'), or null. */
export function asNumber(text: string): string | null {
  if (!/^(?=.*\d)[\dOoIl!]{2,}%?$/u.test(text) || /^\d+$/u.test(text)) return null
  return text.replace(/[^\d%]/gu, (letter) => digitLike[letter] ?? letter)
}

/** How sure a label is that is known by its shape and its place. */
export const labelConfidence = 0.98

const numbered = /^(?:quý|lục|chương|mục|phần)$/iu

/**
 * What a label was misread from, or null where it is none: the letter of a list ('©)', 'a}'), a Roman numeral whose
 * strokes were run together ('Quý IH', 'Phụ lục HI').
 */
export function labelMeant(chunks: readonly Chunk[], index: number): string | null {
  const chunk = chunks[index]
  if (chunk === undefined || chunk.kind !== 'word') return null
  const next = chunks[index + 1]
  const closed = next?.spaced === false && /^[).]/u.test(next.text)
  const opens = index === 0 && chunks.length > 2
  if (opens && closed && chunk.text === '©') return 'c'
  if (opens && /^[a-zđ]\}$/u.test(chunk.text)) return `${chunk.text.charAt(0)})`
  if (!numbered.test(chunks[index - 1]?.text ?? '')) return null
  const meant = romanMeant(chunk.text, 'blurred')
  return meant === chunk.text ? null : meant
}
