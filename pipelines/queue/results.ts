import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ImportReport, LeftOut, ReportEntry } from '../../schemas/report.js'
import { saying } from '../../src/messages/index.js'
import { plansOf } from '../batch/batch-import.js'
import { batchReport } from '../batch/batch-report.js'
import type { DocumentOutcome } from '../batch/import-document.js'
import { noTime, relateDocuments } from '../batch/related-documents.js'
import { UsageError } from '../system/spoken-errors.js'
import { makeFolder, ownPlanName, toJson, writeWhole, writing } from '../system/written-files.js'
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
      number === null ? saying('queue.nothing-yet') : saying('queue.no-import', { number }),
    )
  return { batch: String(row.batch), leftOut: row.left_out as LeftOut[] }
}

/** What a reader does when there is room again. */
const again = 'again'

/** How many inputs of an import are not finished yet. */
export async function openInputs(sql: Sql, { batch }: StoredImport): Promise<number> {
  const [row] = await sql.run(
    `SELECT count(*) FROM phuluc.batch_entries JOIN phuluc.documents USING (document_key)
     WHERE batch = $1 AND state IN ('waiting', 'split')`,
    [batch],
  )
  return Number(row?.count)
}

/**
 * Writes plans and report of a finished import into a folder, with the bytes that an import there would write: what
 * belongs together is joined here, where the plans are together for the first time.
 */
export async function writeResults(sql: Sql, found: StoredImport, out: string): Promise<ImportReport> {
  await writing(out, () => makeFolder(out), again)
  const rows = await sql.run(
    `SELECT e.document_key, e.entry, d.outcome, d.options ->> 'separate' = 'true' AS separate
     FROM phuluc.batch_entries e LEFT JOIN phuluc.documents d USING (document_key) WHERE batch = $1 ORDER BY ordinal`,
    [found.batch],
  )
  const outcomes = rows.map(outcomeOf)
  for (const [index, outcome] of outcomes.entries()) {
    const key = String(rows[index]?.document_key)
    for (const { entry } of plansOf(outcome)) if (entry.plan !== null) await writePlan(sql, key, out, entry)
  }
  const separate = rows.some((row) => row.separate === true)
  const related = await relateDocuments(outcomes.flatMap(plansOf), out, null, separate)
  const report = batchReport(related.entries, found.leftOut, related)
  const entries = outcomes.map(({ timing }) => timing)
  const milliseconds = entries.reduce((sum, timing) => sum + timing.milliseconds, 0)
  await writing(
    join(out, 'import-report.json'),
    async () => {
      await writeWhole(
        join(out, 'import-timing.json'),
        toJson({ schemaVersion: '1.0', jobs: 0, milliseconds, entries }),
      )
      await writeWhole(join(out, 'import-report.json'), toJson(report))
    },
    again,
  )
  return report
}

type StoredOutcome = Omit<DocumentOutcome, 'lasting' | 'twin'>

/** What became of an input: of one that needed no worker, only its entry is known. */
function outcomeOf({ entry, outcome }: Record<string, unknown>): StoredOutcome {
  if (entry === null) return outcome as DocumentOutcome
  const own = entry as ReportEntry
  return { entry: own, kin: null, file: null, further: [], timing: noTime(own.file) }
}

/** One plan at a time: an archive's plans do not fit into memory together. What an earlier run set aside is no more. */
async function writePlan(sql: Sql, key: string, out: string, { plan, ordinal }: ReportEntry): Promise<void> {
  const name = plan ?? ''
  const [row] =
    ordinal === 1
      ? await sql.run(`SELECT plan_file FROM phuluc.documents WHERE document_key = $1`, [key])
      : await sql.run(`SELECT plan_file FROM phuluc.further_plans WHERE document_key = $1 AND ordinal = $2`, [
          key,
          ordinal,
        ])
  const text = gunzipSync(row?.plan_file as Buffer).toString('utf8')
  const path = join(out, name)
  await writing(
    path,
    async () => {
      await writeWhole(path, text)
      await rm(join(out, ownPlanName(name)), { force: true })
    },
    again,
  )
}
