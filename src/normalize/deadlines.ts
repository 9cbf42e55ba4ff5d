import type { Deadline } from '../../schemas/plan.js'
import { collapse, fold } from '../language/letters.js'
import { parseTimes, type TimePhrase } from './deadline-parser.js'
import { datesOf } from './deadline-spans.js'
import { tokenize } from './deadline-tokens.js'

/** What relative and yearless times are resolved against. */
export interface DeadlineContext {
  planYears: number[]
  issuedOn: string | null
}

/** The deadlines that a cell states; `text` has `\n` between its bullets. Every bullet gives at least one. */
export function readDeadlines(text: string, context: DeadlineContext): Deadline[] {
  const year =
    context.planYears[0] ?? (context.issuedOn === null ? null : Number(context.issuedOn.slice(0, 4)))
  return text
    .split('\n')
    .flatMap((line) => line.split(/;\s*/u))
    .map((line) => collapse(line.replace(/^\s*[-–—+•*]\s*/u, '')))
    .filter((line) => /[\p{L}\d]/u.test(line))
    .flatMap((line) => readLine(line, year))
}

function readLine(line: string, year: number | null): Deadline[] {
  // 'Quý I: Trước ngày 21/3' — what stands before the colon says what is due, not when.
  const colon = line.indexOf(':')
  if (colon > 0) {
    const behind = readTimes(line.slice(colon + 1), line, year)
    if (behind.length > 0) return behind
  }
  const folded = fold(line)
  const conditional = conditionOf(folded, line)
  if (
    conditional !== null &&
    /^(?:khi|sau|ngay|trong vong|theo|tuy|cham nhat \d+ ngay|khong qua \d+ ngay|dot xuat)\b/u.test(folded)
  )
    return [conditional]
  const periodic = periodsOf(folded, line)
  if (periodic.length > 0 && !/\d{1,2}\/\d{1,2}/u.test(line)) return periodic
  const times = readTimes(line, line, year)
  if (times.length > 0) return times
  if (/thuong xuyen|lien tuc|hang ngay|thuong ky|trong suot|ca nam$/u.test(folded))
    return [blank(line, 'continuous')]
  return periodic.length > 0 ? periodic : [conditional ?? blank(line, 'unknown')]
}

function readTimes(text: string, line: string, year: number | null): Deadline[] {
  return parseTimes(tokenize(text)).flatMap((phrase) => toDeadline(phrase, line, year) ?? [])
}

function toDeadline(phrase: TimePhrase, text: string, year: number | null): Deadline | null {
  const known = year ?? (phrase.first.year !== null ? phrase.first.year : null)
  if (known === null) return null
  const first = datesOf(phrase.first, known)
  const last = datesOf(phrase.last, known)
  if (first === null || last === null) return null
  // 'Tháng 11 - 2': a range that would end before it begins goes into the next year.
  const dates = { start: first.start, end: last.end }
  if (phrase.relation === 'by') return { ...blank(text, 'by'), end: dates.end }
  if (phrase.relation === 'from') return { ...blank(text, 'from'), start: dates.start }
  if (phrase.first === phrase.last && phrase.first.unit === 'day')
    return { ...blank(text, 'by'), end: dates.end }
  if (dates.end < dates.start) return null
  return { ...blank(text, 'within'), ...dates }
}

const periodPatterns: [NonNullable<Deadline['period']>, RegExp][] = [
  ['month', /hang thang|hằng thang|dinh ky thang|moi thang|\bthang(?=[,/ ]+(?:quy|va))/u],
  ['quarter', /hang quy|moi quy|dinh ky (?:hang )?quy|\bquy(?=[,/ ]+(?:va|6|nam|sau))/u],
  ['half-year', /(?:\b6|sau) thang(?! (?:dau|cuoi))/u],
  ['nine-months', /(?:\b9|chin) thang/u],
  ['year', /hang nam|moi nam|(?:va|,|\/) ?(?:hang )?nam\b|dinh ky (?:hang )?nam|thuong nien/u],
]

/** Periods of a recurring deadline; none where nothing says that it recurs. */
function periodsOf(folded: string, text: string): Deadline[] {
  if (
    !/dinh ky|hang (?:thang|quy|nam|tuan)|moi (?:thang|quy|nam)|thuong nien|^(?:bao cao )?(?:thang|quy)\s*[,/]/u.test(
      folded,
    )
  )
    return []
  const periods = periodPatterns.filter(([, pattern]) => pattern.test(folded)).map(([period]) => period)
  if (periods.length === 0) return [blank(text, 'periodic')]
  return periods.map((period) => ({ ...blank(text, 'periodic'), period }))
}

/** A deadline that hangs on an event, another document or a schedule. */
function conditionOf(folded: string, text: string): Deadline | null {
  const conditional =
    /^(?:khi|ngay (?:sau )?khi|sau khi|sau \d+ ngay|dot xuat|(?:cham nhat|khong qua|trong) \d+ ngay (?:lam viec )?(?:sau|ke tu)|trong (?:vong|thoi han) \d+ ngay|ke tu|tuy theo|tuy thuoc)\b|theo (?:lo trinh|tien do|ke hoach|thoi han|thoi gian|quy dinh|huong dan|dieu|yeu cau|chi dao|chuong trinh|de an|tung|phan cong|van ban|nghi dinh|quyet dinh|thuc te)|khi co\b|khi phat sinh|theo qd\b/u
  return conditional.test(folded) ? blank(text, 'conditional') : null
}

function blank(text: string, kind: Deadline['kind']): Deadline {
  return { text, kind, start: null, end: null, period: null }
}
