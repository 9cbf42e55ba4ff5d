import type { ExportedPlan } from '../../src/export/index.js'
import { openDatabase } from '../queue/database.js'
import { writePlanRows } from '../queue/plan-rows.js'
import { makeTables } from '../queue/schema.js'

/**
 * Writes plans into the tables of a PostgreSQL database, each in a transaction of its own; a plan that is there already
 * is replaced. Throws UsageError for a URL that is none, DatabaseError where the database does not take them.
 */
export async function exportToPostgres(plans: AsyncIterable<ExportedPlan>, url: string): Promise<void> {
  const database = openDatabase(url, 1)
  try {
    await makeTables(database)
    for await (const plan of plans) await database.transaction((sql) => writePlanRows(sql, plan))
  } finally {
    await database.close()
  }
}
