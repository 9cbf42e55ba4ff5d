import type { Period, PlacedPhrase, Range } from './calendar.js'
import { group } from './groups.js'
import { afterPhrase, type Found, isMark, isWord, oneOf, skipAny, smallNumber, type Token } from './lexer.js'
import { yearNumber } from './years.js'

/** The period of a printed unit; null for one that the plan file has no word for (day, week). */
type Unit = Period | null

const unitWords: readonly (readonly [string, Unit])[] = [
  ['nua nam', 'half-year'],
  ['ngay', null],
  ['tuan', null],
  ['thang', 'month'],
  ['quy', 'quarter'],
  ['nam', 'year'],
]

const monthCounts = new Map<number, Period>([
  [1, 'month'],
  [3, 'quarter'],
  [6, 'half-year'],
  [9, 'nine-months'],
  [12, 'year'],
])

const countWords = [
  ['mot', 1],
  ['ba', 3],
  ['sau', 6],
  ['chin', 9],
] as const

/** 'quý', 'năm', '6 tháng', 'sáu tháng'; not 'quý II', 'năm 2023', '6 tháng đầu năm', '6 tháng kể từ …'. */
function unit(tokens: readonly Token[], at: number): Found<Unit> {
  const count = smallNumber(tokens, at, 1, 12) ?? oneOf(tokens, at, countWords)
  const next = count === null ? null : afterPhrase(tokens, count.next, 'thang')
  if (count !== null && next !== null)
    return isCalendar(tokens, next) ? null : { value: monthCounts.get(count.value) ?? null, next }
  const word = oneOf(tokens, at, unitWords)
  return word === null || isCalendar(tokens, word.next) ? null : word
}

const calendarWords = [
  'dau',
  'cuoi',
  'truoc',
  'sau',
  'nay',
  'lien',
  'ke',
  'toi',
  'tiep',
  'hoc',
  'tinh',
  'khi',
]

/** What follows makes the unit a certain one, or a length of time counted from something. */
function isCalendar(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind === 'number') return !isFrequency(tokens, at) && !isCount(tokens, at)
  return isWord(tokens, at, 'i', 'ii', 'iii', 'iv') || isWord(tokens, at, ...calendarWords)
}

/** 'hàng quý 01 lần' */
function isFrequency(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens, at + 1, 'lan')
}

/** 'quý 6 tháng': the comma was lost. */
function isCount(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens, at + 1, 'thang') && yearNumber(tokens, at) === null
}

const each = ['hang', 'moi', 'theo tung', 'theo', 'tung', 'cac', 'vao']

/** Phrases of what comes again: 'hàng quý', 'định kỳ quý/6 tháng/9 tháng và năm', '2 lần/năm', 'quý, 6 tháng, năm'. */
export function periodicPhrases(tokens: readonly Token[], at: number): Found<PlacedPhrase[]> {
  const frequency = timesPerUnit(tokens, at) ?? unitPerTime(tokens, at)
  if (frequency !== null) return withRange(tokens, [placed(frequency.value, at, frequency.next)])
  const regular = afterPhrase(tokens, at, 'dinh ky')
  if (regular !== null) return regularPhrases(tokens, at, regular)
  if (afterPhrase(tokens, at, 'thuong nien') !== null) return withRange(tokens, [placed('year', at, at + 2)])
  const head = skipAny(tokens, at, each)
  const units = unitList(tokens, at, head)
  if (units.length === 0 || (head === at && !standsAlone(tokens, at, units))) return null
  if (isWord(tokens, head - 1, 'cac', 'vao', 'theo') && !endsPhrase(tokens, units)) return null
  return withRange(tokens, units)
}

/** 'Định kỳ', with the periods that follow or without any. */
function regularPhrases(tokens: readonly Token[], at: number, regular: number): Found<PlacedPhrase[]> {
  const head = skipAny(tokens, isMark(tokens, regular, ',:') ? regular + 1 : regular, each)
  const frequency = timesPerUnit(tokens, head) ?? unitPerTime(tokens, head)
  if (frequency !== null) return withRange(tokens, [placed(frequency.value, at, frequency.next)])
  const units = unitList(tokens, at, head)
  return withRange(tokens, units.length === 0 ? [placed(null, at, regular)] : units)
}

/** Without 'hàng' or 'định kỳ' only a list of periods, or a count of months, speaks of something that comes again. */
function standsAlone(tokens: readonly Token[], at: number, units: PlacedPhrase[]): boolean {
  if (units.length > 1) return true
  return smallNumber(tokens, at, 6, 9) !== null && endsPhrase(tokens, units)
}

function endsPhrase(tokens: readonly Token[], units: PlacedPhrase[]): boolean {
  const next = units.at(-1)?.next ?? 0
  return next >= tokens.length || tokens[next]?.kind === 'mark' || isWord(tokens, next, 'va', 'hoac', 'trong')
}

function unitList(tokens: readonly Token[], at: number, head: number): PlacedPhrase[] {
  const phrases: PlacedPhrase[] = []
  let start = at
  let found = unit(tokens, head)
  while (found !== null) {
    const next = skipTimes(tokens, found.next)
    phrases.push(placed(found.value, start, next))
    const separator = afterSeparator(tokens, next)
    if (separator === null) break
    start = separator
    found = unit(tokens, skipAny(tokens, start, each))
  }
  return phrases
}

function afterSeparator(tokens: readonly Token[], at: number): number | null {
  if (isMark(tokens, at, ',;')) return skipAny(tokens, at + 1, ['va', 'hoac'])
  if (isMark(tokens, at, '/&+-') || isWord(tokens, at, 'va', 'hoac')) return at + 1
  return tokens[at]?.kind === 'number' && isCount(tokens, at) ? at : null
}

/** 'mỗi quý một lần', 'hàng tháng (01 lần)' */
function skipTimes(tokens: readonly Token[], at: number): number {
  const count = smallNumber(tokens, at, 1, 1) ?? oneOf(tokens, at, [['mot', 1]])
  return count !== null && isWord(tokens, count.next, 'lan') ? count.next + 1 : at
}

const timesAYear = new Map<number, Period>([
  [1, 'year'],
  [2, 'half-year'],
  [4, 'quarter'],
  [12, 'month'],
])

/** '2 lần/năm', 'một lần mỗi quý' */
function timesPerUnit(tokens: readonly Token[], at: number): Found<Unit> {
  const times = smallNumber(tokens, at, 1, 60) ?? oneOf(tokens, at, countWords)
  if (times === null || !isWord(tokens, times.next, 'lan')) return null
  const link = skipAny(tokens, times.next + 1, ['/', 'mot', 'moi', 'trong', 'tren', 'hang'])
  const per = unit(tokens, link)
  if (per === null) return null
  if (per.value === 'year') return { value: timesAYear.get(times.value) ?? null, next: per.next }
  if (per.value === 'quarter' && times.value === 3) return { value: 'month', next: per.next }
  return times.value === 1 ? per : { value: null, next: per.next }
}

/** '6 tháng/lần', 'quý/lần', '3 tháng một lần' */
function unitPerTime(tokens: readonly Token[], at: number): Found<Unit> {
  const per = unit(tokens, skipAny(tokens, at, ['moi', 'cu']))
  if (per === null) return null
  const next = skipAny(tokens, per.next, ['/ lan', '/ 1 lan', '/ 01 lan', 'mot lan', '1 lan', '01 lan'])
  return next === per.next ? null : { value: per.value, next }
}

function placed(period: Unit, at: number, next: number): PlacedPhrase {
  return { phrase: { kind: 'periodic', period, range: null }, at, next }
}

/** 'Hàng quý trong năm 2023': the time in which it comes again. */
function withRange(tokens: readonly Token[], phrases: PlacedPhrase[]): Found<PlacedPhrase[]> {
  const last = phrases.at(-1)
  if (last === undefined) return null
  const during = duringRange(tokens, last.next)
  if (during === null) return { value: phrases, next: last.next }
  const ranged = phrases.map(({ phrase, ...place }) => ({
    phrase: phrase.kind === 'periodic' ? { ...phrase, range: during.value } : phrase,
    ...place,
  }))
  return {
    value: [...ranged.slice(0, -1), ...ranged.slice(-1).map((item) => ({ ...item, next: during.next }))],
    next: during.next,
  }
}

/** A year, or years, directly behind what is continuous or periodic: 'thường xuyên trong năm 2023'. */
export function duringRange(tokens: readonly Token[], at: number): Found<Range> {
  const opener = skipAny(tokens, at, ['trong suot', 'trong giai doan', 'trong', 'cua', 'giai doan', 'suot'])
  const found = group(tokens, at) ?? group(tokens, opener)
  const range = found?.value[0]
  if (found === null || range === undefined || found.value.length > 1) return null
  const isYears = range.range.from.unit === 'year' && range.range.to.unit === 'year'
  return isYears ? { value: range.range, next: found.next } : null
}

const recurring: readonly (readonly [string, Period])[] = [
  ['thang cuoi cua quy', 'quarter'],
  ['thang cuoi quy', 'quarter'],
  ['thang cuoi moi quy', 'quarter'],
  ['thang cuoi hang quy', 'quarter'],
  ['thang dau cua quy', 'quarter'],
  ['thang dau quy', 'quarter'],
  ['thang dau moi quy', 'quarter'],
  ['cuoi quy', 'quarter'],
  ['quy sau', 'quarter'],
  ['thang sau', 'month'],
  ['thang tiep theo', 'month'],
  ['thang ke tiep', 'month'],
]

/** What makes a date one of every month, quarter or year: 'hằng tháng', 'tháng cuối quý', 'của năm'. */
export function recurrence(tokens: readonly Token[], at: number): Found<Unit> {
  const place = skipAny(tokens, at, ['cua', 'vao', 'trong'])
  const known = oneOf(tokens, place, recurring)
  if (known !== null) return known
  const head = skipAny(tokens, place, ['hang', 'moi', 'cac'])
  return head === place ? null : unit(tokens, head)
}
