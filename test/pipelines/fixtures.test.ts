import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../pipelines/evaluate.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { validatePlan } from '../../pipelines/validate-plan.js'
import type { Plan } from '../../schemas/plan.js'

const fixtures = join(packageRoot, 'fixtures')
const plans = [
  'hai-phong-229-2023/source.md',
  'gia-nghia-52-2024/source.txt',
  'hung-yen-199-2022/source.md',
  'ha-noi-157-2023/source.md',
  'can-tho-121-2023/source.txt',
]

async function importFixture(file: string): Promise<Plan> {
  return (await importPlan(sourceOf(file, readFileSync(join(fixtures, file))))).value
}

/** A fixture's plan, made once. */
function planOf(file: string): Promise<Plan> {
  const plan = made.get(file) ?? importFixture(file)
  made.set(file, plan)
  return plan
}
const made = new Map<string, Promise<Plan>>()

describe('the fixtures', () => {
  it('reach their thresholds', async () => {
    const results = await evaluate(fixtures)
    expect(results.flatMap(({ name, missed }) => missed.map((one) => ({ name, ...one })))).toEqual([])
    expect(results.length).toBeGreaterThanOrEqual(12)
  })

  it.each(plans)('%s gives a valid plan, twice the same', async (file) => {
    const [first, second] = [await planOf(file), await importFixture(file)]
    expect(validatePlan(JSON.parse(JSON.stringify(first))).issues).toEqual([])
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
  })

  it.each(plans)('%s keeps every text in NFC and every value with evidence', async (file) => {
    const plan = await planOf(file)
    expect(JSON.stringify(plan).normalize('NFC')).toBe(JSON.stringify(plan))
    for (const criterion of plan.appendices.flatMap((appendix) => appendix.criteria)) {
      if (criterion.name !== null)
        expect(criterion.evidence.some((entry) => entry.role === 'name')).toBe(true)
      for (const action of criterion.actions) {
        const roles = new Set(action.evidence.map((entry) => entry.role))
        if (action.task.length > 0) expect(roles).toContain('task')
        if (action.lead !== null) expect(roles).toContain('lead')
        if (action.deadline !== null) expect(roles).toContain('deadline')
      }
    }
  })
})

describe('what the sources are known for', () => {
  const codesOf = async (file: string): Promise<string[]> =>
    (await planOf(file)).issues.map((issue) => issue.code)

  it('a caption with another number than the letterhead', async () => {
    const plan = await planOf('ha-noi-157-2023/source.md')
    expect(plan.header.number).toBe('157/KH-UBND')
    expect(plan.issues.find((issue) => issue.code === 'number-mismatch')?.message).toContain('457/KH-UBND')
  })

  it('a page that is missing', async () => {
    expect(await codesOf('ha-noi-157-2023/source.md')).toContain('page-missing-suspected')
  })

  it('45 criteria stated, 39 listed', async () => {
    const plan = await planOf('gia-nghia-52-2024/source.txt')
    expect(plan.issues.find((issue) => issue.code === 'count-mismatch')?.message).toContain('45')
  })

  it('scores that add up raise no alarm', async () => {
    const codes = await codesOf('gia-nghia-52-2024/source.txt')
    expect(codes.filter((code) => /score|total/u.test(code))).toEqual([])
  })

  it('a Cyrillic word in a Latin text', async () => {
    const plan = await planOf('hai-phong-229-2023/source.md')
    const criterion = plan.appendices[0]?.criteria.find((entry) => entry.code === '8.3')
    expect(criterion?.actions[0]?.requirement).toEqual(['Duy trì trong top 05 địa phương cao nhất cả nước'])
    expect(
      criterion?.actions[0]?.evidence.find((entry) => entry.role === 'requirement')?.repairs,
    ).toMatchObject([{ from: 'топ', to: 'top', method: 'form' }])
  })

  it('nothing lost on the way', async () => {
    for (const file of plans.slice(0, 4)) expect((await planOf(file)).quality.unplacedCharacters).toBe(0)
  })
})
