import type { ExpectedPlan } from '../../schemas/evaluation/expectation.js'

/** The grounds of a plan: every document that is cited but named nowhere else on the paper. */
export function preambleOf(plan: ExpectedPlan): string[] {
  const printed = JSON.stringify([plan.outline, plan.appendices, plan.footnotes])
  const grounds = plan.citations
    .filter((citation) => !printed.includes(citation.number))
    .map(({ type, number, date }) => `Căn cứ ${type ?? 'Văn bản'} số ${number}${shortDate(date)};`)
  return [...grounds, `${plan.header.issuer} ban hành Kế hoạch như sau:`]
}

function shortDate(date: string | null): string {
  if (date === null) return ''
  const [year, month, day] = date.split('-')
  return ` ngày ${day}/${month}/${year}`
}
