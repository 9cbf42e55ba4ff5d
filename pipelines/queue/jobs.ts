import { randomUUID } from 'node:crypto'
import PgBoss from 'pg-boss'
import { version } from '../system/package-root.js'
import type { Database, Sql } from './database.js'

/** What a worker is asked to do: read a document, recognise some of its pages, or put them together. */
export type Job =
  | { kind: 'document' | 'assembly'; document: string }
  | { kind: 'pages'; document: string; first: number; last: number }

/** A job that this process has taken. Whoever holds it may finish it; after a silence of a lease it is taken away. */
export interface HeldJob {
  id: string
  holder: string
  job: Job
}

/** The jobs in a database. All changes are made together with what belongs to them, in one transaction. */
export interface Jobs {
  add(sql: Sql, job: Job): Promise<void>
  take(worker: string): Promise<HeldJob | null>
  /** Says that the holder is still at work; false where the job was taken away. */
  renew(held: HeldJob): Promise<boolean>
  /** Stores a result and completes its job at once; false, and nothing stored, where the job was taken away. */
  finish(held: HeldJob, store: (sql: Sql) => Promise<void>): Promise<boolean>
  /** For another worker to try. */
  giveBack(held: HeldJob, reason: string): Promise<void>
  /** Takes jobs away from workers that have been silent for a lease. */
  takeAwayLapsed(): Promise<void>
  /** Jobs that were lost with every worker that took them are buried: told of, and done with. */
  buryDead(bury: (sql: Sql, job: Job) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Where pg-boss keeps its tables. */
const jobsSchema = 'phuluc_jobs'

/** Workers take the jobs of their own version only: another version may read another plan. */
const queue = `documents-${version.replaceAll(/\W/gu, '-')}`
const dead = `${queue}-dead`

/** A document that takes its worker down is not tried for ever. */
const retries = 4
/** pg-boss's own bound on a job; leases are shorter. */
const longest = { expireInHours: 23, retentionDays: 3650 }

/** What is nearest to being finished goes first. */
const priorities: Record<Job['kind'], number> = { assembly: 2, pages: 1, document: 0 }

/** Opens the queue and makes its tables where they are not there. `lease` is in milliseconds. */
export async function openJobs(database: Database, lease: number): Promise<Jobs> {
  const boss = new PgBoss({
    db: executor(database),
    schema: jobsSchema,
    schedule: false,
  })
  // Its upkeep of old jobs goes on by itself; what fails is tried again two minutes later.
  boss.on('error', () => undefined)
  // Workers that start together would make the tables together.
  await database.transaction(async (sql) => {
    await sql.run(`SELECT pg_advisory_xact_lock(hashtextextended('phuluc jobs', 0))`)
    await boss.start()
    await boss.createQueue(dead, { name: dead, retryLimit: 100, ...longest })
    await boss.createQueue(queue, { name: queue, deadLetter: dead, retryLimit: retries, ...longest })
  })
  return {
    add: async (sql, job) => {
      await boss.send(queue, job, { db: executor(sql), priority: priorities[job.kind] })
    },
    take: (worker) => database.transaction((sql) => take(boss, sql, worker, lease)),
    renew: async ({ id, holder }) => {
      const renewed = await database.run(
        `UPDATE phuluc.holds SET until = now() + $3 * interval '1 ms' WHERE job_id = $1 AND holder = $2 RETURNING 1`,
        [id, holder, lease],
      )
      return renewed.length > 0
    },
    finish: (held, store) => finish(boss, database, held, store),
    giveBack: (held, reason) =>
      database.transaction(async (sql) => {
        if (await letGo(sql, held)) await boss.fail(queue, held.id, { reason }, { db: executor(sql) })
      }),
    takeAwayLapsed: () => database.transaction((sql) => takeAwayLapsed(boss, sql)),
    buryDead: async (bury) => {
      while (await database.transaction((sql) => buryOne(boss, sql, bury)));
    },
    close: () => boss.stop({ graceful: false }),
  }
}

/** pg-boss runs its SQL where we say: within our transactions. */
function executor(sql: Sql): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: await sql.run(text, values) }) }
}

async function take(boss: PgBoss, sql: Sql, worker: string, lease: number): Promise<HeldJob | null> {
  const [taken] = await boss.fetch<Job>(queue, { db: executor(sql) })
  if (taken === undefined) return null
  const { id, data: job } = taken
  const holder = randomUUID()
  const pages = job.kind === 'pages' ? [job.first, job.last] : [null, null]
  await sql.run(
    `INSERT INTO phuluc.holds (job_id, holder, worker, document_key, first, last, until)
     VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 ms')
     ON CONFLICT (job_id) DO UPDATE SET holder = excluded.holder, worker = excluded.worker,
       taken_at = now(), until = excluded.until`,
    [id, holder, worker, job.document, ...pages, lease],
  )
  return { id, holder, job }
}

/** Gives up a hold; false where it was lost before. From here on nobody else can take the job away. */
async function letGo(sql: Sql, { id, holder }: HeldJob): Promise<boolean> {
  const held = await sql.run(`DELETE FROM phuluc.holds WHERE job_id = $1 AND holder = $2 RETURNING 1`, [
    id,
    holder,
  ])
  return held.length > 0
}

async function finish(
  boss: PgBoss,
  database: Database,
  held: HeldJob,
  store: (sql: Sql) => Promise<void>,
): Promise<boolean> {
  return database.transaction(async (sql) => {
    if (!(await letGo(sql, held))) return false
    await store(sql)
    await boss.complete(queue, held.id, {}, { db: executor(sql) })
    return true
  })
}

async function takeAwayLapsed(boss: PgBoss, sql: Sql): Promise<void> {
  const lapsed = await sql.run(
    `DELETE FROM phuluc.holds WHERE job_id IN (
       SELECT job_id FROM phuluc.holds WHERE until < now() FOR UPDATE SKIP LOCKED
     ) RETURNING job_id, worker`,
  )
  for (const { job_id: id, worker } of lapsed)
    await boss.fail(queue, String(id), { reason: `nothing was heard of ${worker}` }, { db: executor(sql) })
}

async function buryOne(
  boss: PgBoss,
  sql: Sql,
  bury: (sql: Sql, job: Job) => Promise<void>,
): Promise<boolean> {
  const [letter] = await boss.fetch<Job>(dead, { db: executor(sql) })
  if (letter === undefined) return false
  await bury(sql, letter.data)
  await boss.complete(dead, letter.id, {}, { db: executor(sql) })
  return true
}
