import type { Document } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'

/** Text that was recognised with the wrong language is not to be trusted. */
export function checkReadable(document: Document): Finding[] {
  if (!isMisrecognised(document)) return []
  return [
    {
      severity: 'error',
      code: 'unreadable',
      message:
        'The text was recognised with the wrong language: the Vietnamese letters are lost and the columns of its tables are mixed. What is read here is not to be trusted; recognise the scan again in Vietnamese.',
      at: null,
      target: null,
    },
  ]
}

export function isMisrecognised({ pages }: Document): boolean {
  return pages.some(({ textQuality }) => textQuality === 'misrecognised')
}

/** A plan without any table of tasks or scores may have it in a file of its own. */
export function checkHasAppendix({ appendices }: Pick<Plan, 'appendices'>): Finding[] {
  if (appendices.length > 0) return []
  return [
    {
      severity: 'warning',
      code: 'no-appendix',
      message:
        'No appendix and no task table was found. If the plan has one, it may stand in a file of its own.',
      at: null,
      target: null,
    },
  ]
}
