import type { Document } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'

/** Text that was recognised with the wrong language is not to be trusted. */
export function checkReadable(document: Document): Finding[] {
  if (!isMisrecognised(document)) return []
  const details = { what: 'other-language' } as const
  return [{ severity: 'error', code: 'unreadable', at: null, subject: null, details }]
}

export function isMisrecognised({ pages }: Document): boolean {
  return pages.some(({ textQuality }) => textQuality === 'misrecognised')
}

/** A plan without any table of tasks or scores may have it in a file of its own. */
export function checkHasAppendix({ appendices }: Pick<Plan, 'appendices'>): Finding[] {
  if (appendices.length > 0) return []
  return [{ severity: 'warning', code: 'no-appendix', at: null, subject: null, details: {} }]
}
