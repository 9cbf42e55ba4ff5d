import { describe, expect, it } from 'vitest'
import { findDate, isImpossible, toIso } from '../../src/normalize/dates.js'
import { findNumbers } from '../../src/normalize/header/document-number.js'

describe('printed dates', () => {
  it.each([
    ['ngày 15/7/2021', '2021-07-15'],
    ['ngày 20 /3/2024', '2024-03-20'],
    ['ngày 7-3-2019', '2019-03-07'],
    ['ngày 31 tháng 8 năm 2023', '2023-08-31'],
    ['ngay 06 thang 6 nam 2023', '2023-06-06'],
    ['ngày 29/02/2024', '2024-02-29'],
    ['ngày 29/02/2023', null],
    ['ngày     tháng 8 năm 2023', null],
    ['ngày … tháng … năm 202…', null],
  ])('%s', (text, iso) => {
    const date = findDate(text)
    expect(date).not.toBeNull()
    expect(date === null ? null : toIso(date)).toBe(iso)
  })

  it('are impossible when the calendar or the state has no such day, not when a part is blank', () => {
    const impossible = (text: string) => {
      const date = findDate(text)
      return date !== null && isImpossible(date)
    }
    expect(impossible('ngày 32/13/2023')).toBe(true)
    expect(impossible('ngày 31 tháng 8 năm 2203')).toBe(true)
    expect(impossible('ngày     tháng 8 năm 2023')).toBe(false)
  })
})

describe('document numbers', () => {
  it.each([
    ['468/QĐ- TTg', '468/QĐ-TTg'],
    ['229 /KH-UBND', '229/KH-UBND'],
    ['108/2020/NĐ-CP', '108/2020/NĐ-CP'],
    ['12/NQ–HĐND', '12/NQ-HĐND'],
    ['06-NQ/TU', '06-NQ/TU'],
    ['1605/TTr-SNgV', '1605/TTr-SNgV'],
    ['15972/SXD-QLN& TTBĐS', '15972/SXD-QLN&TTBĐS'],
    ['76/NQ-CP - Chính phủ', '76/NQ-CP'],
    ['52/KH - UBND', '52/KH-UBND'],
    ['151/QĐ-UBND/2023', '151/QĐ-UBND/2023'],
  ])('%s', (text, value) => {
    expect(findNumbers(text).map((number) => number.value)).toEqual([value])
  })

  it.each([
    '9,49/9,5',
    '24/7',
    '12/63 tỉnh',
    '20/12/2023',
    '5/Kế hoạch',
    '2021-2025',
    'mức độ 3, 4',
    '3/4 TTHC',
  ])('%s is none', (text) => {
    expect(findNumbers(text)).toEqual([])
  })
})
