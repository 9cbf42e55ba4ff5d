import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Plan } from '../../schemas/plan.js'
import { formerPlanKey, planKey } from '../../schemas/plan-key.js'
import type { Saying } from '../../schemas/saying.js'
import type { Refusal, TypedCorrection } from '../../src/corrections/index.js'
import type { ExportedPlan, SheetLanguage } from '../../src/export/index.js'
import { saying } from '../../src/messages/index.js'
import { corrected, readCorrections } from '../export/corrections-files.js'
import { writeFixtures } from '../export/export-fixtures.js'
import {
  type ExportFormat,
  exportFormats,
  exportPlans,
  findPlanFiles,
  readPlans,
} from '../export/export-plans.js'
import { picturesFrom } from '../export/place-picture.js'
import { readWorkbook } from '../export/read-workbook.js'
import type { Values } from '../system/command-values.js'
import { say } from '../system/speech.js'
import { UsageError } from '../system/spoken-errors.js'

/** `phuluc export`: the plans, corrections applied, as tables for other programs or as a workbook. */
export async function runExport(paths: string[], values: Values): Promise<number> {
  if (paths.length === 0) throw new UsageError(saying('export.no-paths'))
  const url = databaseIn(values.to)
  if (url !== null) return toDatabase(paths, url)
  if (typeof values.out !== 'string') throw new UsageError(saying('export.no-out'))
  const files = await findPlanFiles(paths)
  const sources = sourceFolders(typeof values.sources === 'string' ? values.sources : null, files)
  const out = values.out
  const format = exportFormats.find((name) => name === values.to)
  if (format === undefined && values.to !== 'fixture')
    throw new UsageError(saying('export.format', { formats: exportFormats.join(', ') }))
  const refused: Saying[] = []
  if (format === undefined)
    await writeFixtures(
      correctedPlans(files, (message) => refused.push(message)),
      out,
      sources,
    )
  else
    refused.push(
      ...(await exportFiles(files, {
        format,
        out,
        bom: values.bom === true,
        sources,
        ...workbookLanguage(values),
      })),
    )
  for (const message of refused) say(message)
  say(saying('plans.count', { count: files.length, place: out }))
  return 0
}

function databaseIn(to: string | boolean | undefined): string | null {
  return typeof to === 'string' && /^postgres(?:ql)?:/u.test(to) ? to : null
}

async function toDatabase(paths: readonly string[], url: string): Promise<number> {
  const files = await findPlanFiles(paths)
  const { exportToPostgres } = await import('../export/export-postgres.js')
  await exportToPostgres(correctedPlans(files, say), url)
  say(saying('plans.in-database', { count: files.length }))
  return 0
}

/** Where documents are looked for: where the reader says, else below here and beside the plans. */
function sourceFolders(asked: string | null, files: readonly string[]): string[] {
  if (asked !== null) return [asked]
  const beside = [...new Set(files.map((file) => dirname(file)))]
  return ['.', ...beside, ...beside.map((folder) => dirname(folder))]
}

/** A workbook is passed on to others: it is Vietnamese unless somebody asks for English, whatever the machine speaks. */
export function workbookLanguage(values: Values): { language: SheetLanguage } {
  return { language: values.lang === 'en' ? 'en' : 'vi' }
}

export interface FileExportOptions {
  format: ExportFormat
  out: string
  bom?: boolean
  /** Of the workbook's own words: Vietnamese unless English is asked for. */
  language?: SheetLanguage
  /** Where the documents may be that the plans were made of, for pictures in the workbook. */
  sources: readonly string[]
}

/** Exports plan files; returns what a reader should know of corrections that no longer fit. */
export async function exportFiles(files: readonly string[], options: FileExportOptions): Promise<Saying[]> {
  const refused: Saying[] = []
  const { sources, ...rest } = options
  if (options.format === 'xlsx') await keepTyped(options.out, files)
  const pictures = picturesFrom(sources)
  try {
    await exportPlans(
      correctedPlans(files, (message) => refused.push(message)),
      { ...rest, pictureOf: pictures.of },
    )
  } finally {
    await pictures.close()
  }
  return refused
}

/** A workbook in which somebody typed is not written over before its corrections are stored. */
async function keepTyped(workbook: string, files: readonly string[]): Promise<void> {
  if ((await stat(workbook).catch(() => null))?.isFile() !== true) return
  const stored = new Set<string>()
  const cellName = ({ criterion, action, field, new: value }: TypedCorrection, plan: string): string =>
    JSON.stringify([plan, criterion, action, field, value])
  for (const file of files) {
    for await (const plan of readPlans([file])) {
      const known = await readCorrections(dirname(file), plan)
      for (const correction of known?.corrections ?? [])
        for (const key of [planKey(plan), formerPlanKey(plan)]) stored.add(cellName(correction, key))
    }
  }
  const open = (await readWorkbook(workbook)).filter((row) => !stored.has(cellName(row, row.plan)))
  if (open.length > 0) throw new UsageError(saying('export.not-stored', { workbook, count: open.length }))
}

/** The plans of the files, one after another, as their corrections leave them. */
export async function* correctedPlans(
  files: readonly string[],
  onRefused: (refusal: Saying) => void,
): AsyncIterable<ExportedPlan> {
  for (const file of files)
    for await (const plan of readPlans([file]))
      yield await corrected(plan, dirname(file), (of, refusal) => onRefused(refusalOf(of, refusal)))
}

/** A correction that was not taken, for a reader. */
export function refusalOf({ id }: Plan, { key, reason, current }: Refusal): Saying {
  const { criterion, action, field } = key
  return saying('corrections.refused', {
    plan: id,
    cell:
      action === null
        ? saying('corrections.cell', { criterion, field })
        : saying('corrections.action-cell', { criterion, action: action + 1, field }),
    reason: saying(`corrections.${reason}`),
    now:
      current === null
        ? saying('corrections.blank')
        : saying('corrections.value', { value: shortened(current) }),
  })
}

function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`
}
