import type { Fact, Quantity } from '../../../schemas/plan.js'
import { foldWords } from '../../language/letters.js'

export interface FactContext {
  /** Folded titles above the sentence, the nearest last. */
  titles: string[]
  planYears: number[]
}

const aims = /\b(?:muc tieu|chi tieu|muc dich|yeu cau)\b/u
const outcomes = /\b(?:ket qua|thuc trang|tinh hinh)\b/u
const work = /\b(?:nhiem vu|giai phap|noi dung|to chuc thuc hien)\b/u

/** What a sentence with these figures is; null where it states no result and no aim. */
export function kindOf(
  text: string,
  quantities: Quantity[],
  context: FactContext,
): Exclude<Fact['kind'], 'assignment'> | null {
  if (!quantities.some(isMeasure) && !isAim(context, quantities)) return null
  const folded = foldWords(text)
  if (isStriven(folded)) return quantities.some(isTarget) ? 'target' : null
  if (isOutcome(folded, quantities, context)) return 'result'
  if (isAim(context, quantities)) return quantities.some(isTarget) ? 'target' : null
  return isAssured(folded) && quantities.some(isMeasure) ? 'target' : null
}

const measures = /^(?:%|điểm|bậc|diem|bac)/u

/** A share, a score, a rank, a change: what plans measure themselves by. */
function isMeasure({ unit, comparator }: Quantity): boolean {
  return (unit !== null && measures.test(unit)) || !['=', 'range'].includes(comparator)
}

const parts = /^(?:nhiệm vụ|tiêu chí|lĩnh vực|nội dung|nhóm|chỉ tiêu|chỉ số)/u

/** 'Gồm 05 nhóm nhiệm vụ' counts the plan's own parts. */
function isTarget(quantity: Quantity): boolean {
  return isMeasure(quantity) || quantity.unit === null || !parts.test(quantity.unit)
}

function isAim({ titles }: FactContext, quantities: Quantity[]): boolean {
  const nearest = titles.findLast((title) => aims.test(title) || outcomes.test(title) || work.test(title))
  return nearest !== undefined && aims.test(nearest) && quantities.length > 0
}

function isStriven(folded: string): boolean {
  return /\b(?:phan dau|muc tieu|chi tieu (?:dat|la))\b/u.test(folded)
}

const happened = /\b(?:dat|xep|dung|tang|giam|o vi tri|duoc)\b/u

/** A result has happened: it stands under a title of results, or tells of a year before the plan's. */
function isOutcome(folded: string, quantities: Quantity[], { titles, planYears }: FactContext): boolean {
  if (!happened.test(folded) || !quantities.some(isMeasure)) return false
  if (titles.some((title) => outcomes.test(title) && !work.test(title))) return true
  const first = planYears[0]
  const years = [...folded.matchAll(/\bnam (\d{4})\b/gu)].map((match) => Number(match[1]))
  const isPast = first !== undefined && years.length > 0 && years.every((year) => year < first)
  return (
    isPast &&
    quantities.every(({ comparator }) => ['=', 'rank', 'increase', 'decrease'].includes(comparator)) &&
    !titles.some((title) => aims.test(title))
  )
}

function isAssured(folded: string): boolean {
  return /\b(?:dam bao|bao dam|hoan thanh|dat|it nhat|toi thieu)\b/u.test(folded)
}
