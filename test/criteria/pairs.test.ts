import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import type { Criterion, Plan } from '../../schemas/plan.js'

let plan: Plan
beforeAll(async () => {
  const file = join(packageRoot, 'fixtures', 'ha-noi-157-2023', 'source.md')
  plan = (await importPlan(sourceOf('source.md', readFileSync(file)))).value
})

function criterion(id: string): Criterion {
  const found = plan.appendices.flatMap(({ criteria }) => criteria).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('bullets that correspond one to one', () => {
  it('make as many actions, each with its own deadline and deliverable', () => {
    const { actions } = criterion('pl2/2/~3')
    expect(
      actions.map(({ deadline, deliverable }) => [deadline?.text, deadline?.items[0]?.end, deliverable]),
    ).toEqual([
      ['Quý II/ 2023.', '2023-06-30', ['Công văn.']],
      ['Tháng 11- 12/2023.', '2023-12-31', ['Báo cáo.']],
    ])
    expect(actions.map(({ task }) => task.length)).toEqual([1, 1])
  })

  it('repeat what they share, and say so from the second on', () => {
    const { actions } = criterion('pl2/2/~3')
    expect(actions.map(({ lead, sharedFrom }) => [lead?.agencies[0]?.id, sharedFrom])).toEqual([
      ['so-tai-chinh', []],
      ['so-tai-chinh', ['lead']],
    ])
  })

  it('share a deadline that is one sentence', () => {
    const education = criterion('pl2/4/~2').actions.slice(4)
    expect(education.map(({ deadline }) => deadline?.text)).toEqual(
      Array.from({ length: 4 }, () => 'Từ tháng 6/2023 đến tháng 4/2024.'),
    )
    expect(education[1]?.sharedFrom).toEqual(['deadline', 'lead'])
    expect(education[0]?.sharedFrom).toEqual([])
  })

  it('still do where a converter took the bullet from one of them', () => {
    expect(criterion('pl2/6/~2').actions.map(({ deadline }) => deadline?.text)).toEqual([
      'Từ tháng 6-12/2023 theo tiến độ chung của Thành phố.',
      'Tháng 12/2023.',
    ])
  })

  it('lose no text and count none twice', () => {
    expect(plan.quality.unplacedCharacters).toBe(0)
  })
})

describe('bullets that do not', () => {
  it('stay one action, and the plan says so', () => {
    const unpaired = plan.issues.filter(({ code }) => code === 'bullets-unpaired').map(({ target }) => target)
    expect(unpaired).toContain('pl2/1/~2')
    expect(unpaired).toContain('pl2/3/~3')
    expect(criterion('pl2/1/~2').actions).toHaveLength(1)
    expect(unpaired).not.toContain('pl2/2/~3')
  })
})
