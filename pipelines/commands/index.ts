import { stat } from 'node:fs/promises'
import type { ParseArgsConfig } from 'node:util'
import { printableLines } from '../../src/language/printable.js'
import {
  type CommandName,
  commandNames,
  comparisonTable,
  comparisonText,
  issueSentence,
  missedSaying,
  reasonOf,
  saying,
} from '../../src/messages/index.js'
import type { FixtureResult } from '../evaluate.js'
import type { PublishedName } from '../json-schemas.js'
import { readOwnBytes } from '../system/bounded-files.js'
import type { Values } from '../system/command-values.js'
import { say, spoken, told } from '../system/speech.js'
import { UsageError } from '../system/spoken-errors.js'
import { toJson } from '../system/written-files.js'
import { runImport } from './import.js'
import { readBytes } from './read-bytes.js'
import { importOptionTypes, readOptions, readOptionTypes } from './read-options.js'

/** Commands load what they need: most of the program is of no use to most of them. */
export interface Command {
  options: NonNullable<ParseArgsConfig['options']>
  /** Returns the exit code. */
  run(positionals: string[], values: Values): Promise<number>
}

export const commands: Record<CommandName, Command> = {
  import: {
    options: {
      out: { type: 'string', short: 'o' },
      xlsx: { type: 'string' },
      ...importOptionTypes,
      'fail-on': { type: 'string' },
      'max-bytes': { type: 'string' },
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
    options: { json: { type: 'boolean' }, details: { type: 'boolean' } },
    run: runEvaluate,
  },
  validate: {
    options: { source: { type: 'string' } },
    run: runValidate,
  },
  repair: {
    options: { repair: { type: 'string' }, report: { type: 'string' } },
    run: async (positionals, values) => (await import('./repair.js')).runRepair(positionals, values),
  },
  text: {
    options: { json: { type: 'boolean' }, ...readOptionTypes },
    run: runText,
  },
  inspect: {
    options: {
      stage: { type: 'string' },
      out: { type: 'string', short: 'o' },
      at: { type: 'string' },
      cell: { type: 'string' },
      plan: { type: 'string' },
      json: { type: 'boolean' },
      ...importOptionTypes,
    },
    run: async (positionals, values) => (await import('./inspect.js')).runInspect(positionals, values),
  },
  export: {
    options: {
      to: { type: 'string' },
      out: { type: 'string', short: 'o' },
      bom: { type: 'boolean' },
      sources: { type: 'string' },
    },
    run: async (positionals, values) => (await import('./export.js')).runExport(positionals, values),
  },
  apply: {
    options: { plans: { type: 'string' } },
    run: async (positionals, values) => (await import('./apply.js')).runApply(positionals, values),
  },
  report: {
    options: { out: { type: 'string', short: 'o' } },
    run: async (positionals, values) => (await import('./report.js')).runReport(positionals, values),
  },
  review: {
    options: {},
    run: async () => {
      throw new UsageError(saying('review.not-yet'))
    },
  },
  schema: {
    options: {},
    run: runSchema,
  },
}

/** What `phuluc --help` prints. */
export function helpText(): string {
  const lines = commandNames.map(
    (name) => `  ${told(saying(`usage.${name}`))}\n      ${told(saying(`summary.${name}`))}`,
  )
  const ends = [saying('help.language'), saying('help.exit-codes')].map(told)
  return `${told(saying('help.head'))}\n\n${lines.join('\n')}\n\n${ends.join('\n')}\n`
}

/** What `phuluc <command> --help` prints. */
export function commandHelp(name: CommandName): string {
  return `${told(saying(`usage.${name}`))}\n\n${told(saying(`summary.${name}`))}\n`
}

async function runEvaluate(positionals: string[], values: Values): Promise<number> {
  const [folder] = positionals
  if (folder === undefined) throw new UsageError(saying('evaluate.no-folder'))
  const { evaluate } = await import('../evaluate.js')
  if (!(await isFolder(folder))) throw new UsageError(saying('evaluate.is-no-folder', { folder }))
  const results = await evaluate(folder)
  process.stdout.write(
    values.json === true ? toJson(results) : evaluationText(results, values.details === true),
  )
  return results.some((result) => result.missed.length > 0) ? 1 : 0
}

/** One line per fixture; with details each comparison's figures and faults; then the thresholds that were missed. */
function evaluationText(results: FixtureResult[], details: boolean): string {
  const comparisons = results.map(({ comparison }) => comparison)
  const options = { faults: 40, width: 140 }
  const parts = [
    ...(details ? comparisons.map((one) => comparisonText(one, spoken(), options)) : []),
    comparisonTable(comparisons, spoken()),
    ...results.flatMap(({ name, comparison, missed }) =>
      missed.map((one) => `${name}: ${told(missedSaying(comparison.plan, one))}`),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}

async function runValidate(positionals: string[], { source }: Values): Promise<number> {
  if (positionals.length === 0) throw new UsageError(saying('validate.no-files'))
  const { auditPlan, validatePlan } = await import('../validate-plan.js')
  const document = typeof source === 'string' ? { bytes: await readBytes(source) } : null
  let failed = 0
  for (const file of positionals) {
    const { value: plan, issues } = validatePlan(parseJson(file, await readText(file)), spoken())
    const audited = plan === null || document === null ? [] : await auditPlan(plan, document)
    for (const issue of issues) say(saying('validate.wrong', { file, problem: reasonOf(issue, spoken()) }))
    for (const issue of audited)
      say(saying('validate.wrong', { file, problem: issueSentence(issue, spoken()) }))
    if (issues.length > 0 || audited.some(({ severity }) => severity !== 'info')) failed++
    else process.stdout.write(`${told(saying('validate.valid', { file }))}\n`)
  }
  return failed > 0 ? 1 : 0
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(saying('file.not-json', { file }))
  }
}

async function readText(file: string): Promise<string> {
  return readBytes(file, readOwnBytes).then(String)
}

async function runText(positionals: string[], values: Values): Promise<number> {
  const [file] = positionals
  if (file === undefined) throw new UsageError(saying('text.no-file'))
  const { sourceOf } = await import('../plan/import-plan.js')
  const { documentText } = await import('../plan/document-text.js')
  const { readDocument } = await import('../plan/read-document.js')
  const document = (await readDocument(sourceOf(file, await readBytes(file)), readOptions(values))).value
  process.stdout.write(
    values.json === true
      ? `${JSON.stringify(document, null, 2)}\n`
      : printableLines(documentText(document, (page) => told(saying('text.page', { page })))),
  )
  return 0
}

async function runSchema(positionals: string[]): Promise<number> {
  const { jsonSchema, published } = await import('../json-schemas.js')
  const name = positionals[0] ?? 'plan'
  if (!(name in published))
    throw new UsageError(saying('schema.unknown', { name, names: Object.keys(published).join(', ') }))
  process.stdout.write(`${JSON.stringify(jsonSchema(name as PublishedName), null, 2)}\n`)
  return 0
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}
