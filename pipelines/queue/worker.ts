import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Saying } from '../../schemas/saying.js'
import { saying } from '../../src/messages/index.js'
import { openSlot, type SlotLimits, type WorkerSlot } from '../batch/worker-slots.js'
import { version } from '../system/package-root.js'
import type { Database, Sql } from './database.js'
import { DatabaseError } from './database-errors.js'
import { doJob, type JobResult } from './do-job.js'
import type { HeldJob, Jobs } from './jobs.js'
import { partName } from './status.js'
import {
  bury,
  loadDocument,
  passingFailure,
  storePages,
  storeRanges,
  storeResult,
} from './stored-documents.js'

export interface WorkerOptions {
  /** How many jobs are done at a time, each in a process of its own. */
  jobs: number
  /** Leaves when every document of the queue is finished. */
  once: boolean
  /** Milliseconds of silence after which a job is given to another worker. */
  lease: number
  limits: SlotLimits
  /** No further jobs are taken; what is being done is finished. */
  ending: AbortSignal
  /** What is being done is given back too. */
  stop: AbortSignal
  /** A line for whoever watches. */
  tell(message: Saying): void
}

/** How long an idle worker waits before it looks for a job again, at first and at last, in milliseconds. */
const [firstLook, lastLook] = [250, 2000]

/** Does the jobs of a queue until it is told to end, or until all is done. Waits where the database is away. */
export async function runWorker(database: Database, jobs: Jobs, options: WorkerOptions): Promise<void> {
  const over = new AbortController()
  const failed = new AbortController()
  const ending = AbortSignal.any([options.ending, failed.signal])
  const stop = AbortSignal.any([options.stop, failed.signal])
  const upkeep = keepUp(jobs, options, over.signal)
  const lanes = Array.from({ length: options.jobs }, async () => {
    const slot = openSlot(options.limits)
    try {
      await new Lane(database, jobs, slot, { ...options, ending, stop }).run()
    } catch (error) {
      // What one lane cannot do here, as writing to a full disk, none can.
      failed.abort()
      throw error
    } finally {
      await slot.close()
    }
  })
  await Promise.allSettled(lanes)
  over.abort()
  await upkeep
  await Promise.all(lanes)
}

/** Looks after the jobs of workers that were lost, theirs or another machine's. */
async function keepUp(jobs: Jobs, { lease }: WorkerOptions, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    try {
      await jobs.takeAwayLapsed()
      await jobs.buryDead((sql, job) => bury(sql, jobs, job))
    } catch (error) {
      // The lanes tell of a database that is away.
      if (!(error instanceof DatabaseError)) throw error
    }
    await sleep(lease / 4, undefined, { signal: over }).catch(() => undefined)
  }
}

const me = `${hostname()}:${process.pid}`

/** One after another, the jobs of one worker process. */
class Lane {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly slot: WorkerSlot,
    private readonly options: WorkerOptions,
  ) {}

  async run(): Promise<void> {
    const { once, ending } = this.options
    for (let wait = firstLook; !ending.aborted; wait = Math.min(2 * wait, lastLook)) {
      const held = await this.patiently(() => this.jobs.take(me), ending)
      if (held === undefined) return
      if (held !== null) {
        await this.work(held)
        wait = firstLook / 2
      } else if (once && (await this.patiently(() => nothingOpen(this.database), ending)) === true) return
      else await sleep(wait, undefined, { signal: ending }).catch(() => undefined)
    }
  }

  private async work(held: HeldJob): Promise<void> {
    const hold = this.keepHold(held)
    try {
      const stop = AbortSignal.any([this.options.stop, hold.lost])
      const result = await this.patiently(() => this.outcome(held, stop))
      if (result === undefined || result === null) await this.leave(held)
      else await this.store(held, result)
    } catch (error) {
      await this.leave(held)
      if (!isAbort(error)) throw error
    } finally {
      hold.end()
    }
  }

  private outcome(held: HeldJob, stop: AbortSignal): Promise<JobResult | null> {
    const { database, slot } = this
    const { limits, jobs, tell } = this.options
    return doJob(held.job, { database, slot, limits, jobs, tell }, stop)
  }

  /** Says again and again that the job is being done; `lost` tells that it was given to somebody else. */
  private keepHold(held: HeldJob): { lost: AbortSignal; end(): void } {
    const lost = new AbortController()
    const timer = setInterval(() => {
      this.jobs.renew(held).then(
        (renewed) => renewed || lost.abort(),
        () => undefined,
      )
    }, this.options.lease / 4)
    return { lost: lost.signal, end: () => clearInterval(timer) }
  }

  private async store(held: HeldJob, result: JobResult): Promise<void> {
    const { job } = held
    const done = await this.patiently(async () => {
      try {
        return await this.jobs.finish(held, (sql) => this.storeIn(sql, held, result))
      } catch (error) {
        if (error instanceof DatabaseError && error.lost) throw error
        // Rows that the database does not take are a fault of ours in one document; the others go on.
        return this.jobs.finish(held, (sql) => this.storeFault(sql, job.document, error))
      }
    })
    const { file } = await loadDocument(this.database, job.document).catch(() => ({ file: job.document }))
    const name = partName(file, job.kind === 'pages' ? [job.first, job.last] : null)
    this.options.tell(done === true ? story(name, result) : saying('worker.taken-away', { name }))
  }

  private async storeIn(sql: Sql, { job }: HeldJob, result: JobResult): Promise<void> {
    if (result.kind === 'document') await storeResult(sql, job.document, result.result, me)
    else if (result.kind === 'split') await storeRanges(sql, this.jobs, job.document, result.ranges)
    else if (job.kind === 'pages') await storePages(sql, this.jobs, job.document, job.first, result.pages)
  }

  private async storeFault(sql: Sql, key: string, error: unknown): Promise<void> {
    const { file, sha256 } = await loadDocument(sql, key)
    const cause = error instanceof Error ? error.message : String(error)
    const outcome = passingFailure(file, sha256, saying('document.not-stored', { file, cause }))
    await storeResult(sql, key, { outcome, planFile: null, furtherFiles: [] }, me)
  }

  private async leave(held: HeldJob): Promise<void> {
    await this.jobs.giveBack(held, `${me} was stopped`).catch(() => undefined)
  }

  /** While the database is away, tries again; undefined where that was stopped. */
  private async patiently<T>(
    work: () => Promise<T>,
    until: AbortSignal = this.options.stop,
  ): Promise<T | undefined> {
    for (let wait = 250; ; wait = Math.min(2 * wait, 5000)) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof DatabaseError && error.lost)) throw error
        if (wait === 250) this.options.tell(saying('worker.waiting', { reason: error.saying }))
        if (until.aborted) return undefined
        await sleep(wait, undefined, { signal: until }).catch(() => undefined)
      }
    }
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** Whether every document of this version is finished, also those that other workers have. */
async function nothingOpen(sql: Sql): Promise<boolean> {
  const open = await sql.run(
    `SELECT 1 FROM phuluc.documents WHERE state IN ('waiting', 'split') AND version = $1 LIMIT 1`,
    [version],
  )
  return open.length === 0
}

function story(name: string | Saying, result: JobResult): Saying {
  if (result.kind === 'split') return saying('worker.split', { name, parts: result.ranges.length })
  if (result.kind === 'pages')
    return saying(result.pages === null ? 'worker.unrecognised' : 'worker.recognised', { name })
  const { outcome, criteria, actions, failure } = result.result.outcome.entry
  return outcome === 'imported'
    ? saying('worker.imported', { name, criteria, actions })
    : (failure?.saying ?? saying('worker.failed', { name }))
}
