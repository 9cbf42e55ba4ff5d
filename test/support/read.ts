import type { Criterion } from '../../schemas/plan.js'
import type { AppendixTable } from '../../schemas/table.js'
import { readCriteria } from '../../src/criteria/index.js'
import { extract } from '../../src/extract/index.js'
import { findTables } from '../../src/tables/index.js'

/** Text → document, as the pipeline reads it. */
export async function documentOf(text: string) {
  return (await extract({ file: 'test.txt', bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) }))
    .value
}

export async function tablesOf(text: string, join = true): Promise<AppendixTable[]> {
  return findTables(await documentOf(text), { join }).value.appendices
}

/** Criteria of every appendix. */
export async function criteriaOf(text: string): Promise<Criterion[][]> {
  return (await tablesOf(text)).map((table, index) => readCriteria(table, `pl${index + 1}`).value)
}

/** Ids of an appendix's criteria with the number of actions of each. */
export function outlineOf(criteria: Criterion[]): string[] {
  return criteria.map((criterion) => `${criterion.id} ${criterion.kind} ${criterion.actions.length}`)
}

/** TAB-separated lines. */
export function rows(...lines: string[][]): string {
  return lines.map((cells) => cells.join('\t')).join('\n')
}
