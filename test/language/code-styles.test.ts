import { describe, expect, test } from 'vitest'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { layouts, styles } from './code-table.js'

/** A table is read whatever its rows are numbered with and however its columns are kept. */
describe.each(Object.entries(layouts))('%s', (_, write) => {
  test.each(Object.entries(styles))('%s codes', async (_, codes) => {
    const plan = (await importPlan(sourceOf(...write(codes)))).value
    const criteria = plan.appendices.flatMap((appendix) => appendix.criteria)
    expect(criteria.map(({ codePrinted }) => codePrinted)).toEqual(codes)
    expect(criteria.map(({ actions }) => actions.map(({ lead }) => lead?.text))).toEqual([
      ['Sở Tài chính'],
      ['Thanh tra tỉnh'],
      ['Sở TN và MT'],
      ['Sở Nội vụ'],
      ['Sở TN và MT'],
    ])
  })
})
