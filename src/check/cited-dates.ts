import type { Details } from '../../schemas/details.js'
import type { Finding } from '../../schemas/message.js'
import type { Citation, Plan } from '../../schemas/plan.js'
import type { Subject } from '../../schemas/subject.js'
import { cellOf } from '../result.js'

/** Plans cite standing law of any age, but single decisions, plans and letters of the last years. */
const oldest = 15
const standing = /^(?:luật|nghị định|nghị quyết|thông tư|pháp lệnh|hiến pháp|bộ luật|hướng dẫn)/iu

/** Cited documents dated after the plan, or by a slip of the pen long before it. */
export function checkCitedDates(plan: Pick<Plan, 'citations' | 'header' | 'appendices'>): Finding[] {
  const issued = plan.header.issuedOn
  if (issued === null) return []
  return plan.citations.flatMap((citation) => {
    const doubt = doubtOf(citation, issued)
    if (doubt === null) return []
    return [
      {
        severity: 'info' as const,
        code: 'date-implausible' as const,
        at: citation.at,
        subject: subjectAt(plan, citation),
        details: doubt,
      },
    ]
  })
}

function doubtOf({ type, number, date }: Citation, issued: string): Details['date-implausible'] | null {
  if (date === null) return null
  if (date > issued) return { what: 'dated-later', type, number, date, issued }
  const age = Number(issued.slice(0, 4)) - Number(date.slice(0, 4))
  const isSingle = type !== null && !standing.test(type) && !/\/(?:19|20)\d\d\//u.test(number)
  return isSingle && age > oldest ? { what: 'dated-long-before', type, number, date, years: age } : null
}

/** The cell in which the document is cited. */
function subjectAt({ appendices }: Pick<Plan, 'appendices'>, { at }: Citation): Subject | null {
  if (at.line === null && at.page === null) return null
  for (const { id, actions } of appendices.flatMap(({ criteria }) => criteria))
    for (const [index, { evidence }] of actions.entries()) {
      const entry = evidence.find(({ at: { line, page } }) => line === at.line && page === at.page)
      if (entry !== undefined) return cellOf(id, entry.role, index)
    }
  return null
}
