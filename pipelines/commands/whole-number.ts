import type { Saying } from '../../schemas/saying.js'
import { UsageError } from '../system/spoken-errors.js'

/** The value of an option that takes a whole number above 0, null without it; else `rule` is what it takes. */
export function wholeNumber(value: string | boolean | undefined, rule: Saying): number | null {
  if (value === undefined) return null
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new UsageError(rule)
  return number
}
