import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportFiles } from '../../pipelines/commands/export.js'
import { findPlanFiles } from '../../pipelines/export/export-plans.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../pipelines/system/package-root.js'

const sources = [
  'hai-phong-229-2023/source.md',
  'gia-nghia-52-2024/source.txt',
  'hung-yen-199-2022/source.md',
  'ha-noi-157-2023/source.md',
  // Reports that come again and again
  'made/tay-ninh-par-2024/source.txt',
]

interface Query {
  question: string
  language: string
  text: string
}

/** The fenced blocks of the page, each under the question that it answers. */
function queriesOf(page: string): Query[] {
  let question = ''
  const queries: Query[] = []
  for (const match of page.matchAll(/^### (.+)$|^```(sql json|sql|sh)\n([\s\S]*?)^```$/gmu)) {
    if (match[1] !== undefined) question = match[1]
    else queries.push({ question, language: match[2] ?? '', text: match[3] ?? '' })
  }
  return queries
}

const queries = queriesOf(readFileSync(join(packageRoot, 'docs', 'DATA.md'), 'utf8'))
const ofLanguage = (language: string): [string, string][] =>
  queries.filter((query) => query.language === language).map(({ question, text }) => [question, text])

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phuluc-data-'))
  mkdirSync(join(folder, 'out'))
  for (const file of sources) {
    const plan = (await importPlan(sourceOf(file, readFileSync(join(packageRoot, 'fixtures', file))))).value
    const name = `${plan.id}-${plan.source.sha256.slice(0, 8)}.plan.json`
    writeFileSync(join(folder, 'out', name), JSON.stringify(plan))
  }
  const files = await findPlanFiles([join(folder, 'out')])
  await exportFiles(files, { format: 'duckdb', out: join(folder, 'plans.duckdb'), sources: [] })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function rowsOf(database: string, sql: string): Promise<number> {
  const instance = await DuckDBInstance.create(database)
  const connection = await instance.connect()
  try {
    return (await connection.runAndReadAll(sql)).currentRowCount
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

describe('queries of docs/DATA.md on the flat tables', () => {
  it.each(ofLanguage('sql'))('%s', async (_, sql) => {
    expect(await rowsOf(join(folder, 'plans.duckdb'), sql)).toBeGreaterThan(0)
  })
})

describe('queries of docs/DATA.md on the files', () => {
  it.each(ofLanguage('sql json'))('%s', async (_, sql) => {
    expect(await rowsOf(':memory:', sql.replaceAll("'out/", `'${folder}/out/`))).toBeGreaterThan(0)
  })
})

const hasJq = spawnSync('jq', ['--version']).status === 0

describe.skipIf(!hasJq)('jq commands of docs/DATA.md', () => {
  it.each(ofLanguage('sh'))('%s', (_, command) => {
    const printed = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    expect(printed.trim().split('\n')[0]).not.toBe('')
  })
})

describe('the page', () => {
  it('answers every question with a query', () => {
    const page = readFileSync(join(packageRoot, 'docs', 'DATA.md'), 'utf8')
    const questions = [...page.matchAll(/^### (.+)$/gmu)].map((match) => match[1])
    expect(questions.filter((question) => !queries.some((query) => query.question === question))).toEqual([])
    expect(questions.length).toBeGreaterThanOrEqual(15)
  })
})
