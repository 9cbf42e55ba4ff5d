import type { Finding } from '../../schemas/message.js'
import type { Criterion, Fact, Plan, Quantity } from '../../schemas/plan.js'
import { cellOf } from '../result.js'

/** The body's results against the table: a domain's score, its maximum, and the plan's total. */
export function checkFacts(plan: Pick<Plan, 'facts' | 'appendices'>): Finding[] {
  const criteria = plan.appendices.flatMap((appendix) => appendix.criteria)
  const results = plan.facts.filter(({ kind }) => kind === 'result')
  return [...results.flatMap((fact) => checkDomain(fact, criteria)), ...checkTotal(results, criteria)]
}

function checkDomain(fact: Fact, criteria: Criterion[]): Finding[] {
  const criterion = criteria.find(({ id }) => id === fact.criterion)
  const stated = fact.quantities.find(isScore)
  if (criterion?.scores === null || criterion === undefined || stated === undefined) return []
  const { achieved, max } = criterion.scores
  const values = scoresOf(fact, criterion)
  if (achieved.length > 0 && !values.some((value) => isSame(stated.value, value)))
    return [disagreement(fact, criterion, 'score-sum-mismatch', stated.value, values)]
  if (stated.upper !== null && max !== null && !isSame(stated.upper, max))
    return [disagreement(fact, criterion, 'score-sum-mismatch', stated.upper, [max], 'maxScore')]
  return []
}

const index = /chỉ số|tổng điểm/iu
const partial = /điều tra|tự chấm|tự đánh giá|thẩm định|tiêu chí/iu

/** The total that the body states is the one of the table, where both are printed. */
function checkTotal(results: Fact[], criteria: Criterion[]): Finding[] {
  const totals = criteria.filter(({ kind, scores }) => kind === 'total' && (scores?.achieved.length ?? 0) > 0)
  const [total] = totals
  if (total === undefined || totals.length > 1) return []
  const fact = results.find(
    ({ text, criterion, quantities }) =>
      criterion === null && index.test(text) && !partial.test(text) && quantities.some(isScore),
  )
  const stated = fact?.quantities.find(isScore)
  if (fact === undefined || stated === undefined) return []
  const values = scoresOf(fact, total)
  if (values.length === 0 || values.some((value) => isSame(stated.value, value))) return []
  return [disagreement(fact, total, 'total-mismatch', stated.value, values)]
}

/** The achieved scores of the years that a sentence (or its section) names; all of them where it names none. */
function scoresOf(fact: Fact, { scores }: Criterion): number[] {
  const years = new Set(
    [...`${fact.section} ${fact.text}`.matchAll(/\b(20\d\d)\b/gu)].map((match) => Number(match[1])),
  )
  const achieved = scores?.achieved ?? []
  const named = achieved.filter(({ year }) => year !== null && years.has(year))
  return (named.length > 0 ? named : achieved).map(({ value }) => value)
}

function isScore({ unit, comparator }: Quantity): boolean {
  return comparator === '=' && unit === 'điểm'
}

/** Bodies round to two decimals. */
function isSame(stated: number, value: number): boolean {
  return Math.abs(stated - value) <= 0.005 + 1e-9
}

function disagreement(
  { text, at }: Fact,
  { id, code, name }: Criterion,
  kind: 'score-sum-mismatch' | 'total-mismatch',
  stated: number,
  printed: number[],
  field: 'achievedScore' | 'maxScore' = 'achievedScore',
): Finding {
  const row = { criterion: id, code }
  const details = { what: 'body', field, text: text.slice(0, 120), stated, printed, name, row } as const
  const about = { severity: 'warning', at, subject: cellOf(id, field), details } as const
  return kind === 'total-mismatch' ? { ...about, code: kind } : { ...about, code: kind }
}
