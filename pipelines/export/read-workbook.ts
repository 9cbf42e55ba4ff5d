import { read, utils } from '@e965/xlsx'
import { CellKey } from '../../schemas/corrections.js'
import { PlanKey } from '../../schemas/plan-key.js'
import type { TypedCorrection } from '../../src/corrections/index.js'
import { UnusableInputError } from '../../src/errors.js'
import { type SheetWords, sheetWords } from '../../src/export/index.js'
import { openPackage } from '../../src/extract/index.js'
import { saying } from '../../src/messages/index.js'
import { readDocumentFile } from '../system/bounded-files.js'
import { UsageError } from '../system/spoken-errors.js'

const RowKey = CellKey.extend({ plan: PlanKey })
/** What was typed into a row, with the key of its plan. */
export type WorkbookRow = TypedCorrection & { plan: string }

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readDocumentFile(file, file)
  } catch (error) {
    if (error instanceof UnusableInputError && error.code === 'too-large') throw error
    throw new UsageError(saying('workbook.unreadable', { file }))
  }
}

/** Rows of the review sheet in which something was typed. A lone minus empties the cell. Throws UsageError for what is no workbook of phuluc. */
export async function readWorkbook(name: string): Promise<WorkbookRow[]> {
  const { sheet, words } = openSheet(name, await readBytes(name))
  const { input: inputColumn, key: keyColumn, value: valueColumn } = words.review
  const rows = utils.sheet_to_json<Record<string, unknown>>(sheet, { raw: false, defval: '' })
  return rows.flatMap((row) => {
    const input = textOf(row[inputColumn])
    if (input === '') return []
    const key = RowKey.safeParse(parseKey(textOf(row[keyColumn])))
    if (!key.success)
      throw new UsageError(
        saying('workbook.key-lost', {
          file: name,
          sheet: words.sheets.review,
          typed: input,
          column: keyColumn,
        }),
      )
    const old = textOf(row[valueColumn])
    return [{ ...key.data, old: old === '' ? null : old, new: input === '-' ? null : input }]
  })
}

type Sheets = ReturnType<typeof read>['Sheets']

/** The review sheet in the language that the workbook was written in. */
function openSheet(name: string, bytes: Buffer): { sheet: Sheets[string]; words: SheetWords } {
  let sheets: Sheets
  try {
    // Its bounds are those of a workbook that is imported: the reader itself has none.
    openPackage(bytes, name)
    sheets = read(bytes).Sheets
  } catch (error) {
    if (error instanceof UnusableInputError && error.code === 'too-large') throw error
    throw new UsageError(saying('workbook.none', { file: name }))
  }
  for (const words of [sheetWords.vi, sheetWords.en]) {
    const sheet = sheets[words.sheets.review]
    if (sheet !== undefined) return { sheet, words }
  }
  throw new UsageError(saying('workbook.no-sheet', { file: name, sheet: sheetWords.vi.sheets.review }))
}

function parseKey(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function textOf(value: unknown): string {
  return String(value ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
}
