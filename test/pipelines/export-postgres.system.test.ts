import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseSql } from '../../pipelines/queue/schema.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { flatTables, postgresTable } from '../../src/export/index.js'
import { hasPostgres, type PrivatePostgres, query, secret, startPostgres } from '../support/postgres.js'
import { phuluc } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-to-postgres-'))
const plans = join(folder, 'plans')

it('publishes the SQL of its tables as it is', () => {
  expect(readFileSync(join(packageRoot, 'schemas/sql/phuluc.sql'), 'utf8')).toBe(databaseSql())
})

describe.skipIf(!hasPostgres)('export --to postgres://…', () => {
  let postgres: PrivatePostgres
  let url: string
  beforeAll(async () => {
    const fixtures = ['gia-nghia-52-2024/source.txt', 'hung-yen-199-2022/source.md']
    phuluc('import', ...fixtures.map((name) => join(packageRoot, 'fixtures', name)), '--out', plans)
    postgres = await startPostgres()
    url = await postgres.emptyDatabase('plans')
  })
  afterAll(() => {
    postgres?.stop()
    rmSync(folder, { recursive: true })
  })

  /** Every row of every table, as text. */
  async function allRows(): Promise<string[]> {
    const found: string[] = []
    for (const table of flatTables)
      for (const { row } of await query(
        url,
        `SELECT t::text AS row FROM ${postgresTable(table)} t ORDER BY 1`,
      ))
        found.push(`${table.name} ${row}`)
    return found
  }

  it('gives the same rows the second time', async () => {
    expect(phuluc('export', plans, '--to', url)).toMatchObject({
      code: 0,
      err: '2 plans in the schema phuluc\n',
    })
    const first = await allRows()
    expect(first.filter((row) => row.startsWith('plans '))).toHaveLength(2)
    expect(phuluc('export', plans, '--to', url).code).toBe(0)
    expect(await allRows()).toEqual(first)
  })

  it('tells in its views of which plan a row is', async () => {
    const [row] = await query(
      url,
      `SELECT province, plan_number, criterion_code, lead, due::text FROM phuluc.actions
       WHERE plan_key LIKE 'hung-yen%' AND due IS NOT NULL ORDER BY criterion_id, action_index LIMIT 1`,
    )
    expect(row).toMatchObject({ province: 'Hưng Yên', plan_number: '199/KH-UBND' })
    const [counts] = await query(
      url,
      `SELECT (SELECT count(*)::int FROM phuluc.criteria) AS criteria,
         (SELECT sum(jsonb_array_length(appendix -> 'criteria'))::int
          FROM phuluc.plans, jsonb_array_elements(plan -> 'appendices') appendix) AS in_plans`,
    )
    expect(counts?.criteria).toBe(counts?.in_plans)
  })

  it.each([
    ['a wrong password', () => url.replace(/:[^:@]*@/u, ':sai@'), 1, /user name or the password is wrong/u],
    ['no such database', () => url.replace('/plans', '/nothing'), 1, /no such database; create it/u],
    ['nobody there', () => url.replace(`:${postgres.port}`, ':9'), 1, /cannot be reached: nothing answers/u],
    ['no address', () => `postgres://phuluc:${secret}@:x/`, 2, /no address of a PostgreSQL database/u],
  ])('says what is wrong: %s', (_, address, status, message) => {
    const run = phuluc('export', plans, '--to', address())
    expect(run).toMatchObject({ code: status, err: expect.stringMatching(message) })
    expect(run.err.split('\n')).toHaveLength(2)
    expect(run.err).not.toMatch(/sai|mật-khẩu|m%E1/u)
  })

  it('carries tables with keys of before over, and refuses another document under a key', async () => {
    const first = await allRows()
    await query(url, `UPDATE phuluc.plans SET plan_key = id || '-' || left(sha256, 8)`)
    await query(url, 'UPDATE phuluc.version SET version = 2')
    expect(phuluc('export', plans, '--to', url).code).toBe(0)
    expect(await allRows()).toEqual(first)
    expect(await query(url, 'SELECT version FROM phuluc.version')).toEqual([{ version: 3 }])
    await query(url, `UPDATE phuluc.plans SET sha256 = left(sha256, 32) || repeat('0', 32)`)
    const kept = await allRows()
    const { code, err } = phuluc('export', plans, '--to', url)
    expect(code).toBe(1)
    expect(err).toMatch(/the plan of another document is called/u)
    expect(await allRows()).toEqual(kept)
  })

  it('refuses the tables of another version', async () => {
    const old = await postgres.emptyDatabase('older')
    await query(old, 'CREATE SCHEMA phuluc')
    await query(old, 'CREATE TABLE phuluc.version AS SELECT 0 AS version')
    expect(phuluc('export', plans, '--to', old)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/tables of an older phuluc \(version 0/u),
    })
  })
})
