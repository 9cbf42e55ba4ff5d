import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Header } from '../../schemas/plan.js'
import { AgencyFile } from '../../src/meaning/agencies/file.js'
import { matchAgency } from '../../src/meaning/agencies/match.js'
import { contextOf } from '../../src/meaning/agencies/plan-context.js'
import { resolveAgencies } from '../../src/meaning/index.js'
import { cellOf } from '../../src/result.js'
import { ledBy, planWith } from './made-plan.js'
import { agencyFile, expectedPlan, headerOf, plans, readJson, registry } from './reference.js'

const Labels = z.object({
  plans: z.record(
    z.string(),
    z.object({
      level: z.enum(['province', 'district', 'commune']),
      issuer: z.string().nullable(),
      issuedOn: z.string().nullable(),
      planYears: z.array(z.number()),
      province: z.string().nullable(),
      unit: z.string().nullable(),
    }),
  ),
  mentions: z.array(z.tuple([z.string(), z.string(), z.string().nullable()])),
})
const labels = Labels.parse(readJson('test', 'meaning', 'agencies.labels.json'))

function headerFor(plan: string): Header {
  const facts = labels.plans[plan]
  if (facts === undefined) throw new Error(`no plan ${plan}`)
  return headerOf({
    level: facts.level,
    issuer: facts.issuer,
    issuedOn: facts.issuedOn,
    planYears: facts.planYears,
    province: facts.province === null ? null : { code: '00', name: facts.province },
    unit: facts.unit === null ? null : { level: facts.level, name: facts.unit, code: null },
  })
}

function idOf(name: string, header: Header): string | null {
  return matchAgency(name, registry.index, contextOf(header))
}

const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')

const haiPhong = headerFor('hai-phong-229-2023')
const giaNghia = headerFor('gia-nghia-52-2024')
const lamThao = headerFor('phu-tho-xa-lam-thao-2025')

describe('the registry', () => {
  const file = AgencyFile.parse(agencyFile)

  it('has one entry for an id, and a named source wherever it claims years', () => {
    const ids = file.agencies.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const sources = file.agencies.flatMap(({ source }) => (source === null ? [] : [source]))
    expect(sources.filter((source) => !(source in file.sources))).toEqual([])
    expect(
      file.agencies.filter(({ from, until }) => from !== null && until !== null && from > until),
    ).toEqual([])
  })

  it('finds every body by its own name in a plan of its level and time', () => {
    const missed = file.agencies.filter((entry) => {
      const level = entry.level === null || entry.level === 'central' ? 'province' : entry.level
      const year = entry.from ?? (entry.until === null ? 2024 : entry.until - 1)
      return idOf(entry.name, headerOf({ level, planYears: [year] })) !== entry.id
    })
    expect(missed.map(({ id }) => id)).toEqual([])
  })
})

describe('labelled mentions', () => {
  it.each([
    ['as printed', (name: string) => name],
    ['without diacritics', withoutMarks],
    ['in lower case without diacritics', (name: string) => withoutMarks(name).toLowerCase()],
    ['in capitals', (name: string) => name.toUpperCase()],
    ['decomposed', (name: string) => name.normalize('NFD')],
  ])('get no wrong id %s, and at least 97 in 100 of those that have one get it', (_, spell) => {
    const got = labels.mentions.map(([plan, name, id]) => ({
      name,
      id,
      found: idOf(spell(name), headerFor(plan)),
    }))
    expect(got.filter(({ id, found }) => found !== null && found !== id)).toEqual([])
    const known = got.filter(({ id }) => id !== null)
    expect(known.filter(({ found }) => found !== null).length / known.length).toBeGreaterThanOrEqual(0.97)
  })
})

describe('the fixtures', () => {
  it.each(plans)('%s names hardly an agency that is not known', (name) => {
    const { header, appendices } = expectedPlan(name)
    const context = contextOf({ ...header, issuerPrinted: null })
    const mentions = appendices
      .flatMap(({ criteria }) => criteria.flatMap(({ actions }) => actions))
      .flatMap(({ lead, coordinating, implementing }) => [lead, coordinating, implementing])
      .flatMap((list) => list?.agencies ?? [])
    const known = mentions.filter((agency) => matchAgency(agency.name, registry.index, context) !== null)
    expect(known.length / mentions.length).toBeGreaterThanOrEqual(0.97)
  })
})

describe('one name, several bodies', () => {
  it.each([
    ['UBND thành phố', haiPhong, 'ubnd-cap-tinh'],
    ['UBND thành phố', giaNghia, 'ubnd-cap-huyen'],
    ['UBND huyện Cát Hải', haiPhong, 'ubnd-cap-huyen'],
    ['UBND thành phố Thủy Nguyên', haiPhong, 'ubnd-cap-huyen'],
    ['UBND cấp huyện, cấp xã', haiPhong, 'ubnd-cap-huyen-cap-xa'],
    ['UBND các tỉnh, thành phố', haiPhong, 'ubnd-cap-tinh'],
    ['Sở Nội vụ tỉnh Đắk Nông', giaNghia, 'so-noi-vu'],
    ['Sở Nội vụ thành phố', giaNghia, 'so-noi-vu'],
    ['Phòng Kinh tế', giaNghia, 'phong-kinh-te'],
    ['Phòng Kinh tế', lamThao, 'phong-kinh-te-cap-xa'],
    ['Các phòng chuyên môn', lamThao, 'co-quan-chuyen-mon-cap-xa'],
    ['Công an', lamThao, 'cong-an-cap-xa'],
  ])('%s', (name, header, id) => {
    expect(idOf(name, header)).toBe(id)
  })
})

describe('short and misspelt names', () => {
  it.each([
    ['Sở TT&TT', 'so-thong-tin-va-truyen-thong'],
    ['STTTT', 'so-thong-tin-va-truyen-thong'],
    ['VP UBND TP', 'van-phong-ubnd-cap-tinh'],
    ['CQCM TP', 'co-quan-chuyen-mon-cap-tinh'],
    ['BQL KCX&CN Cần Thơ', null],
    ['BQL KCX&CN Hải Phòng', 'ban-quan-ly-khu-kinh-te-khu-cong-nghiep'],
    ['1. Sở Tư pháp (chủ trì)', 'so-tu-phap'],
    ['Sở Thông tin và Truyên thông', 'so-thong-tin-va-truyen-thong'],
    ['Sở Thôg tin và Truyền thông', 'so-thong-tin-va-truyen-thong'],
    ['Sở Ngoi vụ', null],
    ['Sở Thủy sản và Chăn nuôi', null],
    ['Phòng Ký túc xá', null],
  ])('%s', (name, id) => {
    expect(idOf(name, haiPhong)).toBe(id)
  })
})

describe('resolveAgencies', () => {
  it('keeps the printed name and tells of an unknown one once, at its first row', () => {
    const criteria = [
      ledBy('1', 'STTTT', 'Hội những người chơi diều'),
      ledBy('2', 'Hội những người chơi diều'),
    ]
    const { value, issues } = resolveAgencies(planWith(haiPhong, { criteria }), registry)
    expect(value.appendices[0]?.criteria[0]?.actions[0]?.lead?.agencies).toEqual([
      { name: 'STTTT', id: 'so-thong-tin-va-truyen-thong' },
      { name: 'Hội những người chơi diều', id: null },
    ])
    expect(issues).toMatchObject([{ code: 'agency-unknown', subject: cellOf('pl1/1', 'lead', 0) }])
  })
})
