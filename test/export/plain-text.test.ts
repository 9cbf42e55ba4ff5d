import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardFormula, restoreText } from '../../src/export/index.js'

describe('text that a spreadsheet could take for a formula', () => {
  it('gets an apostrophe before it and is restored', () => {
    expect(guardFormula('=SUM(A1)')).toBe("'=SUM(A1)")
    expect(guardFormula('- Tham mưu ban hành')).toBe("'- Tham mưu ban hành")
    expect(guardFormula("'=1")).toBe("''=1")
    expect(guardFormula('Sở Nội vụ')).toBe('Sở Nội vụ')
  })

  it('comes back whatever it is', () => {
    const sign = fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', 'Đ', '1', ' ')
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 8 }), (text) => {
        expect(restoreText(guardFormula(text))).toBe(text)
        expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r]/u)
      }),
    )
  })
})
