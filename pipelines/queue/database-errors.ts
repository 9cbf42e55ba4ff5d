import type { Saying } from '../../schemas/saying.js'
import { saying } from '../../src/messages/index.js'
import { SpokenError } from '../system/spoken-errors.js'

/** A fault of the database in words; `lost` says that the connection is gone and may come back. */
export class DatabaseError extends SpokenError {
  override readonly name = 'DatabaseError'
  constructor(
    said: Saying,
    readonly lost: boolean,
  ) {
    super(said)
  }
}

const unreachable = [
  ...(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN'] as const),
  ...(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ENOENT'] as const),
]

/** What PostgreSQL calls its refusals (SQLSTATE) that a user can do something about. */
const refusals = ['28P01', '28000', '3D000', '42501', '53100', '25006'] as const

/** Connection exceptions, too many connections, a server that shuts down or starts, transactions in each other's way. */
const passing = /^(?:08\w{3}|53300|57P0[1-3]|40001|40P01)$/u
const cut = /Connection terminated|Client has encountered a connection error|timeout|not queryable/iu

/** Any fault of the driver → an error without the URL's password: where, what is wrong, what to do. */
export function databaseError(place: Saying, error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const text = error instanceof Error ? error.message : String(error)
  const away = awayReason(code, text)
  if (away !== null) return new DatabaseError(saying('database.away', { place, reason: away }), true)
  if (text.startsWith('SASL') || text.includes('password must be a string'))
    return new DatabaseError(saying('database.no-password', { place }), false)
  const refusal = refusals.find((known) => known === code)
  const unknown = code === '' ? saying('database.fault', { text }) : saying('database.other', { text, code })
  const reason = refusal === undefined ? unknown : saying(`database.${refusal}`)
  return new DatabaseError(saying('database.refused', { place, reason }), false)
}

/** Why the database cannot be reached just now; null where it answers. */
function awayReason(code: string, text: string): Saying | null {
  const away = unreachable.find((known) => known === code)
  if (away !== undefined) return saying(`database.${away}`)
  if (passing.test(code)) return saying('database.busy', { code })
  return cut.test(text) ? saying('database.cut') : null
}
