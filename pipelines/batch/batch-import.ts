import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { ImportEvent, ReportEntry } from '../../schemas/report.js'
import { saying } from '../../src/messages/index.js'
import { defaultMaxBytes } from '../system/bounded-files.js'
import { EventQueue } from '../system/event-queue.js'
import { UsageError } from '../system/spoken-errors.js'
import { sweepTemporary } from '../system/temporary-folders.js'
import { openPlanFolder, toJson, writeWhole, writing } from '../system/written-files.js'
import { batchReport } from './batch-report.js'
import { type BatchDocument, type BatchLimits, furtherEntries, runDocuments } from './batch-workers.js'
import { type FoundDocument, findDocuments } from './find-documents.js'
import { blankEntry, type DocumentOptions } from './import-document.js'
import { type DocumentOutcome, type Journal, type JournalLine, journalKey, openJournal } from './journal.js'
import { noTime, type ReadDocument, type RelatedDocuments, relateDocuments } from './related-documents.js'

export interface FolderOptions extends DocumentOptions {
  /** How many documents are read at a time, each in a process of its own (default: the number of cores). */
  jobs?: number
  /** Leaves out what an earlier run into the same folder has finished and nothing has changed since. */
  resume?: boolean
  /** Milliseconds that one document may take (default 30 minutes). */
  timeout?: number
  /** Bytes of memory that one worker may hold (default 2 GiB). */
  maxMemory?: number
  signal?: AbortSignal
}

/** What a worker may take for one document: half an hour, 2 GiB. */
export const defaultLimits: BatchLimits = { timeout: 30 * 60_000, memory: 2 * 1024 ** 3 }

/**
 * Imports every document under the paths, in a stable order. A document that fails, hangs or takes its worker down is
 * reported and the rest goes on; plans are written whole or not at all, and are the same whatever `jobs` is. Throws
 * UsageError where `out` is no folder, OutputError where it cannot be written.
 */
export async function* importFolder(paths: string[], options: FolderOptions): AsyncIterable<ImportEvent> {
  const began = performance.now()
  const found = await findDocuments(paths, options.out)
  const bytes = found.documents.reduce((sum, document) => sum + document.bytes, 0)
  yield { type: 'found', documents: found.documents.length, bytes, leftOut: found.leftOut }
  const journal = await openOutput(options)
  const results: Result[] = []
  const outcomes: Outcome[] = []
  const jobs = options.jobs ?? availableParallelism()
  try {
    const pending: BatchDocument[] = []
    for await (const { event, line } of settled(found.documents, options, journal, pending)) {
      results[event.index] = event
      outcomes[event.index] = line ?? { entry: event.entry, kin: null, file: null, further: [] }
      yield event
    }
    const queue = new EventQueue<ImportEvent>()
    const bounded = { ...options, ...limitsOf(options), jobs }
    const work = runDocuments(pending, bounded, journal, (event, outcome) => {
      if (event.type === 'finished' && outcome !== undefined) outcomes[event.index] = outcome
      queue.push(event)
    })
    work.then(
      () => queue.end(),
      (error: unknown) => queue.fail(error),
    )
    for await (const event of queue) {
      if (event.type === 'finished') results[event.index] = event
      yield event
    }
    const done = results.filter((result) => result !== undefined)
    if (done.length < found.documents.length) {
      yield { type: 'stopped', done: done.length, remaining: found.documents.length - done.length }
      return
    }
    const related = await relatedOf(outcomes.flatMap(plansOf), options, journal)
    yield* relationEvents(related)
    const report = batchReport(related.entries, found.leftOut, related)
    const timing = {
      schemaVersion: '1.0' as const,
      jobs,
      milliseconds: Math.round(performance.now() - began),
      entries: done.map((result) => result.timing),
    }
    const { out } = options
    if (out !== null)
      await writing(join(out, 'import-report.json'), async () => {
        await writeWhole(join(out, 'import-timing.json'), toJson(timing))
        await writeWhole(join(out, 'import-report.json'), toJson(report))
      })
    yield { type: 'done', report, timing }
  } finally {
    journal?.close()
  }
}

/** What is kept of a document until all of them are read. */
type Outcome = Pick<DocumentOutcome, 'entry' | 'kin' | 'file' | 'further'>

type Result = Extract<ImportEvent, { type: 'finished' }>

/** A file that holds several plans is so many documents. */
export function plansOf({ entry, kin, file, further }: Outcome): ReadDocument[] {
  return [{ entry, kin, file }, ...further]
}

/** What belongs together can only be joined where plans are written: it is put together from them. */
async function relatedOf(
  outcomes: ReadDocument[],
  { out, separate }: FolderOptions,
  journal: Journal | null,
): Promise<RelatedDocuments> {
  if (out === null) return { entries: outcomes.map(({ entry }) => entry), joined: [], twins: [], doubts: [] }
  return relateDocuments(outcomes, out, journal, separate ?? false)
}

function* relationEvents({ joined, twins, doubts }: RelatedDocuments): Iterable<ImportEvent> {
  for (const one of joined) yield { type: 'joined', joined: one }
  for (const twin of twins) yield { type: 'twin', twin }
  for (const doubt of doubts) yield { type: 'doubted', doubt }
}

function limitsOf(options: FolderOptions): BatchLimits {
  return {
    timeout: options.timeout ?? defaultLimits.timeout,
    memory: options.maxMemory ?? defaultLimits.memory,
  }
}

async function openOutput(options: FolderOptions): Promise<Journal | null> {
  const { out } = options
  if (out === null) return null
  const occupied = await stat(out).catch(() => null)
  if (occupied !== null && !occupied.isDirectory())
    throw new UsageError(saying('import.out-is-file', { path: out }))
  await sweepTemporary()
  await writing(out, () => openPlanFolder(out))
  return openJournal(out, options.resume ?? false)
}

/**
 * Decides about every document before any is read: what an earlier run has done is taken over, a second file with the
 * bytes of an earlier one is skipped, and what is left goes to `pending`.
 */
async function* settled(
  documents: FoundDocument[],
  options: FolderOptions,
  journal: Journal | null,
  pending: BatchDocument[],
): AsyncIterable<{ event: Result; line: JournalLine | null }> {
  const firstWith = new Map<string, string>()
  for (const [index, document] of documents.entries()) {
    if (options.signal?.aborted === true) return
    const sha256 = await hashOf(document, options.maxBytes ?? defaultMaxBytes)
    const duplicateOf = sha256 === null ? undefined : firstWith.get(sha256)
    if (sha256 !== null && duplicateOf === undefined) firstWith.set(sha256, document.name)
    const key = sha256 === null ? null : journalKey(sha256, document.name, options)
    if (duplicateOf !== undefined) {
      const entry: ReportEntry = { ...blankEntry(document.name), sha256, duplicateOf }
      const timing = noTime(document.name)
      const event = { type: 'finished' as const, index, entry, further: [], timing, resumed: false }
      yield { event, line: null }
      continue
    }
    const done = key === null ? null : await journal?.done(key)
    const isOf = (entry: ReportEntry): boolean => entry.file === document.name && entry.sha256 === sha256
    if (done === null || done === undefined || ![done.entry, ...furtherEntries(done)].every(isOf))
      pending.push({ ...document, index, key, sha256 })
    else {
      const { entry, timing } = done
      const further = furtherEntries(done)
      const event = { type: 'finished' as const, index, entry, further, timing, resumed: true }
      yield { event, line: done }
    }
  }
}

/** Null for a file above the limit, which is refused unread, and for one that cannot be read, which is told later. */
async function hashOf(document: FoundDocument, maxBytes: number): Promise<string | null> {
  if (document.bytes > maxBytes) return null
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(document.path)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch {
    return null
  }
}
