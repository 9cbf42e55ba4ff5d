import { join } from 'node:path'
import type { Trace } from '../../schemas/trace.js'
import { printableLines } from '../../src/language/printable.js'
import { saying } from '../../src/messages/index.js'
import { tracesAt, tracesOfCell } from '../inspect/find-traces.js'
import type { Walk } from '../inspect/follow-cell.js'
import { readableJson } from '../inspect/readable-json.js'
import { traceText } from '../inspect/trace-text.js'
import { stageDocuments, walkThrough } from '../inspect/walk.js'
import { sourceOf } from '../plan/import-plan.js'
import { stages } from '../plan/stages.js'
import type { Values } from '../system/command-values.js'
import { say, spoken } from '../system/speech.js'
import { UsageError } from '../system/spoken-errors.js'
import { makeFolder, writeWhole, writing } from '../system/written-files.js'
import { readBytes } from './read-bytes.js'
import { importOptions } from './read-options.js'
import { wholeNumber } from './whole-number.js'

/** `phuluc inspect`: what each stage made of a document, or one cell on its way through all of them. */
export async function runInspect([file]: string[], values: Values): Promise<number> {
  if (file === undefined) throw new UsageError(saying('inspect.no-file'))
  const { stage, out, at, cell } = values
  if ([stage, out, at, cell].every((value) => value === undefined))
    throw new UsageError(saying('inspect.nothing-asked', { stages: stageNames }))
  if (stage !== undefined && !stages.some(({ name }) => name === stage))
    throw new UsageError(saying('inspect.no-stage', { stage: String(stage), stages: stageNames }))
  const ordinal = wholeNumber(values.plan, saying('inspect.plan')) ?? 1
  const source = sourceOf(file, await readBytes(file))
  const { walk, plans } = await walkThrough(source, importOptions(values), ordinal)
  if (plans > 1) say(saying('inspect.several-plans', { file, plans, ordinal }))
  if (typeof at === 'string') printTraces(tracesAt(walk, at), values)
  if (typeof cell === 'string') printTraces(tracesOfCell(walk, cell), values)
  if (typeof out === 'string') await writeDocuments(walk, out, stage)
  else if (stage !== undefined)
    for (const made of stageDocuments(walk))
      if (made.stage === stage) process.stdout.write(readableJson(made.document))
  return 0
}

const stageNames = stages.map(({ name }) => name).join(', ')

function printTraces(traces: Trace[], values: Values): void {
  process.stdout.write(
    values.json === true ? readableJson(traces) : printableLines(traceText(traces, spoken())),
  )
}

async function writeDocuments(walk: Walk, folder: string, stage: Values[string]): Promise<void> {
  await writing(folder, () => makeFolder(folder), 'again')
  for (const made of stageDocuments(walk)) {
    if (stage !== undefined && made.stage !== stage) continue
    const path = join(folder, made.file)
    await writing(path, () => writeWhole(path, readableJson(made.document)), 'again')
  }
}
