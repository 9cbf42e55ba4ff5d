import { describe, expect, it } from 'vitest'
import type { Evidence, Plan } from '../../schemas/plan.js'
import { certaintyOfWoven } from '../../src/check/confidence.js'
import { importText } from '../support/import-text.js'
import { rows } from '../support/read.js'

const caption = 'PHỤ LỤC\nNHIỆM VỤ NĂM 2024\n(Kèm theo Kế hoạch số 45/KH-UBND ngày 15/3/2024)\n\n'
const header = ['STT', 'Tiêu chí', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian']
const data = (index: number, lead: string, when: string): string[] => [
  `${index}`,
  `Tiêu chí số ${index}`,
  'Ban hành kế hoạch triển khai',
  lead,
  when,
]
const sound = [1, 2, 3, 4, 5, 6].map((index) => data(index, 'Sở Nội vụ', 'Quý II/2024'))
const swapped = [1, 2, 3, 4, 5, 6].map((index) => data(index, 'Quý II/2024', 'Sở Nội vụ'))

function confidences(plan: Plan, role: Evidence['role']): number[] {
  const criteria = plan.appendices.flatMap((appendix) => appendix.criteria)
  const evidence = criteria.flatMap((criterion) => [
    ...criterion.evidence,
    ...criterion.actions.flatMap((action) => action.evidence),
  ])
  return [...new Set(evidence.filter((entry) => entry.role === role).map((entry) => entry.confidence))]
}

describe('confidence of the structure', () => {
  it('is whole where exact text stands in a sound table', async () => {
    const plan = await importText(caption + rows(header, ...sound))
    expect(plan.quality).toMatchObject({ confidence: 1, needsReview: false })
  })

  it('is low in columns whose cells are not what their header says, and a reader is asked for', async () => {
    const plan = await importText(caption + rows(header, ...swapped))
    expect([confidences(plan, 'lead'), confidences(plan, 'deadline'), confidences(plan, 'task')]).toEqual([
      [0.6],
      [0.6],
      [1],
    ])
    expect(plan.quality.needsReview).toBe(true)
    expect(plan.issues.map((issue) => issue.code)).toContain('merged-cell-shift-suspected')
  })

  it('is less where no header was printed and the roles were guessed', async () => {
    const plan = await importText(caption + rows(...sound))
    expect([confidences(plan, 'code'), confidences(plan, 'lead')]).toEqual([[1], [0.8]])
  })

  it('is less for a name whose number was inferred', async () => {
    const plan = await importText(
      caption + rows(header, ...sound.with(2, ['', ...(sound[2] ?? []).slice(1)])),
    )
    const names = plan.appendices[0]?.criteria.map(({ evidence }) =>
      evidence.find(({ role }) => role === 'name'),
    )
    expect(names?.map((entry) => entry?.confidence)).toEqual([1, 1, 0.8, 1, 1, 1])
  })
})

describe('a cell that was cut out of woven lines', () => {
  it('is the less sure the longer it is, whatever its words say', () => {
    const short = certaintyOfWoven(0.8, 'Quý IV/2023')
    const long = certaintyOfWoven(
      0.8,
      'Tham mưu triển khai thực hiện đồng bộ các giải pháp nâng cao chất lượng',
    )
    expect(short).toBeGreaterThan(0.8)
    expect(long).toBeLessThan(0.7)
  })
})
