import type { Quantity } from '../../../schemas/plan.js'
import { collapse } from '../../language/letters.js'
import { type Bound, boundAfter, boundsBefore, changeAfter, comparisonEnd, fallBefore } from './bounds.js'
import { type Figure, figureAt } from './figures.js'
import { isLabel } from './labels.js'
import { longestPhrase, phraseLength, printed, type QuantityToken, quantityTokens } from './lexer.js'
import { rankAt } from './ranks.js'
import { subjectBefore } from './subjects.js'
import { nounPhraseEnd } from './units.js'

/** Without digits only these words can make a written number a figure. */
const mayState =
  /\d|ít nhất|tối thiểu|không quá|tối đa|không dưới|trở lên|it nhat|toi thieu|khong qua|toi da|tro len/iu

/**
 * The figures that a text states, in order: shares, counts, measures, ranks, with what bounds them. Numbers that only
 * name or order something (of documents, articles, dates, years, lists) are none.
 */
export function readQuantities(text: string): Quantity[] {
  if (!mayState.test(text)) return []
  const tokens = quantityTokens(text.normalize('NFC'))
  const found: Placed[] = []
  for (let at = 0; at < tokens.length; ) {
    const placed = quantityAt(tokens, at, found.at(-1) ?? null)
    if (placed !== null && placed.quantity !== null) found.push(placed)
    at = placed?.next ?? at + 1
  }
  const words = (from: number, to: number): string => collapse(printed(text, tokens, from, to))
  return found.flatMap(({ quantity, of, start, end }) =>
    quantity === null
      ? []
      : [{ ...quantity, text: words(start, end), of: of === null ? null : words(...of) }],
  )
}

/** A quantity and its tokens; without one, numbers that are to be passed over. */
interface Placed {
  quantity: Omit<Quantity, 'text' | 'of'> | null
  /** The tokens of what it is said of. */
  of: [number, number] | null
  bound: Bound | null
  start: number
  /** Behind the last token that belongs to it. */
  end: number
  /** Where reading goes on. */
  next: number
}

function quantityAt(tokens: readonly QuantityToken[], at: number, last: Placed | null): Placed | null {
  const figure = figureAt(tokens, at)
  if (figure === null) return null
  const rank = rankAt(tokens, at)
  if (rank !== null) return placedRank(tokens, rank)
  const passed = { quantity: null, of: null, bound: null, start: at, end: at, next: figure.next }
  if (isLabel(tokens, at)) return passed
  const before = boundsBefore(tokens, at)
  if (!isQuantity(tokens, at, figure, before.bounds)) return passed
  return build(tokens, figure, before, last)
}

function placedRank(tokens: readonly QuantityToken[], rank: NonNullable<ReturnType<typeof rankAt>>): Placed {
  const { value, upper, unit, start, next } = rank
  const of = subjectBefore(tokens, start, start)
  return { quantity: { comparator: 'rank', value, upper, unit }, of, bound: null, start, end: next, next }
}

const strict: readonly Bound[] = ['least', 'most', 'rise', 'fall']

/** Whether a figure says how much or how many; lengths of time and bare numbers need a word that says so. */
function isQuantity(
  tokens: readonly QuantityToken[],
  at: number,
  { unit, isRatio, next, isBig }: Figure,
  bounds: Bound[],
): boolean {
  const isBound = bounds.some((bound) => strict.includes(bound))
  if (isRatio || unit.kind === 'share') return true
  if (isNeverCounted(unit.unit)) return false
  if (isRateBase(tokens, at, next)) return false
  if (unit.kind === 'time') return isLength(tokens, at, unit.unit ?? '', next, bounds)
  if (isBig && unit.unit === null) return isBound
  if (unit.kind === 'none') return isBound || bounds.includes('from') || bounds.includes('plain')
  return unit.unit !== null || !isSlogan(tokens[next])
}

/** Ages, levels of government and two-way talks are counted by nobody. */
function isNeverCounted(unit: string | null): boolean {
  return unit !== null && /^(?:tuổi|cấp|chiều|tuoi|cap|chieu)$/u.test(unit)
}

const slogan =
  /^(?:rõ|không|xin|luôn|tại|nhất|tuổi|cấp|chiều|bên|ro|khong|luon|tai|nhat|tuoi|cap|chieu|ben)$/u

/** '5 rõ', '4 xin', '3 không'; 'trẻ em dưới 6 tuổi', 'hai cấp'. */
function isSlogan(token: QuantityToken | undefined): boolean {
  return token !== undefined && slogan.test(token.word)
}

/** 'Số thuê bao trên 100 dân đạt 30%': the figure behind 'đạt' is what is stated, this one its base. */
function isRateBase(tokens: readonly QuantityToken[], at: number, next: number): boolean {
  if (phraseLength(tokens, at - 1, 'trên') === 0) return false
  const end = nounPhraseEnd(tokens, next)
  return longestPhrase(tokens, end, ['đạt', 'là', 'bằng']) > 0
}

const lengths: readonly Bound[] = ['least', 'most', 'within', 'fall', 'rise', 'from']

/** '05 ngày làm việc', 'trong 48 giờ'; not '6 tháng đầu năm', '02 năm gần nhất', 'trước 17 giờ'. */
function isLength(
  tokens: readonly QuantityToken[],
  at: number,
  unit: string,
  next: number,
  bounds: Bound[],
): boolean {
  if (longestPhrase(tokens, next, ['đầu', 'cuối', 'gần', 'trước', 'qua', 'liền', 'một lần']) > 0) return false
  if (tokens[next]?.kind === 'number') return false
  if (/làm việc|lam viec/u.test(unit)) return true
  const isShort = /^(?:ngày|giờ|phút|giây|ngay|gio|phut|giay)$/u.test(unit)
  const isBound = bounds.some((bound) => lengths.includes(bound) && (bound !== 'from' || isShort))
  if (isShort) return isBound
  return isBound && longestPhrase(tokens, at - 1, ['trong', 'sau']) === 0
}

type Before = ReturnType<typeof boundsBefore>

function build(
  tokens: readonly QuantityToken[],
  figure: Figure,
  before: Before,
  last: Placed | null,
): Placed {
  const { value, upper, unit } = figure
  const after = boundAfter(tokens, figure.next, before.bounds.includes('from'))
  const change = unit.kind === 'share' ? changeAfter(tokens, figure.next) : null
  const fall = before.bounds.includes('reach') ? null : fallBefore(tokens, before.start, unit)
  const bound =
    change ?? (fall === null ? null : 'fall') ?? decide(before.bounds, after?.bound ?? null, figure)
  const inherited = bound === 'plain' ? inheritedBound(tokens, figure, before.start, last) : null
  const nounEnd = nounPhraseEnd(tokens, figure.next)
  const start = fall ?? before.start
  const end = comparisonEnd(
    tokens,
    Math.max(nounEnd, after?.next ?? 0, change === null ? 0 : figure.next + 1),
  )
  const comparator = comparatorOf(inherited ?? bound, upper !== null && !figure.isRatio)
  const isOpen = after === null && (before.start < figure.at || inherited !== null)
  return {
    quantity: { comparator, value, upper, unit: unit.unit },
    of: nounEnd > figure.next ? [figure.next, nounEnd] : ofBefore(tokens, figure, start),
    bound: isOpen ? (inherited ?? bound) : null,
    start,
    end,
    next: figure.next,
  }
}

const measures = /^(?:%|điểm|lần|lượt|bậc|diem|lan|luot|bac)/u

/** A measure is of what stands before it; a counted noun is what it is. */
function ofBefore(
  tokens: readonly QuantityToken[],
  { at, unit }: Figure,
  start: number,
): [number, number] | null {
  const isMeasure = unit.kind !== 'count' || (unit.unit !== null && measures.test(unit.unit))
  return isMeasure ? subjectBefore(tokens, start, at) : null
}

/** Which of the words about a figure decides: a change, then a limit, then 'từ … trở lên'. */
function decide(before: Bound[], after: Bound | null, { unit, upper }: Figure): Bound {
  const isReached = before.includes('reach')
  for (const bound of ['rise', 'fall'] as const) if (before.includes(bound) && !isReached) return bound
  for (const bound of ['least', 'most'] as const) if (before.includes(bound)) return bound
  if (after !== null) return after
  if (before.includes('within') && unit.kind === 'time') return 'most'
  return before.includes('from') && upper === null ? 'least' : 'plain'
}

function comparatorOf(bound: Bound, isRange: boolean): Quantity['comparator'] {
  if (bound === 'rise') return 'increase'
  if (bound === 'fall') return 'decrease'
  if (isRange) return 'range'
  if (bound === 'least') return '>='
  return bound === 'most' ? '<=' : '='
}

/** 'Ít nhất 03 huyện và 09 xã': the limit holds for both; nothing can be more than 100%. */
function inheritedBound(
  tokens: readonly QuantityToken[],
  figure: Figure,
  start: number,
  last: Placed | null,
): Bound | null {
  if (last === null || (last.bound !== 'least' && last.bound !== 'most') || start !== figure.at) return null
  const joint = tokens[figure.at - 1]?.word ?? ''
  if (last.end !== figure.at - 1 || !/^(?:,|và|va)$/u.test(joint)) return null
  const isShare = figure.unit.kind === 'share'
  if (isShare !== (last.quantity?.unit === '%') || (isShare && figure.value === 100)) return null
  return last.bound
}
