import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Plan, upgradedPlan } from '../../schemas/plan.js'
import { planFileName } from '../../schemas/plan-key.js'
import { type ImportReport, LeftOut, ReportEntry } from '../../schemas/report.js'
import { saying } from '../../src/messages/index.js'
import { plansOf } from '../batch/batch-import.js'
import { batchReport } from '../batch/batch-report.js'
import { failedEntry } from '../batch/import-document.js'
import { DocumentOutcome } from '../batch/journal.js'
import { noTime, type ReadDocument, relateDocuments } from '../batch/related-documents.js'
import { unzipText } from '../system/bounded-files.js'
import { UsageError } from '../system/spoken-errors.js'
import { openPlanFolder, ownPlanName, toJson, writeWhole, writing } from '../system/written-files.js'
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
  return { batch: String(row.batch), leftOut: z.array(LeftOut).parse(row.left_out) }
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
 * belongs together is joined here, where the plans are together for the first time. What no phuluc can have stored is
 * an input that failed, and names who stored it.
 */
export async function writeResults(sql: Sql, found: StoredImport, out: string): Promise<ImportReport> {
  await writing(out, () => openPlanFolder(out), again)
  const rows = await sql.run(
    `SELECT e.document_key, e.file, e.entry, d.sha256, d.outcome, d.finished_by,
       d.options ->> 'separate' = 'true' AS separate
     FROM phuluc.batch_entries e LEFT JOIN phuluc.documents d USING (document_key) WHERE batch = $1 ORDER BY ordinal`,
    [found.batch],
  )
  const outcomes: StoredOutcome[] = []
  for (const row of rows) outcomes.push(await takeResult(sql, row, out))
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
type Row = Record<string, unknown>

/** One input and its plans at a time: an archive's plans do not fit into memory together. */
async function takeResult(sql: Sql, row: Row, out: string): Promise<StoredOutcome> {
  const file = String(row.file)
  const outcome = outcomeOf(row, file)
  const texts = outcome === null ? null : await planTexts(sql, String(row.document_key), plansOf(outcome))
  if (outcome === null || texts === null) return refused(row, file)
  for (const [name, text] of texts) {
    const path = join(out, name)
    await writing(
      path,
      async () => {
        await writeWhole(path, text)
        // What an earlier run set aside is no more.
        await rm(join(out, ownPlanName(name)), { force: true })
      },
      again,
    )
  }
  return outcome
}

/** What became of an input: of one that needed no worker, only its entry is known. Null for what is no such thing. */
function outcomeOf({ entry, outcome, sha256 }: Row, file: string): StoredOutcome | null {
  if (entry !== null) {
    const own = ReportEntry.safeParse(entry).data
    if (own === undefined || own.plan !== null || own.file !== file) return null
    return { entry: own, kin: null, file: null, further: [], timing: noTime(file) }
  }
  const read = DocumentOutcome.safeParse(outcome).data
  if (read === undefined) return null
  const isOwn = plansOf(read).every(
    ({ entry: own }, index) => own.file === file && own.sha256 === sha256 && own.ordinal === index + 1,
  )
  return isOwn ? { ...withOwnName(read), further: read.further.map(withOwnName), timing: read.timing } : null
}

/** A plan is called what plan and document make it be called, whatever was stored; the plan itself is checked for it. */
function withOwnName({ entry, kin, file }: ReadDocument): ReadDocument {
  const { planId: id, sha256, ordinal } = entry
  if (entry.plan === null || id === null || sha256 === null)
    return { entry: { ...entry, plan: null }, kin, file: null }
  const name = planFileName({ id, source: { sha256, part: { ordinal } } })
  return { entry: { ...entry, plan: name }, kin, file: file === null ? null : { ...file, name } }
}

/** The plan files of an input by their names; null where one of them is no plan, or another document's. */
async function planTexts(sql: Sql, key: string, plans: ReadDocument[]): Promise<Map<string, string> | null> {
  const texts = new Map<string, string>()
  for (const { entry } of plans) {
    if (entry.plan === null) continue
    const [row] =
      entry.ordinal === 1
        ? await sql.run(`SELECT plan_file FROM phuluc.documents WHERE document_key = $1`, [key])
        : await sql.run(
            `SELECT plan_file FROM phuluc.further_plans WHERE document_key = $1 AND ordinal = $2`,
            [key, entry.ordinal],
          )
    const text = planText(row?.plan_file, entry)
    if (text === null) return null
    texts.set(entry.plan, text)
  }
  return texts
}

function planText(bytes: unknown, { plan: name, sha256 }: ReportEntry): string | null {
  try {
    const text = unzipText(bytes as Buffer)
    const plan = Plan.parse(upgradedPlan(JSON.parse(text)))
    return planFileName(plan) === name && plan.source.sha256 === sha256 ? text : null
  } catch {
    return null
  }
}

function refused({ sha256, finished_by: worker }: Row, file: string): StoredOutcome {
  const why = saying('document.foreign-result', { file, worker: String(worker ?? '?') })
  const entry = failedEntry(file, sha256 === null ? null : String(sha256), 'damaged', why)
  return { entry, kin: null, file: null, further: [], timing: noTime(file) }
}
