import { describe, expect, it } from 'vitest'
import { inferMisreadNumerals } from '../../src/criteria/misread-numerals.js'
import type { CriterionRow } from '../../src/criteria/rows.js'
import { parseCode } from '../../src/language/codes.js'

const at = { page: 1, line: 1, bbox: null }

function rowsOf(codes: string[], confidence: number): CriterionRow[] {
  return codes.map((printed) => {
    const code = parseCode(printed)
    const pieces = [{ at, raw: printed, lines: [], confidence }]
    const row: Partial<CriterionRow> = { at, cells: [{ pieces, merged: false }] }
    return { ...row, code: code === null ? null : { code, printed } } as CriterionRow
  })
}

function valuesOf(rows: CriterionRow[]): (string | undefined)[] {
  inferMisreadNumerals(rows)
  return rows.map(({ code }) => code?.code.value)
}

describe('a Roman numeral that was recognised as a figure', () => {
  it('is what the numerals around it and the items under it leave', () => {
    expect(
      valuesOf(rowsOf(['I', '1', '2', 'II', '1', '11', '1', '2', 'IV', '1', '7', '1', '2'], 0.9)),
    ).toEqual(['I', '1', '2', 'II', '1', 'III', '1', '2', 'IV', '1', 'V', '1', '2'])
  })

  it('is known by the numeral that follows, though it goes on with the items above', () => {
    const codes = ['I', '1', 'II', '1', '2', '3', '1', '2', 'IV', '1']
    expect(valuesOf(rowsOf(codes, 0.9))).toEqual(['I', '1', 'II', '1', '2', 'III', '1', '2', 'IV', '1'])
  })

  it('stays a figure where it goes on with the items, or where the text is exact', () => {
    const goesOn = ['I', '1', '2', 'II', '1', '2', '3', '1']
    expect(valuesOf(rowsOf(goesOn, 0.9))).toEqual(goesOn)
    const exact = ['I', '1', 'II', '1', '7', '1']
    expect(valuesOf(rowsOf(exact, 1))).toEqual(exact)
  })

  it('is not looked for where items are numbered through', () => {
    const through = ['I', '1', '2', 'II', '3', '7', '1']
    expect(valuesOf(rowsOf(through, 0.9))).toEqual(through)
  })
})
