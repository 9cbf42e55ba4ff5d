import { foldInPlace } from './folded-text.js'

/** A date as printed: the numbers that could be read, and where it stands in the text. */
export interface PrintedDate {
  day: number | null
  month: number | null
  year: number | null
  start: number
  end: number
}

/** Blanks to be filled in by hand: spaces, dots, underscores. */
const blank = '[\\s.…_]{0,60}'
const inWords = new RegExp(
  `(?:(?<!\\d)(\\d{1,2}))?[\\s.…_/]{0,60}\\bthang${blank}(\\d{1,2})?${blank}(?:\\bnam\\b|/)${blank}(\\d{1,4})?`,
  'u',
)
const inFigures = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/u

/**
 * The first date of a text from a position on: '15/7/2021', '20 /3/2024', 'ngày 31 tháng 8 năm 2023',
 * 'ngày … tháng 8 năm 2023'. What is blank in it is null.
 */
export function findDate(text: string, from = 0): PrintedDate | null {
  const folded = foldInPlace(text.slice(from))
  const figures = inFigures.exec(folded)
  const words = inWords.exec(folded)
  const match = words !== null && (figures === null || words.index < figures.index) ? words : figures
  if (match === null) return null
  return {
    day: readNumber(match[1]),
    month: readNumber(match[2]),
    year: readNumber(match[3], 4),
    start: from + match.index,
    end: from + match.index + match[0].length,
  }
}

function readNumber(text: string | undefined, digits = 1): number | null {
  const figures = text?.match(/\d+/u)?.[0]
  return figures === undefined || figures.length < digits ? null : Number(figures)
}

/** The ISO date, null where a part is missing or the calendar has no such day. */
export function toIso(date: PrintedDate): string | null {
  const { day, month, year } = date
  if (day === null || month === null || year === null) return null
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year)
  return isReal ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null
}

/** Every part is printed, yet it is no day of the calendar or of no year that a document could be of. */
export function isImpossible(date: PrintedDate): boolean {
  if (date.day === null || date.month === null || date.year === null) return false
  return toIso(date) === null || !isPlausibleYear(date.year)
}

/** Years in which the state has issued documents, with room for plans made ahead. */
export function isPlausibleYear(year: number): boolean {
  return year >= 1945 && year <= 2100
}

function daysIn(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
