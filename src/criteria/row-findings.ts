import type { Finding } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Action, Criterion } from '../../schemas/plan.js'
import { criterionRoles, type Role } from '../../schemas/table.js'
import { cellOf } from '../result.js'

/** What was found about a cell of a row, before the row is a criterion; rows are known by their place. */
export type RowFinding = Finding & { at: Place; field: Role }

/** What became of the rows, by their places: the criterion, and the action that a row gave it. */
export interface Rows {
  criteria: Map<Place, string>
  actions: Map<Place, Action>
}

/** Findings about rows → about the cells of the criteria that the rows became. */
export function withSubjects(
  findings: readonly RowFinding[],
  rows: Rows,
  criteria: readonly Criterion[],
): Finding[] {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]))
  return findings.map(({ field, ...finding }) => {
    const criterion = byId.get(rows.criteria.get(finding.at) ?? '')
    if (criterion === undefined) return finding
    const action = criterionRoles.includes(field)
      ? null
      : actionIndex(criterion, rows.actions.get(finding.at))
    return { ...finding, subject: cellOf(criterion.id, field, action) }
  })
}

/** Actions that were made of one row share its entries. */
function actionIndex({ actions }: Criterion, action: Action | undefined): number | null {
  const index = actions.findIndex(({ evidence }) => evidence === action?.evidence)
  return index < 0 ? null : index
}
