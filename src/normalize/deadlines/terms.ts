import { romanNumeral } from '../../language/codes.js'
import { monthsSpan, type Range, type Span, simple, thirdOf } from './calendar.js'
import { dayRange, dayTerm, simpleDay } from './days.js'
import {
  afterPhrase,
  type Found,
  isGlued,
  isMark,
  isWord,
  oneOf,
  type Parser,
  skipAny,
  smallNumber,
  type Token,
} from './lexer.js'
import { yearNumber, yearPhrase, yearSuffix } from './years.js'

const romans = [1, 2, 3, 4].map((value) => [romanNumeral(value).toLowerCase(), value] as const)

/** A month behind 'tháng', with its year where one is given. */
function monthValue(tokens: readonly Token[], at: number): Found<Span> {
  const month = smallNumber(tokens, at, 1, 12)
  if (month === null || isFollowedByUnit(tokens, month.next)) return null
  const year = yearSuffix(tokens, month.next)
  return {
    value: monthsSpan('month', month.value, month.value, year?.value ?? null),
    next: year?.next ?? month.next,
  }
}

function quarterValue(tokens: readonly Token[], at: number): Found<Span> {
  const quarter = smallNumber(tokens, at, 1, 4) ?? oneOf(tokens, at, romans)
  if (quarter === null || isFollowedByUnit(tokens, quarter.next)) return null
  const year = yearSuffix(tokens, quarter.next)
  const last = quarter.value * 3
  return {
    value: monthsSpan('quarter', last - 2, last, year?.value ?? null),
    next: year?.next ?? quarter.next,
  }
}

/** '6 tháng', '15 ngày', '2 lần' count something; '6' there is no month. */
function isFollowedByUnit(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens, at, 'thang', 'ngay', 'tuan', 'lan', 'gio', 'h')
}

function yearValue(tokens: readonly Token[], at: number): Found<Span> {
  const year = yearNumber(tokens, at)
  return year === null ? null : { value: monthsSpan('year', 1, 12, year.value), next: year.next }
}

function monthTerm(tokens: readonly Token[], at: number): Found<Span> {
  const isShort = isWord(tokens, at, 't') && isGlued(tokens, at)
  if (isShort || isWord(tokens, at, 'thang')) return monthValue(tokens, at + 1)
  const year = isMark(tokens, at + 1, '/') && !isRest(tokens, at) ? yearNumber(tokens, at + 2) : null
  return year === null || isMark(tokens, year.next, '/') ? null : monthValue(tokens, at)
}

function quarterTerm(tokens: readonly Token[], at: number): Found<Span> {
  if (!isWord(tokens, at, 'quy', 'q')) return null
  return quarterValue(tokens, isMark(tokens, at + 1, '.') ? at + 2 : at + 1)
}

/** 'năm 2023', 'cả năm', 'năm liền kề', '2023'; 'năm' alone says nothing, a school year is no year of the calendar. */
function yearTerm(tokens: readonly Token[], at: number): Found<Span> {
  const whole = oneOf(tokens, at, wholeYear)
  if (whole !== null) return bareYear(tokens, whole.next)
  const isBare = !isSchoolYear(tokens, at) && !isRest(tokens, at)
  const year = yearPhrase(tokens, at) ?? (isBare ? yearNumber(tokens, at) : null)
  return year === null ? null : { value: monthsSpan('year', 1, 12, year.value), next: year.next }
}

const wholeYear = [
  ['ca', null],
  ['toan', null],
  ['trong', null],
  ['het', null],
  ['trong ca', null],
] as const

/** 'năm' behind a word that makes it the plan's year unless another is named: 'cả năm', 'cuối năm 2024'. */
export function bareYear(tokens: readonly Token[], at: number): Found<Span> {
  const named = yearPhrase(tokens, at)
  if (named !== null) return { value: monthsSpan('year', 1, 12, named.value), next: named.next }
  const next = afterPhrase(tokens, at, 'nam')
  if (next === null || isWord(tokens, next, 'hoc', 'ngay')) return null
  return { value: monthsSpan('year', 1, 12, null), next }
}

/** Behind '/' stands the rest of something: of '31/11/2023' or 'quý V/2023' nothing is to be kept. */
function isRest(tokens: readonly Token[], at: number): boolean {
  return isMark(tokens, at - 1, '/') && isGlued(tokens, at - 1)
}

function isSchoolYear(tokens: readonly Token[], at: number): boolean {
  const before = isMark(tokens, at - 1, '-/') ? at - 2 : at
  return [at, before].some(
    (place) => isWord(tokens, place - 1, 'hoc', 'khoa') || afterPhrase(tokens, place - 2, 'hoc moi') !== null,
  )
}

const parts = [
  ['nua dau', 'firstHalf'],
  ['nua cuoi', 'lastHalf'],
  ['nua sau', 'lastHalf'],
  ['dau', 'first'],
  ['giua', 'middle'],
  ['cuoi', 'last'],
] as const

/** 'cuối năm', 'đầu tháng 6', 'giữa quý II/2023', 'nửa đầu năm'. */
function partTerm(tokens: readonly Token[], at: number): Found<Span> {
  const part = oneOf(tokens, at, parts)
  if (part === null) return null
  const place = skipAny(tokens, part.next, ['cua'])
  const whole = monthTerm(tokens, place) ?? quarterTerm(tokens, place) ?? bareYear(tokens, place)
  if (whole === null) return null
  if (part.value !== 'firstHalf' && part.value !== 'lastHalf')
    return { value: thirdOf(whole.value, part.value), next: whole.next }
  if (whole.value.unit !== 'year') return null
  const first = part.value === 'firstHalf' ? 1 : 7
  return { value: monthsSpan('part', first, first + 5, whole.value.year), next: whole.next }
}

const countWords = [
  ['ba', 3],
  ['sau', 6],
  ['chin', 9],
] as const

/** '6 tháng đầu năm 2023', 'sáu tháng cuối năm', '9 tháng đầu năm'. */
function monthsOfYear(tokens: readonly Token[], at: number): Found<Span> {
  const count = smallNumber(tokens, at, 1, 11) ?? oneOf(tokens, at, countWords)
  if (count === null || !isWord(tokens, count.next, 'thang')) return null
  if (!isWord(tokens, count.next + 1, 'dau', 'cuoi')) return null
  const isFirst = isWord(tokens, count.next + 1, 'dau')
  const yearAt = skipAny(tokens, count.next + 2, ['cua'])
  const year = bareYear(tokens, yearAt) ?? yearValue(tokens, yearAt)
  const [first, last] = isFirst ? [1, count.value] : [13 - count.value, 12]
  return {
    value: monthsSpan('part', first, last, year?.value.year ?? null),
    next: year?.next ?? count.next + 2,
  }
}

const terms: readonly Parser<Span>[] = [monthsOfYear, partTerm, monthTerm, quarterTerm, yearTerm]

/** A term that stands by itself: a day, a month, a quarter, a part of a year, a year. */
export function term(tokens: readonly Token[], at: number): Found<Range> {
  const days = dayRange(tokens, at) ?? simpleDay(tokens, at)
  if (days !== null) return days
  const months = bareMonths(tokens, at)
  if (months !== null) return months
  for (const parse of terms) {
    const found = parse(tokens, at)
    if (found !== null) return { value: simple(found.value), next: found.next }
  }
  return null
}

/** '6-12/2023' without 'tháng'. */
function bareMonths(tokens: readonly Token[], at: number): Found<Range> {
  const from = smallNumber(tokens, at, 1, 12)
  if (from === null || !isMark(tokens, from.next, '-')) return null
  const to = monthTerm(tokens, from.next + 1)
  if (to === null) return null
  const first = monthsSpan('month', from.value, from.value, null)
  return { value: { from: first, to: to.value, isSimple: false }, next: to.next }
}

/** What may go on behind a term without its own head: 'Quý II, III', 'Tháng 6-7', 'Năm 2023, 2024'. */
export function followOn(tokens: readonly Token[], at: number, unit: Span['unit']): Found<Span> {
  if (unit === 'day') return dayTerm(tokens, at)
  if (isDayAhead(tokens, at)) return null
  if (unit === 'quarter') return quarterValue(tokens, at)
  if (unit === 'month') return monthValue(tokens, at)
  return unit === 'year' ? yearValue(tokens, at) : null
}

/** In 'Tháng 6, 15/12' and 'Quý I, 01/4' a day begins; '4/2024' is a month. */
function isDayAhead(tokens: readonly Token[], at: number): boolean {
  return dayTerm(tokens, at) !== null
}
