import type { PlacedPhrase } from './calendar.js'
import { afterPhrase, isWord, type Parser, skipAny, smallNumber, type Token } from './lexer.js'
import { duringRange } from './periods.js'

const conditions = [
  'khi',
  'sau khi',
  'ngay sau',
  'ngay khi',
  'truoc khi',
  'tu khi',
  'den khi',
  'neu',
  'theo',
  'tuy',
  'can cu',
  'phu thuoc',
  'trong vong',
  'trong thoi han',
  'trong qua trinh',
  'dot xuat',
  'phat sinh',
  'cung voi',
  'cung thoi diem',
]

/** Before 'tiến độ', 'thời hạn', 'quy định': as planned or prescribed elsewhere. */
const inKeeping = ['dam bao', 'bao dam', 'dung', 'kip']
const prescribed = ['tien do', 'thoi gian', 'thoi han', 'quy dinh', 'lo trinh', 'ke hoach']

/** Whether a time that hangs on something else begins here: 'Khi có …', 'Theo …', '05 ngày sau khi …'. */
export function isCondition(tokens: readonly Token[], at: number): boolean {
  if (conditions.some((phrase) => afterPhrase(tokens, at, phrase) !== null)) return true
  const kept = skipAny(tokens, at, inKeeping)
  if (kept > at && skipAny(tokens, kept, prescribed) > kept) return true
  return isDuration(
    tokens,
    skipAny(tokens, at, ['trong', 'cham nhat la', 'cham nhat', 'sau', 'truoc', 'khong qua']),
  )
}

const counted = ['ngay', 'tuan', 'gio', 'thang', 'nam']
const starts = ['ke tu', 'tinh tu', 'sau', 'truoc', 'tu', 'khi']

/** '05 ngày', '6 tháng kể từ …': a length of time, not a time. */
function isDuration(tokens: readonly Token[], at: number): boolean {
  const count = smallNumber(tokens, at, 1, 99)
  if (count === null || !isWord(tokens, count.next, ...counted)) return false
  const next = skipAny(tokens, count.next + 1, ['lam viec'])
  if (isWord(tokens, count.next, 'ngay', 'tuan', 'gio')) return !isWord(tokens, next, 'dau', 'cuoi')
  return skipAny(tokens, next, starts) > next && !isWord(tokens, next + 1, 'nam')
}

/** 'Trước kỳ họp …', 'sau hội nghị …': an event where a time could stand. */
export function isEvent(tokens: readonly Token[], at: number): boolean {
  if (!isWord(tokens, at, 'truoc', 'sau')) return false
  const next = tokens[at + 1]
  return next?.kind === 'word' && !isWord(tokens, at + 1, 'nam', 'thang', 'quy', 'ngay', 'day', 'do')
}

const always = ['thuong xuyen', 'lien tuc', 'quanh nam', 'suot nam', 'trong suot nam']

/** 'Thường xuyên', also 'thường xuyên, liên tục', 'thường xuyên trong năm 2023'. */
export const continuousPhrase: Parser<PlacedPhrase[]> = (tokens, at) => {
  const head = skipAny(tokens, at, always)
  if (head === at) return null
  const more = skipAny(tokens, head, [', lien tuc', 'va lien tuc', 'lien tuc', 'hang ngay', 'hang nam'])
  const during = duringRange(tokens, more)
  const next = during?.next ?? more
  return { value: [{ phrase: { kind: 'continuous', range: during?.value ?? null }, at, next }], next }
}
