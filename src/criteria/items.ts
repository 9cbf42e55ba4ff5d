import type { LogicalCell } from '../../schemas/table.js'
import { startsUpper } from '../language/letters.js'
import { beginsNumbered } from '../language/list-marks.js'

const bullet = /^\s*(?:[-–—+•*]|\uf0b7|\u2022)\s*(?=\S)/u
/** A cell that is only a number: a mark right before its digit is a sign, one with a blank behind it a bullet. */
const signedNumber = /^\s*[-–−+]\d[\d.,]*\s*(?:%|điểm|đ)?\s*$/iu
const terminal = /[.;:!?…]["”)]?$/u

/** A cell's text as the list its author meant: one string per bullet or paragraph, without the bullet marks. */
export function cellItems(cell: LogicalCell): string[] {
  const lines = cellLines(cell)
  const [only = ''] = lines
  if (lines.length === 1 && signedNumber.test(only)) return [only.trim()]
  return lines
    .flatMap(splitBullets)
    .map(stripBullet)
    .filter((item) => item !== '')
}

/** Whether every line of a cell begins with a bullet (or is an item of a list), so that its items are the author's. */
export function isList(cell: LogicalCell): boolean {
  const starts = cell.pieces.flatMap((piece) => piece.lines.map((line) => line.start))
  const lines = cellLines(cell)
  const isItems = starts.length === lines.length && starts.every((start) => start === 'item')
  return lines.length > 0 && (isItems || lines.every((line) => bullet.test(line)))
}

export function isBulleted(cell: LogicalCell | undefined): boolean {
  return /^\s*[-–+•*]/u.test(cell?.pieces[0]?.lines[0]?.text ?? '')
}

/** A cell's text in one line, bullets dropped: for names. */
export function cellLine(cell: LogicalCell): string {
  return cellItems(cell).join(' ')
}

/** The lines of a cell over its pieces; what a page break cut is one line again. */
export function cellLines(cell: LogicalCell): string[] {
  const lines: string[] = []
  for (const [ordinal, piece] of cell.pieces.entries()) {
    for (const [index, line] of piece.lines.entries()) {
      const previous = lines.at(-1)
      const overBreak = ordinal > 0 && index === 0 && line.start !== 'item'
      if (previous !== undefined && overBreak && goesOn(previous, line.text))
        lines[lines.length - 1] = `${previous} ${line.text}`
      else lines.push(line.text)
    }
  }
  return lines
}

function goesOn(previous: string, text: string): boolean {
  if (bullet.test(text) || beginsNumbered(text)) return false
  return !(terminal.test(previous) && startsUpper(text))
}

function stripBullet(text: string): string {
  return text.replace(bullet, '').trim()
}

/**
 * Bullets that a converter ran together: after closing punctuation a dash before a capital begins an item; in a text
 * that itself begins with a dash so does any dash before a capital, unless it joins two halves of one name.
 */
function splitBullets(text: string): string[] {
  const parts: string[] = []
  let start = 0
  const dash = /\s([-–+•])\s+(?=["“(]?[\p{Lu}\d])/gu
  const startsWithBullet = bullet.test(text)
  for (const match of text.matchAll(dash)) {
    const before = text.slice(start, match.index)
    const after = text.slice(match.index + match[0].length)
    if (
      /[.;:!?…)]["”]?$/u.test(before.trimEnd())
        ? !isRange(before, after)
        : startsWithBullet && !joinsName(before, after)
    ) {
      parts.push(before)
      start = match.index + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** 'Điều 5. - 7', '2023 - 2025': a dash between figures. */
function isRange(before: string, after: string): boolean {
  return /\d[.)]?$/u.test(before.trimEnd()) && /^\d/u.test(after)
}

/**
 * 'Văn hóa - Thể thao', 'Tài chính - Kế hoạch', 'Lao động - Thương binh và Xã hội', 'HĐND - UBND', 'kinh tế - xã hội':
 * a dash inside a name stands between two short nominal groups, the first of which began with a capital one or two
 * syllables before.
 */
function joinsName(before: string, after: string): boolean {
  if (isRange(before, after)) return true
  const words = before.trim().split(/\s+/u)
  const last = words.at(-1) ?? ''
  const beforeLast = words.at(-2) ?? ''
  const capital = /^[\p{Lu}]/u
  if (/^\p{Lu}{2,}$/u.test(last)) return /^\p{Lu}{2,}/u.test(after)
  return capital.test(beforeLast) && !capital.test(last) && words.length > 2
}
