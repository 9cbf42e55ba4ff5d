import { isOneOf, longestPhrase, phraseBefore, phraseLength, type QuantityToken, wordSet } from './lexer.js'
import { readUnit } from './units.js'

/** A place in an order: 'nhóm 20 tỉnh, thành phố dẫn đầu', 'đứng thứ 04 trong 08 huyện', 'xếp hạng 4/12'. */
export interface Rank {
  value: number
  /** Of how many. */
  upper: number | null
  unit: string | null
  start: number
  next: number
}

const leads = ['dẫn đầu', 'đứng đầu', 'hàng đầu', 'cao nhất', 'tốt nhất', 'đầu cả nước', 'đầu bảng']
const groups = ['nhóm', 'trong', 'thuộc', 'trong nhóm', 'thuộc nhóm', 'trong số', 'vào nhóm', 'một trong']
const tops = ['top', 'tốp']
const places = [
  'xếp thứ',
  'xếp hạng thứ',
  'xếp vị trí thứ',
  'xếp vị trí',
  'xếp hạng',
  'xếp ở vị trí thứ',
  'đứng thứ',
  'đứng ở vị trí thứ',
  'đứng vị trí thứ',
  'vị trí thứ',
  'thứ hạng',
  'hạng thứ',
  'vị trí xếp hạng thứ',
  'xếp từ thứ',
  'xếp hạng từ thứ',
  'xếp từ vị trí thứ',
  'đứng từ thứ',
  'từ vị trí thứ',
]
const farthest = 14
const stops = wordSet('; . : (')

export function rankAt(tokens: readonly QuantityToken[], at: number): Rank | null {
  const value = tokens[at]?.value ?? Number.NaN
  if (!Number.isInteger(value)) return null
  const placed = phraseBefore(tokens, at, places)
  if (placed > 0) return placeRank(tokens, at, at - placed)
  const unit = readUnit(tokens, at + 1)
  if (unit.kind === 'share') return null
  const top = phraseBefore(tokens, at, tops)
  const lead = leadEnd(tokens, at + 1)
  if (top > 0) return { value, upper: null, unit: unit.unit, start: at - top, next: lead ?? unit.next }
  const grouped = phraseBefore(tokens, at, groups)
  if (grouped === 0 || lead === null) return null
  return { value, upper: null, unit: unit.unit, start: at - grouped, next: lead }
}

/** The token behind 'dẫn đầu' in the same clause, null where there is none. */
function leadEnd(tokens: readonly QuantityToken[], from: number): number | null {
  for (let at = from; at < tokens.length && at - from < farthest; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number' || stops.has(token.word)) return null
    const length = longestPhrase(tokens, at, leads)
    if (length > 0) return at + length
  }
  return null
}

const among = ['trong tổng số', 'trên tổng số', 'trong số', 'trong', 'trên']

function placeRank(tokens: readonly QuantityToken[], at: number, start: number): Rank {
  const value = tokens[at]?.value ?? Number.NaN
  const open = at + 1 + phraseLength(tokens, at + 1, 'trở lên')
  const link = tokens[at + 1]?.word === '/' ? 1 : longestPhrase(tokens, open, among)
  const place = tokens[at + 1]?.word === '/' ? at + 1 : open
  const of = link > 0 ? tokens[place + link] : undefined
  const isOf = of?.kind === 'number' && of.value >= value
  const from = isOf ? place + link + 1 : open
  const unit = readUnit(tokens, from)
  const hasUnit = isOf && unit.kind === 'count'
  const next = hasUnit ? unit.next : from
  return { value, upper: isOf ? of.value : null, unit: hasUnit ? unit.unit : null, start, next }
}

const dated = ['ngày', 'tháng', 'trước', 'quý', 'đến ngày']

/** '14,49/17 điểm', '2/3 tổng số', '20/20 xã': so much of so much. */
export function isRatio(tokens: readonly QuantityToken[], at: number): boolean {
  const [part, whole] = [tokens[at], tokens[at + 2]]
  if (tokens[at + 1]?.word !== '/' || part === undefined || whole?.kind !== 'number') return false
  if (phraseLength(tokens, at + 3, 'điểm') > 0 || isOneOf(tokens[at + 3], totals)) return true
  const unit = readUnit(tokens, at + 3)
  const isCounted = unit.kind === 'count' && unit.unit !== null && part.value <= whole.value
  return isCounted && phraseBefore(tokens, at, dated) === 0
}

const totals = wordSet('tổng số')
