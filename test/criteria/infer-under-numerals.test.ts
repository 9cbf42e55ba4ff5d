import { describe, expect, it } from 'vitest'
import { inferCodes } from '../../src/criteria/infer-codes.js'
import type { CriterionRow, TableRoles } from '../../src/criteria/rows.js'
import { parseCode } from '../../src/language/codes.js'

const at = { page: 1, line: 1, bbox: null }
const roles = { names: [1], columns: [] as { role: string }[] } as TableRoles

/** Rows of a code, or of a name alone, as they come from lines that were cut apart. */
function rowsOf(printed: (string | { name: string })[], method: 'unweave' | 'form'): CriterionRow[] {
  return printed.map((own) => {
    const code = typeof own === 'string' ? parseCode(own) : null
    const text = typeof own === 'string' ? 'Dịch vụ' : own.name
    const repairs = [{ from: text, to: text, method, confidence: 0.9, alternatives: [] }]
    const lines = [{ text, start: 'paragraph', repaired: { raw: text, repairs } }]
    const row = {
      at,
      total: false,
      names: [{ text, column: 1, code: null }],
      cells: [{ pieces: [{ lines }] }],
    }
    return {
      ...row,
      code: code === null || typeof own !== 'string' ? null : { code, printed: own },
    } as unknown as CriterionRow
  })
}

function valuesOf(rows: CriterionRow[]): (string | null)[] {
  inferCodes(rows, roles)
  return rows.map(({ code }) => code?.code.value ?? null)
}

const lost = { name: 'Công khai thu, chi ngân sách' }

describe('numbers that are lost under Roman numerals', () => {
  it('are those of their places where items are numbered from 1 under each', () => {
    const rows = rowsOf(['I', '1', '2', 'II', lost, lost, 'III', '1', '2'], 'unweave')
    expect(valuesOf(rows)).toEqual(['I', '1', '2', 'II', '1', '2', 'III', '1', '2'])
  })

  it('run on where the others do', () => {
    const rows = rowsOf(['I', '1', '2', 'II', lost, 'III', '4', '5'], 'unweave')
    expect(valuesOf(rows)).toEqual(['I', '1', '2', 'II', '3', 'III', '4', '5'])
  })

  it('are not looked for where the text was no woven one', () => {
    const rows = rowsOf(['I', '1', '2', 'II', lost, 'III', '1', '2'], 'form')
    expect(valuesOf(rows)).toEqual(['I', '1', '2', 'II', null, 'III', '1', '2'])
  })

  it('are none of a name that is a numbered list', () => {
    const list = { name: '1. Dịch vụ chứng thực 2. Dịch vụ hành chính' }
    const rows = rowsOf(['I', '1', '2', 'II', list, 'III', '1', '2'], 'unweave')
    expect(valuesOf(rows)).toEqual(['I', '1', '2', 'II', null, 'III', '1', '2'])
  })
})
