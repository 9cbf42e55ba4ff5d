import type { Finding } from '../../schemas/message.js'
import type { Citation, Plan } from '../../schemas/plan.js'

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
        message: `${citation.type ?? 'Văn bản'} ${citation.number} is dated ${citation.date}, ${doubt}.`,
        at: citation.at,
        target: targetAt(plan, citation),
      },
    ]
  })
}

function doubtOf({ type, number, date }: Citation, issued: string): string | null {
  if (date === null) return null
  if (date > issued) return `after the plan itself (${issued})`
  const age = Number(issued.slice(0, 4)) - Number(date.slice(0, 4))
  const isSingle = type !== null && !standing.test(type) && !/\/(?:19|20)\d\d\//u.test(number)
  return isSingle && age > oldest ? `${age} years before the plan` : null
}

/** The criterion in whose row the document is cited. */
function targetAt({ appendices }: Pick<Plan, 'appendices'>, { at }: Citation): string | null {
  if (at.line === null && at.page === null) return null
  const row = appendices
    .flatMap(({ criteria }) => criteria)
    .find(({ actions }) =>
      actions.some(({ evidence }) =>
        evidence.some((entry) => entry.at.line === at.line && entry.at.page === at.page),
      ),
    )
  return row?.id ?? null
}
