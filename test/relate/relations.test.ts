import { describe, expect, it } from 'vitest'
import type { Kin } from '../../schemas/related.js'
import type { Relative } from '../../src/relate/index.js'
import { relate } from '../../src/relate/index.js'
import { sketchOf } from '../../src/relate/sketch.js'

const issuer = 'Ủy ban nhân dân tỉnh Phú Thọ'
const words = Array.from({ length: 900 }, (_, index) => `từ${(index * 7919) % 613}`)
const wording = sketchOf([words.join(' ')])

function plan(index: number, file: string, kin: Partial<Kin> = {}): Relative {
  return {
    index,
    file,
    kin: {
      ...{ number: '52/KH-UBND', issuedOn: '2024-03-20', issuer, title: 'Cải cách hành chính năm 2024' },
      ...{ planYears: [2024], appendixOnly: false, appendices: [], mediaType: 'text/plain', route: 'text' },
      ...{ confidence: 1, sketch: wording },
      ...kin,
    },
  }
}

function appendix(index: number, file: string, kin: Partial<Kin> = {}, label = 'Phụ lục I'): Relative {
  const { number = '52/KH-UBND', issuedOn: date = '2024-03-20' } = kin
  const own = { label, title: 'NHIỆM VỤ NĂM 2024', indices: [], attachedTo: { number, date } }
  return plan(index, file, {
    title: null,
    planYears: [],
    appendixOnly: true,
    appendices: [own],
    sketch: sketchOf([file]),
    ...kin,
  })
}

/** Files that were joined, twins, and files that were left apart for doubt. */
function outcome(...relatives: Relative[]) {
  const { families, twins, doubts } = relate(relatives)
  return {
    joined: families.map(({ main, appendices }) => [
      main.file,
      ...appendices.map(({ relative }) => relative.file),
    ]),
    twins: twins.map(({ twin, kept }) => [twin.file, kept.file]),
    doubts: doubts.map(({ files }) => files),
  }
}

const nothing = { joined: [], twins: [], doubts: [] }
const scan = { mediaType: 'image/tiff', route: 'image' }

describe('appendices in files of their own', () => {
  it('join the plan of their caption, in the order of their labels', () => {
    const both = outcome(appendix(0, 'a.txt', {}, 'Phụ lục II'), appendix(1, 'b.txt'), plan(2, 'kh.txt'))
    expect(both).toEqual({ ...nothing, joined: [['kh.txt', 'b.txt', 'a.txt']] })
  })

  it.each([
    ['a plan of another year', { issuedOn: '2023-03-20', planYears: [2023] }],
    ['the same number of another issuer', { issuer: 'Ủy ban nhân dân tỉnh Gia Lai' }],
    ['another number of the same day', { number: '25/KH-UBND' }],
    ['a plan that prints no number', { number: null }],
  ])('do not join %s', (_, kin) => {
    expect(outcome(plan(0, 'kh.txt', kin), appendix(1, 'pl.txt')).joined).toEqual([])
  })

  it('do not join where their captions disagree, or name no number', () => {
    const [one, two] = [appendix(1, 'pl.txt'), appendix(1, 'pl.txt', { number: '25/KH-UBND' }, 'Phụ lục II')]
    const mixed = { ...one, kin: { ...one.kin, appendices: [...one.kin.appendices, ...two.kin.appendices] } }
    expect(outcome(plan(0, 'kh.txt'), mixed)).toEqual({ ...nothing, doubts: [['pl.txt']] })
    expect(outcome(plan(0, 'kh.txt'), appendix(1, 'pl.txt', { number: null })).doubts).toEqual([['pl.txt']])
  })

  it('do not join a plan that has the same appendix, nor one of two that claim one place', () => {
    const whole = plan(0, 'kh.txt', { appendices: appendix(0, 'x').kin.appendices })
    expect(outcome(whole, appendix(1, 'pl.txt'))).toEqual({ ...nothing, doubts: [['pl.txt', 'kh.txt']] })
    const rivals = outcome(plan(0, 'kh.txt'), appendix(1, 'a.txt'), appendix(2, 'b.txt'))
    expect(rivals).toEqual({ ...nothing, doubts: [['a.txt', 'b.txt', 'kh.txt']] })
  })

  it('join an issuer that is not wholly named only within one folder, and only one plan', () => {
    const short = { issuer: null }
    expect(outcome(plan(0, 'x/kh.txt'), appendix(1, 'x/pl.txt', short)).joined).toEqual([
      ['x/kh.txt', 'x/pl.txt'],
    ])
    expect(outcome(plan(0, 'x/kh.txt'), appendix(1, 'y/pl.txt', short)).joined).toEqual([])
    const other = plan(1, 'x/gia-lai.txt', {
      issuer: 'Ủy ban nhân dân tỉnh Gia Lai',
      sketch: sketchOf(['khác hẳn']),
    })
    expect(outcome(plan(0, 'x/kh.txt'), other, appendix(2, 'x/pl.txt', short)).joined).toEqual([])
  })

  it('do not join a plan of other years that bears the number of a caption without a date', () => {
    const undated = appendix(1, 'pl.txt', { issuedOn: null })
    expect(outcome(plan(0, 'kh.txt', { issuedOn: null }), undated).joined).toEqual([['kh.txt', 'pl.txt']])
    expect(outcome(plan(0, 'kh.txt', { issuedOn: null, planYears: [2023] }), undated).joined).toEqual([])
  })
})

describe('one document in two formats', () => {
  it('keeps the exact text, whatever its place in the batch', () => {
    const pair = outcome(plan(0, 'ky.tiff', scan), plan(1, 'kh.docx', { mediaType: 'docx', route: 'docx' }))
    expect(pair).toEqual({ ...nothing, twins: [['ky.tiff', 'kh.docx']] })
  })

  it.each([
    ['two years', { issuedOn: '2023-03-20', planYears: [2023], title: 'Cải cách hành chính năm 2023' }],
    ['two issuers', { issuer: 'Ủy ban nhân dân tỉnh Gia Lai' }],
    ['a plan and the one that amends it', { title: 'Sửa đổi Kế hoạch cải cách hành chính năm 2024' }],
    ['two numbers', { number: '53/KH-UBND' }],
    ['two wordings', { sketch: sketchOf(['một văn bản khác hẳn, không giống chút nào']) }],
    ['a draft without a number', { number: null, issuedOn: null }],
  ])('is not %s', (_, kin) => {
    expect(outcome(plan(0, 'a.tiff', scan), plan(1, 'b.txt', kin)).twins).toEqual([])
  })

  it('is doubted where two files of one format differ in their wording', () => {
    const changed = sketchOf([[...words.slice(0, 850), 'sửa', 'lại', 'đoạn', 'cuối', 'này'].join(' ')])
    expect(outcome(plan(0, 'a.txt'), plan(1, 'b.txt', { sketch: changed }))).toEqual({
      ...nothing,
      doubts: [['a.txt', 'b.txt']],
    })
  })

  it('is found behind a plan that had to be put together first', () => {
    const part = sketchOf([words.slice(0, 450).join(' ')])
    const rest = sketchOf([words.slice(449).join(' ')])
    const whole = plan(0, 'ky.tiff', { ...scan, appendices: appendix(0, 'x').kin.appendices })
    const found = outcome(whole, plan(1, 'kh.txt', { sketch: part }), appendix(2, 'pl.txt', { sketch: rest }))
    expect(found).toEqual({ ...nothing, joined: [['kh.txt', 'pl.txt']], twins: [['ky.tiff', 'kh.txt']] })
  })
})
