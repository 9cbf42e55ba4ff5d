import type { Issue } from '../../schemas/message.js'
import type { Action, Appendix, Criterion } from '../../schemas/plan.js'

type AgencyRole = 'coordinating' | 'implementing'

interface Row {
  criterion: Criterion
  action: Action
}

/** How many rows a table must have, and how few of them may be blank, before a blank is odd. */
const leastRows = 8
const blankShare = 0.06

/** Blank cells of agencies in a column that nearly every other row fills. */
export function checkBlankAgencies(appendix: Appendix): Issue[] {
  const rows: Row[] = appendix.criteria.flatMap((criterion) =>
    criterion.actions.filter(({ task }) => task.length > 0).map((action) => ({ criterion, action })),
  )
  return (['coordinating', 'implementing'] as const).flatMap((role) => {
    if (!appendix.columns.some((column) => column.role === role) || rows.length < leastRows) return []
    const blank = rows.filter(({ action }) => action[role] === null)
    if (blank.length > Math.max(1, rows.length * blankShare)) return []
    return blank.map((row) => issue(row, role))
  })
}

function issue({ criterion, action }: Row, role: AgencyRole): Issue {
  return {
    severity: 'info',
    code: 'agency-missing',
    message: `No ${role} agency is named here; nearly every other row of the table names one.`,
    at: action.evidence[0]?.at ?? null,
    target: criterion.id,
  }
}
