import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import type { Plan } from '../../schemas/plan.js'
import { splitSentences } from '../../src/meaning/facts/sentences.js'

async function planOf(file: string, change: (text: string) => string = (text) => text): Promise<Plan> {
  const text = change(readFileSync(join(packageRoot, 'fixtures', file), 'utf8'))
  return (await importPlan(sourceOf(file, new TextEncoder().encode(text)))).value
}

describe('results in the body of Gia Nghĩa', () => {
  const file = 'gia-nghia-52-2024/source.txt'
  let plan: Plan
  beforeAll(async () => {
    plan = await planOf(file)
  })

  it('are the scores of the eight domains, each with its row of the table', () => {
    const results = plan.facts.filter(({ kind, criterion }) => kind === 'result' && criterion !== null)
    expect(
      results.map(({ criterion, quantities }) => [criterion, quantities[0]?.value, quantities[0]?.upper]),
    ).toEqual([
      ['pl1/1', 14, 14],
      ['pl1/2', 11, 11],
      ['pl1/3', 14.49, 17],
      ['pl1/4', 7.5, 7.5],
      ['pl1/5', 7, 11],
      ['pl1/6', 10.57, 11],
      ['pl1/7', 10.48, 15.5],
      ['pl1/8', 8.22, 13],
    ])
    expect(results[0]?.at.line).toBe(38)
  })

  it('agree with the table', () => {
    expect(plan.issues.filter(({ code }) => code === 'score-sum-mismatch')).toEqual([])
  })

  it('raise an issue where they do not', async () => {
    const other = await planOf(file, (text) =>
      text.replace('đạt 10,57/11 điểm', 'đạt 10,75/11 điểm').replace('đạt 83,26 điểm', 'đạt 82,36 điểm'),
    )
    expect(
      other.issues
        .filter(({ code }) => /mismatch/u.test(code) && code !== 'count-mismatch')
        .map(({ code, target }) => [code, target]),
    ).toEqual([
      ['score-sum-mismatch', 'pl1/6'],
      ['total-mismatch', 'pl1/total'],
    ])
  })
})

describe('targets', () => {
  it('are what stands under MỤC TIÊU and what is to be reached elsewhere', async () => {
    const plan = await planOf('hung-yen-199-2022/source.md')
    const targets = plan.facts.filter(({ kind }) => kind === 'target')
    expect(targets[0]).toMatchObject({
      section: 'MỤC TIÊU',
      quantities: [{ comparator: 'rank', value: 3 }],
    })
    const limits = targets.flatMap(({ quantities }) =>
      quantities.map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`),
    )
    expect(limits).toContain('>= 95 %')
    expect(limits).toContain('decrease 2.5 %')
    expect(targets).toHaveLength(25)
  })
})

describe('assignments', () => {
  it('have who is to act and by when', async () => {
    const plan = await planOf('hai-phong-229-2023/source.md')
    const [assignment, ...more] = plan.facts.filter(({ kind }) => kind === 'assignment')
    expect(more).toEqual([])
    expect(assignment?.deadline?.items).toMatchObject([{ kind: 'by', end: '2023-12-30' }])
    expect(assignment?.agencies.map(({ id }) => id)).toEqual([
      'so-noi-vu',
      'van-phong-ubnd-cap-tinh',
      'so-tai-chinh',
      'so-tu-phap',
      'so-thong-tin-va-truyen-thong',
      'so-ke-hoach-va-dau-tu',
    ])
  })

  it('take who acts from the title where the sentence begins with its verb', async () => {
    const plan = await planOf('made/phu-tho-papi-2024/source.md')
    const own = plan.facts.find(({ text }) => text.startsWith('Ban hành kế hoạch của cơ quan'))
    expect(own?.agencies.map(({ id }) => id)).toEqual(['cac-so-ban-nganh', 'ubnd-cap-huyen'])
    expect(own?.deadline?.items).toMatchObject([
      { kind: 'by', end: '2024-06-30' },
      { kind: 'periodic', period: 'quarter' },
    ])
  })

  it('do not take the dates of cited documents for times', async () => {
    const plan = await planOf('ha-noi-157-2023/source.md')
    expect(plan.facts.map(({ kind, deadline }) => [kind, deadline?.items[0]?.period])).toEqual([
      ['assignment', 'quarter'],
    ])
  })
})

describe('sentences', () => {
  it('are cut at full stops, not behind abbreviations, and lose their list number', () => {
    expect(splitSentences('a) Đạt 90%. Gửi UBND TP. Hà Nội trước ngày 20/12/2024. Báo cáo.')).toEqual([
      'Đạt 90%.',
      'Gửi UBND TP. Hà Nội trước ngày 20/12/2024.',
      'Báo cáo.',
    ])
  })
})
