import { flatTables } from './flat-model.js'
import type { ColumnType, FlatTable, TableName } from './flat-table.js'

/** Where the tables stand in a database. */
export const postgresSchemaName = 'phuluc'

const sqlTypes: Record<ColumnType, string> = {
  text: 'text',
  integer: 'integer',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
  json: 'jsonb',
}

/** What makes a row of each table one of its kind; corrections of a criterion itself have no action. */
const keys: Record<TableName, readonly string[] | null> = {
  plans: ['plan_key'],
  criteria: ['plan_key', 'criterion_id'],
  actions: ['plan_key', 'criterion_id', 'action_index'],
  agencies: ['plan_key', 'criterion_id', 'action_index', 'role', 'ordinal'],
  deadlines: ['plan_key', 'criterion_id', 'action_index', 'ordinal'],
  quantities: ['plan_key', 'criterion_id', 'action_index', 'ordinal'],
  facts: ['plan_key', 'ordinal'],
  citations: ['plan_key', 'ordinal'],
  issues: ['plan_key', 'issue_key'],
  corrections: null,
}

/** The plain names of these two are views that tell of which plan a row is; the rows are in tables of their own. */
const rowTables: Partial<Record<TableName, string>> = { criteria: 'criterion_rows', actions: 'action_rows' }

/** A table's full name in the database. */
export function postgresTable({ name }: FlatTable): string {
  return `${postgresSchemaName}.${rowTables[name] ?? name}`
}

/** SQL that makes the tables of the flat model and the views `criteria` and `actions`. */
export function postgresTables(): string {
  return [...flatTables.map(createTable), criteriaView(), actionsView()].join('\n')
}

function createTable(table: FlatTable): string {
  const key = keys[table.name]
  const lines = table.columns.map(({ name, type }) => {
    const parent = name === 'plan_key' && table.name !== 'plans'
    const rule = parent
      ? ` NOT NULL REFERENCES ${postgresSchemaName}.plans ON DELETE CASCADE ON UPDATE CASCADE`
      : ''
    return `  ${quoted(name)} ${sqlTypes[type]}${rule}`
  })
  if (table.name === 'plans') lines.push('  plan jsonb NOT NULL')
  if (key !== null) lines.push(`  PRIMARY KEY (${key.join(', ')})`)
  const name = postgresTable(table)
  const index = key === null ? `CREATE INDEX ON ${name} (plan_key);\n` : ''
  const comments = table.columns.map(
    (column) =>
      `COMMENT ON COLUMN ${name}.${quoted(column.name)} IS '${column.about.replaceAll("'", "''")}';`,
  )
  return `CREATE TABLE ${name} (\n${lines.join(',\n')}\n);\n${index}${comments.join('\n')}\n`
}

const ofItsPlan = [
  ['file', 'file'],
  ['issuer', 'issuer'],
  ['level', 'issuer_level'],
  ['province_code', 'province_code'],
  ['province', 'province'],
  ['unit', 'unit'],
  ['number', 'plan_number'],
  ['issued_on', 'issued_on'],
] as const

const ofItsCriterion = [
  ['appendix_id', 'appendix_id'],
  ['appendix_kind', 'appendix_kind'],
  ['code', 'criterion_code'],
  ['name', 'criterion_name'],
  ['standard_code', 'standard_code'],
] as const

function criteriaView(): string {
  const columns = [...selected('p', ofItsPlan), 'r.*']
  return view(
    'criteria',
    columns,
    `${rows('criteria')} r JOIN ${postgresSchemaName}.plans p USING (plan_key)`,
  )
}

function actionsView(): string {
  const columns = [...selected('p', ofItsPlan), ...selected('c', ofItsCriterion), 'r.*']
  const from =
    `${rows('actions')} r\n  JOIN ${postgresSchemaName}.plans p USING (plan_key)` +
    `\n  JOIN ${rows('criteria')} c USING (plan_key, criterion_id)`
  return view('actions', columns, from)
}

function selected(table: string, columns: readonly (readonly [string, string])[]): string[] {
  return columns.map(([name, as]) => `${table}.${quoted(name)} AS ${as}`)
}

function rows(name: TableName): string {
  return `${postgresSchemaName}.${rowTables[name] ?? name}`
}

function view(name: string, columns: readonly string[], from: string): string {
  return `CREATE VIEW ${postgresSchemaName}.${name} AS\nSELECT ${columns.join(',\n  ')}\nFROM ${from};\n`
}

/** SQL that puts rows into a table; its one parameter is a JSON array of objects with the columns as members. */
export function postgresInsert(table: FlatTable): string {
  const extra = table.name === 'plans' ? [{ name: 'plan', type: 'json' as const }] : []
  const columns = [...table.columns, ...extra]
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  const typed = columns.map(({ name, type }) => `${quoted(name)} ${sqlTypes[type]}`).join(', ')
  return `INSERT INTO ${postgresTable(table)} (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS rows(${typed})`
}

function quoted(name: string): string {
  return `"${name}"`
}
