// provisional
import type { Deadline } from '../../schemas/plan.js'
export function readDeadlines(text: string, _context: { planYears: number[]; issuedOn: string | null }): Deadline[] {
  return text.split('\n').map((part) => ({ text: part, kind: 'unknown' as const, start: null, end: null, period: null }))
}
