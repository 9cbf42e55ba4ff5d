import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Limits } from '../../schemas/limits.js'
import type { ImportReport } from '../../schemas/report.js'
import { UsageError } from '../../src/errors.js'
import { type FolderOptions, importFolder } from '../batch/batch-import.js'
import { ImportProgress } from '../batch/import-progress.js'
import type { Values } from '../system/command-values.js'
import { say, spoken } from '../system/speech.js'

const failLevels = ['error', 'warning', 'never'] as const

/** `phuluc import`: progress on stderr, plans in files, events on stdout with `--json`. */
export async function runImport(paths: string[], values: Values): Promise<number> {
  if (paths.length === 0) throw new UsageError('import: name at least one file or folder')
  if (typeof values.queue === 'string') {
    const { runEnqueue } = await import('./queue-command.js')
    return runEnqueue(paths, optionsOf('', values), values.queue, values['pages-per-job'])
  }
  if (typeof values.out !== 'string') throw new UsageError('import: say where the plans go with --out <dir>')
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) throw new UsageError(`import: ${missing} does not exist`)
  if (existsSync(values.out) && !statSync(values.out).isDirectory())
    throw new UsageError(`import: ${values.out} is a file; name a folder with --out`)
  const failOn = failLevel(values['fail-on'])
  const report = await follow(paths, optionsOf(values.out, values), values.json === true)
  if (report === null) return interrupted
  if (typeof values.xlsx === 'string') await writeWorkbookOf(report, values.out, values.xlsx, paths, values)
  return exitCode(report, failOn)
}

/** What a shell is told of a program that Ctrl-C ended. */
const interrupted = 130

/** Imports and shows how it goes; null where it was stopped. */
async function follow(
  paths: string[],
  options: FolderOptions & { out: string },
  json: boolean,
): Promise<ImportReport | null> {
  const stop = new AbortController()
  const onInterrupt = (): void => stop.abort()
  process.once('SIGINT', onInterrupt)
  const { stderr } = process
  const progress = new ImportProgress(
    { isTTY: stderr.isTTY === true, columns: stderr.columns ?? 80, write: (text) => stderr.write(text) },
    options.out,
    spoken(),
  )
  let report: ImportReport | null = null
  try {
    for await (const event of importFolder(paths, { ...options, signal: stop.signal })) {
      if (json) process.stdout.write(`${JSON.stringify(event)}\n`)
      const isFailure = event.type === 'finished' && event.entry.outcome === 'failed'
      if (!json) progress.show(event)
      else if (isFailure) say(event.entry.failure?.message ?? event.entry.file)
      if (event.type === 'done') report = event.report
    }
  } finally {
    process.off('SIGINT', onInterrupt)
  }
  return report
}

function optionsOf(out: string, values: Values): FolderOptions & { out: string } {
  const seconds = wholeNumber(values.timeout, '--timeout takes a whole number of seconds')
  const memory = wholeNumber(values['max-memory'], '--max-memory takes a whole number of MiB')
  const bytes = wholeNumber(values['max-bytes'], '--max-bytes takes a whole number of bytes')
  const jobs = wholeNumber(values.jobs, '--jobs takes a whole number above 0')
  return {
    out,
    join: values['no-join'] !== true,
    separate: values.separate === true,
    repair: repairMode(values.repair),
    ...(typeof values.password === 'string' ? { password: values.password } : {}),
    ocr: ocrMode(values.ocr),
    ocrEngine: ocrEngine(values['ocr-engine']),
    ...pageRange(values.pages),
    ...(bytes === null ? {} : { maxBytes: bytes }),
    ...limitsOf(values.limit),
    ...(jobs === null ? {} : { jobs }),
    ...(seconds === null ? {} : { timeout: seconds * 1000 }),
    ...(memory === null ? {} : { maxMemory: memory * 1048576 }),
    resume: values.resume === true && values.force !== true,
  }
}

function wholeNumber(value: string | boolean | undefined, rule: string): number | null {
  if (value === undefined) return null
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`import: ${rule}`)
  return number
}

/** 'pages=5000,cells=1000000' */
function limitsOf(value: string | boolean | undefined): { limits?: Partial<Limits> } {
  if (value === undefined) return {}
  const pairs = String(value).split(',')
  const given = Object.fromEntries(
    pairs.map((pair) => pair.split('=')).map(([name, number]) => [name, Number(number)]),
  )
  const limits = Limits.partial().strict().safeParse(given)
  if (limits.success)
    return { limits: Object.fromEntries(Object.keys(given).map((name) => [name, given[name]])) }
  const names = Object.keys(Limits.shape).join(', ')
  throw new UsageError(`import: --limit takes name=N with a whole number above 0, of ${names}`)
}

/** The workbook to work in, of the plans that this run made or found made. */
async function writeWorkbookOf(
  report: ImportReport,
  folder: string,
  workbook: string,
  paths: readonly string[],
  values: Values,
): Promise<void> {
  const plans = report.entries.flatMap(({ plan }) => (plan === null ? [] : [join(folder, plan)]))
  if (plans.length === 0) return
  const { exportFiles, workbookLanguage } = await import('./export.js')
  const sources = foldersAbove(paths)
  const refused = await exportFiles([...new Set(plans)], {
    format: 'xlsx',
    out: workbook,
    sources,
    ...workbookLanguage(values),
  })
  for (const message of refused) say(message)
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

function exitCode(report: ImportReport, failOn: (typeof failLevels)[number]): number {
  if (report.totals.failed > 0) return 1
  if (failOn === 'never') return 0
  const { error, warning } = report.totals.severities
  return error > 0 || (failOn === 'warning' && warning > 0) ? 1 : 0
}
