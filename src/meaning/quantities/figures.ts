import { isStrictBound } from './bounds.js'
import { isOneOf, longestPhrase, phraseBefore, type QuantityToken, wordSet } from './lexer.js'
import { isRatio } from './ranks.js'
import { readUnit, type UnitReading } from './units.js'

/** A number, or two that belong together, with its unit. */
export interface Figure {
  at: number
  value: number
  /** End of a range, or the whole of a ratio. */
  upper: number | null
  isRatio: boolean
  /** Four figures or more without dots: likelier a year or a name unless words say otherwise. */
  isBig: boolean
  unit: UnitReading
  next: number
}

/** The figure that begins at a token; null where none does. */
export function figureAt(tokens: readonly QuantityToken[], at: number): Figure | null {
  const token = tokens[at]
  if (token === undefined) return null
  const value = token.kind === 'number' ? token.value : numeralAt(tokens, at)
  if (value === null) return null
  const isBig = token.isPlain && value >= 1000
  const base = { at, value, isBig }
  if (tokens[at + 1]?.word === '/' && tokens[at + 2]?.kind === 'number') return slashed(tokens, base)
  const own = skipSpelled(tokens, at + 1)
  const first = readUnit(tokens, own)
  const second = rangeEnd(tokens, first.kind === 'share' || first.unit !== null ? first.next : own, value)
  if (second === null) return { ...base, upper: null, isRatio: false, unit: first, next: first.next }
  const unit = readUnit(tokens, second + 1)
  const shared = unit.kind === 'none' ? { ...first, next: second + 1 } : unit
  const upper = tokens[second]?.value ?? null
  return { ...base, upper, isRatio: false, unit: shared, next: shared.next }
}

/** 'x/y' is a ratio before 'điểm' and 'số', else a date or a name: it is passed over whole. */
function slashed(tokens: readonly QuantityToken[], base: Pick<Figure, 'at' | 'value' | 'isBig'>): Figure {
  const { at } = base
  const ratio = isRatio(tokens, at)
  const unit: UnitReading = ratio ? readUnit(tokens, at + 3) : { unit: null, kind: 'none', next: at + 3 }
  const upper = tokens[at + 2]?.value ?? null
  return { ...base, isBig: true, upper: ratio ? upper : null, isRatio: ratio, unit, next: unit.next }
}

const spelled = new Map(
  ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map((word, index) => [
    word,
    index + 1,
  ]),
)

/** 'Ít nhất hai', 'từ hai … trở lên': written numbers are figures only where a limit makes them. */
function numeralAt(tokens: readonly QuantityToken[], at: number): number | null {
  const value = spelled.get(tokens[at]?.word ?? '')
  if (value === undefined || tokens[at + 1]?.kind === 'number') return null
  if (isStrictBound(tokens, at)) return value
  const isFrom = phraseBefore(tokens, at, ['từ']) > 0 && value !== 5
  return isFrom && hasOpenEnd(tokens, at) ? value : null
}

function hasOpenEnd(tokens: readonly QuantityToken[], at: number): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + 10); next++) {
    if (/^[;.:]$/u.test(tokens[next]?.word ?? '')) return false
    if (longestPhrase(tokens, next, ['trở lên']) > 0) return true
  }
  return false
}

/** '01 (một)' */
function skipSpelled(tokens: readonly QuantityToken[], at: number): number {
  const isSpelled = tokens[at]?.word === '(' && spelled.has(tokens[at + 1]?.word ?? '')
  return isSpelled && tokens[at + 2]?.word === ')' ? at + 3 : at
}

const links = wordSet('đến tới')

/** The second number of 'từ 70% đến 100%', '25-30%'. */
function rangeEnd(tokens: readonly QuantityToken[], at: number, from: number): number | null {
  const isLink = tokens[at]?.word === '-' || isOneOf(tokens[at], links)
  const end = tokens[at + 1]
  if (!isLink || end?.kind !== 'number' || end.value <= from) return null
  return tokens[at + 2]?.word === '/' && tokens[at + 3]?.kind === 'number' ? null : at + 1
}
