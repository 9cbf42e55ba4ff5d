import type { ExpectedCriterion, ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import type { Criterion, Evidence, Plan } from '../../schemas/plan.js'
import type { Role } from '../../schemas/table.js'
import { judgePair } from './cells.js'
import type { CompareOptions } from './compare-plan.js'
import type { Folding } from './folding.js'
import { type CriterionPair, pairAppendices, pairCriteria } from './pairing.js'
import { withWholeRows } from './whole-rows.js'

/** A cell of a plan, how sure the plan is of it, and whether it is what the print says. */
export interface CellVerdict {
  criterion: string
  /** Counted from 1; null where the cell belongs to the criterion itself. */
  action: number | null
  role: Role
  /** 0–1: of the least sure of its pieces. */
  confidence: number
  right: boolean
  evidence: Evidence[]
}

/** Every cell of a plan that has evidence; of a criterion that is not in the print, all are wrong. */
export function cellVerdicts(
  plan: Pick<Plan, 'appendices'>,
  expected: ExpectedPlan,
  options: CompareOptions = {},
): CellVerdict[] {
  const folding: Folding = { foldCase: options.foldCase ?? false }
  return pairAppendices(expected.appendices, withWholeRows(plan.appendices)).flatMap((pair) => {
    const pairs: Pick<CriterionPair, 'expected' | 'got'>[] =
      pair.expected !== null && pair.got !== null
        ? pairCriteria(pair.expected, pair.got)
        : (pair.got?.criteria ?? []).map((got) => ({ expected: null, got }))
    return pairs.flatMap((one) => verdictsOf(one, folding))
  })
}

function verdictsOf(
  { expected, got }: Pick<CriterionPair, 'expected' | 'got'>,
  folding: Folding,
): CellVerdict[] {
  if (got === null) return []
  // The plan's side of a pair is one of its own criteria, evidence and all.
  const criterion = got as Criterion
  const judged = judgePair({ expected, got, moved: false }, folding)
  const isRight = (action: number | null, role: Role): boolean => {
    if (expected === null) return false
    if (action === null && role !== 'name') return sameValue(expected, got, role)
    return judged.every((cell) => cell.action !== action || cell.role !== role || cell.exact)
  }
  return [
    ...byRole(criterion.evidence).map((own) => verdict(criterion.id, null, own, isRight)),
    ...criterion.actions.flatMap((action, index) =>
      byRole(action.evidence).map((own) => verdict(criterion.id, index + 1, own, isRight)),
    ),
  ]
}

function verdict(
  criterion: string,
  action: number | null,
  [role, evidence]: [Role, Evidence[]],
  isRight: (action: number | null, role: Role) => boolean,
): CellVerdict {
  const confidence = Math.min(...evidence.map((entry) => entry.confidence))
  return { criterion, action, role, confidence, right: isRight(action, role), evidence }
}

function byRole(evidence: Evidence[]): [Role, Evidence[]][] {
  const roles = new Map<Role, Evidence[]>()
  for (const entry of evidence) roles.set(entry.role, [...(roles.get(entry.role) ?? []), entry])
  return [...roles]
}

function sameValue(expected: ExpectedCriterion, got: ExpectedCriterion, role: Role): boolean {
  const values = ({ code, scores }: ExpectedCriterion): unknown => {
    if (role === 'maxScore') return scores?.max
    if (role === 'achievedScore') return scores?.achieved.map(({ value }) => value)
    if (role === 'targetScore') return scores?.target.map(({ value }) => value)
    return code
  }
  return JSON.stringify(values(expected)) === JSON.stringify(values(got))
}
