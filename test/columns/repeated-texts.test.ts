import { describe, expect, it } from 'vitest'
import { type CellWord, repeatedTexts } from '../../src/columns/consensus/repeated-texts.js'

/** Words of a cell; those with a question mark before them were read without certainty. */
function words(text: string): CellWord[] {
  return text
    .split(' ')
    .map((word) =>
      word.startsWith('?') ? { text: word.slice(1), confidence: 0.4 } : { text: word, confidence: 1 },
    )
}

function read(...texts: string[]): (string | null)[] {
  const cells = texts.map(words)
  const found = repeatedTexts(new Map(cells.map((cell, index) => [index, cell])))
  return cells.map((_, index) => found.get(index)?.text ?? null)
}

const agencies = 'Sở, ban, ngành TP, UBND cấp huyện'

describe('repeatedTexts', () => {
  it('reads a damaged cell as the one that stands in other rows', () => {
    expect(read(agencies, agencies, 'Sở, ?g:fi:m&:ư TP, UBND cấp huyện')).toEqual([null, null, agencies])
    expect(read(agencies, agencies, 'Sở, ban, ngành TP, UBND cấp huyện ?.m..m.n ?xadamm')[2]).toBe(agencies)
  })

  it('leaves a cell that is sure, though it is like others', () => {
    expect(read(agencies, agencies, 'Sở, ngành TP, UBND cấp huyện')[2]).toBe(null)
    expect(read('Quý II', 'Quý II', 'Quý I')[2]).toBe(null)
    expect(read('Năm 2023', 'Năm 2023', 'Năm 2024')[2]).toBe(null)
  })

  it('leaves a cell that two others may be the model of', () => {
    expect(read('Sở Y tế', 'Sở Y tế', 'Sở Công thương', 'Sở Công thương', 'Sở ?~w')[4]).toBe(null)
  })

  it('takes one sure cell for the model of two damaged ones', () => {
    const park = 'CQCM TP, BQL KCX&CN Cần Thơ, UBND cấp huyện, cấp xã'
    expect(read(park, park.replace('cấp xã', '?ở xã'), park.replace('Cần', '?Còn'))).toEqual([
      null,
      park,
      park,
    ])
  })
})
