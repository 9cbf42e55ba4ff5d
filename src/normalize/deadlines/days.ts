import { daySpan, longestMonth, type Range, type Span, simple } from './calendar.js'
import { type Found, isGlued, isMark, isWord, skipAny, smallNumber, type Token } from './lexer.js'
import { yearNumber, yearSuffix } from './years.js'

/** '01-15/12/2023', 'ngày 01 đến ngày 15/12': the first day is of the second's month. */
export function dayRange(tokens: readonly Token[], at: number): Found<Range> {
  const first = smallNumber(tokens, skipDayWord(tokens, skipHour(tokens, at)), 1, 31)
  if (first === null) return null
  const link = isMark(tokens, first.next, '-')
    ? first.next + 1
    : skipAny(tokens, first.next, ['den het', 'den'])
  if (link === first.next) return null
  const last = dayTerm(tokens, link)
  if (last === null || last.value.unit !== 'day' || first.value > last.value.first.day) return null
  const from = daySpan(first.value, last.value.first.month, last.value.year)
  return { value: { from, to: last.value, isSimple: false }, next: last.next }
}

/** One day: 'ngày 20/12/2023', '20-12-2023', '20.12.2023', '15/12', 'ngày 20 tháng 12 năm 2023', '17h00 ngày 15/12'. */
export function dayTerm(tokens: readonly Token[], at: number): Found<Span> {
  const iso = isoDay(tokens, at)
  if (iso !== null) return iso
  const start = skipHour(tokens, at)
  const numberAt = skipDayWord(tokens, start)
  const day = smallNumber(tokens, numberAt, 1, 31)
  if (day === null) return null
  return dayInFigures(tokens, day, numberAt > start) ?? dayInWords(tokens, day)
}

export function simpleDay(tokens: readonly Token[], at: number): Found<Range> {
  const day = dayTerm(tokens, at)
  return day === null ? null : { value: simple(day.value), next: day.next }
}

/** '2025-06-30' (ISO 8601), with an hour of nothing behind it as spreadsheets write it. */
function isoDay(tokens: readonly Token[], at: number): Found<Span> {
  const year = yearNumber(tokens, at)
  if (year === null || !isMark(tokens, year.next, '-') || !isGlued(tokens, year.next)) return null
  const month = smallNumber(tokens, year.next + 1, 1, 12)
  if (month === null || !isMark(tokens, month.next, '-')) return null
  const day = smallNumber(tokens, month.next + 1, 1, 31)
  if (day === null || day.value > longestMonth(month.value)) return null
  return { value: daySpan(day.value, month.value, year.value), next: skipMidnight(tokens, day.next) }
}

function skipMidnight(tokens: readonly Token[], at: number): number {
  const figures = [0, 2, 4].every((step) => tokens[at + step]?.value === 0)
  const colons = [1, 3].every((step) => isMark(tokens, at + step, ':'))
  return figures && colons ? at + 5 : at
}

type Number = { value: number; next: number }

function dayInFigures(tokens: readonly Token[], day: Number, hasDayWord: boolean): Found<Span> {
  const separator = tokens[day.next]?.folded ?? ''
  if (!isMark(tokens, day.next, '/-.') || (separator === '.' && !isGlued(tokens, day.next))) return null
  const month = smallNumber(tokens, day.next + 1, 1, 12)
  if (month === null || day.value > longestMonth(month.value)) return null
  const year = yearInDate(tokens, month.next, separator)
  if (year !== null) return { value: daySpan(day.value, month.value, year.value), next: year.next }
  if (separator !== '/' && !hasDayWord) return null
  // '15/12/QĐ' is a number of something else.
  if (isMark(tokens, month.next, '/')) return null
  return withYear(tokens, day.value, month)
}

function yearInDate(tokens: readonly Token[], at: number, separator: string): ReturnType<typeof yearSuffix> {
  if (!isMark(tokens, at, separator)) return null
  const year = yearNumber(tokens, at + 1)
  if (year !== null) return year
  const short = smallNumber(tokens, at + 1, 20, 49)
  return short === null || separator !== '/'
    ? null
    : { value: { calendar: 2000 + short.value }, next: short.next }
}

/** 'ngày 20 tháng 12 năm 2023' */
function dayInWords(tokens: readonly Token[], day: Number): Found<Span> {
  const word = isMark(tokens, day.next, '/') ? day.next + 1 : day.next
  if (!isWord(tokens, word, 'thang')) return null
  const month = smallNumber(tokens, isMark(tokens, word + 1, '/') ? word + 2 : word + 1, 1, 12)
  if (month === null || day.value > longestMonth(month.value)) return null
  return withYear(tokens, day.value, month)
}

function withYear(tokens: readonly Token[], day: number, month: Number): Found<Span> {
  const year = yearSuffix(tokens, month.next)
  return { value: daySpan(day, month.value, year?.value ?? null), next: year?.next ?? month.next }
}

function skipDayWord(tokens: readonly Token[], at: number): number {
  return skipAny(tokens, at, ['vao ngay', 'ngay'])
}

/** '17h00', '17 giờ 30 phút', '17:00' before a day. */
function skipHour(tokens: readonly Token[], at: number): number {
  const hour = smallNumber(tokens, at, 0, 24)
  if (hour === null) return at
  const hasUnit = isWord(tokens, hour.next, 'h', 'gio', 'g') || isMark(tokens, hour.next, ':')
  if (!hasUnit) return at
  const minutes = smallNumber(tokens, hour.next + 1, 0, 59)?.next ?? hour.next + 1
  const unit = skipAny(tokens, minutes, ['phut', 'p'])
  const end = isMark(tokens, unit, ',') ? unit + 1 : unit
  return isWord(tokens, end, 'ngay') ? end : at
}
