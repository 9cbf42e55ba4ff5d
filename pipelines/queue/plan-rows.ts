import { planKey } from '../../schemas/plan-key.js'
import {
  type ExportedPlan,
  type FlatTable,
  flatTables,
  postgresInsert,
  postgresSchemaName,
  type Value,
} from '../../src/export/index.js'
import { saying } from '../../src/messages/index.js'
import type { Sql } from './database.js'
import { DatabaseError } from './database-errors.js'

/**
 * Puts a plan's rows in the place of those it had: within the transaction of `sql`, so that a reader sees the old plan
 * or the new one. Two who write the same plan take turns.
 */
export async function writePlanRows(sql: Sql, exported: ExportedPlan): Promise<void> {
  const key = planKey(exported.plan)
  await sql.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [key])
  const [other] = await sql.run(
    `SELECT 1 FROM ${postgresSchemaName}.plans WHERE plan_key = $1 AND sha256 <> $2`,
    [key, exported.plan.source.sha256],
  )
  if (other !== undefined)
    throw new DatabaseError(saying('database.key-taken', { key, file: exported.plan.source.file }), false)
  await sql.run(`DELETE FROM ${postgresSchemaName}.plans WHERE plan_key = $1`, [key])
  for (const table of flatTables) {
    const whole = table.name === 'plans' ? { plan: exported.plan } : {}
    const rows = table.rows(exported).map((values) => ({ ...member(table, values), ...whole }))
    if (rows.length > 0) await sql.run(postgresInsert(table), [storable(rows)])
  }
}

/** A JSON column holds a JSON value, not text. */
function member(table: FlatTable, values: readonly Value[]): Record<string, unknown> {
  const entries = table.columns.map(({ name, type }, index): [string, unknown] => {
    const value = values[index] ?? null
    return [name, type === 'json' && typeof value === 'string' ? JSON.parse(value) : value]
  })
  return Object.fromEntries(entries)
}

/** PostgreSQL's text holds neither U+0000 nor half a surrogate pair; a plan file may. */
export function storable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\u0000', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD') : part,
  )
}
