import type { Finding } from '../../schemas/message.js'
import type { Appendix, Criterion, Scores } from '../../schemas/plan.js'
import { cellOf } from '../result.js'
import { isPartial } from './census.js'

/** A score of a criterion: which column, and of which year. */
interface Part {
  field: 'maxScore' | 'achievedScore' | 'targetScore'
  year: number | null
}

/** Do the scores of the children add up to their parent, and those of the domains to the total? */
export function checkScores(appendix: Appendix): Finding[] {
  const issues = appendix.criteria.flatMap(exceedsMaximum)
  if (isPartial(appendix, 0)) return issues
  const children = new Map<string, Criterion[]>()
  const top: Criterion[] = []
  for (const criterion of appendix.criteria) {
    if (criterion.kind === 'total' || criterion.code === null) continue
    if (criterion.parent === null) top.push(criterion)
    else children.set(criterion.parent, [...(children.get(criterion.parent) ?? []), criterion])
  }
  for (const criterion of appendix.criteria) {
    if (criterion.kind === 'total') {
      issues.push(...compareTotal(criterion, sinceLastTotal(appendix, criterion, children), top))
      continue
    }
    const parts = children.get(criterion.id) ?? []
    if (parts.length > 0 && criterion.scores !== null) issues.push(...compareSums(criterion, parts))
  }
  return issues
}

/** The domains between a total and the one before it; a domain without scores of its own counts by its children. */
function sinceLastTotal(
  appendix: Appendix,
  total: Criterion,
  children: Map<string, Criterion[]>,
): Criterion[] {
  const before = appendix.criteria.slice(0, appendix.criteria.indexOf(total))
  const from = before.findLastIndex((criterion) => criterion.kind === 'total') + 1
  return before
    .slice(from)
    .filter((criterion) => criterion.parent === null && criterion.code !== null)
    .flatMap((domain) =>
      domain.scores === null || partsOf(domain.scores).length === 0
        ? (children.get(domain.id) ?? [])
        : [domain],
    )
}

/** A total sums what stands since the total before it, or everything: it is wrong only where it fits neither. */
function compareTotal(total: Criterion, section: Criterion[], all: Criterion[]): Finding[] {
  const ofAll = compareSums(total, all)
  if (section.length === 0) return ofAll
  const ofSection = compareSums(total, section)
  return ofSection.length < ofAll.length ? ofSection : ofAll
}

function exceedsMaximum(criterion: Criterion): Finding[] {
  const max = criterion.scores?.max
  if (criterion.scores === null || max === null || max === undefined) return []
  const { achieved, target } = criterion.scores
  const over = [
    ...achieved.map((score) => ({ field: 'achievedScore' as const, ...score })),
    ...target.map((score) => ({ field: 'targetScore' as const, ...score })),
  ].find(({ value }) => value > max + 1e-9)
  if (over === undefined) return []
  const { field, year, value } = over
  const details = { field, year, score: value, max }
  return [{ ...aboutScore(criterion, over), code: 'score-exceeds-max', details }]
}

function compareSums(parent: Criterion, parts: Criterion[]): Finding[] {
  if (parent.scores === null) return []
  return partsOf(parent.scores).flatMap((part): Finding[] => {
    if (isPercentage(parent, part)) return []
    const stated = scoreOf(parent.scores, part)
    const values = parts.map((child) => scoreOf(child.scores, part))
    if (stated === null || values.some((value) => value === null)) return []
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0)
    if (Math.abs(sum - stated) <= tolerance(stated)) return []
    const details = { what: 'parts', ...part, printed: stated, sum: round(sum) } as const
    const about = { ...aboutScore(parent, part), details }
    return parent.kind === 'total'
      ? [{ ...about, code: 'total-mismatch' }]
      : [{ ...about, code: 'score-sum-mismatch' }]
  })
}

/** Percentages of the parts do not add up to that of the whole. */
function isPercentage({ evidence }: Criterion, { field }: Part): boolean {
  return evidence.some(({ role, raw }) => role === field && raw.includes('%'))
}

function partsOf(scores: Scores): Part[] {
  return [
    ...(scores.max === null ? [] : [{ field: 'maxScore' as const, year: null }]),
    ...scores.achieved.map(({ year }) => ({ field: 'achievedScore' as const, year })),
    ...scores.target.map(({ year }) => ({ field: 'targetScore' as const, year })),
  ]
}

function scoreOf(scores: Scores | null, { field, year }: Part): number | null {
  if (scores === null) return null
  if (field === 'maxScore') return scores.max
  const values = field === 'achievedScore' ? scores.achieved : scores.target
  return values.find((score) => score.year === year)?.value ?? null
}

/** Half a unit of the last printed decimal: 14,494 may be printed 14,49. Sums of halves are exact. */
function tolerance(stated: number): number {
  const decimals = String(stated).split('.')[1]?.length ?? 0
  return 0.5 * 10 ** -Math.max(2, decimals) + 1e-9
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function aboutScore({ id, evidence }: Criterion, { field }: Part) {
  return { severity: 'warning', at: evidence[0]?.at ?? null, subject: cellOf(id, field) } as const
}
