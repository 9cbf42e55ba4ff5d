import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import type { Deadline } from '../../schemas/plan.js'
import { readDeadlines } from '../../src/normalize/deadlines/index.js'
import { printDeadline } from './deadline-printer.js'

const plan = { planYears: [2023], issuedOn: '2023-08-31' }

/** What a deadline says, without how it was printed and where its year came from. */
function meaning({ kind, start, end, period }: Deadline): string {
  return [kind, start, end, period].join(' ')
}

/** Phrase → items → plain phrases → items: the same again. */
function expectRoundTrip(phrase: string, context = plan): void {
  const items = readDeadlines(phrase, context).filter(({ kind }) => kind !== 'unknown')
  const again = readDeadlines(items.map(printDeadline).join('; '), context)
  expect(again.map(meaning)).toEqual(items.map(meaning))
}

const year = fc.integer({ min: 2022, max: 2030 })
const month = fc.integer({ min: 1, max: 12 })
const date = fc.integer({ min: 1, max: 28 })
const roman = fc.constantFrom('I', 'II', 'III', 'IV')
const term = fc.oneof(
  fc.tuple(roman, year).map(([quarter, of]) => `Quý ${quarter}/${of}`),
  fc.tuple(roman, year).map(([quarter, of]) => `quý ${quarter} năm ${of}`),
  fc.tuple(month, year).map(([of, in_]) => `Tháng ${of}/${in_}`),
  fc.tuple(date, month, year).map(([of, in_, during]) => `ngày ${of}/${in_}/${during}`),
  fc.tuple(date, month).map(([of, in_]) => `ngày ${of}/${in_}`),
  year.map((of) => `năm ${of}`),
  fc.constantFrom('quý IV', 'tháng 6', '6 tháng đầu năm', 'cuối năm', 'quý I năm liền kề', 'năm sau'),
)
const phrase = fc.oneof(
  term,
  term.map((text) => `Trước ${text}`),
  term.map((text) => `Từ ${text} trở đi`),
  term.map((text) => `Trong ${text}`),
  fc.tuple(term, term).map(([first, second]) => `${first}, ${second}`),
  fc
    .tuple(fc.constantFrom('Thường xuyên', 'Hằng quý', 'Định kỳ 6 tháng'), year)
    .map(([words, of]) => `${words} trong năm ${of}`),
  fc.constantFrom('Thường xuyên', 'Định kỳ hằng tháng', 'Khi có văn bản hướng dẫn', 'Theo lộ trình'),
)

describe('generated phrases', () => {
  it('say the same when they are read, printed plainly and read again', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 3 }), (phrases) => {
        expectRoundTrip(phrases.join('; '))
      }),
      { numRuns: 600 },
    )
  })
})

function expectations(folder: string): ExpectedPlan[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return expectations(path)
    return entry.name === 'expected.plan.json'
      ? [ExpectedPlan.parse(JSON.parse(readFileSync(path, 'utf8')))]
      : []
  })
}

describe('the deadlines of the fixtures', () => {
  const cells = expectations(join(packageRoot, 'fixtures'))
    .filter(({ id }) => !id.startsWith('can-tho-121'))
    .flatMap(({ header, appendices }) =>
      appendices
        .flatMap(({ criteria }) => criteria.flatMap(({ actions }) => actions))
        .flatMap(({ deadline }) => (deadline === null ? [] : [{ text: deadline.text, header }])),
    )

  it('are understood, at least 98 in a hundred', () => {
    const items = cells.flatMap(({ text, header }) => readDeadlines(text, header))
    const unknown = items.filter(({ kind }) => kind === 'unknown')
    expect(items.length).toBeGreaterThan(500)
    expect(unknown.length / items.length).toBeLessThanOrEqual(0.02)
  })

  it('say the same when they are printed plainly and read again', () => {
    for (const { text, header } of cells)
      expectRoundTrip(text, { planYears: header.planYears, issuedOn: header.issuedOn ?? '2023-08-31' })
  })
})

describe('years that the print leaves out', () => {
  it.each<[string, (string | null)[]]>([
    ['Quý IV/2023', [null]],
    ['Trước ngày 31/01 năm liền kề', ['plan-year']],
    ['Quý IV', ['plan-year']],
    ['Quý III, quý IV năm 2023', [null, null]],
    ['Thường xuyên', [null]],
    ['Thường xuyên trong năm 2023', [null]],
    ['Cả năm', ['plan-year']],
  ])('%s', (text, expected) => {
    expect(readDeadlines(text, plan).map(({ relativeTo }) => relativeTo)).toEqual(expected)
  })

  it('are those of the issue where the plan names none', () => {
    const [item] = readDeadlines('Quý IV', { planYears: [], issuedOn: '2024-02-01' })
    expect(item).toMatchObject({ end: '2024-12-31', relativeTo: 'issue-date' })
  })
})
