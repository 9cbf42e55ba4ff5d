import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankEntry } from '../../pipelines/batch/import-document.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { type Database, openDatabase } from '../../pipelines/queue/database.js'
import { enqueue } from '../../pipelines/queue/enqueue.js'
import { type HeldJob, type Jobs, openJobs } from '../../pipelines/queue/jobs.js'
import { makeTables } from '../../pipelines/queue/schema.js'
import { loadDocument, storeResult } from '../../pipelines/queue/stored-documents.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { toJson } from '../../pipelines/system/written-files.js'
import type { Plan } from '../../schemas/plan.js'

/**
 * How many documents a second the database takes when reading them costs nothing: what bounds the number of workers.
 * `npm run bench:queue -- <postgres url of an empty database>`
 */
const [url, size = '400'] = process.argv.slice(2)
if (url === undefined) throw new Error('name an empty PostgreSQL database')
const documents = Number(size)
const database = openDatabase(url, 20)
await makeTables(database)
const jobs = await openJobs(database, 60_000)
const plan = await samplePlan()
console.log(`put in: ${perSecond(documents, await timed(() => putIn(database, jobs)))}`)
for (const connections of [1, 2, 4, 8]) {
  const count = Math.floor(documents / 4)
  const before = { client: process.cpuUsage(), server: await serverCpu() }
  const seconds = await timed(() => drain(database, jobs, connections, count))
  const own = process.cpuUsage(before.client)
  const server = (await serverCpu()) - before.server
  console.log(
    `processor time a document: ${((own.user + own.system) / 1000 / count).toFixed(1)} ms in the worker, ${((1000 * server) / count).toFixed(1)} ms in the database`,
  )
  console.log(`taken, result stored and completed, ${connections} at a time: ${perSecond(count, seconds)}`)
}
const [space] = await database.run(`SELECT (pg_database_size(current_database()) / 1048576)::int AS mib`)
console.log(
  `${documents} documents of ${plan.appendices[0]?.criteria.length} criteria: ${space?.mib} MiB in the database`,
)
await jobs.close()
await database.close()

async function samplePlan(): Promise<Plan> {
  const file = 'fixtures/hung-yen-199-2022/source.md'
  return (await importPlan(sourceOf(file, await readFile(join(packageRoot, file))))).value
}

async function putIn(into: Database, queue: Jobs): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'phuluc-bench-'))
  const text = await readFile(join(packageRoot, 'fixtures/hung-yen-199-2022/source.md'), 'utf8')
  for (let copy = 0; copy < documents; copy++)
    await writeFile(join(folder, `${copy}.md`), `${text}\n\n${copy} ${randomUUID()}\n`)
  await enqueue([folder], { pagesPerJob: 20 }, into, queue)
  await rm(folder, { recursive: true })
}

async function drain(from: Database, queue: Jobs, lanes: number, count: number): Promise<void> {
  let left = count
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const held = await queue.take('bench')
      if (held === null) return
      await queue.finish(held, (sql) => store(from, sql, held))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function store(from: Database, sql: Parameters<typeof storeResult>[0], held: HeldJob): Promise<void> {
  const { file, sha256 } = await loadDocument(from, held.job.document)
  const own = { ...plan, source: { ...plan.source, file, sha256 } }
  const timing = { file, milliseconds: 0, stages: {}, attempts: 1, peakMemory: 0 }
  const entry = { ...blankEntry(file), sha256, outcome: 'imported' as const }
  const planFile = Buffer.from(toJson(own))
  await storeResult(
    sql,
    held.job.document,
    {
      outcome: { entry, timing, lasting: true, file: null, kin: null, further: [], twin: null },
      planFile,
      furtherFiles: [],
    },
    'bench',
  )
}

/** Processor seconds of the server's processes, where they run on this machine (Linux). */
async function serverCpu(): Promise<number> {
  const ticksPerSecond = 100
  let ticks = 0
  for (const { pid } of await database.run('SELECT pid FROM pg_stat_activity')) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  }
  return ticks / ticksPerSecond
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

function perSecond(count: number, seconds: number): string {
  return `${(count / seconds).toFixed(1)} documents a second`
}
