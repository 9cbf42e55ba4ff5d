import type { Issue } from '../schemas/message.js'

/** A value and what the reader should know about it: expected trouble is data, not an exception. */
export interface Result<T> {
  value: T
  issues: Issue[]
}

export function ok<T>(value: T, issues: Issue[] = []): Result<T> {
  return { value, issues }
}
