import { describe, expect, it } from 'vitest'
import { chunksOf } from '../../src/language/ocr-chunks.js'

const kinds = (line: string): string[] => chunksOf(line).map(({ kind, text }) => `${kind} ${text}`)

describe('chunksOf', () => {
  it('takes words with digits and signs in them as words', () => {
    expect(kinds('Cé}i thién t6 chirc S&')).toEqual([
      'word Cé}i',
      'word thién',
      'word t6',
      'word chirc',
      'word S&',
    ])
  })

  it('keeps numbers and document codes together', () => {
    expect(kinds('s6 61/2018/ND-CP, 86,11% (26/63)')).toEqual([
      'word s6',
      'code 61/2018/ND-CP',
      'comma ,',
      'number 86,11%',
      'stop (',
      'number 26/63',
      'stop )',
    ])
  })

  it('cuts words at punctuation between them', () => {
    expect(kinds('hen,tranh 2 |So')).toEqual([
      'word hen',
      'comma ,',
      'word tranh',
      'word 2',
      'stop |',
      'word So',
    ])
  })

  it('leaves addresses alone', () => {
    expect(kinds('www.cantho.gov.vn')).toEqual(['verbatim www.cantho.gov.vn'])
  })
})
