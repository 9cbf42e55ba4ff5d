import type { Deadline } from '../../../schemas/plan.js'

/** A year as printed: of the calendar, or counted from the plan's year ('năm liền kề'). */
export type YearReference = { calendar: number } | { fromPlan: number }

/** A stretch of one year; the year is null where the text does not give it, `day: null` is the last of the month. */
export interface Span {
  unit: 'day' | 'month' | 'quarter' | 'part' | 'year'
  year: YearReference | null
  first: { month: number; day: number }
  last: { month: number; day: number | null }
}

/** From the beginning of one span to the end of another; `isSimple` where both are the same printed term. */
export interface Range {
  from: Span
  to: Span
  isSimple: boolean
}

export function simple(span: Span): Range {
  return { from: span, to: span, isSimple: true }
}

export function monthsSpan(
  unit: Span['unit'],
  first: number,
  last: number,
  year: YearReference | null,
): Span {
  return { unit, year, first: { month: first, day: 1 }, last: { month: last, day: null } }
}

export function daySpan(day: number, month: number, year: YearReference | null): Span {
  return { unit: 'day', year, first: { month, day }, last: { month, day } }
}

/** Days of the longest such month: 29 for February. */
export function longestMonth(month: number): number {
  return daysIn(month, 2024)
}

function daysIn(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The third of a span that 'đầu', 'giữa' and 'cuối' mean: of a year quarters, of a quarter months, of a month ten days. */
export function thirdOf(span: Span, part: 'first' | 'middle' | 'last'): Span {
  const { month } = span.first
  if (span.unit === 'month') {
    const first = { first: 1, middle: 11, last: 21 }[part]
    const last = { first: 10, middle: 20, last: null }[part]
    return { ...span, unit: 'part', first: { month, day: first }, last: { month, day: last } }
  }
  const [from, to] = span.unit === 'year' ? yearPart[part] : quarterPart[part]
  return monthsSpan('part', month + from, month + to, span.year)
}

const yearPart = { first: [0, 2], middle: [3, 8], last: [9, 11] } as const
const quarterPart = { first: [0, 0], middle: [1, 1], last: [2, 2] } as const

/** First day of a span in a year, ISO; null where the calendar has no such day. */
export function firstDay(span: Span, year: number): string | null {
  return isoDay(year, span.first.month, span.first.day)
}

export function lastDay(span: Span, year: number): string | null {
  return isoDay(year, span.last.month, span.last.day ?? daysIn(span.last.month, year))
}

function isoDay(year: number, month: number, day: number): string | null {
  if (day > daysIn(month, year)) return null
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

/** The day some days after another, both ISO. */
export function shiftDay(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whether one span begins earlier in its year than another. */
export function isEarlierInYear(a: Span, b: Span): boolean {
  return a.first.month * 100 + a.first.day < b.first.month * 100 + b.first.day
}

export type Period = NonNullable<Deadline['period']>

/** What one deadline says, before the years that it leaves out are known. */
export type Phrase =
  | { kind: 'within'; range: Range }
  /** `isBefore`: what is named comes too late ('trước tháng 6'); `isFromNow`: from the plan's date on. */
  | { kind: 'by'; to: Span; isBefore: boolean; isFromNow: boolean }
  /** `isAfter`: what is named is over ('sau tháng 6'). */
  | { kind: 'from'; from: Span | null; isAfter: boolean }
  | { kind: 'continuous'; range: Range | null }
  | { kind: 'periodic'; period: Period | null; range: Range | null }
  | { kind: 'conditional' }
  | { kind: 'unknown' }

/** A phrase and the tokens that it was read from: `at` the first, `next` the one behind the last. */
export interface PlacedPhrase {
  phrase: Phrase
  at: number
  next: number
}

/** The stretches of time that a phrase names, in printed order. */
export function spansOf(phrase: Phrase): Span[] {
  switch (phrase.kind) {
    case 'within':
      return phrase.range.isSimple ? [phrase.range.from] : [phrase.range.from, phrase.range.to]
    case 'by':
      return [phrase.to]
    case 'from':
      return phrase.from === null ? [] : [phrase.from]
    default:
      return []
  }
}
