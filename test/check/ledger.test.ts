import { expect, test } from 'vitest'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import type { AppendixTable } from '../../schemas/table.js'
import { balance } from '../../src/check/ledger.js'
import { written } from '../../src/messages/index.js'

const rows = [
  'STT\tNhiệm vụ\tCơ quan chủ trì',
  '1\tRà soát văn bản\tSở Tư pháp',
  '2\tKiểm tra văn bản\tSở Tư pháp',
]

test('a text that stands twice in the source needs evidence twice', async () => {
  const text = ['KẾ HOẠCH', 'Cải cách hành chính năm 2024', 'PHỤ LỤC', 'NHIỆM VỤ', ...rows].join('\n')
  const plan = (await importPlan(sourceOf('plan.txt', new TextEncoder().encode(text)))).value
  const appendix = plan.appendices[0]
  if (appendix === undefined) throw new Error('no appendix')
  const table = { furniture: [] } as unknown as AppendixTable
  expect(balance(appendix, table).unplaced).toBe(0)
  for (const action of appendix.criteria[1]?.actions ?? [])
    action.evidence = action.evidence.filter((entry) => entry.raw !== 'Sở Tư pháp')
  expect(balance(appendix, table).issues.map((issue) => written(issue).message)).toEqual([
    'This text found no place in the plan: "Sở Tư pháp".',
  ])
})
