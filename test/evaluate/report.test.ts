import { describe, expect, it } from 'vitest'
import { comparePlan, meets, sumComparisons } from '../../src/evaluate/index.js'
import { comparisonTable, comparisonText, missedSaying, sentence } from '../../src/messages/index.js'
import { planFromExpected } from './plan-from-expected.js'
import { samplePlan } from './sample.js'

const strict = {
  ...{
    criteriaPrecision: 1,
    criteriaRecall: 1,
    cellsExact: 1,
    cellSimilarity: 1,
    agenciesF1: 1,
    scoresExact: 1,
  },
  ...{ headerFields: 1, citationsF1: 1, outlineF1: 1, maxUnplacedCharacters: 0 },
}

function compareWith(damage: (plan: ReturnType<typeof planFromExpected>) => void) {
  const expected = samplePlan()
  const plan = planFromExpected(expected)
  damage(plan)
  return comparePlan(plan, expected)
}

const faultless = () => compareWith(() => {})
const short = () =>
  compareWith((plan) => {
    plan.appendices[1]?.criteria.pop()
    plan.quality.unplacedCharacters = 12
  })

describe('thresholds', () => {
  it('a faultless plan misses none', () => {
    expect(meets(faultless(), strict)).toEqual([])
  })

  it('each one missed is a sentence with the figure and the threshold', () => {
    const comparison = short()
    const missed = meets(comparison, strict).map((one) => missedSaying(comparison.plan, one))
    expect(missed.map((one) => sentence(one, 'en'))).toEqual([
      'song-bac-7-kh-ubnd-2031: criteria recall is 0.8571, at least 1.0000 is wanted',
      'song-bac-7-kh-ubnd-2031: the share of cells exactly right is 0.9444, at least 1.0000 is wanted',
      'song-bac-7-kh-ubnd-2031: the mean similarity of cells is 0.9444, at least 1.0000 is wanted',
      'song-bac-7-kh-ubnd-2031: 12 characters of the source are unplaced, at most 0 are allowed',
    ])
  })
})

describe('sums', () => {
  it('add the counts of several plans', () => {
    const sum = sumComparisons([faultless(), short()])
    expect(sum.plan).toBe('all')
    expect(sum.criteria).toMatchObject({ matched: 13, expected: 14, got: 13, found: 13, precision: 1 })
    expect(sum.cells.exact).toMatchObject({ right: 35, of: 36 })
    expect(sum.cells.similarity).toBeCloseTo(35 / 36)
    expect(sum.unplacedCharacters).toBe(12)
  })

  it('of nothing are right', () => {
    expect(meets(sumComparisons([]), strict)).toEqual([])
  })
})

describe('text for a terminal', () => {
  it('names figures and faults', () => {
    const text = comparisonText(short(), 'en')
    expect(text).toContain('criteria     precision 1.000, recall 0.857 (6 right, 6 found of 7; 6 got)')
    expect(text).toContain('missing pl2/I/~2 Họp tổng kết cuối năm')
    expect(text).toContain('unplaced     12 characters')
  })

  it('lists as many faults as wanted', () => {
    const comparison = compareWith((plan) => {
      for (const criterion of plan.appendices[0]?.criteria ?? []) criterion.name = 'khác'
    })
    expect(comparisonText(comparison, 'en', { faults: 1 })).toContain('… and 2 more')
    expect(comparisonText(comparison, 'en', { faults: 0 })).not.toContain('khác')
  })

  it('shows a long cell from where it goes wrong', () => {
    const comparison = compareWith((plan) => {
      const action = plan.appendices[0]?.criteria[1]?.actions[0]
      if (action) action.task = ['Xây dựng kế hoạch trình phê duyệt; Gửi các phòng thực hiện.']
    })
    expect(comparisonText(comparison, 'en')).toContain("expected '…phê duyệt; Gửi các đơn vị thực hiện.'")
  })

  it('sets several plans as one table, columns below each other', () => {
    const lines = comparisonTable([faultless(), sumComparisons([faultless()])], 'en').split('\n')
    expect(lines).toHaveLength(3)
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
    expect(lines[0]).toMatch(/^plan +precision +recall +cells/)
  })
})
