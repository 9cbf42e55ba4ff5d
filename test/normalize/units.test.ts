import { describe, expect, it } from 'vitest'
import { findUnits } from '../../src/normalize/header/unit-names.js'
import {
  findCommunes,
  findDistricts,
  findProvince,
  parseUnits,
  provincesOn,
} from '../../src/normalize/header/units.js'
import { units } from './plan-blocks.js'

describe('the reference map', () => {
  it.each([
    ['2023-01-01', 63],
    ['2025-06-30', 63],
    ['2025-07-01', 34],
    ['2026-10-01', 34],
  ])('has on %s %i provinces, each with a code of its own', (date, count) => {
    const provinces = provincesOn(units, date)
    expect(provinces).toHaveLength(count)
    expect(new Set(provinces.map((province) => province.code)).size).toBe(count)
  })

  it('has 705 districts until and 3,321 communes since the reform of 2025', () => {
    expect(Object.values(units.districts).flat()).toHaveLength(705)
    const communes = Object.values(units.communes).flatMap((kinds) => Object.values(kinds).flat())
    expect(communes).toHaveLength(3321)
    expect(findDistricts(units, '2025-07-01', 'huyện', 'Phù Cừ')).toEqual([])
    expect(findCommunes(units, '2025-06-30', 'phường', 'Tam Kỳ')).toEqual([])
  })

  it('finds names however they are spelt', () => {
    for (const name of ['Đắk Lắk', 'ĐĂK LĂK', 'Đắc Lắc', 'Dak Lak'])
      expect(findProvince(units, '2024-01-01', name)?.code).toBe('66')
    expect(findProvince(units, '2024-01-01', 'Thừa Thiên - Huế')?.code).toBe('46')
    expect(findProvince(units, '2024-01-01', 'HCM')?.code).toBe('79')
    expect(findDistricts(units, '2024-01-01', 'thị xã', 'Gia Nghĩa')).toMatchObject([
      { code: '660', kind: 'thành phố' },
    ])
  })

  it('is checked when it is read', () => {
    expect(() => parseUnits({ provinces: [] })).toThrow()
  })
})

describe('units named in a text', () => {
  it.each([
    ['của UBND tỉnh Hưng Yên về cải cách', [['tỉnh', 'Hưng Yên']]],
    ['UBND TP. Hưng Yên', [['thành phố', 'Hưng Yên']]],
    ['Ủy ban nhân dân thành phố thành phố Hải Phòng', [['thành phố', 'Hải Phòng']]],
    [
      'tỉnh Bà Rịa - Vũng Tàu, huyện M’Đrắk, quận 12',
      [
        ['tỉnh', 'Bà Rịa - Vũng Tàu'],
        ['huyện', 'M’Đrắk'],
        ['quận', '12'],
      ],
    ],
    ['các cơ quan Trung ương, địa phương Nam Bộ, xã hội', [['xã', null]]],
    ['UBND Thành phố chỉ đạo', [['thành phố', null]]],
    ['UBND tinh Hung Yen', [['tỉnh', 'Hung Yen']]],
  ])('%s', (text, expected) => {
    expect(findUnits(text).map(({ kind, name }) => [kind, name])).toEqual(expected)
  })
})
