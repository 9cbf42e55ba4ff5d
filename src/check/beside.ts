import type { Issue } from '../../schemas/message.js'
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
export function checkBeside(beside: readonly Beside[]): Issue[] {
  return beside.map((other) => {
    const name = [other.type ?? 'a document', other.number].filter((word) => word !== null).join(' ')
    const message = other.isPlan
      ? `The file holds another plan: ${name}, ${stretchOf(other)}. It has a plan file of its own.`
      : `The file holds another document beside the plan: ${name}, ${stretchOf(other)}. It is kept under "accompanying" and is no part of the plan.`
    return { severity: 'info', code: 'several-documents', message, at: other.from, target: null }
  })
}

/** Pages where the file has them, else lines. */
function stretchOf({ from, to }: Beside): string {
  if (from.page !== null && to.page !== null)
    return from.page === to.page ? `page ${from.page}` : `pages ${from.page} to ${to.page}`
  return from.line === to.line ? `line ${from.line ?? 1}` : `lines ${from.line ?? 1} to ${to.line ?? 1}`
}
