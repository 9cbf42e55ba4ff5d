import type { Criterion } from '../../schemas/plan.js'
import type { AppendixTable } from '../../schemas/table.js'
import { ok, type Result } from '../result.js'
import { CriteriaBuilder } from './builder.js'
import { inferCodes } from './infer-codes.js'
import { fillBlankLeads } from './merged-leads.js'
import { splitPairs } from './pairs.js'
import { withSubjects } from './row-findings.js'
import { readRows, rolesOf } from './rows.js'

export { nameSourceCells } from './source-cells.js'

/** Appendix tables of these kinds hold criteria. */
const withCriteria = new Set(['tasks', 'scores', 'assignment'])

/** The rows of an appendix → its criteria in document order. `appendixId` is 'pl1', 'pl2', … */
export function readCriteria(table: AppendixTable, appendixId: string): Result<Criterion[]> {
  if (!withCriteria.has(table.kind)) return ok([])
  const roles = rolesOf(table.columns)
  const { rows, issues } = readRows(table, roles)
  for (const issue of inferCodes(rows, roles)) issues.push(issue)
  const builder = new CriteriaBuilder(appendixId, roles, rows, issues)
  for (const row of rows) builder.add(row)
  const whole = builder.finish()
  fillBlankLeads(whole, roles)
  const criteria = splitPairs(whole, builder.pairings)
  return ok(criteria, withSubjects(builder.issues, builder, criteria))
}
