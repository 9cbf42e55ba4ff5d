import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Plan } from '../schemas/plan.js'
import type { ImportEvent, ImportReport, ReportEntry } from '../schemas/report.js'
import { UnusableInputError } from '../src/errors.js'
import { type ImportOptions, importPlan, sourceOf } from './import-plan.js'
import { version } from './package-root.js'
import { openRecognition } from './recognition.js'

export interface FolderOptions extends ImportOptions {
  /** Where the plans go; null reads without writing. */
  out: string | null
  /** Larger files are refused (bytes, default 64 MiB). */
  maxBytes?: number
  signal?: AbortSignal
}

interface FoundFile {
  path: string
  /** As the plan names it: relative to the path that was given, with `/`. */
  name: string
}

const defaultMaxBytes = 64 * 1024 * 1024
const ignoredNames = /^(?:readme|license|changelog)\b|\.plan\.json$|\.json$/iu

/**
 * Imports every document under the paths, in a stable order. A document that fails is reported and the rest goes on;
 * plans are written whole or not at all.
 */
export async function* importFolder(paths: string[], options: FolderOptions): AsyncIterable<ImportEvent> {
  const files = await discover(paths)
  yield { type: 'found', documents: files.length }
  if (options.out !== null) await mkdir(options.out, { recursive: true })
  const entries: ReportEntry[] = []
  const recogniser = openRecognition({ engine: options.ocrEngine })
  try {
    for (const [index, file] of files.entries()) {
      if (options.signal?.aborted === true) break
      yield { type: 'started', file: file.name, index }
      const entry = await importOne(file, { recogniser, ...options })
      entries.push(entry)
      yield { type: 'finished', index, entry }
    }
  } finally {
    await recogniser.close()
  }
  const report = reportOf(entries)
  if (options.out !== null) await writeWhole(join(options.out, 'import-report.json'), toJson(report))
  yield { type: 'done', report }
}

async function importOne(file: FoundFile, options: FolderOptions): Promise<ReportEntry> {
  const started = performance.now()
  const failed = (code: UnusableInputError['code'], message: string, sha256: string | null): ReportEntry => ({
    ...blankEntry(file.name, performance.now() - started),
    sha256,
    outcome: 'failed',
    failure: { severity: 'error', code, message, at: null, target: null },
  })
  let sha256: string | null = null
  try {
    const bytes = await readBounded(file, options.maxBytes ?? defaultMaxBytes)
    const source = sourceOf(file.name, bytes)
    sha256 = source.sha256
    const plan = (await importPlan(source, options)).value
    const name = `${plan.id}-${source.sha256.slice(0, 8)}.plan.json`
    if (options.out !== null) await writeWhole(join(options.out, name), toJson(plan))
    return { ...entryOf(plan, performance.now() - started), plan: options.out === null ? null : name }
  } catch (error) {
    if (error instanceof UnusableInputError) return failed(error.code, error.message, sha256)
    if (isSystemError(error)) return failed('unreadable', systemMessage(file.name, error), sha256)
    // A fault of ours in one document must not take the night's other documents with it.
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const message = `${file.name}: reading it failed (${reason}). This is a fault of phuluc; please report it with the file.`
    return failed('unreadable', message, sha256)
  }
}

async function readBounded(file: FoundFile, maxBytes: number): Promise<Uint8Array> {
  const { size } = await stat(file.path)
  if (size > maxBytes)
    throw new UnusableInputError(
      'too-large',
      `${file.name}: ${Math.round(size / 1048576)} MiB is above the limit of ${Math.round(maxBytes / 1048576)} MiB. Split the document or raise --max-bytes.`,
    )
  return readFile(file.path)
}

function entryOf(plan: Plan, milliseconds: number): ReportEntry {
  const criteria = plan.appendices.flatMap((appendix) => appendix.criteria)
  const issues: Record<string, number> = {}
  for (const issue of plan.issues) issues[issue.code] = (issues[issue.code] ?? 0) + 1
  return {
    ...blankEntry(plan.source.file, milliseconds),
    sha256: plan.source.sha256,
    outcome: 'imported',
    planId: plan.id,
    route: plan.source.route,
    criteria: criteria.length,
    actions: criteria.reduce((sum, criterion) => sum + criterion.actions.length, 0),
    confidence: plan.quality.confidence,
    needsReview: plan.quality.needsReview,
    issues,
  }
}

function blankEntry(file: string, milliseconds: number): ReportEntry {
  return {
    file,
    sha256: null,
    outcome: 'skipped',
    plan: null,
    planId: null,
    route: null,
    criteria: 0,
    actions: 0,
    confidence: null,
    needsReview: false,
    issues: {},
    failure: null,
    milliseconds: Math.round(milliseconds),
  }
}

function reportOf(entries: ReportEntry[]): ImportReport {
  const count = (outcome: ReportEntry['outcome']): number =>
    entries.filter((entry) => entry.outcome === outcome).length
  return {
    schemaVersion: '1.0',
    generator: { name: 'phuluc', version },
    totals: {
      inputs: entries.length,
      imported: count('imported'),
      failed: count('failed'),
      skipped: count('skipped'),
      criteria: entries.reduce((sum, entry) => sum + entry.criteria, 0),
      needReview: entries.filter((entry) => entry.needsReview).length,
    },
    entries,
  }
}

/**
 * Files under the paths in code-point order; hidden files, links, notes and our own output are left out. A name is
 * relative to the path that was given, with several paths to the folder they share.
 */
async function discover(paths: string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  const shared = paths.length > 1 ? sharedFolder(paths) : null
  for (const path of paths) {
    const isFolder = (await stat(path)).isDirectory()
    const root = shared ?? (isFolder ? path : dirname(path))
    if (isFolder) await walk(root, path, found)
    else found.push({ path, name: nameOf(root, path) })
  }
  return found
}

function sharedFolder(paths: string[]): string {
  const [first = [], ...rest] = paths.map((path) => resolve(path).split(sep).slice(0, -1))
  const length = first.findIndex((part, index) => rest.some((other) => other[index] !== part))
  return (length < 0 ? first : first.slice(0, length)).join(sep) || sep
}

function nameOf(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

async function walk(root: string, folder: string, found: FoundFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.') || entry.isSymbolicLink()) continue
    if (entry.isDirectory()) await walk(root, path, found)
    else if (entry.isFile() && !ignoredNames.test(entry.name)) found.push({ path, name: nameOf(root, path) })
  }
}

/** Written beside its place first and moved there: a reader never sees half a file. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.partial`
  try {
    await writeFile(partial, text)
    await rename(partial, path)
  } catch (error) {
    await unlink(partial).catch(() => undefined)
    throw error
  }
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

function systemMessage(name: string, error: NodeJS.ErrnoException): string {
  const reasons: Record<string, string> = {
    ENOENT: 'the file is not there any more',
    EACCES: 'reading or writing is not permitted; check the rights of the file and of the output folder',
    ENOSPC: 'the disk is full; make room and run the same command again',
    EROFS: 'the output folder cannot be written; choose another with --out',
  }
  return `${name}: ${reasons[error.code ?? ''] ?? error.message}.`
}
