import { describe, expect, it } from 'vitest'
import { mendedCopies } from '../../src/columns/consensus/copies.js'
import type { CellWord } from '../../src/columns/consensus/repeated-texts.js'

/** Words of a cell; those with a question mark before them were read without certainty. */
function words(text: string): CellWord[] {
  return text
    .split(' ')
    .map((word) =>
      word.startsWith('?') ? { text: word.slice(1), confidence: 0.4 } : { text: word, confidence: 1 },
    )
}

function read(...texts: string[]): (string | null)[] {
  const found = mendedCopies(new Map(texts.map((text, index) => [index, words(text)])))
  return texts.map((_, index) => found.get(index)?.text ?? null)
}

describe('mendedCopies', () => {
  it('mends cells that are all damaged, each elsewhere', () => {
    const note = 'Điều tra xã hội học (tổng hợp từ ý kiến đánh giá của đại biểu)'
    expect(
      read(
        'Điều tra xã hội học ?:..cw% ?Jfim đánh giá của đại biểu)',
        'Điều tra xã hội học (tổng hợp từ ý kiến ?i ?Al biểu)',
        '?Diéu tra xã hội học (tổng hợp từ ý kiến đánh giá của đại biểu)',
        'Điều tra xã hội học (tổng hợp ?tir ý kiến đánh giá của đại ?bièu)',
      ),
    ).toEqual([note, note, note, note])
  })

  it('keeps what a copy says with certainty, and what nobody else has', () => {
    const rest = 'hợp từ ý kiến đánh giá của đại biểu'
    const [mended] = read(
      `Điều tra XHH ?(rong ${rest}`,
      `Điều tra xã hội học (tổng ${rest}`,
      `Điều tra xã hội học (tổng ${rest}`,
    )
    expect(mended).toBe(`Điều tra XHH (tổng ${rest}`)
  })

  it('leaves tasks that differ in a sure word, and texts of few copies', () => {
    const of = (unit: string): string => `Tăng cường kiểm tra việc niêm yết thủ tục tại ${unit}`
    expect(read(of('sở'), of('huyện'), of('xã'))).toEqual([null, null, null])
    expect(read(of('?so'), of('sở'))).toEqual([null, null])
  })
})
