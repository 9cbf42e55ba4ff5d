import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Comparison } from '../schemas/evaluation/comparison.js'
import { ExpectedPlan, type MissedThreshold, Thresholds } from '../schemas/evaluation/expectation.js'
import { comparePlan, meets } from '../src/evaluate/index.js'
import { saying } from '../src/messages/index.js'
import { importPlan, sourceOf } from './plan/import-plan.js'
import { UsageError } from './system/spoken-errors.js'

export interface FixtureResult {
  name: string
  comparison: Comparison
  missed: MissedThreshold[]
}

/** Imports every fixture under a folder that has an expectation, and compares. Fixtures may be nested one deep. */
export async function evaluate(folder: string): Promise<FixtureResult[]> {
  const results: FixtureResult[] = []
  for (const fixture of await findFixtures(folder)) results.push(await evaluateFixture(fixture))
  if (results.length === 0) throw new UsageError(saying('evaluate.no-fixtures', { folder }))
  return results
}

interface Fixture {
  name: string
  folder: string
  source: string
}

async function findFixtures(folder: string, prefix = ''): Promise<Fixture[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.map((entry) => entry.name)
  const source = names.find((name) => name.startsWith('source.'))
  const found: Fixture[] = []
  if (source !== undefined && names.includes('expected.plan.json'))
    found.push({ name: prefix === '' ? folder : prefix, folder, source })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory())
      found.push(
        ...(await findFixtures(
          join(folder, entry.name),
          prefix === '' ? entry.name : `${prefix}/${entry.name}`,
        )),
      )
  return found
}

async function evaluateFixture(fixture: Fixture): Promise<FixtureResult> {
  const bytes = await readFile(join(fixture.folder, fixture.source))
  const plan = await importPlan(sourceOf(fixture.source, bytes))
  const expected = ExpectedPlan.parse(
    JSON.parse(await readFile(join(fixture.folder, 'expected.plan.json'), 'utf8')),
  )
  const comparison = comparePlan(plan.value, expected)
  const thresholds = await readThresholds(fixture.folder)
  return { name: fixture.name, comparison, missed: thresholds === null ? [] : meets(comparison, thresholds) }
}

async function readThresholds(folder: string): Promise<Thresholds | null> {
  const file = join(folder, 'thresholds.json')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  const parsed = Thresholds.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') || saying('evaluate.whole-file')
  throw new UsageError(saying('evaluate.no-thresholds', { file, where }))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
