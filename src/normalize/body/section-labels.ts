import { isCode, isRoman, romanMeant } from '../../language/codes.js'
import { startsUpper } from '../../language/letters.js'

/** Alphabets of headings, outermost first; `upper` may also stand below `roman`. */
export type LabelStyle =
  | 'part'
  | 'upper'
  | 'roman'
  | 'arabic'
  | 'arabic2'
  | 'arabic3'
  | 'arabic4'
  | 'bracketed'
  | 'lower'

/** The label that a passage begins with, and what follows it. */
export interface Label {
  style: LabelStyle
  /** Without closing sign: 'II', '4.1', 'a'. */
  value: string
  /** The passage's text behind the label. */
  title: string
  /** Where the title begins in the passage. */
  offset: number
}

type Reader = (text: string) => { style: LabelStyle; value: string; length: number } | null

function byPattern(pattern: RegExp, style: LabelStyle): Reader {
  return (text) => {
    const match = pattern.exec(text)
    return match?.[1] === undefined ? null : { style, value: match[1], length: match[0].length }
  }
}

/** OCR reads the I of a roman numeral as 1 or l; a capital title behind it tells that it is one. */
function readRoman(text: string): ReturnType<Reader> {
  const match = /^([\p{Lu}1l|]{1,5})(?:\s*[.):/]\s*|\s*[-–]\s+|\s+(?=\p{Lu}{2}))(?=\S)(?!v\s)/u.exec(text)
  const value = romanMeant(match?.[1] ?? '')
  if (match === null || value === null) return null
  if (value !== match[1] && !startsUpper(text.slice(match[0].length))) return null
  return { style: 'roman', value, length: match[0].length }
}

/** 'I.2', 'II.1.3': the first or the second level under a Roman numeral. */
function readRomanPath(text: string): ReturnType<Reader> {
  const match = /^((\p{Lu}{1,4})\.\d{1,2}(\.\d{1,2})?)(?:[.)]\s*|\s+)(?=\p{L})/u.exec(text)
  if (match?.[1] === undefined || !isRoman(match[2] ?? '')) return null
  return { style: match[3] === undefined ? 'arabic' : 'arabic2', value: match[1], length: match[0].length }
}

function readPart(text: string): ReturnType<Reader> {
  const match =
    /^((?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:(?:THỨ|thứ)\s+\p{L}+|([A-ZĐ]{1,4}|\d{1,2})))(?:\s*[.:–-]\s*|\s+|$)/u.exec(
      text,
    )
  if (match?.[1] === undefined || (match[2] !== undefined && !isCode(match[2]))) return null
  return { style: 'part', value: match[1], length: match[0].length }
}

function readArabicPath(text: string): ReturnType<Reader> {
  const match = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]\s*|\s+)(?=\p{L}|["“(]|\d+%)/u.exec(text)
  if (match?.[1] === undefined) return null
  const depth = Math.min(match[1].split('.').length, 4)
  return {
    style: depth === 2 ? 'arabic2' : depth === 3 ? 'arabic3' : 'arabic4',
    value: match[1],
    length: match[0].length,
  }
}

const readers: Reader[] = [
  readPart,
  readRomanPath,
  readRoman,
  byPattern(/^([A-HĐK])\s*[.)/]\s*(?=\p{Lu})/u, 'upper'),
  readArabicPath,
  byPattern(/^(\d{1,2})\s*[./–-]\s*(?=["“(]?\p{L}|\d+%)/u, 'arabic'),
  byPattern(/^\(?(\d{1,2})\)\s*(?=\S)/u, 'bracketed'),
  byPattern(/^([a-zđ])\s*[).]\s*(?=\S)/u, 'lower'),
]

/** The label at the start of a passage, null where there is none. */
export function readLabel(text: string): Label | null {
  for (const read of readers) {
    const found = read(text)
    if (found === null) continue
    return {
      style: found.style,
      value: found.value,
      title: text.slice(found.length).trim(),
      offset: found.length,
    }
  }
  return null
}
