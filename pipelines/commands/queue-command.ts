import { setTimeout as sleep } from 'node:timers/promises'
import { saying } from '../../src/messages/index.js'
import type { DocumentOptions } from '../batch/import-document.js'
import { type Database, openDatabase } from '../queue/database.js'
import { enqueue } from '../queue/enqueue.js'
import { type Jobs, openJobs } from '../queue/jobs.js'
import { findImport, openInputs, writeResults } from '../queue/results.js'
import { makeTables, requireTables } from '../queue/schema.js'
import { queueStatus, statusLines } from '../queue/status.js'
import { retryFailed } from '../queue/stored-documents.js'
import type { Values } from '../system/command-values.js'
import { say, told } from '../system/speech.js'
import { UsageError } from '../system/spoken-errors.js'
import { wholeNumber } from './whole-number.js'

const defaultPagesPerJob = 20
/** Without a worker's lease: whoever puts documents in holds none. */
const noLease = 60_000

/** `phuluc import --queue`: the documents go into the database; workers read them. */
export async function runEnqueue(
  paths: string[],
  options: DocumentOptions,
  url: string,
  pagesPerJob: string | boolean | undefined,
): Promise<number> {
  const parts = wholeNumber(pagesPerJob, saying('import.pages-per-job')) ?? defaultPagesPerJob
  return withJobs(url, async (database, jobs) => {
    const done = await enqueue(paths, { ...options, pagesPerJob: parts }, database, jobs)
    const { documents, added, number, leftOut } = done
    const left = leftOut.length === 0 ? '' : saying('queue.left-out', { count: leftOut.length })
    say(saying('queue.enqueued', { documents, added, number, place: database.place, left }))
    return 0
  })
}

/** `phuluc queue status|results|retry`. */
export async function runQueue([action, ...rest]: string[], values: Values): Promise<number> {
  const run = actions[action ?? '']
  if (run === undefined || rest.length > 0)
    throw new UsageError(saying('queue.action', { actions: Object.keys(actions).join(', ') }))
  return run(queueUrl(values, 'queue'), values)
}

const actions: Record<string, (url: string, values: Values) => Promise<number>> = {
  status: (url, values) =>
    withDatabase(url, async (database) => {
      await requireTables(database)
      const status = await queueStatus(database)
      process.stdout.write(
        values.json === true
          ? `${JSON.stringify(status, null, 2)}\n`
          : `${statusLines(database.place, status).map(told).join('\n')}\n`,
      )
      return 0
    }),
  results: (url, values) => withDatabase(url, (database) => takeResults(database, values)),
  retry: (url) =>
    withJobs(url, async (database, jobs) => {
      const count = await database.transaction((sql) => retryFailed(sql, jobs))
      say(saying('queue.retried', { count }))
      return 0
    }),
}

async function takeResults(database: Database, values: Values): Promise<number> {
  const { out } = values
  if (typeof out !== 'string') throw new UsageError(saying('queue.no-out'))
  const number = wholeNumber(values.import, saying('queue.import'))
  await requireTables(database)
  const found = await findImport(database, number)
  for (;;) {
    const open = await openInputs(database, found)
    if (open === 0) break
    if (values.wait !== true) {
      say(saying('queue.unfinished', { count: open }))
      return 1
    }
    await sleep(1000)
  }
  const { imported, inputs, failed, skipped } = (await writeResults(database, found, out)).totals
  say(saying('queue.results', { imported, inputs, failed, skipped, out }))
  return failed > 0 ? 1 : 0
}

/** The address in --queue, or in PHULUC_QUEUE, where no other user of the machine reads it from the process list. */
export function queueUrl(values: Values, command: string): string {
  const url = values.queue ?? process.env.PHULUC_QUEUE
  if (typeof url !== 'string' || url === '') throw new UsageError(saying('queue.no-database', { command }))
  return url
}

async function withDatabase(url: string, work: (database: Database) => Promise<number>): Promise<number> {
  const database = openDatabase(url)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function withJobs(
  url: string,
  work: (database: Database, jobs: Jobs) => Promise<number>,
): Promise<number> {
  return withDatabase(url, async (database) => {
    await makeTables(database)
    const jobs = await openJobs(database, noLease)
    try {
      return await work(database, jobs)
    } finally {
      await jobs.close()
    }
  })
}
