import { describe, expect, it } from 'vitest'
import { normalizeForm } from '../../src/repair/orthography/form.js'

describe('normalizeForm', () => {
  it('composes letters without a record', () => {
    expect(normalizeForm('Uỷ ban nhân dân'.normalize('NFD'))).toEqual({
      text: 'Uỷ ban nhân dân',
      repairs: [],
    })
  })

  it('composes marks that were written in another order', () => {
    expect(normalizeForm('Vie\u0323\u0302t').text).toBe('Việt')
    expect(normalizeForm('Vi\u00ea\u0323t').text).toBe('Việt')
  })

  it('makes spaces plain without a record', () => {
    expect(normalizeForm('Sở\u00a0Nội\u2009vụ')).toEqual({ text: 'Sở Nội vụ', repairs: [] })
  })

  it('takes invisible characters out of words and says so', () => {
    const { text, repairs } = normalizeForm('thực hi\u00adện nhiệm\u200b vụ')
    expect(text).toBe('thực hiện nhiệm vụ')
    expect(repairs.map(({ from, to, method }) => ({ from, to, method }))).toEqual([
      { from: 'hi\u00adện', to: 'hiện', method: 'form' },
      { from: 'nhiệm\u200b', to: 'nhiệm', method: 'form' },
    ])
  })

  it('writes ligatures as letters', () => {
    expect(normalizeForm('\ufb01le').text).toBe('file')
  })

  it.each([
    ['Kế h\u043eạch', 'Kế hoạch'],
    ['\u0421hỉ số', 'Chỉ số'],
    ['xếp trong \u0442\u043e\u043f 10 cả nước', 'xếp trong top 10 cả nước'],
    ['thủ tục hành chính (\u0422\u0422\u041d\u0421)', 'thủ tục hành chính (TTHC)'],
    ['kinh \u03bfphí', 'kinh ophí'],
    ['\u00d0iều 1', 'Điều 1'],
    ['quy \u00f0ịnh', 'quy định'],
  ])('reads look-alike letters in %s', (damaged, clean) => {
    const { text, repairs } = normalizeForm(damaged)
    expect(text).toBe(clean)
    expect(repairs).toHaveLength(1)
  })

  it.each([
    'Ông \u0412\u043b\u0430\u0434\u0438\u043c\u0438\u0440 \u041f\u0443\u0442\u0438\u043d thăm Hà Nội',
    '\u0423\u043a\u0430\u0437 \u043e \u0442\u043e\u043c, \u043a\u0442\u043e \u0442\u0430\u043c',
    'góc \u03b1 và hệ số \u03b2',
    'Góðan daginn',
    'Hòa Bình, hoà bình, Uỷ ban, Ủy ban',
  ])('leaves %s as it stands', (text) => {
    expect(normalizeForm(text)).toEqual({ text, repairs: [] })
  })
})
