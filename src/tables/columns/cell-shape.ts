import { looksLikeAgency } from '../../language/agency-words.js'
import { parseCode } from '../../language/codes.js'
import { fold } from '../../language/letters.js'

/** What the cells of a column look like, as shares (0–1) of its filled cells. */
export interface ColumnShape {
  /** Share of all rows in which the column is filled. */
  filled: number
  /** How many of its cells are filled. */
  count: number
  code: number
  number: number
  agency: number
  date: number
  /** Mean length in characters. */
  length: number
}

const scorePattern = /^\s*[-–−+]?\s*\d[\d.,]{0,14}\s*%?(?:\s*\/\s*\d{1,4}(?:[.,]\d{1,4})?)?\s*$/u
const datePattern = /\b(?:quy|thang|nam 20\d\d|ngay|thuong xuyen|hang (?:nam|quy|thang)|dinh ky|20\d\d)\b/u

export function shapeOf(texts: string[]): ColumnShape {
  const present = texts.filter((text) => text !== '')
  const share = (test: (text: string) => boolean): number =>
    present.length === 0 ? 0 : present.filter(test).length / present.length
  return {
    filled: texts.length === 0 ? 0 : present.length / texts.length,
    count: present.length,
    code: share((text) => parseCode(text) !== null),
    number: share((text) => scorePattern.test(text)),
    agency: share(looksLikeAgency),
    date: share((text) => text.length < 120 && datePattern.test(fold(text))),
    length: present.length === 0 ? 0 : present.reduce((sum, text) => sum + text.length, 0) / present.length,
  }
}
