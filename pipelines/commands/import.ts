import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { ImportReport } from '../../schemas/report.js'
import { saying } from '../../src/messages/index.js'
import { type FolderOptions, importFolder } from '../batch/batch-import.js'
import { ImportProgress } from '../batch/import-progress.js'
import type { Values } from '../system/command-values.js'
import { say, spoken } from '../system/speech.js'
import { UsageError } from '../system/spoken-errors.js'
import { importOptions, oneOf } from './read-options.js'
import { wholeNumber } from './whole-number.js'

const failLevels = ['never', 'error', 'warning'] as const

/** `phuluc import`: progress on stderr, plans in files, events on stdout with `--json`. */
export async function runImport(paths: string[], values: Values): Promise<number> {
  if (paths.length === 0) throw new UsageError(saying('import.no-paths'))
  if (typeof values.queue === 'string') {
    const { runEnqueue } = await import('./queue-command.js')
    return runEnqueue(paths, optionsOf('', values), values.queue, values['pages-per-job'])
  }
  if (typeof values.out !== 'string') throw new UsageError(saying('import.no-out'))
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) throw new UsageError(saying('import.not-there', { path: missing }))
  if (existsSync(values.out) && !statSync(values.out).isDirectory())
    throw new UsageError(saying('import.out-is-file', { path: values.out }))
  const failOn = oneOf(values, 'fail-on', failLevels)
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
      if (!json) progress.show(event)
      else if (event.type === 'finished' && event.entry.failure !== null) say(event.entry.failure.saying)
      if (event.type === 'done') report = event.report
    }
  } finally {
    process.off('SIGINT', onInterrupt)
  }
  return report
}

function optionsOf(out: string, values: Values): FolderOptions & { out: string } {
  const seconds = wholeNumber(values.timeout, saying('import.timeout'))
  const memory = wholeNumber(values['max-memory'], saying('import.max-memory'))
  const bytes = wholeNumber(values['max-bytes'], saying('import.max-bytes'))
  const jobs = wholeNumber(values.jobs, saying('import.jobs'))
  return {
    out,
    ...importOptions(values),
    ...(bytes === null ? {} : { maxBytes: bytes }),
    ...(jobs === null ? {} : { jobs }),
    ...(seconds === null ? {} : { timeout: seconds * 1000 }),
    ...(memory === null ? {} : { maxMemory: memory * 1048576 }),
    resume: values.resume === true && values.force !== true,
  }
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

function exitCode(report: ImportReport, failOn: (typeof failLevels)[number]): number {
  if (report.totals.failed > 0) return 1
  if (failOn === 'never') return 0
  const { error, warning } = report.totals.severities
  return error > 0 || (failOn === 'warning' && warning > 0) ? 1 : 0
}
