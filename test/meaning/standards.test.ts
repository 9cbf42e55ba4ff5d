import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { importPlan, sourceOf } from '../../pipelines/index.js'
import type { Plan } from '../../schemas/plan.js'
import { matchStandards } from '../../src/meaning/index.js'
import { FrameworkFile } from '../../src/meaning/standards/frameworks.js'
import { written } from '../../src/messages/index.js'
import { planWith, row } from './made-plan.js'
import { frameworkFile, frameworks, readJson } from './reference.js'

const labels = z
  .record(z.string(), z.record(z.string(), z.string().nullable()))
  .parse(readJson('test', 'meaning', 'standards.labels.json'))

async function imported(name: string): Promise<Plan> {
  const folder = join(import.meta.dirname, '..', '..', 'fixtures', name)
  const file = readdirSync(folder).find((entry) => entry.startsWith('source.')) ?? ''
  return (await importPlan(sourceOf(file, readFileSync(join(folder, file))))).value
}

function standardsOf(plan: Plan): Map<string, string | null> {
  const { value } = matchStandards(plan, frameworks)
  const criteria = value.appendices.flatMap((appendix) => appendix.criteria)
  return new Map(
    criteria.map(({ id, standard }) => [
      id,
      standard === null ? null : `${standard.framework} ${standard.code}`,
    ]),
  )
}

describe('the official lists', () => {
  const { frameworks: lists, sources } = FrameworkFile.parse(frameworkFile)

  it('name their sources and hold every code once', () => {
    for (const list of lists) {
      expect(list.sources.filter((source) => !(source in sources))).toEqual([])
      expect(new Set(list.criteria.map(({ code }) => code)).size).toBe(list.criteria.length)
    }
  })

  it('have in the list of 2025 8 fields, 38 criteria and 88 components that add up to 100', () => {
    const entries = lists.find(({ id }) => id === 'PAR_INDEX_2025')?.criteria ?? []
    const depth = (code: string): number => code.split('.').length
    expect([1, 2, 3].map((level) => entries.filter(({ code }) => depth(code) === level).length)).toEqual([
      8, 38, 88,
    ])
    const childrenOf = (code: string) =>
      entries.filter((entry) => entry.code.startsWith(`${code}.`) && depth(entry.code) === depth(code) + 1)
    const sum = (parts: typeof entries): number => parts.reduce((total, { max }) => total + (max ?? 0), 0)
    expect(sum(entries.filter(({ code }) => depth(code) === 1))).toBe(100)
    for (const entry of entries) {
      const children = childrenOf(entry.code)
      if (children.length > 0) expect([entry.code, sum(children)]).toEqual([entry.code, entry.max])
    }
  })

  it('have in PAPI eight dimensions of ten points', () => {
    const top = lists.find(({ id }) => id === 'PAPI_2018')?.criteria.filter(({ code }) => !code.includes('.'))
    expect(top?.map(({ max }) => max)).toEqual(Array(8).fill(10))
  })
})

describe('the labelled criteria of the fixtures', () => {
  it('get the right place: precision 0.98 at least, recall of PAPI 0.95 at least', async () => {
    const pairs: { want: string | null; got: string | null }[] = []
    for (const [name, wanted] of Object.entries(labels)) {
      const got = standardsOf(await imported(name))
      for (const [id, want] of Object.entries(wanted)) pairs.push({ want, got: got.get(id) ?? null })
    }
    const given = pairs.filter(({ got }) => got !== null)
    expect(given.filter(({ want, got }) => want === got).length / given.length).toBeGreaterThanOrEqual(0.98)
    const papi = pairs.filter(({ want }) => want?.startsWith('PAPI'))
    expect(papi.filter(({ want, got }) => want === got).length / papi.length).toBeGreaterThanOrEqual(0.95)
  })

  it('tell which rows stand under another dimension than their own, and of no others', async () => {
    const found: (string | null)[] = []
    for (const name of Object.keys(labels)) {
      const { issues } = matchStandards(await imported(name), frameworks)
      found.push(
        ...issues
          .map(written)
          .map(({ target, message }) => `${name} ${target}: ${/in PAPI it is (\S+)/u.exec(message)?.[1]}`),
      )
    }
    expect(found).toEqual(['ha-noi-157-2023 pl1/7/~1: 6.4', 'ha-noi-157-2023 pl1/8/~1: 7.3'])
  })
})

const province = {
  level: 'province',
  issuer: 'Ủy ban nhân dân tỉnh Tây Ninh',
  issuedOn: '2025-12-01',
} as const
const criteria = [
  row('3', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH'),
  row('3.4.2', 'Tỷ lệ hồ sơ TTHC do UBND cấp xã tiếp nhận trong năm được giải quyết đúng hạn', 'pl1/3'),
  row('3.4.9', 'Tỷ lệ hồ sơ TTHC do UBND cấp huyện tiếp nhận trong năm được giải quyết đúng hạn', 'pl1/3'),
]

describe('which list a plan follows', () => {
  it.each([
    ['a province, after the decision of 2025', province, {}, 'PAR_INDEX_2025 3.4.2'],
    ['a province in 2023', { ...province, issuedOn: '2023-06-01' }, {}, 'PAR_INDEX_2022 3.4.3'],
    ['a province between the decisions', { ...province, issuedOn: '2025-02-01' }, {}, null],
    ['a commune', { ...province, level: 'commune' as const }, {}, null],
    ['a department', { ...province, issuer: 'Sở Nội vụ tỉnh Tây Ninh' }, {}, null],
    ['a list for communes', province, { title: 'Bộ tiêu chí xác định Chỉ số CCHC cấp xã' }, null],
    ['a ranking', province, { kind: 'ranking' as const }, null],
  ])('%s', (_, header, appendix, standard) => {
    const plan = planWith(header, { criteria, indices: ['PAR_INDEX'], ...appendix })
    expect(standardsOf(plan).get('pl1/3/3.4.2')).toBe(standard)
  })

  it('takes a row about another level for another row', () => {
    const plan = planWith(province, { criteria, indices: ['PAR_INDEX'] })
    expect(standardsOf(plan).get('pl1/3/3.4.9')).toBeNull()
  })
})

describe('rows of PAPI', () => {
  const papi = (...rows: Plan['appendices'][number]['criteria']): Map<string, string | null> =>
    standardsOf(planWith({ ...province, level: 'district' }, { criteria: rows, indices: ['PAPI'] }))

  it('have no one place when they name several sub-dimensions', () => {
    const got = papi(
      row('7', 'Quản trị môi trường'),
      row('7.2', 'Chất lượng nước, chất lượng không khí', 'pl1/7'),
    )
    expect([...got.values()]).toEqual(['PAPI_2018 7', null])
  })

  it('are found without diacritics and with a letter misread', () => {
    const got = papi(row('VI', 'Cung ung dich vu cong'), row('4', 'An nunh, trat tu', 'pl1/VI'))
    expect([...got.values()]).toEqual(['PAPI_2018 6', 'PAPI_2018 6.4'])
  })

  it('are each one of its own', () => {
    const names = ['Tri thức công dân', 'Tri thức của công dân']
    const got = papi(
      row('1', 'Tham gia của người dân ở cấp cơ sở'),
      ...names.map((name, i) => row(null, name, 'pl1/1', i + 1)),
    )
    expect([...got.values()].filter((standard) => standard === 'PAPI_2018 1.1')).toHaveLength(1)
  })
})
