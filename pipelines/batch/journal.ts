import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, constants, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { PlanFileName, planFileName } from '../../schemas/plan-key.js'
import { Kin, TwinCells } from '../../schemas/related.js'
import { EntryTiming, ReportEntry } from '../../schemas/report.js'
import type { ImportOptions } from '../plan/import-plan.js'
import { version } from '../system/package-root.js'
import { noFollow, ownPlanName, writeWhole, writing } from '../system/written-files.js'

const journalName = 'import-journal.ndjson'

/** What a plan file looked like when it was written. */
const PlanFile = z.object({ name: PlanFileName, bytes: z.number(), changed: z.number(), sha256: z.string() })

/** One finished document, or a plan that was joined, or two that were compared. */
const JournalLine = z.object({
  key: z.string(),
  entry: ReportEntry,
  timing: EntryTiming,
  /** The plan file that was written, null where none was. */
  file: PlanFile.nullable(),
  /** What finds the documents that belong to it; null where there is no plan. */
  kin: Kin.nullable(),
  /** What the comparison of twins gave. */
  twin: TwinCells.nullable(),
  /** False for failures that another run may not meet again: a crash, a time-out, a full disk. */
  lasting: z.boolean(),
  /** The other plans of a file that holds several. */
  further: z
    .array(z.object({ entry: ReportEntry, file: PlanFile.nullable(), kin: Kin.nullable() }))
    .default([]),
})
export type JournalLine = z.infer<typeof JournalLine>

/** What one document gave; a document that fails is an entry too, only a folder that cannot be written throws. */
export const DocumentOutcome = JournalLine.omit({ key: true })
export type DocumentOutcome = z.infer<typeof DocumentOutcome>

/** Whether a plan is called what its document and its place among the document's plans make it be called. */
function isOwnName({ plan, planId, sha256, ordinal }: ReportEntry): boolean {
  if (planId === null || sha256 === null) return plan === null
  return plan === planFileName({ id: planId, source: { sha256, part: { ordinal } } })
}

/** What a run has finished, on disk line by line: whatever happens to the run, the next one can go on from it. */
export interface Journal {
  /** The line of a document that need not be done again; null where it must be. */
  done(key: string): Promise<JournalLine | null>
  add(line: JournalLine): Promise<void>
  close(): void
}

/** The options that may make another plan of the same document. */
export function planOptions(options: ImportOptions) {
  const { join: joined, separate, repair, password, ocr, ocrEngine, pages, limits } = options
  return { join: joined, separate, repair, password, ocr, ocrEngine, pages, limits }
}

/** Content, name, product version and options: where one of them changed, the plan may be another. */
export function journalKey(sha256: string, name: string, options: ImportOptions): string {
  const parts = [sha256, name, version, planOptions(options)]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Opens the journal of an output folder; without `resume` it begins anew. */
export async function openJournal(folder: string, resume: boolean): Promise<Journal> {
  const path = join(folder, journalName)
  const lines = resume ? readLines(path) : new Map<string, JournalLine>()
  // Written anew with what is sound of it: what else stands there, a half line or a link, is no more.
  const known = [...lines.values()].map((line) => `${JSON.stringify(line)}\n`)
  const handle = await writing(path, async () => {
    await writeWhole(path, known.join(''))
    return openSync(path, constants.O_WRONLY | constants.O_APPEND | noFollow)
  })
  return {
    done: async (key) => {
      const line = lines.get(key)
      return line !== undefined && (await stands(folder, line)) ? line : null
    },
    add: (line) =>
      writing(path, async () => {
        appendFileSync(handle, `${JSON.stringify(line)}\n`)
        fsyncSync(handle)
      }),
    close: () => closeSync(handle),
  }
}

function readLines(path: string): Map<string, JournalLine> {
  const lines = new Map<string, JournalLine>()
  if (!existsSync(path)) return lines
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    const line = parseLine(text)
    if (line !== null) lines.set(line.key, line)
  }
  return lines
}

function parseLine(text: string): JournalLine | null {
  if (text === '') return null
  try {
    return JournalLine.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Whether the plan files are still what was written; they may have moved aside since, where they belong to another plan. */
async function stands(folder: string, line: JournalLine): Promise<boolean> {
  for (const { entry, file } of [line, ...line.further]) {
    if (entry.outcome === 'imported' && (file === null || file.name !== entry.plan || !isOwnName(entry)))
      return false
    if (file !== null && !(await isThere(folder, file))) return false
  }
  return line.file !== null || line.lasting
}

async function isThere(folder: string, file: z.infer<typeof PlanFile>): Promise<boolean> {
  return (
    (await isUnchanged(join(folder, ownPlanName(file.name)), file)) ||
    (await isUnchanged(join(folder, file.name), file))
  )
}

/** By size and time, and by its bytes where the time differs. */
async function isUnchanged(path: string, file: z.infer<typeof PlanFile>): Promise<boolean> {
  const status = await stat(path).catch(() => null)
  if (status === null || status.size !== file.bytes) return false
  if (status.mtimeMs === file.changed) return true
  return (
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex') === file.sha256
  )
}
