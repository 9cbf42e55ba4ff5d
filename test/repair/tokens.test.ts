import { describe, expect, it } from 'vitest'
import { continues, tokenize } from '../../src/repair/orthography/tokens.js'

const kinds = (line: string): string[] => tokenize(line).map(({ kind, text }) => `${kind}:${text}`)

describe('tokenize', () => {
  it('tells codes, numbers, addresses and words apart', () => {
    expect(kinds('Nghị định số 61/2018/NĐ-CP, ngày 23/4/2018 (xem https://vpcp.vn/a_b)')).toEqual([
      'word:Nghị',
      'word:định',
      'word:số',
      'code:61/2018/NĐ-CP',
      'comma:,',
      'word:ngày',
      'number:23/4/2018',
      'stop:(',
      'word:xem',
      'verbatim:https://vpcp.vn/a_b)',
    ])
    expect(kinds('229 /KH-UBND')).toEqual(['code:229 /KH-UBND'])
    expect(kinds('39-NQ/TW')).toEqual(['code:39-NQ/TW'])
    expect(kinds('a\tb')).toEqual(['word:a', 'stop:\t', 'word:b'])
  })

  it('keeps offsets', () => {
    for (const { text, start } of tokenize('  Sở Nội vụ; UBND')) {
      expect('  Sở Nội vụ; UBND'.slice(start, start + text.length)).toBe(text)
    }
  })
})

describe('continues', () => {
  it('looks at the end of a line and the start of the next', () => {
    expect(continues('công tác cải cách', 'hành chính')).toBe(true)
    expect(continues('công tác cải cách.', 'hành chính')).toBe(false)
    expect(continues('KẾ HOẠCH', 'Cải thiện')).toBe(false)
    expect(continues('', 'hành chính')).toBe(false)
  })
})
