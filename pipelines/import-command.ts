import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { ImportReport, ReportEntry } from '../schemas/report.js'
import { UsageError } from '../src/errors.js'
import { type FolderOptions, importFolder } from './import-folder.js'

/** Options of a command line as parseArgs gives them. */
export type Values = Record<string, string | boolean | undefined>

const failLevels = ['error', 'warning', 'never'] as const

/** `phuluc import`: progress on stderr, plans in files, events on stdout with `--json`. */
export async function runImport(paths: string[], values: Values): Promise<number> {
  if (paths.length === 0) throw new UsageError('import: name at least one file or folder')
  if (typeof values.out !== 'string') throw new UsageError('import: say where the plans go with --out <dir>')
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) throw new UsageError(`import: ${missing} does not exist`)
  if (existsSync(values.out) && !statSync(values.out).isDirectory())
    throw new UsageError(`import: ${values.out} is a file; name a folder with --out`)
  const failOn = failLevel(values['fail-on'])
  const options: FolderOptions = {
    out: values.out,
    join: values['no-join'] !== true,
    repair: repairMode(values.repair),
    ...(typeof values.password === 'string' ? { password: values.password } : {}),
    ocr: ocrMode(values.ocr),
    ocrEngine: ocrEngine(values['ocr-engine']),
    ...pageRange(values.pages),
    ...maxBytes(values['max-bytes']),
    ...jobs(values.jobs),
    resume: values.resume === true && values.force !== true,
  }
  let report: ImportReport | null = null
  let total = 0
  for await (const event of importFolder(paths, options)) {
    if (values.json === true) process.stdout.write(`${JSON.stringify(event)}\n`)
    if (event.type === 'found') total = event.documents
    else if (event.type === 'finished' && (values.json !== true || event.entry.outcome === 'failed'))
      process.stderr.write(progressLine(event.entry, event.index + 1, total))
    else if (event.type === 'done') report = event.report
  }
  if (report === null) return 1
  if (typeof values.xlsx === 'string') await writeWorkbookOf(report, values.out, values.xlsx, paths)
  if (values.json !== true) process.stderr.write(summary(report, values.out))
  return exitCode(report, failOn)
}

/** The workbook to work in, of the plans that this run made or found made. */
async function writeWorkbookOf(
  report: ImportReport,
  folder: string,
  workbook: string,
  paths: readonly string[],
): Promise<void> {
  const plans = report.entries.flatMap(({ plan }) => (plan === null ? [] : [join(folder, plan)]))
  if (plans.length === 0) return
  const { exportFiles } = await import('./export-command.js')
  const sources = foldersAbove(paths)
  const refused = await exportFiles([...new Set(plans)], { format: 'xlsx', out: workbook, sources })
  for (const message of refused) process.stderr.write(`${message}\n`)
}

/** A plan names its document from the path that was given, or from a folder above it where several were. */
function foldersAbove(paths: readonly string[]): string[] {
  const folders = new Set<string>()
  for (let folder of paths.map((path) => resolve(path)))
    for (; !folders.has(folder); folder = dirname(folder)) folders.add(folder)
  return [...folders]
}

function failLevel(value: string | boolean | undefined): (typeof failLevels)[number] {
  const level = value ?? 'never'
  const known = failLevels.find((candidate) => candidate === level)
  if (known === undefined) throw new UsageError(`import: --fail-on takes one of ${failLevels.join(', ')}`)
  return known
}

const repairModes = ['auto', 'always', 'never'] as const

function repairMode(value: string | boolean | undefined): (typeof repairModes)[number] {
  const mode = repairModes.find((candidate) => candidate === (value ?? 'auto'))
  if (mode === undefined) throw new UsageError(`import: --repair takes one of ${repairModes.join(', ')}`)
  return mode
}

const ocrModes = ['auto', 'always', 'never'] as const

function ocrMode(value: string | boolean | undefined): (typeof ocrModes)[number] {
  const mode = ocrModes.find((candidate) => candidate === (value ?? 'auto'))
  if (mode === undefined) throw new UsageError(`import: --ocr takes one of ${ocrModes.join(', ')}`)
  return mode
}

const ocrEngines = ['tesseract.js', 'native'] as const

function ocrEngine(value: string | boolean | undefined): (typeof ocrEngines)[number] {
  const engine = ocrEngines.find((candidate) => candidate === (value ?? 'tesseract.js'))
  if (engine === undefined) throw new UsageError(`import: --ocr-engine takes one of ${ocrEngines.join(', ')}`)
  return engine
}

/** '3-9', or '3' for one page. */
function pageRange(value: string | boolean | undefined): { pages?: { first: number; last: number } } {
  if (value === undefined) return {}
  const [, first, last] = /^(\d+)(?:-(\d+))?$/u.exec(String(value)) ?? []
  const range = { first: Number(first), last: Number(last ?? first) }
  if (!(range.first >= 1 && range.last >= range.first))
    throw new UsageError('import: --pages takes a page or a range of pages, as in --pages 3-9')
  return { pages: range }
}

function maxBytes(value: string | boolean | undefined): { maxBytes?: number } {
  if (value === undefined) return {}
  const bytes = Number(value)
  if (!Number.isInteger(bytes) || bytes <= 0)
    throw new UsageError('import: --max-bytes takes a whole number of bytes')
  return { maxBytes: bytes }
}

function jobs(value: string | boolean | undefined): { jobs?: number } {
  if (value === undefined) return {}
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError('import: --jobs takes a whole number above 0')
  return { jobs: count }
}

function progressLine(entry: ReportEntry, index: number, total: number): string {
  const head = `[${index}/${total}] ${entry.file}`
  if (entry.outcome === 'failed') return `${head}\n      ✗ ${entry.failure?.message ?? 'failed'}\n`
  if (entry.duplicateOf !== null) return `${head}\n      skipped: the same bytes as ${entry.duplicateOf}\n`
  const doubts = Object.entries(entry.issues)
    .toSorted((a, b) => b[1] - a[1])
    .map(([code, count]) => `${code} ${count}`)
  return (
    `${head}\n      ${entry.criteria} criteria, ${entry.actions} actions, confidence ${entry.confidence?.toFixed(2)}` +
    `${entry.needsReview ? ', needs review' : ''} → ${entry.plan}\n` +
    (doubts.length === 0 ? '' : `      look at: ${doubts.join(', ')}\n`)
  )
}

function summary(report: ImportReport, out: string): string {
  const { inputs, imported, failed, skipped, criteria, needReview } = report.totals
  if (inputs === 0) return `No documents here; ${report.leftOut.length} files were left out.\n`
  return (
    `\n${imported} of ${inputs} documents imported, ${failed} failed, ${skipped} skipped; ${criteria} criteria; ` +
    `${needReview} need review.\nPlans and import-report.json are in ${out}\n`
  )
}

function exitCode(report: ImportReport, failOn: (typeof failLevels)[number]): number {
  if (report.totals.failed > 0) return 1
  if (failOn === 'never') return 0
  const { error, warning } = report.totals.severities
  return error > 0 || (failOn === 'warning' && warning > 0) ? 1 : 0
}
