import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { type ColumnType, type FlatTable, flatTables } from '../../src/export/index.js'

const sqlTypes: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  json: 'JSON',
}

/** NDJSON files of the flat tables → one DuckDB file with a table each. */
export async function writeDuckdb(ndjson: string, file: string): Promise<void> {
  await withDatabase(file, async (connection) => {
    for (const table of flatTables)
      await connection.run(`CREATE TABLE ${table.name} AS SELECT * FROM ${source(ndjson, table)}`)
  })
}

/** NDJSON files of the flat tables → one Parquet file a table. */
export async function writeParquet(ndjson: string, folder: string): Promise<void> {
  await withDatabase(':memory:', async (connection) => {
    for (const table of flatTables) {
      const file = quoted(join(folder, `${table.name}.parquet`))
      await connection.run(`COPY (SELECT * FROM ${source(ndjson, table)}) TO ${file} (FORMAT parquet)`)
    }
  })
}

async function withDatabase(
  file: string,
  work: (connection: DuckDBConnection) => Promise<void>,
): Promise<void> {
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  try {
    await work(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Rows keep their order, columns have the types of the model: nothing is guessed from the first rows. */
function source(folder: string, table: FlatTable): string {
  const columns = table.columns.map(({ name, type }) => `${quoted(name)}: ${quoted(sqlTypes[type])}`)
  const file = quoted(join(folder, `${table.name}.ndjson`))
  return `read_json(${file}, format = 'newline_delimited', columns = {${columns.join(', ')}})`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
