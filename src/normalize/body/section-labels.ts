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
  const match = /^([IVX1l|]{1,5})(?:\s*[.):/]\s*|\s*[-–]\s+|\s+(?=\p{Lu}{2}))(?=\S)(?!v\s)/u.exec(text)
  const printed = match?.[1]
  if (match === null || printed === undefined || !/[IVX]/u.test(printed)) return null
  const value = printed.replace(/[1l|]/gu, 'I')
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/u.test(value)) return null
  if (value !== printed && !startsUpper(text.slice(match[0].length))) return null
  return { style: 'roman', value, length: match[0].length }
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
  byPattern(
    /^((?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:(?:THỨ|thứ)\s+\p{L}+|[IVX]{1,4}|\d{1,2}|[A-D]))(?:\s*[.:–-]\s*|\s+|$)/u,
    'part',
  ),
  byPattern(/^([IVX]{1,4}\.\d{1,2})(?:[.)]\s*|\s+)(?=\p{L})/u, 'arabic'),
  byPattern(/^([IVX]{1,4}\.\d{1,2}\.\d{1,2})(?:[.)]\s*|\s+)(?=\p{L})/u, 'arabic2'),
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
