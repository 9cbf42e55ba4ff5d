import type { Comparison } from '../../schemas/evaluation/comparison.js'
import type { ExpectedAppendix, ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import type { Plan } from '../../schemas/plan.js'
import type { Pair } from './alignment.js'
import { compareAnomalies } from './anomalies.js'
import { compareAppendices, compareColumns } from './appendices.js'
import { compareCells } from './cells.js'
import { compareCriteria } from './criteria.js'
import type { Folding } from './folding.js'
import { compareHeader } from './header.js'
import { type CriterionPair, pairAppendices, pairCriteria } from './pairing.js'
import { compareCitations, compareFootnotes, compareOutline } from './references.js'
import { compareAgencies, compareDeadlines, compareScores } from './values.js'
import { withWholeRows } from './whole-rows.js'

/** What a comparison overlooks. */
export interface CompareOptions {
  /** Read capitals and small letters as the same, for text whose print cannot tell them apart. Off by default. */
  foldCase?: boolean
}

/** Compares a plan with what a person transcribed from its source. */
export function comparePlan(plan: Plan, expected: ExpectedPlan, options: CompareOptions = {}): Comparison {
  const folding: Folding = { foldCase: options.foldCase ?? false }
  const appendices = pairAppendices(expected.appendices, withWholeRows(plan.appendices))
  const criteria = appendices.flatMap(criteriaOf)
  return {
    plan: expected.id,
    criteria: compareCriteria(criteria),
    cells: compareCells(criteria, folding),
    agencies: compareAgencies(criteria, folding),
    scores: compareScores(criteria),
    deadlines: compareDeadlines(criteria),
    header: compareHeader(expected.header, plan.header, folding),
    citations: compareCitations(expected.citations, plan.citations, folding),
    outline: compareOutline(expected.outline, plan.outline, folding),
    footnotes: compareFootnotes(expected.footnotes, plan.footnotes, folding),
    appendices: compareAppendices(appendices, folding),
    columns: compareColumns(appendices, folding),
    unplacedCharacters: plan.quality.unplacedCharacters,
    anomalies: compareAnomalies(expected.anomalies, plan.issues),
  }
}

function criteriaOf(pair: Pair<ExpectedAppendix>): CriterionPair[] {
  const { expected, got } = pair
  if (expected !== null && got !== null) return pairCriteria(expected, got)
  const missing = (expected?.criteria ?? []).map((criterion) => ({ expected: criterion, got: null }))
  const extra = (got?.criteria ?? []).map((criterion) => ({ expected: null, got: criterion }))
  return [...missing, ...extra].map((one) => ({ ...one, moved: false }))
}
