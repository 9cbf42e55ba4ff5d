import type { Issue, Severity } from '../../schemas/message.js'
import type { Action, Criterion, Evidence, Plan } from '../../schemas/plan.js'
import { planKey } from '../../schemas/plan-key.js'
import { foldWords } from '../language/letters.js'

/** An official domain that a report has a column for: 'PAR_INDEX/3', with its name. */
export interface ReportDomain {
  key: string
  index: string
  code: string
  name: string
}

export interface ReportIssue {
  severity: Severity
  text: string
}

/** What the report keeps of one plan; the plan itself can be forgotten. */
export interface PlanSummary {
  id: string
  /** Unique among plans that were made of different files. */
  anchor: string
  file: string
  issuer: string
  province: string
  year: number | null
  route: string
  pages: number | null
  criteria: number
  actions: number
  confidence: number
  needsReview: boolean
  issueCount: number
  /** The weightiest first, no more than `listedIssues`. */
  issues: ReportIssue[]
  /** Tasks by key of the official domain; 'other' where a criterion has no place in an official list. */
  coverage: Record<string, number>
  /** Tasks by agency: id or printed name → its name and how often it leads. */
  agencies: Record<string, { name: string; tasks: number }>
  /** Tasks by when they fall due: '2023-Q4', 'continuous', 'periodic', 'conditional', 'none'. */
  due: Record<string, number>
  /** Points reached and to be had, by key of the official domain. */
  scores: Record<string, { achieved: number; max: number }>
  /** How many values stand in each tenth of confidence; the last holds 1.0 too. */
  confidences: number[]
}

export interface SummaryOptions {
  domains: readonly ReportDomain[]
  describe(issue: Issue): string
  /** The canonical name of an agency; null where the registry has no such id. */
  agencyName(id: string): string | null
}

const listedIssues = 12
const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** One plan → what the report needs of it. */
export function summarise(plan: Plan, options: SummaryOptions): PlanSummary {
  const criteria = plan.appendices.flatMap((appendix) => appendix.criteria)
  const actions = criteria.flatMap((criterion) => criterion.actions)
  const { header, quality } = plan
  const sorted = plan.issues.toSorted((a, b) => weight[a.severity] - weight[b.severity])
  return {
    id: plan.id,
    anchor: `plan-${planKey(plan)}`,
    file: plan.source.file,
    issuer: header.issuer ?? header.issuerPrinted ?? plan.id,
    province: header.province?.name ?? '–',
    year: header.planYears[0] ?? null,
    route: plan.source.route,
    pages: plan.source.pages,
    criteria: criteria.length,
    actions: actions.length,
    confidence: quality.confidence,
    needsReview: quality.needsReview,
    issueCount: plan.issues.length,
    issues: sorted
      .slice(0, listedIssues)
      .map((issue) => ({ severity: issue.severity, text: options.describe(issue) })),
    ...domainFigures(plan, options.domains),
    agencies: leadCounts(actions, options.agencyName),
    due: dueCounts(actions),
    confidences: histogram(criteria),
  }
}

/** Every criterion's own place in an official list or, failing that, the nearest one above it. */
function domainFigures(
  plan: Plan,
  domains: readonly ReportDomain[],
): Pick<PlanSummary, 'coverage' | 'scores'> {
  const coverage: PlanSummary['coverage'] = {}
  const scores: PlanSummary['scores'] = {}
  for (const appendix of plan.appendices) {
    const keys = new Map<string, string>()
    for (const criterion of appendix.criteria) {
      const key =
        domainKey(criterion, appendix.indices, domains) ?? keys.get(criterion.parent ?? '') ?? 'other'
      keys.set(criterion.id, key)
      coverage[key] = (coverage[key] ?? 0) + criterion.actions.length
      if (criterion.level === 1 && key !== 'other') addScore(scores, key, criterion)
    }
  }
  return { coverage, scores }
}

function domainKey(
  criterion: Criterion,
  indices: readonly string[],
  domains: readonly ReportDomain[],
): string | null {
  if (criterion.standard !== null) {
    const { framework, code } = criterion.standard
    const [first] = code.split('.')
    return domains.find((domain) => framework.startsWith(domain.index) && domain.code === first)?.key ?? null
  }
  if (criterion.level !== 1 || criterion.name === null) return null
  const name = foldWords(criterion.name)
  const known = domains.find((domain) => indices.includes(domain.index) && foldWords(domain.name) === name)
  return known?.key ?? null
}

function addScore(scores: PlanSummary['scores'], key: string, { scores: own }: Criterion): void {
  const achieved = own?.achieved.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))[0]
  if (own?.max == null || achieved === undefined) return
  const sum = scores[key] ?? { achieved: 0, max: 0 }
  scores[key] = { achieved: sum.achieved + achieved.value, max: sum.max + own.max }
}

function leadCounts(
  actions: readonly Action[],
  canonical: SummaryOptions['agencyName'],
): PlanSummary['agencies'] {
  const counts: PlanSummary['agencies'] = {}
  for (const action of actions)
    for (const { id, name } of (action.lead ?? action.implementing)?.agencies ?? []) {
      const key = id ?? name
      const entry = counts[key] ?? { name: (id === null ? null : canonical(id)) ?? name, tasks: 0 }
      counts[key] = { name: entry.name, tasks: entry.tasks + 1 }
    }
  return counts
}

function dueCounts(actions: readonly Action[]): PlanSummary['due'] {
  const counts: PlanSummary['due'] = {}
  for (const action of actions) {
    const items = action.deadline?.items ?? []
    for (const key of new Set(items.length === 0 ? ['none'] : items.map(dueKey)))
      counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

function dueKey(item: { kind: string; end: string | null }): string {
  if (item.end === null) return item.kind === 'from' ? 'continuous' : item.kind
  const [year = '', month = '1'] = item.end.split('-')
  return `${year}-Q${Math.ceil(Number(month) / 3)}`
}

function histogram(criteria: readonly Criterion[]): number[] {
  const tenths = Array.from({ length: 10 }, () => 0)
  const count = ({ confidence }: Evidence): void => {
    const tenth = Math.min(9, Math.floor(confidence * 10))
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  for (const criterion of criteria) {
    criterion.evidence.forEach(count)
    for (const action of criterion.actions) action.evidence.forEach(count)
  }
  return tenths
}
