import type { Appendix, Criterion, Plan } from '../../schemas/plan.js'
import type { Signal } from '../../schemas/suspicion.js'
import { isRoman } from '../language/codes.js'
import type { AuditCase } from './case.js'
import { placeOf } from './plan-fields.js'
import { type Suspicion, suspect } from './suspicion.js'
import { thresholds } from './thresholds.js'

/** The tree of codes as codes are written, whatever made it. */
export function judgeCodes({ plans }: AuditCase): Suspicion[] {
  return plans.flatMap((plan) =>
    plan.appendices
      .filter(({ criteria }) => criteria.length > 0)
      .flatMap((appendix) => [...judgeTree(appendix), ...judgeOrder(appendix, plan)]),
  )
}

type Style = 'roman' | 'capital' | 'small' | 'number' | 'path' | 'other'

function styleOf(code: string): Style {
  if (isRoman(code)) return 'roman'
  if (/^\d+$/u.test(code)) return 'number'
  if (/^\d+(?:\.\d+)+$/u.test(code)) return 'path'
  if (/^[A-ZĐ]$/u.test(code)) return 'capital'
  return /^[a-zđ]$/u.test(code) ? 'small' : 'other'
}

function judgeTree({ id: appendix, criteria }: Appendix): Suspicion[] {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]))
  const found: Suspicion[] = []
  const deepest = criteria.reduce<Criterion | null>((a, b) => (a === null || b.level > a.level ? b : a), null)
  if (deepest !== null && deepest.level > thresholds.depth)
    found.push(pointTo('code-too-deep', appendix, deepest, deepest.code ?? ''))
  for (const criterion of criteria) {
    const parent = criterion.parent === null ? undefined : byId.get(criterion.parent)
    if (criterion.code === null || parent === undefined || parent.code === null) continue
    if (isWrongParent(criterion.code, parent.code))
      found.push(
        pointTo('code-under-wrong-parent', appendix, criterion, `${parent.code} > ${criterion.code}`),
      )
  }
  return found
}

function pointTo(signal: Signal, appendix: string, criterion: Criterion, text: string): Suspicion {
  return suspect(
    signal,
    'alarm',
    { examples: [text] },
    { appendix, criterion: criterion.id, field: 'code', at: placeOf(criterion) },
  )
}

/** Roman numerals stand under capitals alone, numbers not under small letters, '2.1' under nothing but '2'. */
function isWrongParent(code: string, parent: string): boolean {
  const [own, above] = [styleOf(code), styleOf(parent)]
  if (own === 'roman') return above !== 'capital' && above !== 'other'
  if (own === 'number') return above === 'small' || above === 'number' || above === 'path'
  if (own === 'path' && (above === 'number' || above === 'path')) return !code.startsWith(`${parent}.`)
  return false
}

/** Checks of the plan that speak of its numbering already. */
const spokenOf = new Set<string>(['code-gap', 'code-duplicate', 'code-out-of-order', 'code-inferred'])

function judgeOrder({ id: appendix, criteria }: Appendix, plan: Plan): Suspicion[] {
  if (plan.issues.some(({ code, severity }) => severity !== 'info' && spokenOf.has(code))) return []
  const items = criteria.filter(({ kind }) => kind === 'item').length
  const back: Suspicion[] = []
  const gaps: Suspicion[] = []
  const siblings = new Map<string | null, Criterion[]>()
  for (const criterion of criteria)
    siblings.set(criterion.parent, [...(siblings.get(criterion.parent) ?? []), criterion])
  for (const group of siblings.values()) {
    let last: number | null = null
    for (const criterion of group) {
      const own = lastNumber(criterion.code)
      if (own === null) continue
      const steps = `${last ?? 0} → ${own}`
      if (last !== null && own <= last) back.push(pointTo('code-goes-back', appendix, criterion, steps))
      else if (last !== null && own - last > 1) gaps.push(pointTo('code-gap', appendix, criterion, steps))
      last = own
    }
  }
  return [
    ...asMany(back, items, thresholds.goingBack),
    ...gaps.map((gap) => ({ ...gap, weight: 'pointer' as const })),
  ]
}

function lastNumber(code: string | null): number | null {
  if (code === null || !['number', 'path'].includes(styleOf(code))) return null
  return Number(/\d+$/u.exec(code)?.[0])
}

function asMany(found: readonly Suspicion[], items: number, share: number): Suspicion[] {
  const weight = found.length >= Math.max(1, share * items) ? 'alarm' : 'pointer'
  return found.map((one) => ({ ...one, weight, count: found.length, of: items }))
}
