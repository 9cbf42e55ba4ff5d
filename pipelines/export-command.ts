import type { Plan } from '../schemas/plan.js'
import type { Refusal } from '../src/corrections/index.js'
import { UsageError } from '../src/errors.js'
import { corrected } from './corrections-files.js'
import { type ExportFormat, exportFormats, exportPlans, findPlanFiles, readPlans } from './export-plans.js'
import type { Values } from './import-command.js'
import { picturesFrom } from './place-picture.js'

/** `phuluc export`: the plans, corrections applied, as tables for other programs or as a workbook. */
export async function runExport(paths: string[], values: Values): Promise<number> {
  if (paths.length === 0) throw new UsageError('export: name the folder of the plans, or plan files')
  const format = exportFormats.find((name) => name === values.to)
  if (format === undefined) throw new UsageError(`export: --to takes one of ${exportFormats.join(', ')}`)
  if (typeof values.out !== 'string') throw new UsageError('export: say where it goes with --out <path>')
  const refused = await exportFiles(await findPlanFiles(paths), {
    format,
    out: values.out,
    bom: values.bom === true,
    sources: typeof values.sources === 'string' ? values.sources : null,
  })
  for (const message of refused) process.stderr.write(`${message}\n`)
  process.stderr.write(`${values.out}\n`)
  return 0
}

export interface FileExportOptions {
  format: ExportFormat
  out: string
  bom?: boolean
  /** Where the documents are that the plans were made of, for pictures in the workbook. */
  sources: string | null
}

/** Exports plan files; returns what a reader should know of corrections that no longer fit. */
export async function exportFiles(files: readonly string[], options: FileExportOptions): Promise<string[]> {
  const refused = new Set<string>()
  const onRefused = (plan: Plan, refusal: Refusal): void => {
    refused.add(refusalMessage(plan, refusal))
  }
  const { sources, ...rest } = options
  await exportPlans(() => correctedPlans(files, onRefused), {
    ...rest,
    ...(sources === null ? {} : { pictureOf: picturesFrom(sources) }),
  })
  return [...refused]
}

async function* correctedPlans(
  files: readonly string[],
  onRefused: (plan: Plan, refusal: Refusal) => void,
): AsyncIterable<Plan> {
  for (const file of files)
    for await (const plan of readPlans([file])) yield await corrected(plan, file, onRefused)
}

const reasons: Record<Refusal['reason'], string> = {
  'no-such-cell': 'the plan has no such cell any more',
  'value-changed': 'the value that was corrected is another one now',
  'not-a-number': 'the correction is no number',
}

/** A correction that was not taken, for a reader. */
export function refusalMessage(plan: Plan, { key, reason, current }: Refusal): string {
  const cell = `${key.criterion}${key.action === null ? '' : `, action ${key.action + 1}`}, ${key.field}`
  const now = current === null ? 'blank' : `"${current}"`
  return `${plan.id}: ${cell}: ${reasons[reason]} (it is ${now}). Export the workbook again and correct it there.`
}
