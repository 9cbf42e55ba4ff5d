import type { Finding, Noted, SourceCell } from '../schemas/message.js'
import type { Place } from '../schemas/place.js'
import type { HeaderField, Subject } from '../schemas/subject.js'
import type { Role } from '../schemas/table.js'

/** A value and what the reader should know about it: expected trouble is data, not an exception. */
export interface Result<T, Told = Finding> {
  value: T
  issues: Told[]
}

export function ok<T, Told = Finding>(value: T, issues: Told[] = []): Result<T, Told> {
  return { value, issues }
}

/** A cell of the source as what a finding is about. */
export function sourceCell(at: Place, field: Role | null = null): SourceCell {
  return { at, field }
}

/** The cell of a criterion, or of one of its actions, as the subject of a finding. */
export function cellOf(criterion: string, field: Role | null, action: number | null = null): Subject {
  return { appendix: criterion.split('/')[0] ?? null, criterion, action, field }
}

/** A field of the header as the subject of a finding. */
export function headerCell(field: HeaderField): Subject {
  return { appendix: null, criterion: null, action: null, field }
}

/** The criterion that a finding is about. */
export function targetOf(finding: Noted): string | null {
  return 'target' in finding ? finding.target : (finding.subject?.criterion ?? null)
}
