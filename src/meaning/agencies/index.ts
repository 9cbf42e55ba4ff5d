import type { Finding } from '../../../schemas/message.js'
import type { Place } from '../../../schemas/place.js'
import type { Action, AgencyList, Criterion, DraftPlan } from '../../../schemas/plan.js'
import type { Subject } from '../../../schemas/subject.js'
import { foldWords } from '../../language/letters.js'
import { cellOf, ok, type Result } from '../../result.js'
import { matchAgency } from './match.js'
import { contextOf } from './plan-context.js'
import type { AgencyRegistry } from './registry.js'

export { matchAgency } from './match.js'
export { contextOf } from './plan-context.js'
export { type AgencyRegistry, parseRegistry } from './registry.js'

type UnknownAgency = Extract<Finding, { code: 'agency-unknown'; details: object }>

const roles = ['lead', 'coordinating', 'implementing'] as const

/** Gives every agency of a plan its id in the registry; the printed name stays. A name that is in none is an issue. */
export function resolveAgencies(plan: DraftPlan, registry: AgencyRegistry): Result<DraftPlan> {
  const context = contextOf(plan.header)
  const ids = new Map<string, string | null>()
  const issues: UnknownAgency[] = []
  const resolve: Resolve = (name, at, subject) => {
    // By the printed name: marks and capitals tell 'Xã Hội' from 'xã hội'
    const known = ids.get(name)
    if (known !== undefined) return known
    const id = matchAgency(name, registry.index, context)
    ids.set(name, id)
    if (id === null) issues.push({ severity: 'info', code: 'agency-unknown', at, subject, details: { name } })
    return id
  }
  const appendices = plan.appendices.map((appendix) => ({
    ...appendix,
    criteria: appendix.criteria.map((criterion) => resolveCriterion(criterion, resolve)),
  }))
  return ok({ ...plan, appendices }, onceEach(issues))
}

type Resolve = (name: string, at: Place | null, subject: Subject) => string | null

function resolveCriterion(criterion: Criterion, resolve: Resolve): Criterion {
  const actions = criterion.actions.map((action, index) => {
    const lists = roles.map((role) => [
      role,
      resolveList(action, role, cellOf(criterion.id, role, index), resolve),
    ])
    return { ...action, ...Object.fromEntries(lists) } as Action
  })
  return { ...criterion, actions }
}

function resolveList(
  action: Action,
  role: (typeof roles)[number],
  subject: Subject,
  resolve: Resolve,
): AgencyList | null {
  const list = action[role]
  if (list === null) return null
  const at = action.evidence.find((evidence) => evidence.role === role)?.at ?? null
  return { ...list, agencies: list.agencies.map(({ name }) => ({ name, id: resolve(name, at, subject) })) }
}

/** One issue for a name, however it is capitalised. */
function onceEach(issues: UnknownAgency[]): UnknownAgency[] {
  const seen = new Set<string>()
  return issues.filter(({ details }) => {
    const key = foldWords(details.name)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
