/** A stretch of the calendar whose year may still be open. `offset` moves it from the plan's year ('năm trước'). */
export type Span =
  | { unit: 'year'; year: number | null; offset: number }
  | {
      unit: 'quarter' | 'month' | 'half' | 'nine-months' | 'year-end' | 'year-start'
      index: number
      year: number | null
      offset: number
    }
  | { unit: 'day'; day: number; month: number; year: number | null; offset: number }

const monthsPer = { quarter: 3, month: 1, half: 6, 'nine-months': 9, 'year-end': 3, 'year-start': 3 } as const

/** First and last day of a span as ISO dates; null where no calendar has it. */
export function datesOf(span: Span, planYear: number): { start: string; end: string } | null {
  const year = (span.year ?? planYear) + span.offset
  if (year < 1990 || year > 2100) return null
  if (span.unit === 'year') return { start: iso(year, 1, 1), end: iso(year, 12, 31) }
  if (span.unit === 'day') {
    if (span.month < 1 || span.month > 12 || span.day < 1 || span.day > lastDay(year, span.month)) return null
    const day = iso(year, span.month, span.day)
    return { start: day, end: day }
  }
  const months = monthsPer[span.unit]
  const first = span.unit === 'year-end' ? 10 : (span.index - 1) * months + 1
  const last = first + months - 1
  if (first < 1 || last > 12) return null
  return { start: iso(year, first, 1), end: iso(year, last, lastDay(year, last)) }
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
