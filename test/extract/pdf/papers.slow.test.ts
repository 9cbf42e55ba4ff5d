import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPlan, sourceOf } from '../../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../../pipelines/system/package-root.js'
import { ExpectedPlan } from '../../../schemas/evaluation/expectation.js'
import { comparePlan } from '../../../src/evaluate/index.js'

const fixtures = join(packageRoot, 'fixtures')
const papers = ['gia-nghia-52-2024', 'ha-noi-157-2023', 'hai-phong-229-2023', 'hung-yen-199-2022']

describe('a printed twin of a fixture', () => {
  it.each(papers)('%s gives the criteria of the plan it was printed from', async (name) => {
    const bytes = readFileSync(join(fixtures, 'papers', name, 'source.pdf'))
    const plan = (await importPlan(sourceOf('source.pdf', bytes))).value
    const expected = ExpectedPlan.parse(
      JSON.parse(readFileSync(join(fixtures, name, 'expected.plan.json'), 'utf8')),
    )
    const comparison = comparePlan(plan, expected)
    expect(comparison.criteria).toMatchObject({ precision: 1, recall: 1 })
    expect(comparison.cells.exact.share).toBeGreaterThanOrEqual(0.99)
    expect(comparison.scores.share).toBe(1)
    expect(plan.source.route).toBe('pdf-text')
  })
})
