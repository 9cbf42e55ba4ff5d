import { Socket } from 'node:net'
import pg from 'pg'
import type { Saying } from '../../schemas/saying.js'
import { saying } from '../../src/messages/index.js'
import { UsageError } from '../system/spoken-errors.js'
import { databaseError } from './database-errors.js'

export type Rows = Record<string, unknown>[]

/** Runs SQL: on the pool, or within one transaction. Faults are thrown as DatabaseError. */
export interface Sql {
  run(text: string, values?: unknown[]): Promise<Rows>
}

/** A PostgreSQL database. `place` names it in messages, without a password. */
export interface Database extends Sql {
  readonly place: Saying
  /** Commits what the work did, all or nothing. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A cut line may swallow an answer for ever; no statement of ours takes as long, and the server ends those that do. */
const patience = {
  connectionTimeoutMillis: 10_000,
  query_timeout: 120_000,
  statement_timeout: 120_000,
  idle_in_transaction_session_timeout: 120_000,
  keepAlive: true,
}

/** Opens the database that a URL names. Throws UsageError for what is no such URL; connects with the first query. */
export function openDatabase(url: string, connections = 4): Database {
  const place = placeOf(url)
  const sockets = new Set<Socket>()
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'phuluc',
    max: connections,
    stream: () => kept(new Socket(), sockets),
    ...patience,
  })
  // A connection that is lost while nobody uses it: the next query opens another.
  pool.on('error', () => undefined)
  const failing = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw databaseError(place, error)
    }
  }
  const on = (client: pg.Pool | pg.PoolClient): Sql => ({
    run: (text, values) =>
      failing(async () => lastOf(await client.query(text, values as unknown[])).rows as Rows),
  })
  return {
    place,
    ...on(pool),
    transaction: async (work) => {
      const client = await failing(() => pool.connect())
      // Without a listener a connection that breaks between two statements would end the process.
      client.on('error', ignore)
      let broken = true
      try {
        await on(client).run('BEGIN')
        const result = await work(on(client))
        await on(client).run('COMMIT')
        broken = false
        return result
      } catch (error) {
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        )
        throw error
      } finally {
        client.off('error', ignore)
        client.release(broken)
      }
    },
    close: async () => {
      await pool.end()
      // A connection that failed while it was made is not the pool's, and would keep the process waiting.
      for (const socket of sockets) socket.destroy()
    },
  }
}

function kept(socket: Socket, among: Set<Socket>): Socket {
  among.add(socket)
  return socket.once('close', () => among.delete(socket))
}

const ignore = (): void => undefined

/** Several statements in one text have several results. */
function lastOf(result: pg.QueryResult | pg.QueryResult[]): pg.QueryResult {
  return Array.isArray(result) ? (result.at(-1) as pg.QueryResult) : result
}

/** `the database plans at db.example:5432`, from a URL; nothing of user or password. */
function placeOf(text: string): Saying {
  const wrong = new UsageError(saying('database.no-url'))
  if (!/^postgres(?:ql)?:\/\//u.test(text)) throw wrong
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw wrong
  }
  const name = decodeURIComponent(url.pathname.slice(1))
  if (name === '') throw wrong
  const host = url.hostname || (url.searchParams.get('host') ?? 'localhost')
  return saying('database.place', { name, host: url.port === '' ? host : `${host}:${url.port}` })
}
