import type { Details } from '../../../schemas/details.js'
import type { Finding, Severity } from '../../../schemas/message.js'
import type { Place } from '../../../schemas/place.js'
import type { Header } from '../../../schemas/plan.js'
import { headerCell } from '../../result.js'

type Missing = Details['header-field-missing']

/** A field of the header that is unknown, or known from another place than its own. */
export function headerIssue(severity: Severity, details: Missing, at: Place | null = null): Finding {
  return { severity, code: 'header-field-missing', at, subject: headerCell(details.field), details }
}

/** What the finished header lacks. Number, date and issuer are judged where they are read. */
export function missingFields(header: Header): Finding[] {
  const warnings: Missing[] = []
  if (header.documentType === null) warnings.push({ what: 'not-printed', field: 'documentType' })
  if (header.place === null) warnings.push({ what: 'not-in-letterhead', field: 'place' })
  if (header.title === null) warnings.push({ what: 'not-below-type', field: 'title' })
  if (header.planYears.length === 0) warnings.push({ what: 'no-year', field: 'planYears' })
  const remarks = missingAtTheEnd(header)
  return [
    ...warnings.map((details) => headerIssue('warning', details)),
    ...remarks.map((details) => headerIssue('info', details)),
  ]
}

function missingAtTheEnd({ recipients, signatory, issuer }: Header): Missing[] {
  const missing: Missing[] = []
  if (recipients.length === 0) missing.push({ what: 'not-printed', field: 'recipients' })
  if (signatory === null) return [...missing, { what: 'no-signature', field: 'signatory' }]
  if (signatory.name === null) missing.push({ what: 'not-printed', field: 'signatory.name' })
  if (signatory.position === null) missing.push({ what: 'not-printed', field: 'signatory.position' })
  const isCommittee = issuer?.startsWith('Ủy ban nhân dân') === true
  if (signatory.authority === null && isCommittee)
    missing.push({ what: 'not-printed', field: 'signatory.authority' })
  return missing
}

/** A plan is issued in its years, in the year before them or, late, in the year after. */
export function dateOutsideYears(header: Header): Finding[] {
  const { issuedOn, planYears } = header
  if (issuedOn === null || planYears.length === 0) return []
  const year = Number(issuedOn.slice(0, 4))
  if (year >= Math.min(...planYears) - 1 && year <= Math.max(...planYears) + 1) return []
  const details = { what: 'far-from-years', field: 'issuedOn', date: issuedOn, years: planYears } as const
  const subject = headerCell('issuedOn')
  return [{ severity: 'warning', code: 'date-implausible', at: null, subject, details }]
}
