import type { Issue } from '../../../schemas/message.js'
import type { Action, AgencyList, Criterion, Plan } from '../../../schemas/plan.js'
import { foldWords } from '../../language/letters.js'
import { ok, type Result } from '../../result.js'
import { contextOf } from '../plan-context.js'
import { matchAgency } from './match.js'
import type { AgencyRegistry } from './registry.js'

const roles = ['lead', 'coordinating', 'implementing'] as const

/** Gives every agency of a plan its id in the registry; the printed name stays. A name that is in none is an issue. */
export function resolveAgencies(plan: Plan, registry: AgencyRegistry): Result<Plan> {
  const context = contextOf(plan.header)
  const ids = new Map<string, string | null>()
  const issues: Issue[] = []
  const resolve = (name: string, at: Issue['at'], target: string): string | null => {
    // By the printed name: marks and capitals tell 'Xã Hội' from 'xã hội'
    const known = ids.get(name)
    if (known !== undefined) return known
    const id = matchAgency(name, registry.index, context)
    ids.set(name, id)
    if (id === null) issues.push(unknown(name, at, target))
    return id
  }
  const appendices = plan.appendices.map((appendix) => ({
    ...appendix,
    criteria: appendix.criteria.map((criterion) => resolveCriterion(criterion, resolve)),
  }))
  return ok({ ...plan, appendices }, onceEach(issues))
}

type Resolve = (name: string, at: Issue['at'], target: string) => string | null

function resolveCriterion(criterion: Criterion, resolve: Resolve): Criterion {
  const actions = criterion.actions.map((action) => {
    const lists = roles.map((role) => [role, resolveList(action, role, criterion.id, resolve)])
    return { ...action, ...Object.fromEntries(lists) } as Action
  })
  return { ...criterion, actions }
}

function resolveList(
  action: Action,
  role: (typeof roles)[number],
  target: string,
  resolve: Resolve,
): AgencyList | null {
  const list = action[role]
  if (list === null) return null
  const at = action.evidence.find((evidence) => evidence.role === role)?.at ?? null
  return { ...list, agencies: list.agencies.map(({ name }) => ({ name, id: resolve(name, at, target) })) }
}

function unknown(name: string, at: Issue['at'], target: string): Issue {
  return {
    severity: 'info',
    code: 'agency-unknown',
    message: `The registry knows no agency '${name}', or several that it could be; it has no id.`,
    at,
    target,
  }
}

/** One issue for a name, however it is capitalised. */
function onceEach(issues: Issue[]): Issue[] {
  const seen = new Set<string>()
  return issues.filter(({ message }) => {
    const key = foldWords(message)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
