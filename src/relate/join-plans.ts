import type { Place } from '../../schemas/place.js'
import type { Appendix, Citation, DraftPlan, Plan } from '../../schemas/plan.js'
import { numberKey } from './agreement.js'

/**
 * A plan and the plans of the files that hold its appendices → one plan, with the ids that they would have in one file
 * and every place naming its source. Header and text are the main one's. What its own checks said of the parts stays,
 * but for what only held while they were apart; the checks of joined plans say the rest.
 */
export function joinPlans(main: Plan, parts: readonly Plan[]): DraftPlan {
  let count = main.appendices.length
  const placed = parts.map((part, index) => {
    const first = count
    count += part.appendices.length
    return renamed(inSource(part, index + 1), first)
  })
  const plans = [main, ...placed]
  return {
    ...main,
    sources: [main.source, ...parts.map(({ source }) => source)],
    footnotes: plans.flatMap(({ footnotes }) => footnotes),
    citations: mergeCitations(plans),
    appendices: plans.flatMap(({ appendices }) => appendices),
    ...accompanyingOf(plans),
    issues: [
      ...main.issues.filter(heldTogether),
      ...placed.flatMap(({ issues }) => issues.filter(heldApart)),
    ],
    quality: {
      ...main.quality,
      syllables: sum(plans, (plan) => plan.quality.syllables),
      repairedSyllables: sum(plans, (plan) => plan.quality.repairedSyllables),
      unplacedCharacters: sum(plans, (plan) => plan.quality.unplacedCharacters),
    },
  }
}

/** The documents that came with the plan and with its appendices. */
function accompanyingOf(plans: readonly Plan[]): Pick<Plan, 'accompanying'> {
  const all = plans.flatMap(({ accompanying }) => accompanying ?? [])
  return all.length === 0 ? {} : { accompanying: all }
}

type PlanIssue = Plan['issues'][number]

/** What was said of a plan because its appendices were not there. */
function heldTogether({ code, details }: PlanIssue): boolean {
  if (code === 'no-appendix' || code === 'appendix-missing' || code === 'agency-unknown') return false
  return !(code === 'count-mismatch' && (details?.what === 'tasks' || details?.what === 'criteria'))
}

/** What was said of appendices because they stood without their plan, or under the dates of none. */
function heldApart(issue: PlanIssue): boolean {
  const { code, subject } = issue
  if (code === 'date-implausible') return subject?.field !== 'issuedOn'
  const apart = [
    'header-field-missing',
    'number-mismatch',
    'appendix-alone',
    'deadline-outside-plan',
    'deadline-unparsed',
  ]
  return heldTogether(issue) && !apart.includes(code)
}

/** Every place in a part names the file that it is a place of. */
function inSource(part: Plan, source: number): Plan {
  return withSource(part, source) as Plan
}

function withSource(value: unknown, source: number): unknown {
  if (Array.isArray(value)) return value.map((entry) => withSource(entry, source))
  if (value === null || typeof value !== 'object') return value
  if (isPlace(value)) return { ...value, source }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withSource(entry, source)]))
}

function isPlace(value: object): value is Place {
  return 'page' in value && 'line' in value && 'bbox' in value
}

/** Appendix `pl1` of a part becomes `pl<first + 1>` of the plan, and all ids under it go with it. */
function renamed(part: Plan, first: number): Plan {
  const rename = (id: string): string =>
    id.replace(/^pl(\d+)/u, (_, ordinal) => `pl${Number(ordinal) + first}`)
  return {
    ...part,
    appendices: part.appendices.map((appendix) => renamedAppendix(appendix, rename)),
    issues: part.issues.map((issue) => withIds(issue, rename) as PlanIssue),
  }
}

const idKeys = ['target', 'appendix', 'criterion']

/** An issue with the ids in it, those of its subject and details too, renamed. */
function withIds(value: unknown, rename: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((entry) => withIds(entry, rename))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      idKeys.includes(key) && typeof entry === 'string' ? rename(entry) : withIds(entry, rename),
    ]),
  )
}

function renamedAppendix(appendix: Appendix, rename: (id: string) => string): Appendix {
  return {
    ...appendix,
    id: rename(appendix.id),
    criteria: appendix.criteria.map((criterion) => ({
      ...criterion,
      id: rename(criterion.id),
      parent: criterion.parent === null ? null : rename(criterion.parent),
    })),
    tables: appendix.tables.map((table) => ({
      ...table,
      id: rename(table.id),
      continues:
        table.continues === null ? null : { ...table.continues, table: rename(table.continues.table) },
    })),
  }
}

/** Each document once, in order of first appearance; a date or type that is printed later is added. */
function mergeCitations(plans: readonly Plan[]): Citation[] {
  const own = numberKey(plans[0]?.header.number ?? null)
  const merged = new Map<string | null, Citation>()
  for (const citation of plans.flatMap(({ citations }) => citations)) {
    const key = numberKey(citation.number)
    const first = merged.get(key)
    if (key === own && !plans[0]?.citations.includes(citation)) continue
    if (first === undefined) merged.set(key, citation)
    else merged.set(key, { ...first, date: first.date ?? citation.date, type: first.type ?? citation.type })
  }
  return [...merged.values()]
}

function sum(plans: readonly Plan[], value: (plan: Plan) => number): number {
  return plans.reduce((total, plan) => total + value(plan), 0)
}
