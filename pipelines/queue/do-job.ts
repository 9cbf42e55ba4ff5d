import { createWriteStream } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { PlanFileName } from '../../schemas/plan-key.js'
import type { Saying } from '../../schemas/saying.js'
import { saying } from '../../src/messages/index.js'
import { type BatchLimits, readInSlot, taskOf, type WorkOptions } from '../batch/batch-workers.js'
import type { FoundDocument } from '../batch/find-documents.js'
import { WorkerLostError, type WorkerSlot } from '../batch/worker-slots.js'
import { makeTemporary } from '../system/temporary-folders.js'
import { OutputError, recordedName, writing } from '../system/written-files.js'
import type { Database } from './database.js'
import type { Job } from './jobs.js'
import {
  type DocumentResult,
  loadContent,
  loadDocument,
  loadPages,
  type PageRange,
  type StoredDocument,
} from './stored-documents.js'

/** What a job gave, to be stored with its completion. */
export type JobResult =
  | { kind: 'document'; result: DocumentResult }
  | { kind: 'split'; ranges: PageRange[] }
  | { kind: 'pages'; pages: Buffer | null }

export interface JobTools {
  database: Database
  slot: WorkerSlot
  limits: BatchLimits
  /** How many jobs this machine does at a time. */
  jobs: number
  /** Told of a document that is tried once more. */
  tell(message: Saying): void
}

/** Does a job in the worker process of the slot; null where it was stopped. Nothing is stored. */
export async function doJob(job: Job, tools: JobTools, stop: AbortSignal): Promise<JobResult | null> {
  const document = await loadDocument(tools.database, job.document)
  return inFolder(async (folder) => {
    const path = join(folder, 'document')
    await writing(path, () => pipeline(loadContent(tools.database, document.sha256), createWriteStream(path)))
    const local = new LocalDocument(document, folder, tools, stop)
    if (job.kind === 'pages') return { kind: 'pages', pages: await local.recognise(job) }
    if (job.kind === 'document') {
      const ranges = await local.ranges()
      if (ranges.length > 0) return { kind: 'split', ranges }
    } else await local.bringPages(await loadPages(tools.database, document.key))
    const result = await local.read()
    return result === null ? null : { kind: 'document', result }
  })
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await writing(tmpdir(), () => makeTemporary())
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A document whose bytes were brought to this machine. */
class LocalDocument {
  private readonly found: FoundDocument
  private readonly options: WorkOptions

  constructor(
    private readonly stored: StoredDocument,
    private readonly folder: string,
    private readonly tools: JobTools,
    private readonly stop: AbortSignal,
  ) {
    this.found = { path: join(folder, 'document'), name: stored.file, bytes: stored.bytes }
    const { limits, jobs } = tools
    // Its size was checked when it was put into the database.
    this.options = { ...stored.options, ...limits, jobs, out: folder, maxBytes: Number.MAX_SAFE_INTEGER }
  }

  /** The parts of a scan that is longer than one job; none for anything else. */
  async ranges(): Promise<PageRange[]> {
    const { pagesPerJob, options } = this.stored
    const first = (options.pages?.first ?? 1) + pagesPerJob
    const last = Math.min(first + 2, options.pages?.last ?? Number.MAX_SAFE_INTEGER)
    if (first > last) return []
    // Three pages beyond one job's show whether it is worth while to look at all of them.
    if ((await this.pagesToRecognise({ first, last })).length === 0) return []
    const pages = await this.pagesToRecognise(options.pages)
    if (pages.length <= pagesPerJob) return []
    const ranges: PageRange[] = []
    for (let at = 0; at < pages.length; at += pagesPerJob) {
      const part = pages.slice(at, at + pagesPerJob)
      ranges.push({ first: part[0] ?? 1, last: part.at(-1) ?? 1 })
    }
    return ranges
  }

  private async pagesToRecognise(pages: PageRange | undefined): Promise<number[]> {
    const { pages: _, ...rest } = this.options
    const task = taskOf(this.found, { ...rest, ...(pages === undefined ? {} : { pages }) })
    const answer = await this.tryTwice(() => this.tools.slot.run({ ...task, work: 'survey' }, this.stop))
    return answer !== null && 'pages' in answer ? answer.pages : []
  }

  /** Null for pages that took their worker down twice. */
  async recognise({ first, last }: PageRange): Promise<Buffer | null> {
    const task = taskOf(this.found, { ...this.options, pages: { first, last } })
    const answer = await this.tryTwice(() => this.tools.slot.run({ ...task, work: 'recognise' }, this.stop))
    if (answer === null) return null
    if ('outputError' in answer) throw new OutputError(answer.outputError)
    return 'recordings' in answer ? readFile(join(this.folder, recordedName)) : null
  }

  private async tryTwice<T>(work: () => Promise<T>): Promise<T | null> {
    for (let attempt = 1; attempt <= 2; attempt++) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof WorkerLostError)) throw error
      }
    }
    return null
  }

  async bringPages(pages: string): Promise<void> {
    const file = join(this.folder, 'pages.ndjson')
    await writing(file, () => writeFile(file, pages))
    this.options.recordings = file
  }

  /** Null where it was stopped. */
  async read(): Promise<DocumentResult | null> {
    const document = { ...this.found, index: 0, key: this.stored.key, sha256: this.stored.sha256 }
    const outcome = await readInSlot(this.tools.slot, document, this.options, this.stop, (event) => {
      if (event.type === 'retried') this.tools.tell(saying('import.retried', { reason: event.saying }))
    })
    if (outcome === null) return null
    const [planFile = null, ...furtherFiles] = await Promise.all(
      [outcome, ...outcome.further].flatMap(({ entry }) =>
        entry.plan === null ? [] : [readFile(join(this.folder, PlanFileName.parse(entry.plan)))],
      ),
    )
    return { outcome, planFile, furtherFiles }
  }
}
