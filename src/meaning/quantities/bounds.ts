import { isOneOf, longestPhrase, phraseBefore, phraseLength, type QuantityToken, wordSet } from './lexer.js'
import type { UnitReading } from './units.js'

/** What the words before a figure say of it. */
export type Bound = 'least' | 'most' | 'from' | 'rise' | 'fall' | 'reach' | 'within' | 'plain'

const bounds: readonly (readonly [Bound, readonly string[]])[] = [
  [
    'least',
    [
      'ít nhất',
      'ít nhất là',
      'tối thiểu',
      'tối thiểu là',
      'thấp nhất',
      'trên',
      'hơn',
      'lớn hơn',
      'cao hơn',
      'vượt',
      'không dưới',
      'không ít hơn',
      'không thấp hơn',
      'không nhỏ hơn',
    ],
  ],
  [
    'most',
    [
      'tối đa',
      'nhiều nhất',
      'cao nhất là',
      'không quá',
      'không vượt quá',
      'không hơn',
      'không cao hơn',
      'dưới',
      'ít hơn',
      'nhỏ hơn',
      'thấp hơn',
    ],
  ],
  ['within', ['trong', 'trong vòng', 'trong thời hạn', 'trong thời gian', 'thời hạn', 'chậm nhất', 'sau']],
  ['from', ['từ']],
  ['rise', ['tăng', 'tăng thêm', 'nâng thêm', 'thêm', 'gấp', 'tăng gấp', 'bổ sung thêm']],
  ['fall', ['giảm', 'cắt giảm', 'rút ngắn', 'giảm bớt', 'tiết giảm']],
  [
    'reach',
    ['tăng lên', 'nâng lên', 'lên', 'lên đến', 'xuống', 'giảm xuống', 'xuống còn', 'còn', 'giảm còn'],
  ],
  ['plain', ['đạt', 'đạt tỷ lệ', 'đạt mức', 'bằng', 'là', 'khoảng', 'gần', 'được']],
]

const least = ['ít nhất', 'ít nhất là', 'tối thiểu', 'tối thiểu là', 'không quá', 'tối đa', 'không dưới']
/** 'Trên 02 kênh', 'dưới 03 hình thức': there the word says where or how. */
const places = wordSet('kênh lĩnh địa môi nền hình dạng cổng phương hệ trang mặt')

/** The bounds before a figure, nearest first, and where their words begin. */
export function boundsBefore(
  tokens: readonly QuantityToken[],
  figure: number,
): { bounds: Bound[]; start: number } {
  const found: Bound[] = []
  let start = figure
  for (let guard = 0; guard < 4; guard++) {
    const next = boundAt(tokens, start, figure)
    if (next === null) break
    found.push(next.bound)
    start -= next.length
  }
  return { bounds: found, start }
}

function boundAt(
  tokens: readonly QuantityToken[],
  end: number,
  figure: number,
): { bound: Bound; length: number } | null {
  const candidates = bounds
    .map(([bound, phrases]) => ({ bound, length: phraseBefore(tokens, end, phrases) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
  const [best] = candidates
  if (best === undefined) return null
  const isPlace = best.length === 1 && (best.bound === 'least' || best.bound === 'most')
  return isPlace && isOneOf(tokens[figure + 1], places) ? { ...best, bound: 'plain' } : best
}

/** 'Ít nhất hai', 'từ hai … trở lên': the words of numbers count only behind such words. */
export function isStrictBound(tokens: readonly QuantityToken[], end: number): boolean {
  return phraseBefore(tokens, end, least) > 0
}

const suffixes: readonly (readonly [Bound, readonly string[]])[] = [
  ['least', ['trở lên']],
  ['most', ['trở xuống', 'trở lại']],
]
const farthest = 14
const grading = wordSet('được xếp đánh loại')

/** 'Trở lên' behind a figure, also behind what is counted; `next` is the token after it. */
export function boundAfter(
  tokens: readonly QuantityToken[],
  from: number,
  hasFrom: boolean,
): { bound: Bound; next: number } | null {
  for (let at = from; at < tokens.length && at - from < farthest; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number' || /^[;.:()]$/u.test(token.word)) return null
    // 'được đánh giá tốt trở lên' speaks of a grade
    if (!hasFrom && isOneOf(token, grading)) return null
    for (const [bound, phrases] of suffixes)
      for (const phrase of phrases) {
        const length = phraseLength(tokens, at, phrase)
        if (length > 0) return { bound, next: at + length }
      }
  }
  return null
}

/** '10% giảm chi trực tiếp' */
export function changeAfter(tokens: readonly QuantityToken[], at: number): Bound | null {
  if (phraseLength(tokens, at, 'giảm') > 0) return 'fall'
  return phraseLength(tokens, at, 'tăng') > 0 && phraseLength(tokens, at, 'tăng cường') === 0 ? 'rise' : null
}

const against = ['so với', 'so sánh với']

/** Behind 'tăng 02 bậc': 'so với năm 2022', what it is measured against. */
export function comparisonEnd(tokens: readonly QuantityToken[], from: number): number {
  const length = longestPhrase(tokens, from, against)
  if (length === 0) return from
  let at = from + length
  while (at < tokens.length && at - from < nearby && !/^[;.:,()]$/u.test(tokens[at]?.word ?? '')) at++
  return at
}

const falls = ['cắt giảm', 'giảm', 'rút ngắn']
const otherPredicate = wordSet('đạt còn xuống đến tới dưới theo tại so để đảm bảo')
const nearby = 9

/** 'Cắt giảm thời gian giải quyết 30%': the verb stands before its object. The token where it begins, or null. */
export function fallBefore(
  tokens: readonly QuantityToken[],
  start: number,
  unit: UnitReading,
): number | null {
  if (unit.kind !== 'share' && unit.kind !== 'time') return null
  for (let end = start; end > Math.max(0, start - nearby); end--) {
    const token = tokens[end - 1]
    if (token === undefined || token.kind !== 'word' || isOneOf(token, otherPredicate)) return null
    const length = phraseBefore(tokens, end, falls)
    if (length > 0) return end - length
  }
  return null
}
