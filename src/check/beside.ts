import type { Details } from '../../schemas/details.js'
import type { Finding } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'

/** Another document of a plan's file. */
export interface Beside {
  type: string | null
  number: string | null
  isPlan: boolean
  /** Where its first and its last block begin. */
  from: Place
  to: Place
}

/** What the reader should know of the rest of the file. */
export function checkBeside(beside: readonly Beside[]): Finding[] {
  return beside.map((other) => {
    const { type, number, isPlan, from } = other
    const details = {
      what: isPlan ? 'plan' : 'accompanying',
      type,
      number,
      stretch: stretchOf(other),
    } as const
    return { severity: 'info', code: 'several-documents', at: from, subject: null, details }
  })
}

/** Pages where the file has them, else lines. */
function stretchOf({ from, to }: Beside): Details['several-documents']['stretch'] {
  if (from.page !== null && to.page !== null) return { unit: 'page', from: from.page, to: to.page }
  return { unit: 'line', from: from.line ?? 1, to: to.line ?? 1 }
}
