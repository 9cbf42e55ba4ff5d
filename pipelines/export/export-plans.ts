import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Plan } from '../../schemas/plan.js'
import { type ExportedPlan, type SheetLanguage, tableNames } from '../../src/export/index.js'
import { saying } from '../../src/messages/index.js'
import { readOwnFile } from '../system/bounded-files.js'
import { UsageError } from '../system/spoken-errors.js'
import { makeTemporary, sweepTemporary } from '../system/temporary-folders.js'
import { makeFolder, writing } from '../system/written-files.js'
import { validatePlan } from '../validate-plan.js'
import type { PictureOf } from './place-picture.js'
import { csvRows, ndjsonRows, writeTableFiles } from './table-files.js'

export const exportFormats = ['ndjson', 'csv', 'parquet', 'duckdb', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportOptions {
  format: ExportFormat
  /** A folder for ndjson, csv and parquet, one file a table; a file for duckdb and xlsx. */
  out: string
  /** Excel reads CSV as UTF-8 only behind a byte order mark. */
  bom?: boolean
  /** Pictures of doubtful cells for the workbook. */
  pictureOf?: PictureOf | undefined
  /** Of the workbook's own words (default 'vi', whatever the machine speaks: it is passed on). */
  language?: SheetLanguage
}

/** Files of plans under the given paths, in a stable order. */
export async function findPlanFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (info === null) throw new UsageError(saying('plans.not-there', { path }))
    if (!info.isDirectory()) files.push(path)
    else
      for (const name of (await readdir(path)).sort())
        if (name.endsWith('.plan.json')) files.push(join(path, name))
  }
  if (files.length === 0) throw new UsageError(saying('plans.none', { paths: paths.join(', ') }))
  return files
}

/** Reads plan files one after another. What is no plan ends the export: half an export would be taken for a whole one. */
export async function* readPlans(files: readonly string[]): AsyncIterable<Plan> {
  for (const file of files) {
    const result = validatePlan(parse(file, await readOwnFile(file)))
    if (result.value === null) throw new UsageError(saying('plans.no-plan', { file }))
    yield result.value
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(saying('plans.not-json', { file }))
  }
}

/** Writes the flat tables of all plans, whole or not at all: made aside, then moved to its place. */
export async function exportPlans(plans: AsyncIterable<ExportedPlan>, options: ExportOptions): Promise<void> {
  const out = resolve(options.out)
  await refuseForeign(out, options)
  await writing(options.out, () => writeAside(plans, out, options), 'again')
}

async function writeAside(
  plans: AsyncIterable<ExportedPlan>,
  out: string,
  options: ExportOptions,
): Promise<void> {
  await makeFolder(dirname(out))
  const begin = `.${basename(out)}.partial-`
  await sweepTemporary(dirname(out), begin)
  const scratch = await makeTemporary(dirname(out), begin)
  try {
    const made = join(scratch, 'made')
    await writers[options.format](plans, made, options)
    await rm(out, { recursive: true, force: true })
    await rename(made, out)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** An export takes the place of an earlier one, never of anything else. */
async function refuseForeign(out: string, { format, out: given }: ExportOptions): Promise<void> {
  const info = await stat(out).catch(() => null)
  if (info === null) return
  const isFolder = info.isDirectory()
  if (format === 'duckdb' || format === 'xlsx') {
    if (isFolder) throw new UsageError(saying('export.is-folder', { path: given, format }))
    return
  }
  if (!isFolder) throw new UsageError(saying('export.is-file', { path: given, format }))
  const ours = new Set(tableNames.map((name) => `${name}.${format}`))
  const foreign = (await readdir(out)).find((name) => !ours.has(name))
  if (foreign !== undefined)
    throw new UsageError(saying('export.other-files', { path: given, example: foreign, format }))
}

type Writer = (plans: AsyncIterable<ExportedPlan>, out: string, options: ExportOptions) => Promise<void>

const writers: Record<ExportFormat, Writer> = {
  ndjson: async (plans, out) => {
    await mkdir(out)
    await writeTableFiles(plans, out, ndjsonRows)
  },
  csv: async (plans, out, { bom }) => {
    await mkdir(out)
    await writeTableFiles(plans, out, csvRows(bom === true))
  },
  parquet: async (plans, out) => {
    await mkdir(out)
    const { writeParquet } = await import('./export-duckdb.js')
    await writeParquet(await ndjsonBeside(plans, out), out)
  },
  duckdb: async (plans, out) => {
    const { writeDuckdb } = await import('./export-duckdb.js')
    await writeDuckdb(await ndjsonBeside(plans, out), out)
  },
  xlsx: async (plans, out, { pictureOf, language }) => {
    const { writeWorkbook } = await import('./export-workbook.js')
    await writeWorkbook(plans, out, pictureOf, language)
  },
}

/** The tables as NDJSON in the scratch folder, for the program that makes the final files. */
async function ndjsonBeside(plans: AsyncIterable<ExportedPlan>, out: string): Promise<string> {
  const folder = join(dirname(out), 'ndjson')
  await mkdir(folder)
  await writeTableFiles(plans, folder, ndjsonRows)
  return folder
}
