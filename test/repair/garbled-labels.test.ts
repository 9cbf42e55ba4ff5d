import { describe, expect, it } from 'vitest'
import { repairLabels } from '../../src/columns/rows/labels.js'
import { chunksOf } from '../../src/language/ocr-chunks.js'
import { asNumber, ListLetters, romanLabel } from '../../src/repair/decode/garbled-labels.js'

describe('labels', () => {
  it('follows the letters of a list, whatever they were taken for', () => {
    const letters = new ListLetters()
    const lines = [
      'a) Duy tri',
      'b) Xay dung',
      '¢) Thuc hién',
      'd) Xéc dinh',
      'd) Cong khai',
      '¢) Tang cudng',
      'g) Trién khai',
    ]
    expect(lines.map((line) => letters.read(chunksOf(line)))).toEqual(['a', 'b', 'c', 'd', 'đ', 'e', 'g'])
  })

  it.each(['6 than trach nhiém', 'Thuc hién'])('sees no list letter in %s', (line) => {
    expect(new ListLetters().read(chunksOf(line))).toBeNull()
  })

  it.each([
    ['I1I. NHIEM VU', 'III'],
    ['IV | Vé két qua', 'IV'],
    ['1. Giam ddc', null],
  ])('reads the Roman numeral of %s', (line, numeral) => {
    expect(romanLabel(chunksOf(line), 0)).toBe(numeral)
  })

  it.each([
    ['O6', '06'],
    ['2O23', '2023'],
    ['t6', null],
    ['23', null],
  ])('reads the number %s', (text, number) => {
    expect(asNumber(text)).toBe(number)
  })

  it.each([
    [
      ['2', '2.4', '2.4.1', '242', '2.4.3'],
      ['2', '2.4', '2.4.1', '2.4.2', '2.4.3'],
    ],
    [
      ['5', '54', '5.5.2', '574', '5.7.2', '5.7.3'],
      ['5', '5.4', '5.5.2', '5.7.1', '5.7.2', '5.7.3'],
    ],
    [
      ['I', '1', '2', 'VII', '1', 'VII'],
      ['I', '1', '2', 'VII', '1', 'VIII'],
    ],
    [
      ['9', '10', '11', '12'],
      ['9', '10', '11', '12'],
    ],
  ])('puts row labels right: %j', (labels, right) => {
    expect(repairLabels(labels)).toEqual(right)
  })
})
