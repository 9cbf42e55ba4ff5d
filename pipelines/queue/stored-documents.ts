import { gzipSync } from 'node:zlib'
import { Plan } from '../../schemas/plan.js'
import { planKey } from '../../schemas/plan-key.js'
import type { Saying } from '../../schemas/saying.js'
import { saying } from '../../src/messages/index.js'
import { failedEntry } from '../batch/import-document.js'
import { type DocumentOutcome, planOptions } from '../batch/journal.js'
import type { ImportOptions } from '../plan/import-plan.js'
import { unzipText } from '../system/bounded-files.js'
import type { Sql } from './database.js'
import type { Job, Jobs } from './jobs.js'
import { storable, writePlanRows } from './plan-rows.js'

/** A document as a worker gets it: plain options, as they came with the job. */
export interface StoredDocument {
  key: string
  sha256: string
  file: string
  bytes: number
  pagesPerJob: number
  options: Pick<ImportOptions, keyof ReturnType<typeof planOptions>>
}

export interface PageRange {
  first: number
  last: number
}

export async function loadDocument(sql: Sql, key: string): Promise<StoredDocument> {
  const [row] = await sql.run(
    `SELECT sha256, file, bytes::float8 AS bytes, pages_per_job, options FROM phuluc.documents WHERE document_key = $1`,
    [key],
  )
  return {
    key,
    sha256: String(row?.sha256),
    file: String(row?.file),
    bytes: Number(row?.bytes),
    pagesPerJob: Number(row?.pages_per_job),
    // Only what makes another plan: a job names no folders and no bounds of the machine.
    options: planOptions(row?.options as StoredDocument['options']) as StoredDocument['options'],
  }
}

/** The pieces of a document's bytes, one after another. */
export async function* loadContent(sql: Sql, sha256: string): AsyncGenerator<Buffer> {
  for (let ordinal = 0; ; ordinal++) {
    const [piece] = await sql.run(
      `SELECT data FROM phuluc.content_pieces WHERE sha256 = $1 AND ordinal = $2`,
      [sha256, ordinal],
    )
    if (piece === undefined) return
    yield piece.data as Buffer
  }
}

/** What a document gave, with its plan file unless it failed. */
export interface DocumentResult {
  outcome: DocumentOutcome
  planFile: Buffer | null
  /** Plan files of the other plans of a file that holds several, in the order of `outcome.further`. */
  furtherFiles: Buffer[]
}

/** Plan file, rows of the plan and report entry: all of what a finished document leaves. */
export async function storeResult(
  sql: Sql,
  key: string,
  { outcome, planFile, furtherFiles }: DocumentResult,
  worker: string,
): Promise<void> {
  const plan = planFile === null ? null : Plan.parse(JSON.parse(planFile.toString('utf8')))
  if (plan !== null) await writePlanRows(sql, { plan, corrections: [] })
  await sql.run(
    `UPDATE phuluc.documents SET state = $2, outcome = $3, plan_key = $4, plan_file = $5,
       finished_at = now(), finished_by = $6 WHERE document_key = $1`,
    [
      key,
      outcome.entry.outcome === 'imported' ? 'done' : 'failed',
      storable(outcome),
      plan === null ? null : planKey(plan),
      planFile === null ? null : gzipSync(planFile),
      worker,
    ],
  )
  await storeFurther(sql, key, furtherFiles)
  await sql.run(`UPDATE phuluc.page_ranges SET pages = NULL WHERE document_key = $1`, [key])
}

/** The other plans of a file that holds several, in the place of those it had. */
async function storeFurther(sql: Sql, key: string, files: Buffer[]): Promise<void> {
  await sql.run(`DELETE FROM phuluc.further_plans WHERE document_key = $1`, [key])
  for (const [index, file] of files.entries()) {
    const plan = Plan.parse(JSON.parse(file.toString('utf8')))
    await writePlanRows(sql, { plan, corrections: [] })
    await sql.run(
      `INSERT INTO phuluc.further_plans (document_key, ordinal, plan_key, plan_file) VALUES ($1, $2, $3, $4)`,
      [key, index + 2, planKey(plan), gzipSync(file)],
    )
  }
}

/** A long scan becomes jobs for its parts; whoever does the last of them asks for the document to be put together. */
export async function storeRanges(sql: Sql, jobs: Jobs, key: string, ranges: PageRange[]): Promise<void> {
  await sql.run(`UPDATE phuluc.documents SET state = 'split' WHERE document_key = $1`, [key])
  for (const { first, last } of ranges) {
    await sql.run(
      `INSERT INTO phuluc.page_ranges (document_key, first, last) VALUES ($1, $2, $3)
       ON CONFLICT (document_key, first) DO UPDATE SET last = excluded.last, finished = false, pages = NULL`,
      [key, first, last],
    )
    await jobs.add(sql, { kind: 'pages', document: key, first, last })
  }
}

/** Pages are null for a part that could not be recognised by itself: putting it together tries once more. */
export async function storePages(
  sql: Sql,
  jobs: Jobs,
  key: string,
  first: number,
  pages: Buffer | null,
): Promise<void> {
  // Parts of one document that are finished at the same time: the later sees what the earlier did.
  await sql.run(`SELECT 1 FROM phuluc.documents WHERE document_key = $1 FOR UPDATE`, [key])
  await sql.run(
    `UPDATE phuluc.page_ranges SET finished = true, pages = $3 WHERE document_key = $1 AND first = $2`,
    [key, first, pages === null ? null : gzipSync(pages)],
  )
  const open = await sql.run(
    `SELECT 1 FROM phuluc.page_ranges WHERE document_key = $1 AND NOT finished LIMIT 1`,
    [key],
  )
  if (open.length === 0) await jobs.add(sql, { kind: 'assembly', document: key })
}

/** The recognised parts of a document, one a line. */
export async function loadPages(sql: Sql, key: string): Promise<string> {
  const rows = await sql.run(
    `SELECT pages FROM phuluc.page_ranges WHERE document_key = $1 AND pages IS NOT NULL ORDER BY first`,
    [key],
  )
  return rows.map(({ pages }) => unzipText(pages as Buffer)).join('')
}

/** A failure that another try may not meet. */
export function passingFailure(file: string, sha256: string, why: Saying): DocumentOutcome {
  const timing = { file, milliseconds: 0, stages: {}, attempts: 0, peakMemory: 0 }
  const entry = failedEntry(file, sha256, 'unreadable', why)
  return { entry, timing, file: null, lasting: false, kin: null, twin: null, further: [] }
}

/** A job that was lost with all its workers: its document fails, a part of one is left to be put together. */
export async function bury(sql: Sql, jobs: Jobs, job: Job): Promise<void> {
  if (job.kind === 'pages') return storePages(sql, jobs, job.document, job.first, null)
  const { file, sha256 } = await loadDocument(sql, job.document)
  await sql.run(
    `UPDATE phuluc.documents SET state = 'dead', outcome = $2, finished_at = now() WHERE document_key = $1`,
    [job.document, storable(passingFailure(file, sha256, saying('document.dead', { file })))],
  )
}

/** Documents that another try may read are tried again; how many. */
export async function retryFailed(sql: Sql, jobs: Jobs): Promise<number> {
  const rows = await sql.run(
    `UPDATE phuluc.documents SET state = 'waiting', outcome = NULL, finished_at = NULL
     WHERE state = 'dead' OR (state = 'failed' AND outcome ->> 'lasting' = 'false') RETURNING document_key`,
  )
  for (const { document_key: key } of rows) await jobs.add(sql, { kind: 'document', document: String(key) })
  return rows.length
}
