import { expect, test } from 'vitest'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'

test('a table that no reader understands is no silent note: its text is unplaced and the plan asks for review', async () => {
  const text = [
    'ỦY BAN NHÂN DÂN PHƯỜNG KIM LONG',
    'Số: 318/KH-UBND',
    'KẾ HOẠCH',
    'Cải cách hành chính năm 2026',
    'PHỤ LỤC',
    'STT    Nhiệm vụ                     Cơ quan chủ trì     Thời gian',
    ' 1     Rà soát văn bản              Văn phòng           Quý II',
    '       của các phường cũ            Đảng ủy             hoặc sau',
    ' 2     Niêm yết thủ tục             Văn phòng           Hàng quý',
    ' 3     Công khai ngân sách          Phòng Kinh tế       Hàng quý',
  ].join('\n')
  const plan = (await importPlan(sourceOf('layout.txt', new TextEncoder().encode(text)))).value
  expect(plan.appendices[0]?.criteria).toEqual([])
  expect(plan.quality.needsReview).toBe(true)
  expect(plan.quality.unplacedCharacters).toBeGreaterThan(50)
  expect(plan.issues).toContainEqual(expect.objectContaining({ severity: 'warning', code: 'text-unplaced' }))
})

test('a task table without its header stays in the body, and says so', async () => {
  const row = (ordinal: number, task: string, agency: string): string =>
    `| ${ordinal} | ${task} | ${agency} | Quý II/2024 |`
  const text = [
    'ỦY BAN NHÂN DÂN PHƯỜNG KIM LONG',
    '',
    'Số: 318/KH-UBND',
    '',
    '# KẾ HOẠCH',
    '',
    'Cải cách hành chính năm 2024',
    '',
    'II. NỘI DUNG',
    '',
    '| | | | |',
    '|---|---|---|---|',
    row(1, 'Rà soát văn bản', 'Sở Tư pháp'),
    row(2, 'Kiểm tra công vụ', 'Sở Nội vụ'),
    row(3, 'Công khai ngân sách', 'Sở Tài chính'),
  ].join('\n')
  const plan = (await importPlan(sourceOf('body.md', new TextEncoder().encode(text)))).value
  expect(plan.outline.flatMap(({ paragraphs }) => paragraphs)).toContain(
    '2 | Kiểm tra công vụ | Sở Nội vụ | Quý II/2024',
  )
  expect(plan.issues).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      code: 'text-unplaced',
      message: expect.stringContaining('A table of 3 numbered rows'),
    }),
  )
})

const plan = [
  'ỦY BAN NHÂN DÂN PHƯỜNG KIM LONG',
  'Số: 318/KH-UBND',
  'KẾ HOẠCH',
  'Cải cách hành chính năm 2026',
]
const rows = (code: (ordinal: number) => string): string[][] => [
  ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
  [code(1), 'Rà soát văn bản', 'Văn phòng', 'Quý II'],
  [code(2), 'Niêm yết thủ tục', 'Văn phòng', 'Hàng quý'],
]

test.each([
  ['with a blank between its cells', (row: string[]) => row.join(' ')],
  ['with a line for each cell', (row: string[]) => row.join('\n')],
])('a table of the body that no reader understands says so: %s', async (_, written) => {
  for (const code of [(at: number) => `${at}`, (at: number) => `(${at})`, (at: number) => `TC 1.${at}`]) {
    const text = [...plan, 'II. NỘI DUNG', ...rows(code).map(written)].join('\n')
    const { issues, quality } = (await importPlan(sourceOf('body.txt', new TextEncoder().encode(text)))).value
    expect(quality.needsReview).toBe(true)
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'text-unplaced', details: { what: 'unread-body-table', rows: 2 } }),
    )
  }
})

test('a numbered list of the body is no lost table', async () => {
  const text = [
    ...plan,
    'II. NỘI DUNG',
    '1. Rà soát văn bản.',
    '2. Niêm yết thủ tục theo Thông tư số 01/TT.',
  ].join('\n')
  const { issues } = (await importPlan(sourceOf('body.txt', new TextEncoder().encode(text)))).value
  expect(issues.map(({ code }) => code)).not.toContain('text-unplaced')
})
