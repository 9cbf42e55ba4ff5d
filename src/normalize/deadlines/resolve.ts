import {
  firstDay,
  isEarlierInYear,
  lastDay,
  type Phrase,
  type Range,
  type Span,
  shiftDay,
  spansOf,
  type YearReference,
} from './calendar.js'
import type { LinePhrase } from './line.js'

/** What relative times are counted from; null where the plan gives no year. */
export interface PlanTime {
  year: number | null
  /** What the year is: the first that the plan is for, or the one of its issue. */
  yearIs: 'plan-year' | 'issue-date'
  issuedOn: string | null
}

export interface Bounds {
  start: string | null
  end: string | null
  /** What the days were counted from where the print gives no year. */
  relativeTo: PlanTime['yearIs'] | null
}

/**
 * Turns the phrases of a line into days. A year that is left out is the one of the label, of the next time in the line
 * that has one, of the one before, or the plan's; times in a line go forward ('quý IV, quý I/2024' begins in 2023).
 * Null where the calendar has no such time.
 */
export function resolveLine(phrases: LinePhrase[], plan: PlanTime): (Bounds | null)[] {
  const spans = phrases.flatMap(({ phrase, labelYear }) =>
    spansOf(phrase).map((span) => ({ span, given: span.year ?? labelYear })),
  )
  const years = new Map<Span, number>()
  const relative = new Set<Span>()
  let next: Dated | null = null
  for (const { span, given } of [...spans].reverse()) {
    const own = calendarYear(given, plan)
    const year: number | null = own ?? yearBefore(span, next)
    if (year === null) continue
    if (own === null ? next !== null && relative.has(next.span) : isFromPlan(given)) relative.add(span)
    years.set(span, year)
    next = { span, year }
  }
  let last: Dated | null = null
  for (const { span } of spans) {
    const year: number | null = years.get(span) ?? yearAfter(span, last) ?? plan.year
    if (year === null) continue
    if (!years.has(span) && (last === null || relative.has(last.span))) relative.add(span)
    years.set(span, year)
    last = { span, year }
  }
  return phrases.map(({ phrase }) => {
    if (!isPossible(phrase, years)) return null
    const isRelative = spansOf(phrase).some((span) => relative.has(span)) || isRangeOfPlan(phrase)
    return { ...boundsOf(phrase, years, plan), relativeTo: isRelative ? plan.yearIs : null }
  })
}

function isFromPlan(year: YearReference | null): boolean {
  return year !== null && 'fromPlan' in year
}

/** 'Thường xuyên trong năm': the time beside what is continuous or periodic has no year of its own. */
function isRangeOfPlan(phrase: Phrase): boolean {
  const range = phrase.kind === 'continuous' || phrase.kind === 'periodic' ? phrase.range : null
  return range !== null && [range.from, range.to].some(({ year }) => year === null || isFromPlan(year))
}

function calendarYear(year: YearReference | null, plan: PlanTime): number | null {
  if (year === null) return null
  if ('calendar' in year) return year.calendar
  return plan.year === null ? null : plan.year + year.fromPlan
}

interface Dated {
  span: Span
  year: number
}

function yearBefore(span: Span, next: Dated | null): number | null {
  if (next === null) return null
  return isLaterInYear(span, next.span) ? next.year - 1 : next.year
}

function yearAfter(span: Span, last: Dated | null): number | null {
  if (last === null) return null
  return isLaterInYear(last.span, span) ? last.year + 1 : last.year
}

/** A whole year says nothing of the order of what stands beside it. */
function isLaterInYear(a: Span, b: Span): boolean {
  return a.unit !== 'year' && b.unit !== 'year' && isEarlierInYear(b, a)
}

/** False for '29/02/2023', and for an end before its beginning. */
function isPossible(phrase: Phrase, years: Map<Span, number>): boolean {
  const days = spansOf(phrase).flatMap((span) => {
    const year = years.get(span)
    return year === undefined ? [] : [{ first: firstDay(span, year), last: lastDay(span, year) }]
  })
  if (days.some(({ first, last }) => first === null || last === null)) return false
  return phrase.kind !== 'within' || (days[0]?.first ?? '') <= (days.at(-1)?.last ?? '')
}

type Days = Omit<Bounds, 'relativeTo'>

const nothing: Days = { start: null, end: null }

function boundsOf(phrase: Phrase, years: Map<Span, number>, plan: PlanTime): Days {
  switch (phrase.kind) {
    case 'within':
      return rangeBounds(phrase.range, years)
    case 'by':
      return { start: phrase.isFromNow ? plan.issuedOn : null, end: endOf(phrase.to, phrase.isBefore, years) }
    case 'from':
      return { start: phrase.from === null ? null : startOf(phrase.from, phrase.isAfter, years), end: null }
    case 'continuous':
    case 'periodic':
      return phrase.range === null ? nothing : rangeBounds(phrase.range, yearsOf(phrase.range, plan))
    default:
      return nothing
  }
}

/** The years of a range that stands beside the line's own times. */
function yearsOf(range: Range, plan: PlanTime): Map<Span, number> {
  const years = new Map<Span, number>()
  for (const span of [range.from, range.to]) {
    const year = calendarYear(span.year, plan) ?? plan.year
    if (year !== null) years.set(span, year)
  }
  return years
}

function rangeBounds({ from, to }: Range, years: Map<Span, number>): Days {
  const start = years.get(from)
  const end = years.get(to)
  return {
    start: start === undefined ? null : firstDay(from, start),
    end: end === undefined ? null : lastDay(to, end),
  }
}

/** 'Trước ngày 20/12' ends on the day it names, 'trước tháng 12' on the last day of November. */
function endOf(to: Span, isBefore: boolean, years: Map<Span, number>): string | null {
  const year = years.get(to)
  if (year === undefined) return null
  if (!isBefore || to.unit === 'day' || to.unit === 'part') return lastDay(to, year)
  const first = firstDay(to, year)
  return first === null ? null : shiftDay(first, -1)
}

function startOf(from: Span, isAfter: boolean, years: Map<Span, number>): string | null {
  const year = years.get(from)
  if (year === undefined) return null
  if (!isAfter || from.unit === 'day') return firstDay(from, year)
  const last = lastDay(from, year)
  return last === null ? null : shiftDay(last, 1)
}
