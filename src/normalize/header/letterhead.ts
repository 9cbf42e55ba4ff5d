import type { Place } from '../../../schemas/place.js'
import { collapse, foldWords, isUpperCase } from '../../language/letters.js'
import { mottoStart } from '../../language/motto.js'
import { committeeLength, startsOrgan } from '../../language/organ-words.js'
import { isAuthority, isPosition } from '../../language/signatures.js'
import type { Line } from '../body/lines.js'
import { findDate, type PrintedDate } from '../dates.js'
import { foldInPlace } from '../folded-text.js'
import { findBlankNumber, findNumbers } from './document-number.js'
import { unitAt } from './unit-names.js'

/** What stands above the words 'KẾ HOẠCH'. */
export interface Letterhead {
  /** The issuing organs as printed, the superior one first. */
  organs: string[]
  number: { value: string | null; letters: string; at: Place } | null
  place: string | null
  date: { printed: PrintedDate; text: string; at: Place } | null
}

const remark = /^(?:du thao|hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|ban sao|sao y|da ky|ky boi)/u

/** Whether a line names the state or its motto, as every letterhead does. */
export function hasMotto(text: string): boolean {
  return mottoStart(foldInPlace(text)) >= 0
}

/** Number, place and date, a remark as 'DỰ THẢO', an organ, or a rule between them: what a letterhead is made of. */
export function isLetterheadLine(text: string): boolean {
  return text.split('\t').every((column) => isLetterheadColumn(collapse(column)))
}

function isLetterheadColumn(text: string): boolean {
  if (!/\p{L}{2}/u.test(text)) return true
  if (text.length > 120 || isAuthority(text) || isPosition(text)) return false
  const folded = foldInPlace(text)
  return (
    mottoStart(folded) >= 0 ||
    remark.test(foldWords(text)) ||
    (numberLabel.test(folded) && text.length < 60) ||
    placeDate.test(folded) ||
    isUpperCase(text) ||
    startsOrgan(text)
  )
}

/**
 * Sorts the lines above the document's type by what they say; columns may be cells, TABs, pipes or run together. What
 * a web page tells of the document in a table of its own names no organ. Its number and date go before those of lines
 * that may be the page's.
 */
export function readLetterhead(lines: Line[]): Letterhead {
  const letter = lines.filter((line) => !isTableOfFacts(line.text))
  const hasState = letter.some((line) => hasMotto(line.text))
  // Beside the state's name pipes part columns; elsewhere any table has them.
  const own = sortLines(letter, hasState ? /[\t|]/u : '\t')
  const { number, date } = sortLines(
    lines.filter((line) => isTableOfFacts(line.text)),
    '\t',
  )
  // A page without state, number and date has no letterhead: of its lines only those set as one name an organ.
  const isLetter = hasState || own.number !== null || own.date !== null
  const names = isLetter ? own.names : own.names.filter(isUpperCase)
  return {
    organs: joinOrgans(names.flatMap(splitOrgans)),
    number: number ?? own.number,
    place: date === null || isSameDay(own.date, date) ? own.place : null,
    date: date ?? own.date,
  }
}

function isSameDay(one: Letterhead['date'], other: Letterhead['date']): boolean {
  const [a, b] = [one?.printed, other?.printed]
  return a?.day === b?.day && a?.month === b?.month && a?.year === b?.year
}

/** 'Người ký: | Nguyễn Văn A | Ngày ban hành: | 19/11/2025': labels and values in cells side by side. */
function isTableOfFacts(text: string): boolean {
  return /\p{L}\s*:[\s*_]*\|/u.test(text)
}

interface SortedLines extends Omit<Letterhead, 'organs'> {
  /** Lines that name organs, or go on with one. */
  names: string[]
}

function sortLines(lines: Line[], separator: RegExp | string): SortedLines {
  const head: SortedLines = { names: [], number: null, place: null, date: null }
  for (const line of joinBrokenDates(lines))
    for (const column of line.text.replace(/[-_–—]{3,}/gu, ' ').split(separator)) {
      const rest = takeNumber(head, takeDate(head, collapse(withoutMotto(column)), line.at), line.at)
      if (isOrganLine(rest, head.names)) head.names.push(rest)
    }
  return head
}

const cutDate = /\bngay(?:\s+\d{1,2})?(?:\s+thang)?(?:\s+\d{1,2})?(?:\s+nam)?\s*$/u

const openPlace = /^[^.;:|]{2,40},\s*$/u
const bareDate = /^\s*ngay\s+\d/u

/** 'Bình Định, ngày 21' above 'tháng 11 năm 2012', 'Bình Định,' above 'ngày 21 …': a narrow column broke them. */
function joinBrokenDates(lines: Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    if (above !== undefined && isCutDate(above.text, line.text))
      joined[joined.length - 1] = { ...above, text: `${above.text} ${line.text}` }
    else joined.push(line)
  }
  return joined
}

function isCutDate(above: string, text: string): boolean {
  return cutDate.test(foldInPlace(above)) || (openPlace.test(above) && bareDate.test(foldInPlace(text)))
}

/** The state's name and motto stand beside the issuer; what follows them in the same line is theirs too. */
function withoutMotto(text: string): string {
  const at = mottoStart(foldInPlace(text))
  return at < 0 ? text : text.slice(0, at)
}

const placeDate = /^(.{0,60}?)[\s,.;]*\bngay(?![\p{L}])/u
const misreadDate = /\bng\S{0,3}\s+([\doil]{1,2})\s+th\S{1,5}\s+([\doil]{1,2})\s+n\S{1,4}\s+(\d{4})/u

/** 'Hải Phòng, ngày 31 tháng 8 năm 2023' → place and date; returns the line without them. */
function takeDate(head: SortedLines, text: string, at: Place): string {
  if (head.date !== null) return text
  const folded = foldInPlace(text)
  const match = placeDate.exec(folded)
  const printed = (match === null ? null : findDate(text, match[0].length)) ?? misread(folded)
  if (printed === null) return text
  const before = text.slice(0, match === null ? printed.start : (match[1]?.length ?? 0))
  const placeStart = (findNumbers(before)[0] ?? findBlankNumber(before))?.end ?? 0
  head.date = { printed, text: collapse(text.slice(placeStart)), at }
  head.place = collapse(before.slice(placeStart)).replace(/^[\s*_|]+|[\s,.;:*_|]+$/gu, '') || null
  return text.slice(0, placeStart)
}

/** OCR reads noughts and ones of a date as letters and spoils its words; the shape of the line remains. */
function misread(folded: string): PrintedDate | null {
  const match = misreadDate.exec(folded)
  if (match === null) return null
  const figure = (text: string | undefined) => Number(text?.replaceAll('o', '0').replace(/[il]/gu, '1'))
  return {
    day: figure(match[1]),
    month: figure(match[2]),
    year: Number(match[3]),
    start: match.index,
    end: match.index + match[0].length,
  }
}

const numberLabel = /^\s*(?:so|s6|s0)\s*[:.]?/u

/** 'Số: 229 /KH-UBND' → the number; returns the line without it. */
function takeNumber(head: SortedLines, text: string, at: Place): string {
  if (head.number !== null) return text
  const number = findNumbers(text)[0]
  if (number !== undefined) {
    head.number = { value: number.value, letters: number.letters, at }
    return text.slice(0, number.start).replace(/S\S\s*[:.]?\s*$/u, '')
  }
  const blank = numberLabel.test(foldInPlace(text)) ? findBlankNumber(text) : null
  if (blank === null) return text
  head.number = { value: null, letters: blank.letters, at }
  return ''
}

function isOrganLine(text: string, names: string[]): boolean {
  if (!/\p{L}{2}/u.test(text) || text.length > 120 || remark.test(foldWords(text))) return false
  if (/^số?\s*[:.]|^số$|\|/iu.test(text) || findNumbers(text).length > 0) return false
  if (startsOrgan(text)) return true
  if (!isUpperCase(text.replace(/[^\p{L}]/gu, ''))) return false
  return names.length > 0 || unitAt(text, 0) !== null
}

/** 'UBND TỈNH X SỞ NỘI VỤ' in one line is two organs. */
function splitOrgans(text: string): string[] {
  if (committeeLength(foldWords(text)) === 0) return [text]
  return text.split(/\s+(?=(?:SỞ|PHÒNG|VĂN PHÒNG|CHI CỤC|THANH TRA|TRUNG TÂM)\s)/u)
}

/** A line that names no organ of its own goes on with the one above: 'ỦY BAN NHÂN DÂN' / 'TỈNH ĐẮK NÔNG'. */
function joinOrgans(lines: string[]): string[] {
  const organs: string[] = []
  for (const line of lines) {
    const above = organs.at(-1)
    if (above !== undefined && continuesOrgan(above, line)) organs[organs.length - 1] = `${above} ${line}`
    else organs.push(line)
  }
  return organs
}

function continuesOrgan(above: string, line: string): boolean {
  if (/(?:\svà|[,–-])$/iu.test(above)) return true
  if (startsOrgan(line)) return false
  if (unitAt(line, 0) === null) return true
  return !/(?:^|\s)(?:tinh|thanh pho|tp|quan|huyen|thi xa|phuong|xa|thi tran)\s/u.test(foldWords(above))
}
