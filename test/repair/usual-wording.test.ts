import { describe, expect, it } from 'vitest'
import { UsualWording } from '../../src/repair/proofread/usual-wording.js'

/** Cells as plans repeat them. */
const cells = [
  'UBND các phường, xã',
  'Các cơ quan, đơn vị; UBND các phường, xã',
  'Sở Nội vụ; UBND các phường, xã',
  'Quý I/2023',
  'Quý II/2023',
  'Trước quý IV/2023',
]

function doubtsOf(text: string) {
  const wording = new UsualWording()
  for (const cell of [...cells, text]) wording.add(cell)
  return wording.doubtsOf(text)
}

describe('what a document says of one of its texts', () => {
  it('is nothing where the text goes with it', () => {
    expect(doubtsOf('Văn phòng; UBND các phường, xã')).toEqual({ oddMark: 0, oddFigures: 0, strays: 0 })
  })

  it('is that a mark is another one, or none, between the same words elsewhere', () => {
    expect(doubtsOf('UBND các phường xã').oddMark).toBeGreaterThan(2)
    expect(doubtsOf('UBND các phường; xã').oddMark).toBeGreaterThan(2)
    expect(doubtsOf('các hội; đoàn thể').oddMark).toBe(0)
  })

  it('is that quarters are written in other figures', () => {
    expect(doubtsOf('Quý 1/2023').oddFigures).toBeGreaterThan(0.5)
    expect(doubtsOf('Quý III/2023').oddFigures).toBe(0)
  })

  it.each([
    ['a full stop before a small letter', 'Các cơ. quan liên quan'],
    ['two marks in a row', 'UBND thành phố,. Sở Nội vụ'],
    ['a quote that is not closed', 'Các "cơ quan'],
    ['a mark without space', 'UBND.thành phố'],
  ])('knows %s', (_, text) => {
    expect(doubtsOf(text).strays).toBe(1)
  })

  it.each([
    'Nghị định 76/2020/NĐ-CP; Luật (sửa đổi)',
    '- Báo cáo:\n+ Kế hoạch "Sở thông minh"',
    '1. Đạt 95,5%',
  ])('takes no offence at %j', (text) => {
    expect(doubtsOf(text).strays).toBe(0)
  })
})
