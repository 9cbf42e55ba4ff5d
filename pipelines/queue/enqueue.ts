import { createHash } from 'node:crypto'
import type { LeftOut, ReportEntry } from '../../schemas/report.js'
import { type FoundDocument, findDocuments } from '../batch/find-documents.js'
import { blankEntry, type DocumentOptions, importDocument } from '../batch/import-document.js'
import { journalKey, planOptions } from '../batch/journal.js'
import { sourceOf } from '../plan/import-plan.js'
import { readDocumentFile } from '../system/bounded-files.js'
import { version } from '../system/package-root.js'
import type { Database, Sql } from './database.js'
import type { Jobs } from './jobs.js'
import { storable } from './plan-rows.js'

export interface EnqueueOptions extends Omit<DocumentOptions, 'out' | 'recogniser' | 'onStage'> {
  /** Scans with more pages than this are recognised in parts of so many pages. */
  pagesPerJob: number
}

export interface Enqueued {
  /** The number of this import in the database. */
  number: number
  documents: number
  /** How many of them were not in the database before. */
  added: number
  leftOut: LeftOut[]
}

interface Entry {
  file: string
  key: string | null
  /** What became of an input that needs no worker. */
  entry: ReportEntry | null
}

/** Bytes of one piece of a document in the database. */
const pieceBytes = 4 * 1024 * 1024

/**
 * Puts the documents under the paths into the database, each with a job; what is there already with the same content,
 * name, version and options is left as it is. Killed at any moment and started again, it goes on.
 */
export async function enqueue(
  paths: string[],
  options: EnqueueOptions,
  database: Database,
  jobs: Jobs,
): Promise<Enqueued> {
  const { documents, leftOut } = await findDocuments(paths, null)
  const firstWith = new Map<string, string>()
  const entries: Entry[] = []
  let added = 0
  for (const document of documents) {
    const bytes = await readWithin(document, options.maxBytes)
    if (bytes === null) {
      const { entry } = await importDocument(document, { ...options, out: null })
      entries.push({ file: document.name, key: null, entry })
      continue
    }
    const { sha256 } = sourceOf(document.name, bytes)
    const duplicateOf = firstWith.get(sha256)
    if (duplicateOf !== undefined) {
      const entry = { ...blankEntry(document.name), sha256, duplicateOf }
      entries.push({ file: document.name, key: null, entry })
      continue
    }
    firstWith.set(sha256, document.name)
    const key = journalKey(sha256, document.name, options)
    const isNew = await database.transaction((sql) =>
      addDocument(sql, jobs, { key, sha256, bytes, file: document.name }, options),
    )
    if (isNew) added++
    entries.push({ file: document.name, key, entry: null })
  }
  const number = await database.transaction((sql) => addBatch(sql, paths, entries, leftOut))
  return { number, documents: documents.length, added, leftOut }
}

/** Null for a file that is too large or cannot be read: the import tells of it without a worker. */
async function readWithin(document: FoundDocument, maxBytes?: number): Promise<Uint8Array | null> {
  return readDocumentFile(document.path, document.name, maxBytes).catch(() => null)
}

interface NewDocument {
  key: string
  sha256: string
  bytes: Uint8Array
  file: string
}

async function addDocument(
  sql: Sql,
  jobs: Jobs,
  { key, sha256, bytes, file }: NewDocument,
  options: EnqueueOptions,
): Promise<boolean> {
  const [stored] = await sql.run(
    `INSERT INTO phuluc.contents VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
    [sha256, bytes.length],
  )
  if (stored !== undefined)
    for (let from = 0, ordinal = 0; from < bytes.length; from += pieceBytes, ordinal++)
      await sql.run(`INSERT INTO phuluc.content_pieces VALUES ($1, $2, $3)`, [
        sha256,
        ordinal,
        bytes.subarray(from, from + pieceBytes),
      ])
  const [inserted] = await sql.run(
    `INSERT INTO phuluc.documents (document_key, sha256, file, bytes, version, options, pages_per_job)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`,
    [key, sha256, file, bytes.length, version, JSON.stringify(planOptions(options)), options.pagesPerJob],
  )
  if (inserted === undefined) return false
  await jobs.add(sql, { kind: 'document', document: key })
  return true
}

/** The same inputs are the same import, however often they are put in. */
async function addBatch(
  sql: Sql,
  paths: string[],
  entries: readonly Entry[],
  leftOut: LeftOut[],
): Promise<number> {
  const batch = createHash('sha256')
    .update(JSON.stringify([entries, leftOut]))
    .digest('hex')
    .slice(0, 16)
  const [inserted] = await sql.run(
    `INSERT INTO phuluc.batches (batch, paths, left_out) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING number`,
    [batch, paths, storable(leftOut)],
  )
  if (inserted !== undefined)
    await sql.run(
      `INSERT INTO phuluc.batch_entries (batch, ordinal, file, document_key, entry)
       SELECT $1, ordinal, file, key, entry
       FROM json_to_recordset($2) AS entries(ordinal integer, file text, key text, entry json)`,
      [batch, storable(entries.map((entry, index) => ({ ...entry, ordinal: index + 1 })))],
    )
  const [row] = await sql.run(`SELECT number FROM phuluc.batches WHERE batch = $1`, [batch])
  return Number(row?.number)
}
