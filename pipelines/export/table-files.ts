import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import {
  type ExportedPlan,
  type FlatTable,
  flatTables,
  guardFormula,
  type TableColumn,
  type Value,
} from '../../src/export/index.js'
import { printableLines } from '../../src/language/printable.js'

/** How rows of a table become text. */
export interface RowFormat {
  extension: 'ndjson' | 'csv'
  head(table: FlatTable): string
  row(table: FlatTable, values: readonly Value[]): string
}

export const ndjsonRows: RowFormat = {
  extension: 'ndjson',
  head: () => '',
  row: ({ columns }, values) =>
    `{${columns.map((column, index) => member(column, values[index] ?? null)).join(',')}}\n`,
}

/** A JSON column is JSON within the line, not text that holds JSON: DuckDB would take that for a string. */
function member({ name, type }: TableColumn, value: Value): string {
  const isJson = type === 'json' && typeof value === 'string'
  return `${JSON.stringify(name)}:${isJson ? value : JSON.stringify(value)}`
}

/** RFC 4180; Excel takes it for UTF-8 only behind a byte order mark. */
export function csvRows(bom: boolean): RowFormat {
  return {
    extension: 'csv',
    head: ({ columns }) => `${bom ? '\uFEFF' : ''}${csvLine(columns.map(({ name }) => name))}`,
    row: (_table, values) =>
      csvLine(
        values.map((value) => (typeof value === 'string' ? guardFormula(printableLines(value)) : value)),
      ),
  }
}

function csvLine(values: Value[]): string {
  return stringify([values], {
    record_delimiter: 'windows',
    // A lone line feed is no record delimiter here, and would stand unquoted in a cell.
    quoted_match: /[\r\n]/u,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  })
}

/** One file a table, all of them filled in one pass over the plans; no more than one plan is in memory. */
export async function writeTableFiles(
  plans: AsyncIterable<ExportedPlan>,
  folder: string,
  format: RowFormat,
): Promise<void> {
  const files = new Map<FlatTable, TextFile>()
  try {
    for (const table of flatTables) {
      const file = new TextFile(await open(join(folder, `${table.name}.${format.extension}`), 'wx'))
      files.set(table, file)
      await file.write(format.head(table))
    }
    for await (const plan of plans)
      for (const [table, file] of files)
        for (const row of table.rows(plan)) await file.write(format.row(table, row))
    for (const file of files.values()) await file.flush()
  } finally {
    for (const file of files.values()) await file.close()
  }
}

const bufferedCharacters = 1 << 16

/** Text gathered into large writes; a write waits until the one before is done. */
class TextFile {
  #pending: string[] = []
  #characters = 0

  constructor(private readonly handle: FileHandle) {}

  async write(text: string): Promise<void> {
    this.#pending.push(text)
    this.#characters += text.length
    if (this.#characters >= bufferedCharacters) await this.flush()
  }

  async flush(): Promise<void> {
    const text = this.#pending.join('')
    this.#pending = []
    this.#characters = 0
    await this.handle.appendFile(text)
  }

  async close(): Promise<void> {
    await this.handle.close()
  }
}
