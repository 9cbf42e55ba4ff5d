import type { Range, Span } from './calendar.js'
import { afterPhrase, type Found, isMark, isWord, skipAny, type Token } from './lexer.js'
import { followOn, term } from './terms.js'

/** A range with the tokens that it was read from. */
export interface PlacedRange {
  range: Range
  at: number
  next: number
}

/** Terms that share a head: 'Quý II, III/2023', 'Tháng 3-4, 6-7/2023', 'Năm 2023 và 2024', 'Từ … đến …' without 'từ'. */
export function group(tokens: readonly Token[], at: number): Found<PlacedRange[]> {
  const first = rangeFrom(tokens, at, term(tokens, at))
  if (first === null) return null
  const ranges = [first]
  let last = first
  for (;;) {
    const unit = last.range.to.unit
    const separator = afterSeparator(tokens, last.next)
    const follower = separator === null ? null : followOn(tokens, separator, unit)
    if (separator === null || follower === null) break
    const span = { value: single(follower.value), next: follower.next }
    const next = rangeFrom(tokens, separator, span)
    if (next === null) break
    ranges.push(next)
    last = next
  }
  return { value: ranges, next: last.next }
}

function single(span: Span): Range {
  return { from: span, to: span, isSimple: true }
}

function afterSeparator(tokens: readonly Token[], at: number): number | null {
  if (isMark(tokens, at, ',')) return skipAny(tokens, at + 1, ['va', 'hoac'])
  if (isMark(tokens, at, '/&+;') || isWord(tokens, at, 'va', 'hoac')) return at + 1
  return null
}

/** A term, and the one behind '-' or 'đến' as its end. */
function rangeFrom(tokens: readonly Token[], at: number, found: Found<Range>): PlacedRange | null {
  if (found === null) return null
  const { value: start, next } = found
  const link = afterLink(tokens, next)
  const end = link === null || !start.isSimple ? null : rangeEnd(tokens, link, start.to.unit)
  if (end === null) return { range: start, at, next }
  return { range: { from: start.from, to: end.value, isSimple: false }, at, next: end.next }
}

export function afterLink(tokens: readonly Token[], at: number): number | null {
  if (isMark(tokens, at, '-')) return skipMarks(tokens, at + 1)
  const place = isMark(tokens, at, ',') ? at + 1 : at
  const next = skipAny(tokens, place, ['cho den het', 'den het', 'toi het', 'cho den', 'den', 'toi'])
  return next === place ? null : next
}

/** '->' and '--' are dashes too. */
function skipMarks(tokens: readonly Token[], at: number): number {
  return isMark(tokens, at, '->') ? at + 1 : at
}

function rangeEnd(tokens: readonly Token[], at: number, unit: Span['unit']): Found<Span> {
  const whole = term(tokens, at)
  if (whole !== null) return whole.value.isSimple ? { value: whole.value.to, next: whole.next } : null
  return followOn(tokens, at, unit)
}

const ever = [
  'tro di',
  'tro ve sau',
  'va cac nam tiep theo',
  'va cac nam sau',
  'va cac nam ke tiep',
  'va cac nam toi',
  'va cac giai doan tiep theo',
  'va giai doan tiep theo',
  'va nhung nam tiep theo',
  'va nhung nam sau',
  'va nam tiep theo',
]

/** 'trở đi', 'và các năm tiếp theo': the end is open. Null where nothing of the kind stands here. */
export function afterOpenEnd(tokens: readonly Token[], at: number): number | null {
  const place = isMark(tokens, at, ',') ? at + 1 : at
  for (const phrase of ever) {
    const next = afterPhrase(tokens, place, phrase) ?? afterPhrase(tokens, place, phrase.replace(/^va /u, ''))
    if (next !== null) return skipAny(tokens, next, ['cho den khi co thay doi'])
  }
  return null
}
