import { describe, expect, it } from 'vitest'
import { expectationOf, expectedForVariant, withoutAddedColumns } from '../../lab/measure/variants/index.js'
import { planFromExpected } from '../evaluate/plan-from-expected.js'
import { samplePlan } from '../evaluate/sample.js'
import { tabExpectation } from './sample.js'

const unchanged = { dropped: [], added: [], renamed: [], names: [] }
const deadline = { appendix: 'pl1', header: 'Thời gian', role: 'deadline' as const }

describe('the expectation of a variant', () => {
  it('is the source’s where nothing changed', () => {
    expect(expectedForVariant(tabExpectation, unchanged)).toEqual(tabExpectation)
  })

  it('loses the cells of a dropped column, and actions that held nothing else', () => {
    const changed = expectedForVariant(tabExpectation, { ...unchanged, dropped: [deadline] })
    const [criterion] = changed.appendices[0]?.criteria ?? []
    expect(criterion?.actions).toHaveLength(1)
    expect(criterion?.actions[0]).toMatchObject({
      deadline: null,
      mergedFrom: ['lead'],
      task: ['Kiểm tra hai đợt'],
    })
    expect(changed.appendices[0]?.columns.map((column) => column.role)).not.toContain('deadline')
  })

  it('has the new headings, also where a cell names its column', () => {
    const rename = { ...deadline, header: 'Nguồn kinh phí', role: 'other' as const, to: 'Kinh phí' }
    const changed = expectedForVariant(tabExpectation, {
      ...unchanged,
      renamed: [rename, { ...deadline, to: 'Thời hạn' }],
    })
    expect(changed.appendices[0]?.columns.at(-1)?.header).toBe('Thời hạn')
    expect(changed.appendices[0]?.criteria[0]?.actions[0]?.other[0]?.header).toBe('Kinh phí')
  })

  it('has the new names in every text, under the old id', () => {
    const names = [{ from: 'Sông Bạc', to: 'Móng Cái' }]
    const changed = expectedForVariant(tabExpectation, { ...unchanged, names })
    expect(changed.appendices[0]?.criteria[0]?.name).toBe('Theo dõi tại thành phố Móng Cái')
    expect(changed.id).toBe(tabExpectation.id)
  })
})

describe('the plan of a variant', () => {
  it('is read without the cells of an added column', () => {
    const plan = planFromExpected(samplePlan())
    const [action] = plan.appendices[0]?.criteria[1]?.actions ?? []
    action?.note.push('Nhiệm vụ mới')
    const added = { appendix: 'pl1', header: 'Ghi chú', role: 'note' as const }
    const read = withoutAddedColumns(plan, { ...unchanged, added: [added] })
    expect(read.appendices).toEqual(planFromExpected(samplePlan()).appendices)
  })

  it('serves as an expectation itself', () => {
    const expected = samplePlan()
    expect(expectationOf(planFromExpected(expected))).toEqual({ ...expected, anomalies: [] })
  })
})
