import { readFile, stat } from 'node:fs/promises'
import type { ParseArgsConfig } from 'node:util'
import { UsageError } from '../../src/errors.js'
import { argumentNames } from '../../src/messages/index.js'
import type { FixtureResult } from '../evaluate.js'
import type { PublishedName } from '../json-schemas.js'
import type { Values } from '../system/command-values.js'
import { say, spoken, told } from '../system/speech.js'
import { toJson } from '../system/written-files.js'
import { runImport } from './import.js'

/** Commands load what they need: most of the program is of no use to most of them. */
export interface Command {
  usage: string
  summary: string
  options: NonNullable<ParseArgsConfig['options']>
  /** Returns the exit code. */
  run(positionals: string[], values: Values): Promise<number>
}

export const commands: Record<string, Command> = {
  import: {
    usage:
      'phuluc import <file or folder…> --out <dir> [--xlsx <file>] [--no-join] [--separate] [--repair auto|always|never] [--fail-on error|warning|never] [--max-bytes N] [--limit name=N,…] [--password P] [--ocr auto|always|never] [--ocr-engine tesseract.js|native] [--pages 3-9] [--jobs N] [--timeout S] [--max-memory MiB] [--resume] [--force] [--json] | phuluc import <file or folder…> --queue postgres://… [--pages-per-job N]',
    summary:
      'Turns every readable document under the paths into one plan file; import-report.json says what became of each.',
    options: {
      out: { type: 'string', short: 'o' },
      xlsx: { type: 'string' },
      'no-join': { type: 'boolean' },
      separate: { type: 'boolean' },
      repair: { type: 'string' },
      password: { type: 'string' },
      ocr: { type: 'string' },
      'ocr-engine': { type: 'string' },
      pages: { type: 'string' },
      'fail-on': { type: 'string' },
      'max-bytes': { type: 'string' },
      limit: { type: 'string' },
      jobs: { type: 'string' },
      timeout: { type: 'string' },
      'max-memory': { type: 'string' },
      resume: { type: 'boolean' },
      force: { type: 'boolean' },
      json: { type: 'boolean' },
      queue: { type: 'string' },
      'pages-per-job': { type: 'string' },
    },
    run: runImport,
  },
  worker: {
    usage:
      'phuluc worker --queue postgres://… [--jobs N] [--once] [--lease S] [--timeout S] [--max-memory MiB]',
    summary:
      'Reads documents that import --queue put into a database; any number of machines may do so. --once leaves when all are finished.',
    options: {
      queue: { type: 'string' },
      jobs: { type: 'string' },
      once: { type: 'boolean' },
      lease: { type: 'string' },
      timeout: { type: 'string' },
      'max-memory': { type: 'string' },
    },
    run: async (_, values) => (await import('./worker-command.js')).runWorkerCommand(values),
  },
  queue: {
    usage:
      'phuluc queue status|results|retry --queue postgres://… [--json] [--out <dir>] [--import N] [--wait]',
    summary:
      'status tells how far a queue is, results writes plans and report of an import as import would, retry tries lost documents again.',
    options: {
      queue: { type: 'string' },
      out: { type: 'string', short: 'o' },
      import: { type: 'string' },
      wait: { type: 'boolean' },
      json: { type: 'boolean' },
    },
    run: async (positionals, values) => (await import('./queue-command.js')).runQueue(positionals, values),
  },
  evaluate: {
    usage: 'phuluc evaluate <fixtures dir> [--json] [--details]',
    summary:
      'Imports every fixture and compares with its expected plan; exit 1 below the thresholds stored with it.',
    options: { json: { type: 'boolean' }, details: { type: 'boolean' } },
    run: runEvaluate,
  },
  validate: {
    usage: 'phuluc validate <plan.json…>',
    summary: 'Checks plan files, whoever wrote them, against the schema and their inner references.',
    options: {},
    run: runValidate,
  },
  repair: {
    usage: 'phuluc repair [file|-] [--repair auto|always] [--report <file>]',
    summary: 'Restores Vietnamese diacritics in plain text; line N of the output is line N of the input.',
    options: { repair: { type: 'string' }, report: { type: 'string' } },
    run: async (positionals, values) => (await import('./repair.js')).runRepair(positionals, values),
  },
  text: {
    usage: 'phuluc text <file> [--json]',
    summary: 'Prints what was read from the document before any interpretation, with source lines.',
    options: { json: { type: 'boolean' } },
    run: runText,
  },
  export: {
    usage:
      'phuluc export <dir or plan.json…> --to ndjson|csv|xlsx|parquet|duckdb|fixture|postgres://… --out <path> [--bom] [--sources <dir>]',
    summary:
      'Writes the plans, corrections applied, as flat tables or as a workbook; --sources names the documents for its pictures.',
    options: {
      to: { type: 'string' },
      out: { type: 'string', short: 'o' },
      bom: { type: 'boolean' },
      sources: { type: 'string' },
    },
    run: async (positionals, values) => (await import('./export.js')).runExport(positionals, values),
  },
  apply: {
    usage: 'phuluc apply <workbook.xlsx> [--plans <dir>]',
    summary: 'Stores what was typed into the workbook as corrections beside the plans; exports use them.',
    options: { plans: { type: 'string' } },
    run: async (positionals, values) => (await import('./apply.js')).runApply(positionals, values),
  },
  report: {
    usage: 'phuluc report <dir> [--out report.html]',
    summary:
      'Writes one HTML page about the plans of a folder: quality, coverage, tasks, scores, what needs review.',
    options: { out: { type: 'string', short: 'o' } },
    run: async (positionals, values) => (await import('./report.js')).runReport(positionals, values),
  },
  review: {
    usage: 'phuluc review <dir>',
    summary: 'A local page to correct plans beside their documents; not there yet.',
    options: {},
    run: async () => {
      throw new UsageError(
        'review is not there yet. Until it is, review in the workbook: phuluc export <dir> --to xlsx --out <file>, then phuluc apply <file>.',
      )
    },
  },
  schema: {
    usage: 'phuluc schema [plan|report|event|document|expectation]',
    summary: 'Prints a JSON Schema (default: plan).',
    options: {},
    run: runSchema,
  },
}

export function helpText(): string {
  const lines = Object.values(commands).map(
    (command) => `  ${usageOf(command)}\n      ${told(command.summary)}`,
  )
  const ends = [
    'Every command takes --lang vi|en; without it the language of the machine is used.',
    'Exit codes: 0 all well, 1 a document failed, 2 the command line is wrong.',
  ]
  return `${told('phuluc reads Vietnamese administrative plans into normalized JSON.')}\n\n${lines.join('\n')}\n\n${ends.map(told).join('\n')}\n`
}

/** What `phuluc <command> --help` prints. */
export function commandHelp(command: Command): string {
  return `${usageOf(command)}\n\n${told(command.summary)}\n`
}

function usageOf({ usage }: Command): string {
  if (spoken() === 'en') return usage
  return argumentNames.reduce((text, [english, vietnamese]) => text.replaceAll(english, vietnamese), usage)
}

async function runEvaluate(positionals: string[], values: Values): Promise<number> {
  const [folder] = positionals
  if (folder === undefined) throw new UsageError('evaluate: name the fixtures folder')
  const { evaluate } = await import('../evaluate.js')
  if (!(await isFolder(folder)))
    throw new UsageError(`evaluate: ${folder} is no folder; name the one that holds the fixtures`)
  const results = await evaluate(folder)
  process.stdout.write(
    values.json === true ? toJson(results) : told(await evaluationText(results, values.details === true)),
  )
  return results.some((result) => result.missed.length > 0) ? 1 : 0
}

/** One line per fixture; with details each comparison's figures and faults; then the thresholds that were missed. */
async function evaluationText(results: FixtureResult[], details: boolean): Promise<string> {
  const { formatComparison, formatSummary } = await import('../../src/evaluate/index.js')
  const parts = [
    ...(details
      ? results.map((result) => formatComparison(result.comparison, { faults: 40, width: 140 }))
      : []),
    formatSummary(
      results.map((result) => result.comparison),
      told,
    ),
    ...results.flatMap((result) => result.missed.map((sentence) => `${result.name}: ${sentence}`)),
  ]
  return `${parts.join('\n\n')}\n`
}

async function runValidate(positionals: string[]): Promise<number> {
  if (positionals.length === 0) throw new UsageError('validate: name at least one plan file')
  const { validatePlan } = await import('../validate-plan.js')
  let failed = 0
  for (const file of positionals) {
    const result = validatePlan(parseJson(file, await readText(file)), spoken())
    for (const issue of result.issues) say(`${file}: ${issue.message}`)
    if (result.issues.length > 0) failed++
    else process.stdout.write(`${told(`${file}: valid`)}\n`)
  }
  return failed > 0 ? 1 : 0
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${file}: this is not JSON`)
  }
}

async function readText(file: string): Promise<string> {
  return (await readBytes(file)).toString('utf8')
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch {
    throw new UsageError(`${file}: this file cannot be read; check the path`)
  }
}

async function runText(positionals: string[], values: Values): Promise<number> {
  const [file] = positionals
  if (file === undefined) throw new UsageError('text: name a file')
  const { sourceOf } = await import('../plan/import-plan.js')
  const { documentText, readDocument } = await import('../plan/read-document.js')
  const document = (await readDocument(sourceOf(file, await readBytes(file)))).value
  process.stdout.write(
    values.json === true ? `${JSON.stringify(document, null, 2)}\n` : documentText(document, told),
  )
  return 0
}

async function runSchema(positionals: string[]): Promise<number> {
  const { jsonSchema, published } = await import('../json-schemas.js')
  const name = positionals[0] ?? 'plan'
  if (!(name in published))
    throw new UsageError(
      `schema: there is none called "${name}"; one of ${Object.keys(published).join(', ')}`,
    )
  process.stdout.write(`${JSON.stringify(jsonSchema(name as PublishedName), null, 2)}\n`)
  return 0
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}
