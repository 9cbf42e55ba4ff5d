import { UnusableInputError } from '../../src/errors.js'
import { decodeText } from '../../src/extract/index.js'
import { printableLines } from '../../src/language/printable.js'
import { saying } from '../../src/messages/index.js'
import { repairText, type TextChange } from '../../src/repair/index.js'
import { loadModel } from '../engines/reference.js'
import { readDocumentFile } from '../system/bounded-files.js'
import type { Values } from '../system/command-values.js'
import { UsageError } from '../system/spoken-errors.js'
import { toJson, writeWhole, writing } from '../system/written-files.js'

/** `phuluc repair`: text from a file or stdin to stdout, line for line; `--report` writes every change. */
export async function runRepair(positionals: string[], values: Values): Promise<number> {
  const [file = '-'] = positionals
  if (values.repair !== undefined && values.repair !== 'auto' && values.repair !== 'always')
    throw new UsageError(saying('repair.mode'))
  const bytes = file === '-' ? await readStdin() : await readInput(file)
  const mode = values.repair === 'always' ? 'always' : 'auto'
  const { text } = decodeText(bytes, file)
  const { value } = repairText(text, { mode, model: loadModel() })
  // A program that reads on gets the text as it is; a terminal, what can be shown.
  process.stdout.write(process.stdout.isTTY ? printableLines(value.text) : value.text)
  const { report } = values
  if (typeof report === 'string')
    await writing(report, () => writeWhole(report, toJson(reportOf(file, value.changes))), 'again')
  return 0
}

function reportOf(file: string, changes: TextChange[]) {
  return { schemaVersion: '1.0', file, changes }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readDocumentFile(file, file)
  } catch (error) {
    if (error instanceof UnusableInputError) throw error
    throw new UsageError(saying('repair.unreadable', { file }))
  }
}
