import { describe, expect, it } from 'vitest'
import { dotMeaning, parseScore } from '../../src/criteria/scores.js'
import { criteriaOf, rows } from '../support/read.js'

const caption =
  'PHỤ LỤC\nBẢNG ĐIỂM\n(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/02/2024 của UBND tỉnh Lào Cai)\n\n'

describe('the sign of a number', () => {
  it('stays with a score and with a number in another column', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          ['STT', 'Tiêu chí', 'Điểm tối đa', 'Điểm đạt', 'Chênh lệch'],
          ['1', 'Kế hoạch', '2', '-0,5', '-1,5'],
          ['2', 'Kiểm tra', '3', '2,5', '+0,25'],
          ['3', 'Tập huấn', '3', '2,5', '- Tăng 3 bậc'],
        ),
    )
    expect(criteria[0]?.scores?.achieved[0]?.value).toBe(-0.5)
    expect(criteria.map((criterion) => criterion.actions[0]?.other[0]?.text)).toEqual([
      ['-1,5'],
      ['+0,25'],
      ['Tăng 3 bậc'],
    ])
  })
})

describe('a dot before three digits', () => {
  it.each([
    [['9,5', '1.000'], 1000],
    [['9.25', '1.000'], 1],
    [['9', '1.000'], null],
    [['9,5', '6.5', '1.000'], null],
  ])('beside %j is %s', (texts, value) => {
    expect(parseScore('1.000', dotMeaning(texts))?.value ?? null).toBe(value)
  })

  it('is a decimal behind a zero', () => {
    expect(parseScore('0.125', null)?.value).toBe(0.125)
  })
})
