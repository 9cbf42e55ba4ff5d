import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportFiles } from '../../pipelines/commands/export.js'
import { exportPlans, findPlanFiles } from '../../pipelines/export/export-plans.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { toJson } from '../../pipelines/system/written-files.js'
import type { Plan } from '../../schemas/plan.js'
import { planKey } from '../../schemas/plan-key.js'
import { type ExportedPlan, flatTables, restoreText, type Value } from '../../src/export/index.js'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'phuluc-export-'))
const plans: Plan[] = []

beforeAll(async () => {
  for (const name of ['hung-yen-199-2022/source.md', 'gia-nghia-52-2024/source.txt']) {
    const plan = (await importPlan(sourceOf(name, readFileSync(join(root, 'fixtures', name))))).value
    plans.push(plan)
    writeFileSync(join(folder, `${planKey(plan)}.plan.json`), toJson(plan))
  }
  const [first] = plans
  if (first?.header.title != null) first.header.title = `=HYPERLINK("http://a";"${first.header.title}")`
})

const corrections: ExportedPlan['corrections'] = [
  {
    ...{ criterion: 'pl1/1', action: null, field: 'name', old: '=cũ', new: null },
    when: '2026-11-21T06:00:00.000Z',
  },
]

async function* own(): AsyncIterable<ExportedPlan> {
  for (const plan of plans) yield { plan, corrections }
}

function expectedRows(table: (typeof flatTables)[number]): Value[][] {
  return plans.flatMap((plan) => table.rows({ plan, corrections }))
}

describe('exports', () => {
  it('have as many values in a row as the table has columns', () => {
    for (const table of flatTables)
      for (const row of expectedRows(table)) expect(row, table.name).toHaveLength(table.columns.length)
  })

  it('hold every action of the plans, with keys that are unique', () => {
    const actions = flatTables.find(({ name }) => name === 'actions')
    const keys = actions === undefined ? [] : expectedRows(actions).map((row) => row.slice(0, 3).join('|'))
    const counts = plans.map((plan) =>
      plan.appendices.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.actions)),
    )
    expect(keys).toHaveLength(counts.flat().length)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('as CSV are read back by another program, cell by cell', async () => {
    const out = join(folder, 'csv')
    await exportPlans(own(), { format: 'csv', out, bom: true })
    for (const table of flatTables) {
      const script =
        'import csv,json,sys; csv.field_size_limit(10**9); print(json.dumps(list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline="")))))'
      const file = join(out, `${table.name}.csv`)
      const read = JSON.parse(
        execFileSync('python3', ['-c', script, file], { maxBuffer: 1e9 }).toString(),
      ) as string[][]
      const [header, ...rows] = read
      expect(header).toEqual(table.columns.map(({ name }) => name))
      expect(rows.map((row) => row.map(restoreText))).toEqual(
        expectedRows(table).map((row) => row.map((value) => (value === null ? '' : String(value)))),
      )
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@]|^-(?!\d)/u)
    }
  })

  it('as NDJSON, Parquet and DuckDB are read back by another process, row by row', async () => {
    const [ndjson, parquet, duckdb] = ['nd', 'pq', 'all.duckdb'].map((name) => join(folder, name))
    await exportPlans(own(), { format: 'ndjson', out: ndjson as string })
    await exportPlans(own(), { format: 'parquet', out: parquet as string })
    await exportPlans(own(), { format: 'duckdb', out: duckdb as string })
    const script = `
      import { DuckDBInstance } from '@duckdb/node-api'
      const [parquet, duckdb, ...tables] = process.argv.slice(1)
      const db = await (await DuckDBInstance.create(duckdb, { access_mode: 'READ_ONLY' })).connect()
      const read = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson()
      const all = {}
      for (const table of tables)
        all[table] = { parquet: await read(\`SELECT * FROM '\${parquet}/\${table}.parquet'\`), duckdb: await read(\`SELECT * FROM "\${table}"\`) }
      console.log(JSON.stringify(all))`
    const names = flatTables.map(({ name }) => name)
    const output = execFileSync(
      process.execPath,
      ['--input-type=module', '-e', script, parquet as string, duckdb as string, ...names],
      { cwd: root, maxBuffer: 1e9 },
    )
    const read = JSON.parse(output.toString()) as Record<
      string,
      Record<'parquet' | 'duckdb', Record<string, Value>[]>
    >
    for (const table of flatTables) {
      const lines = readFileSync(join(ndjson as string, `${table.name}.ndjson`), 'utf8').trim()
      const expected = expectedRows(table).map((row) =>
        Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index] ?? null])),
      )
      const nested = expected.map((row) =>
        Object.fromEntries(
          table.columns.map(({ name, type }) => [
            name,
            type === 'json' && typeof row[name] === 'string' ? JSON.parse(row[name]) : row[name],
          ]),
        ),
      )
      expect(lines === '' ? [] : lines.split('\n').map((line) => JSON.parse(line))).toEqual(nested)
      expect(read[table.name]?.parquet, table.name).toEqual(expected)
      expect(read[table.name]?.duckdb, table.name).toEqual(expected)
    }
  })

  it('as NDJSON are read back by a program in another language, line by line', async () => {
    const out = join(folder, 'lines')
    await exportPlans(own(), { format: 'ndjson', out })
    const script =
      'import json,sys; print(json.dumps([[list(r.items()) for r in map(json.loads, open(f, encoding="utf-8", newline="\\n"))] for f in sys.argv[1:]]))'
    const files = flatTables.map(({ name }) => join(out, `${name}.ndjson`))
    const output = execFileSync('python3', ['-c', script, ...files], { maxBuffer: 1e9 })
    const read = JSON.parse(output.toString()) as [string, unknown][][][]
    for (const [index, table] of flatTables.entries()) {
      const expected = expectedRows(table).map((row) =>
        table.columns.map(({ name, type }, column) => {
          const value = row[column] ?? null
          return [name, type === 'json' && typeof value === 'string' ? JSON.parse(value) : value]
        }),
      )
      expect(read[index], table.name).toEqual(expected)
    }
  })

  it('leave nothing half-written when a plan file is none', async () => {
    const out = join(folder, 'broken')
    const bad = join(folder, 'bad')
    writeFileSync(bad, '{}')
    await expect(exportFiles([bad], { format: 'csv', out, sources: [] })).rejects.toThrow(
      /no plan of phuluc/u,
    )
    await expect(findPlanFiles([out])).rejects.toThrow(/does not exist/u)
  })

  it('replace an earlier export, and nothing else', async () => {
    const out = join(folder, 'twice')
    await exportPlans(own(), { format: 'csv', out })
    await exportPlans(own(), { format: 'csv', out })
    expect(readdirSync(out)).toHaveLength(flatTables.length)
    await expect(exportPlans(own(), { format: 'csv', out: folder })).rejects.toThrow(/holds other files/u)
    await expect(exportPlans(own(), { format: 'duckdb', out: folder })).rejects.toThrow(/is a folder/u)
    expect(readdirSync(folder)).toContain(`${planKey(plans[0] as Plan)}.plan.json`)
    expect(readdirSync(folder).filter((name) => name.includes('.partial-'))).toEqual([])
  })
})
