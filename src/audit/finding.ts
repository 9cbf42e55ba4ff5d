import type { Finding } from '../../schemas/message.js'
import { HeaderField, type Subject } from '../../schemas/subject.js'
import { Role } from '../../schemas/table.js'
import type { Suspicion } from './suspicion.js'

const Field = Role.or(HeaderField)

/** A suspicion as an issue: an alarm warns, a pointer informs. */
export function findingOf(suspicion: Suspicion): Finding {
  const { signal, weight, at, count, of, examples } = suspicion
  return {
    severity: weight === 'alarm' ? 'warning' : 'info',
    code: 'suspected-misreading',
    at,
    subject: subjectOf(suspicion),
    details: { signal, count, of, examples },
  }
}

function subjectOf({ appendix, criterion, action, field }: Suspicion): Subject | null {
  const named = Field.safeParse(field)
  const own = named.success ? named.data : null
  if (appendix === null && criterion === null && own === null) return null
  return { appendix, criterion, action, field: own }
}
