/**
 * Numbers of official documents: '229/KH-UBND', '108/2020/NĐ-CP', '64/2014/QH13', '19-NQ/TW', '10-CTr/TU'. Print and
 * converters put spaces around the signs ('229 /KH-UBND', '468/QĐ- TTg').
 */
export interface DocumentNumber {
  /** Without spaces, hyphens uniform. */
  value: string
  /** The letters behind the figures: 'KH-UBND', 'QH13', 'NQ/TW'. */
  letters: string
  /** The year that stands in the number itself. */
  year: number | null
  start: number
  end: number
}

const capital = 'A-ZĐÂÊÔƠƯ'
/** 'KH', 'QĐ', 'TTg', 'SNgV', 'QH13', 'CCTKV.05': two capitals at least, few small letters between. */
const abbreviation = `[${capital}][a-z]{0,2}[${capital}](?:[a-z]{0,2}(?:&\\s?)?[${capital}])*[a-z]{0,2}\\d{0,2}`
const segment = `(?:${abbreviation}(?:\\.(?:[${capital}]{1,6}|\\d{1,3}))*(?![\\p{L}\\d])|[${capital}]\\.[${capital}\\d]{1,4}(?![\\p{L}\\d]))`
const joint = `\\s?[-–—‑/]\\s?(?=${segment})`
const letters = `(?:L(?=[-–]CTN)|${segment})(?:${joint}${segment})*`
const state = `(\\d{1,5}[a-zđA-ZĐ]?)\\s*\\/\\s*(?:((?:19|20)\\d{2})\\s*\\/\\s*)?(${letters}(?:\\/(?:19|20)\\d{2}(?!\\d))?)`
const party = `(\\d{1,4})\\s?[-–—‑]\\s?(${segment}\\s?\\/\\s?${segment}(?:${joint}${segment})*)`
const anyNumber = new RegExp(`(?<![\\p{L}\\d/.,-])(?:${state}|${party})`, 'gu')
const blankNumber = new RegExp(`^\\D{0,12}[\\s.…_]*\\/\\s*(?:20\\d{2}\\s*\\/\\s*)?(${letters})`, 'u')

/** Every document number of a text, in order. */
export function findNumbers(text: string): DocumentNumber[] {
  if (!/\d\s?[-–—‑/]|\d[a-zđA-ZĐ]?\s*\//u.test(text)) return []
  return [...text.matchAll(anyNumber)].map((match) => ({
    value: normalize(match[0]),
    letters: normalize(match[3] ?? match[5] ?? ''),
    year: match[2] === undefined ? null : Number(match[2]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The letters of a number whose figures were left blank: 'Số:        /KH-UBND', and where they end. */
export function findBlankNumber(text: string): { letters: string; end: number } | null {
  const match = blankNumber.exec(text)
  return match?.[1] === undefined ? null : { letters: normalize(match[1]), end: match[0].length }
}

function normalize(text: string): string {
  return text.replace(/\s+/gu, '').replace(/[–—‑]/gu, '-')
}

/** What two prints of the same number have in common: case, marks of the letters and leading zeros may differ. */
export function numberKey(value: string): string {
  return value
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .replace(/^0+(?=\d)/u, '')
}
