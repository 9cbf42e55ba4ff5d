import type { Phrase, PlacedPhrase } from './calendar.js'
import { monthsSpan, type Range } from './calendar.js'
import { afterLink, afterOpenEnd, group, type PlacedRange } from './groups.js'
import { type Found, isMark, isWord, type Parser, skipAny, smallNumber, type Token } from './lexer.js'
import { recurrence } from './periods.js'
import { bareYear } from './terms.js'

/** Phrases with a time of the calendar in them. */
export const datedPhrases: Parser<PlacedPhrase[]> = (tokens, at) =>
  recurringDay(tokens, at) ??
  untilFromNow(tokens, at) ??
  fromPhrases(tokens, at) ??
  byPhrases(tokens, at) ??
  plainPhrases(tokens, at)

const until = [
  'cham nhat la',
  'cham nhat',
  'muon nhat la',
  'muon nhat',
  'khong muon hon',
  'khong cham hon',
  'khong qua',
  'han cuoi cung',
  'han cuoi',
  'han chot',
  'thoi han',
  'thoi diem',
  'cho den',
  'den',
  'toi',
  'het',
  'xong',
  'truoc thoi diem',
  'truoc',
]

/** The token behind 'chậm nhất đến hết', 'trước', …; `isBefore` where the last of them is 'trước'. */
function afterUntil(tokens: readonly Token[], at: number): { next: number; isBefore: boolean } | null {
  let next = at
  for (let after = skipAny(tokens, next, until); after > next; after = skipAny(tokens, next, until))
    next = after
  if (next === at) return null
  const isBefore = isWord(tokens, next - 1, 'truoc', 'diem')
  return { next: skipAny(tokens, next, ['trong', 'vao', ':', 'la']), isBefore }
}

/** No office names more days of one month; also keeps the time for a long text linear. */
const mostDays = 5

/** 'Trước ngày 25 hằng tháng', 'ngày 15 và ngày 30 của tháng cuối quý': days without their month. */
function recurringDay(tokens: readonly Token[], at: number): Found<PlacedPhrase[]> {
  let next = afterUntil(tokens, at)?.next ?? at
  for (let count = 0; count < mostDays; count++) {
    const number = isWord(tokens, next, 'ngay') ? smallNumber(tokens, next + 1, 1, 31) : null
    if (number === null) return null
    const again = recurrence(tokens, number.next)
    if (again !== null) {
      const phrase: Phrase = { kind: 'periodic', period: again.value, range: null }
      return { value: [{ phrase, at, next: again.next }], next: again.next }
    }
    if (!isMark(tokens, number.next, ',') && !isWord(tokens, number.next, 'va')) return null
    next = number.next + 1
  }
  return null
}

/** 'Từ nay đến hết năm 2025' */
function untilFromNow(tokens: readonly Token[], at: number): Found<PlacedPhrase[]> {
  const now = skipAny(tokens, at, ['ke tu nay', 'tu nay', 'tu ngay ban hanh', 'tu khi ban hanh'])
  const link = now === at ? null : afterLink(tokens, now)
  if (link === null) return null
  const ranges = timesAt(tokens, link)
  const first = ranges?.value[0]
  if (ranges === null || first === undefined) return null
  const phrase: Phrase = { kind: 'by', to: first.range.to, isBefore: false, isFromNow: true }
  return finish(tokens, at, [{ phrase, at, next: first.next }])
}

const since = ['bat dau tu', 'bat dau', 'ke tu', 'tinh tu', 'tu']

/** 'Từ tháng 6/2023 (trở đi)' is open, 'Từ tháng 6 đến tháng 12/2023' is not; 'Sau ngày 15/6'. */
function fromPhrases(tokens: readonly Token[], at: number): Found<PlacedPhrase[]> {
  const place = skipAny(tokens, at, since)
  const isAfter = place === at && isWord(tokens, at, 'sau')
  if (place === at && !isAfter) return null
  const ranges = timesAt(tokens, skipAny(tokens, isAfter ? at + 1 : place, ['trong', 'vao']))
  const first = ranges?.value[0]
  if (ranges === null || first === undefined) return null
  if (ranges.value.length > 1 || !first.range.isSimple) return finish(tokens, at, ranges.value.map(within))
  const phrase: Phrase = { kind: 'from', from: first.range.from, isAfter }
  return finish(tokens, at, [{ phrase, at, next: first.next }])
}

function byPhrases(tokens: readonly Token[], at: number): Found<PlacedPhrase[]> {
  const head = afterUntil(tokens, at)
  const ranges = head === null ? null : timesAt(tokens, head.next)
  if (head === null || ranges === null) return null
  const isBefore = head.isBefore
  const phrases = ranges.value.map(({ range, ...place }) => {
    const phrase: Phrase = { kind: 'by', to: isBefore ? range.from : range.to, isBefore, isFromNow: false }
    return { phrase, ...place }
  })
  return finish(tokens, at, phrases)
}

/** Times without a word that says how they bound: a lone day is the day by which, everything else the time within. */
function plainPhrases(tokens: readonly Token[], at: number): Found<PlacedPhrase[]> {
  const place = skipAny(tokens, at, ['trong', 'vao', 'trong thoi gian'])
  const ranges = group(tokens, at) ?? group(tokens, place)
  if (ranges === null) return null
  const phrases = ranges.value.map((placed): PlacedPhrase => {
    const { from, to, isSimple } = placed.range
    if (!isSimple || from.unit !== 'day') return within(placed)
    return { ...within(placed), phrase: { kind: 'by', to, isBefore: false, isFromNow: false } }
  })
  return finish(tokens, at, phrases)
}

function within({ range, at, next }: PlacedRange): PlacedPhrase {
  return { phrase: { kind: 'within', range }, at, next }
}

/** The times behind a preposition, where 'năm' alone means the plan's year ('đến hết năm'). */
function timesAt(tokens: readonly Token[], at: number): Found<PlacedRange[]> {
  const ranges = group(tokens, at)
  if (ranges !== null) return ranges
  const year = bareYear(tokens, at)
  if (year === null || !isEnd(tokens, year.next)) return null
  const range: Range = { from: year.value, to: year.value, isSimple: true }
  return { value: [{ range, at, next: year.next }], next: year.next }
}

function isEnd(tokens: readonly Token[], at: number): boolean {
  return at >= tokens.length || tokens[at]?.kind === 'mark' || isWord(tokens, at, 'va', 'hoac')
}

/** Takes in what stands before the first phrase, and what follows the last: 'trở đi', 'hằng năm'. */
function finish(tokens: readonly Token[], at: number, phrases: PlacedPhrase[]): Found<PlacedPhrase[]> {
  const first = phrases[0]
  const last = phrases.at(-1)
  if (first === undefined || last === undefined) return null
  phrases[0] = { ...first, at }
  const open = afterOpenEnd(tokens, last.next)
  const again = open === null ? recurrence(tokens, last.next) : null
  if (open !== null) phrases = [...phrases.slice(0, -1), openEnd(phrases.at(-1) ?? last, open)]
  else if (again !== null)
    phrases = phrases.map(({ at: start, next }, index) => ({
      phrase: { kind: 'periodic', period: again.value, range: null },
      at: start,
      next: index === phrases.length - 1 ? again.next : next,
    }))
  return { value: phrases, next: phrases.at(-1)?.next ?? last.next }
}

function openEnd(placed: PlacedPhrase, next: number): PlacedPhrase {
  const { phrase } = placed
  if (phrase.kind === 'within')
    return { ...placed, next, phrase: { kind: 'from', from: phrase.range.from, isAfter: false } }
  if (phrase.kind === 'by')
    return {
      ...placed,
      next,
      phrase: { kind: 'from', from: phrase.isFromNow ? null : phrase.to, isAfter: false },
    }
  return { ...placed, next }
}

/** 'Các năm tiếp theo' alone. */
export const comingYears: Parser<PlacedPhrase[]> = (tokens, at) => {
  const next = afterOpenEnd(tokens, at)
  if (next === null || isMark(tokens, at, ',') || !isWord(tokens, next - 1, 'theo', 'sau')) return null
  const from = monthsSpan('year', 1, 12, { fromPlan: 1 })
  return { value: [{ phrase: { kind: 'from', from, isAfter: false }, at, next }], next }
}
