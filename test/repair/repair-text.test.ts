import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withoutMarks } from '../../src/language/plain.js'
import { loadLanguageModel, repairText } from '../../src/repair/index.js'
import { toLegacy } from '../../src/repair/orthography/legacy-encodings.js'

const model = loadLanguageModel(readFileSync('models/syllables.lm'))
const auto = { mode: 'auto', model } as const

const clean = [
  'ỦY BAN NHÂN DÂN TỈNH',
  'Số: 12/KH-UBND',
  '',
  'KẾ HOẠCH',
  'Cải cách hành chính nhà nước năm 2024',
  '',
  'Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa',
  'trong giải quyết thủ tục hành chính (TTHC);',
  'Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị theo dõi, đôn đốc việc thực hiện. https://vpcp.vn',
].join('\n')

describe('repairText', () => {
  it('gives stripped text its marks back, line by line', () => {
    const { value, issues } = repairText(withoutMarks(clean), auto)
    expect(value.text).toBe(clean)
    expect(value.changes.find((change) => change.to.includes('NĐ-CP'))).toMatchObject({
      line: 7,
      from: '61/2018/ND-CP',
      method: 'diacritics',
    })
    expect(issues.every((issue) => issue.code === 'repair-uncertain')).toBe(true)
  })

  it('leaves clean text untouched', () => {
    expect(repairText(clean, auto)).toEqual({ value: { text: clean, changes: [] }, issues: [] })
  })

  it('leaves English alone', () => {
    const english =
      'The committee shall report to the people of the province on the state of reform in this year.'
    expect(repairText(english, auto).value.changes).toEqual([])
  })

  it('restores nothing in mode never, and short text in mode always', () => {
    expect(repairText(withoutMarks(clean), { mode: 'never', model }).value.changes).toEqual([])
    expect(repairText('Uy ban nhan dan', auto).value.text).toBe('Uy ban nhan dan')
    expect(repairText('Uy ban nhan dan', { mode: 'always', model }).value.text).toBe('Ủy ban nhân dân')
  })

  it('keeps words that have marks when it is forced upon clean text', () => {
    expect(repairText(clean, { mode: 'always', model }).value.text).toBe(clean)
  })

  it('judges pages one by one', () => {
    const { value } = repairText(`${clean}\f${withoutMarks(clean)}`, auto)
    expect(value.text).toBe(`${clean}\f${clean}`)
    expect(Math.min(...value.changes.map((change) => change.line))).toBe(clean.split('\n').length)
  })

  it('converts legacy encodings, short lines too', () => {
    const text = clean.replace('ỦY BAN NHÂN DÂN TỈNH', 'Ủy ban nhân dân tỉnh').replace('KẾ HOẠCH', 'Kế hoạch')
    const { value, issues } = repairText(toLegacy(text, 'VNI'), auto)
    expect(value.text).toBe(text)
    expect(issues.map((issue) => issue.code)).toEqual(['encoding-converted'])
    expect(value.changes.every((change) => change.method === 'encoding')).toBe(true)
  })

  it('keeps as many lines as it was given, whatever they hold', () => {
    const odd = ['', 'nhi\u00ad', 'ệm vụ', '\r', 'a\u00ad', '', '   ', '1.\t2,5\t|\tNăm 2023'].join('\n')
    expect(repairText(odd, { mode: 'always', model }).value.text.split('\n')).toHaveLength(
      odd.split('\n').length,
    )
    expect(repairText(odd, auto).value.text.split('\n').slice(1, 3)).toEqual(['nhiệm', 'vụ'])
  })

  it('reads the second d of a list as đ', () => {
    const list = 'c) Tăng cường kiểm tra;\nd) Nâng cao chất lượng;\nđ) Báo cáo kết quả thực hiện.'
    expect(repairText(withoutMarks(list), auto).value.text).toBe(list)
  })

  it('points out what it is not sure of', () => {
    const { value } = repairText('Bao cao ve viec ban ghe cua ong Thu va ba Tam', { mode: 'always', model })
    const unsure = value.changes.filter((change) => change.confidence < 0.9)
    expect(unsure.length).toBeGreaterThan(0)
    expect(unsure.every((change) => change.alternatives.length > 0)).toBe(true)
  })
})
