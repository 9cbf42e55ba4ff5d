import type { Finding, Severity } from '../../../schemas/message.js'
import type { Place } from '../../../schemas/place.js'
import type { Header } from '../../../schemas/plan.js'

export type HeaderField = keyof Header | `signatory.${keyof NonNullable<Header['signatory']>}`

/** A field of the header that is unknown, or known from another place than its own. */
export function headerIssue(
  severity: Severity,
  field: HeaderField,
  message: string,
  at: Place | null = null,
): Finding {
  return { severity, code: 'header-field-missing', message: `${field}: ${message}`, at, target: null }
}

/** What the finished header lacks. Number, date and issuer are judged where they are read. */
export function missingFields(header: Header): Finding[] {
  const issues: Finding[] = []
  if (header.documentType === null) issues.push(headerIssue('warning', 'documentType', 'not printed.'))
  if (header.place === null) issues.push(headerIssue('warning', 'place', 'not printed in the letterhead.'))
  if (header.title === null)
    issues.push(headerIssue('warning', 'title', 'not found below the document type.'))
  if (header.planYears.length === 0)
    issues.push(headerIssue('warning', 'planYears', 'neither the title nor the text names a year.'))
  if (header.recipients.length === 0) issues.push(headerIssue('info', 'recipients', 'not printed.'))
  return [...issues, ...missingSignature(header)]
}

function missingSignature({ signatory, issuer }: Header): Finding[] {
  if (signatory === null) return [headerIssue('info', 'signatory', 'no signature block is printed.')]
  const issues: Finding[] = []
  if (signatory.name === null) issues.push(headerIssue('info', 'signatory.name', 'not printed.'))
  if (signatory.position === null) issues.push(headerIssue('info', 'signatory.position', 'not printed.'))
  const isCommittee = issuer?.startsWith('Ủy ban nhân dân') === true
  if (signatory.authority === null && isCommittee)
    issues.push(headerIssue('info', 'signatory.authority', 'not printed.'))
  return issues
}

/** A plan is issued in its years, in the year before them or, late, in the year after. */
export function dateOutsideYears(header: Header): Finding[] {
  const { issuedOn, planYears } = header
  if (issuedOn === null || planYears.length === 0) return []
  const year = Number(issuedOn.slice(0, 4))
  if (year >= Math.min(...planYears) - 1 && year <= Math.max(...planYears) + 1) return []
  const message = `issuedOn: ${issuedOn} is far from the years that the plan is for (${planYears.join(', ')}).`
  return [{ severity: 'warning', code: 'date-implausible', message, at: null, target: null }]
}
