import { describe, expect, it } from 'vitest'
import { importText } from '../support/import-text.js'
import { rows } from '../support/read.js'

const caption = 'PHỤ LỤC\nBẢNG ĐIỂM CHỈ SỐ\n(Kèm theo Kế hoạch số 45/KH-UBND ngày 15/3/2024)\n\n'
const header = ['STT', 'Lĩnh vực/Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm 2023']

async function sums(...table: string[][]): Promise<unknown[]> {
  const { issues } = await importText(caption + rows(...table))
  return issues
    .filter(({ code }) => code === 'score-sum-mismatch' || code === 'total-mismatch')
    .map(({ code, target }) => `${code} ${target}`)
}

describe('totals', () => {
  const first = [
    ['1', 'CHỈ ĐẠO ĐIỀU HÀNH', '9,5', '8'],
    ['1.1', 'Kế hoạch', '2', '1,5'],
    ['1.2', 'Kiểm tra', '7,5', '6,5'],
  ]
  const second = [
    ['2', 'THỂ CHẾ', '10', '9'],
    ['2.1', 'Văn bản', '10', '9'],
  ]

  it('may close a domain each, and all of them at the end', async () => {
    const closed = [
      header,
      ...first,
      ['', 'Tổng số', '9,5', '8'],
      ...second,
      ['', 'Tổng số', '10', '9'],
      ['', 'Tổng cộng', '19,5', '17'],
    ]
    expect(await sums(...closed)).toEqual([])
  })

  it('are told where they fit neither', async () => {
    expect(
      await sums(header, ...first, ['', 'Tổng số', '9,5', '8'], ...second, ['', 'Tổng cộng', '19,5', '18']),
    ).toEqual(['total-mismatch pl1/total#2'])
  })

  it('of a domain without scores of its own are those of its items', async () => {
    expect(
      await sums(
        header,
        ['I', 'CHỈ ĐẠO', '', ''],
        ['1', 'Kế hoạch', '2', '1,5'],
        ['2', 'Kiểm tra', '3', '2'],
        ['', 'Tổng cộng', '5', '3,5'],
      ),
    ).toEqual([])
  })
})

describe('percentages', () => {
  it('do not add up', async () => {
    const table = [
      ['STT', 'Chỉ số thành phần', 'Chỉ số năm 2024', 'Mục tiêu 2025', 'Cơ quan chủ trì'],
      ['I', 'Cung ứng dịch vụ', '85,90%', '89%', 'Sở Nội vụ'],
      ['1', 'Tiếp cận dịch vụ', '86,02%', '89%', 'Sở Y tế'],
      ['2', 'Thủ tục hành chính', '87,13%', '90%', 'Sở Tư pháp'],
      ['', 'Chỉ số chung (SIPAS)', '84,60%', '88%', ''],
    ]
    expect(await sums(...table)).toEqual([])
    const { appendices } = await importText(caption + rows(...table))
    expect(appendices[0]?.criteria.map(({ id, scores }) => [id, scores?.achieved, scores?.target])).toEqual([
      ['pl1/I', [{ year: 2024, value: 85.9 }], [{ year: 2025, value: 89 }]],
      ['pl1/I/1', [{ year: 2024, value: 86.02 }], [{ year: 2025, value: 89 }]],
      ['pl1/I/2', [{ year: 2024, value: 87.13 }], [{ year: 2025, value: 90 }]],
      ['pl1/total', [{ year: 2024, value: 84.6 }], [{ year: 2025, value: 88 }]],
    ])
  })
})
