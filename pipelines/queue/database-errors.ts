/** A fault of the database in words; `lost` says that the connection is gone and may come back. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  constructor(
    message: string,
    readonly lost: boolean,
  ) {
    super(message)
  }
}

const unreachable: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'no such host is known',
  EAI_AGAIN: 'the host name cannot be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'nothing answered in time',
  EPIPE: 'the connection was cut',
  ENOENT: 'there is no such socket',
}

/** What PostgreSQL calls its refusals (SQLSTATE), and what to do. */
const refusals: Record<string, string> = {
  '28P01': 'the user name or the password is wrong; check both in the URL',
  '28000': 'this user may not connect; check the user name and pg_hba.conf',
  '3D000': 'there is no such database; create it with createdb, or correct the URL',
  '42501':
    'this user may not do that; grant it CREATE on the database and USAGE on the schemas phuluc and phuluc_jobs',
  '53100': 'the disk of the database is full; make room there',
  '25006': 'the database takes no changes now (read-only); name the primary server',
}

/** Connection exceptions, too many connections, a server that shuts down or starts, transactions in each other's way. */
const passing = /^(?:08\w{3}|53300|57P0[1-3]|40001|40P01)$/u
const cut = /Connection terminated|Client has encountered a connection error|timeout|not queryable/iu

/** Any fault of the driver → a message without the URL's password: where, what is wrong, what to do. */
export function databaseError(place: string, error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const text = error instanceof Error ? error.message : String(error)
  const away = unreachable[code]
  if (away !== undefined || passing.test(code) || cut.test(text)) {
    const reason = away ?? (text === '' ? code : text)
    return new DatabaseError(
      `${place} cannot be reached: ${reason}. Check the URL, and that PostgreSQL runs there.`,
      true,
    )
  }
  if (text.startsWith('SASL') || text.includes('password must be a string'))
    return new DatabaseError(
      `${place}: the server asks for a password. Put it into the URL, or into PGPASSWORD.`,
      false,
    )
  const refusal = refusals[code]
  const detail = refusal === undefined ? `${text}${code === '' ? '' : ` (${code})`}` : refusal
  return new DatabaseError(`${place}: ${detail}.`, false)
}
