import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { EntryTiming, ImportReport, LeftOut, ReportEntry } from '../../schemas/report.js'
import { UsageError } from '../../src/errors.js'
import { batchReport } from '../batch-report.js'
import { toJson, writeWhole, writing } from '../written-files.js'
import type { Sql } from './database.js'

/** One import among those in the database. */
interface StoredImport {
  batch: string
  leftOut: LeftOut[]
}

/** The import of that number, or the latest. Throws UsageError where there is none. */
export async function findImport(sql: Sql, number: number | null): Promise<StoredImport> {
  const [row] = await sql.run(
    `SELECT batch, left_out FROM phuluc.batches WHERE $1::bigint IS NULL OR number = $1 ORDER BY number DESC LIMIT 1`,
    [number],
  )
  if (row === undefined)
    throw new UsageError(
      number === null
        ? 'queue: nothing was put into this database yet; do so with phuluc import <folder> --queue'
        : `queue: there is no import ${number}; phuluc queue status lists them`,
    )
  return { batch: String(row.batch), leftOut: row.left_out as LeftOut[] }
}

/** How many inputs of an import are not finished yet. */
export async function openInputs(sql: Sql, { batch }: StoredImport): Promise<number> {
  const [row] = await sql.run(
    `SELECT count(*) FROM phuluc.batch_entries JOIN phuluc.documents USING (document_key)
     WHERE batch = $1 AND state IN ('waiting', 'split')`,
    [batch],
  )
  return Number(row?.count)
}

/** Writes plans and report of a finished import into a folder, with the bytes that an import there would write. */
export async function writeResults(sql: Sql, found: StoredImport, out: string): Promise<ImportReport> {
  await writing(out, () => mkdir(out, { recursive: true }))
  const rows = await sql.run(
    `SELECT e.file, e.document_key, COALESCE(e.entry, d.outcome -> 'entry') AS entry, d.outcome -> 'timing' AS timing
     FROM phuluc.batch_entries e LEFT JOIN phuluc.documents d USING (document_key) WHERE batch = $1 ORDER BY ordinal`,
    [found.batch],
  )
  const entries: ReportEntry[] = []
  const timings: EntryTiming[] = []
  for (const row of rows) {
    const entry = row.entry as ReportEntry
    entries.push(entry)
    timings.push((row.timing as EntryTiming | null) ?? noTime(entry.file))
    if (entry.plan !== null) await writePlan(sql, String(row.document_key), join(out, entry.plan))
  }
  const report = batchReport(entries, found.leftOut)
  const milliseconds = timings.reduce((sum, timing) => sum + timing.milliseconds, 0)
  await writing(join(out, 'import-report.json'), async () => {
    const timing = { schemaVersion: '1.0', jobs: 0, milliseconds, entries: timings }
    await writeWhole(join(out, 'import-timing.json'), toJson(timing))
    await writeWhole(join(out, 'import-report.json'), toJson(report))
  })
  return report
}

function noTime(file: string): EntryTiming {
  return { file, milliseconds: 0, stages: {}, attempts: 0, peakMemory: 0 }
}

/** One plan at a time: an archive's plans do not fit into memory together. */
async function writePlan(sql: Sql, key: string, path: string): Promise<void> {
  const [row] = await sql.run(`SELECT plan_file FROM phuluc.documents WHERE document_key = $1`, [key])
  const text = gunzipSync(row?.plan_file as Buffer).toString('utf8')
  await writing(path, () => writeWhole(path, text))
}
