import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { Reliability } from '../../schemas/evaluation/reliability.js'
import { AgencyFile } from '../../src/meaning/agencies/file.js'
import { FrameworkFile } from '../../src/meaning/standards/frameworks.js'
import { Units } from '../../src/normalize/header/units.js'
import { readJson } from './reference.js'

/** The shape of every file of reference data. */
const shapes: Record<string, z.ZodType> = {
  'agencies.json': AgencyFile,
  'frameworks.json': FrameworkFile,
  'reliability.json': Reliability,
  'units.json': Units,
}

describe('reference data', () => {
  it('has no file without a shape', () => {
    const files = readdirSync(join(packageRoot, 'reference')).filter((name) => name.endsWith('.json'))
    expect(files.sort()).toEqual(Object.keys(shapes).sort())
  })

  it.each(Object.entries(shapes))('%s has the shape that reads it, and names its sources', (name, shape) => {
    const file = readJson('reference', name)
    expect(shape.safeParse(file).error).toBeUndefined()
    // What was measured here has one source, told in each language.
    const { sources, source } = file as Record<'sources' | 'source', Record<string, string> | undefined>
    const told = Object.values(sources ?? source ?? {})
    expect(told.length).toBeGreaterThan(0)
    expect(told.every((text) => text.length > 10)).toBe(true)
  })
})

describe('sources of single facts', () => {
  it('are those that the file names, each used', () => {
    const { sources, agencies } = AgencyFile.parse(readJson('reference', 'agencies.json'))
    const used = new Set(agencies.flatMap(({ source }) => source ?? []))
    // 'names' explains the entries without a source
    expect([...used].sort()).toEqual(
      Object.keys(sources)
        .filter((key) => key !== 'names')
        .sort(),
    )
  })

  it('prove the years of departments and divisions by the decrees of 2014 and 2025', () => {
    const { agencies } = AgencyFile.parse(readJson('reference', 'agencies.json'))
    const entry = (id: string) => agencies.find((one) => one.id === id)
    expect(entry('so-thong-tin-va-truyen-thong')).toMatchObject({ source: 'nd24-2014', until: 2025 })
    expect(entry('so-lao-dong-thuong-binh-va-xa-hoi')).toMatchObject({ source: 'nd24-2014', until: 2025 })
    const divisions = agencies.filter(({ source }) => source === 'nd37-2014')
    expect(divisions.length).toBeGreaterThanOrEqual(10)
    expect(divisions.every(({ level, until }) => level === 'district' && until === 2025)).toBe(true)
  })

  it('hold for every framework', () => {
    const { sources, frameworks } = FrameworkFile.parse(readJson('reference', 'frameworks.json'))
    for (const framework of frameworks)
      for (const source of framework.sources) expect(sources).toHaveProperty([source])
  })
})

describe('the map', () => {
  const units = Units.parse(readJson('reference', 'units.json'))

  it('gives the provinces of July 2025 the codes of Quyết định 19/2025/QĐ-TTg', () => {
    const codes = units.provinces
      .filter(({ until, from }) => until === null && (from === null || from <= '2025-07-01'))
      .map(({ code, name }) => `${code} ${name}`)
    expect(codes).toEqual(
      expect.arrayContaining([
        '15 Lào Cai',
        '24 Bắc Ninh',
        '44 Quảng Trị',
        '46 Huế',
        '52 Gia Lai',
        '80 Tây Ninh',
      ]),
    )
  })

  it('ends one level on the day before the other begins', () => {
    expect([units.districtsUntil, units.communesFrom]).toEqual(['2025-06-30', '2025-07-01'])
  })

  it('puts every district and commune into a province of its own time', () => {
    const codesAt = (date: string) =>
      new Set(
        units.provinces
          .filter(({ from, until }) => (from ?? '') <= date && (until ?? '9999') >= date)
          .map(({ code }) => code),
      )
    expect(Object.keys(units.districts).every((code) => codesAt('2024-12-31').has(code))).toBe(true)
    expect(Object.keys(units.communes).sort()).toEqual([...codesAt('2025-07-01')].sort())
  })
})
