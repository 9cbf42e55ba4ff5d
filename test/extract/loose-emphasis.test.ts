import { describe, expect, it } from 'vitest'
import { tightenEmphasis } from '../../src/extract/markdown/loose-emphasis.js'

describe('emphasis with blanks inside its marks', () => {
  it('has them outside', () => {
    expect(tightenEmphasis('*Đơn vị chủ trì: *Sở Tư pháp')).toBe('*Đơn vị chủ trì:* Sở Tư pháp')
    expect(tightenEmphasis('**ỦY BAN NHÂN\nDÂN **\nTỈNH')).toBe('**ỦY BAN NHÂN\nDÂN** \nTỈNH')
    expect(tightenEmphasis('**\nCỔNG MẪU**')).toBe('\n**CỔNG MẪU**')
  })

  it('is dropped where nothing stands between the marks', () => {
    expect(tightenEmphasis('một ** ** hai')).toBe('một   hai')
  })

  it('leaves lists, escaped marks and tight emphasis alone', () => {
    for (const text of ['* một\n* hai', '2 \\* 3 \\* 4', '**một** và *hai*', 'một * hai'])
      expect(tightenEmphasis(text)).toBe(text)
  })
})
