import { describe, expect, it } from 'vitest'
import type { Deadline, Plan } from '../../schemas/plan.js'
import { type SummaryOptions, summarise } from '../../src/report/index.js'
import { ledBy, planWith, row } from '../meaning/made-plan.js'

const options: SummaryOptions = {
  domains: [
    { key: 'PAR_INDEX/1', index: 'PAR_INDEX', code: '1', name: 'Công tác chỉ đạo' },
    { key: 'PAR_INDEX/2', index: 'PAR_INDEX', code: '2', name: 'Cải cách thể chế' },
  ],
  describe: ({ code }) => code,
  agencyName: (id) => (id === 'so-noi-vu' ? 'Sở Nội vụ' : null),
}

function deadline(kind: Deadline['kind'], end: string | null): Deadline {
  return { text: '', kind, start: null, end, period: null, relativeTo: null }
}

/** A plan with a domain and its three tasks. */
function plan(): Plan {
  const domain = { ...row('1', 'CÔNG TÁC CHỈ ĐẠO'), scores: scores(5, 4) }
  const items = ['1.1', '1.2', '1.3'].map((code, index) => {
    const criterion = { ...ledBy(code, 'Sở Nội Vụ'), id: `pl1/1/${index}`, parent: domain.id, level: 2 }
    const [action] = criterion.actions
    if (action?.lead) action.lead.agencies = [{ name: 'Sở Nội Vụ', id: index < 2 ? 'so-noi-vu' : null }]
    return criterion
  })
  return planWith({}, { indices: ['PAR_INDEX'], criteria: [domain, ...items] })
}

function scores(max: number, value: number) {
  return { max, achieved: [{ year: 2023, value }], target: [] }
}

describe('the summary of a plan', () => {
  it('counts the tasks of a domain with those below it, and adds its points', () => {
    const summary = summarise(plan(), options)
    expect(summary.coverage).toEqual({ 'PAR_INDEX/1': 3 })
    expect(summary.scores).toEqual({ 'PAR_INDEX/1': { achieved: 4, max: 5 } })
    expect([summary.criteria, summary.actions]).toEqual([4, 3])
  })

  it('takes the newest of several years of points, and none where one is missing', () => {
    const made = plan()
    const [domain] = made.appendices[0]?.criteria ?? []
    if (domain === undefined) throw new Error('no domain')
    domain.scores = { max: 5, achieved: [...scores(5, 3).achieved, { year: 2024, value: 4.5 }], target: [] }
    expect(summarise(made, options).scores).toEqual({ 'PAR_INDEX/1': { achieved: 4.5, max: 5 } })
    domain.scores = { max: null, achieved: [{ year: 2024, value: 4.5 }], target: [] }
    expect(summarise(made, options).scores).toEqual({})
  })

  it('puts tasks without a place in an official list apart', () => {
    const made = planWith({}, { criteria: [ledBy('1', 'Sở Nội vụ')] })
    expect(summarise(made, options).coverage).toEqual({ other: 1 })
  })

  it('names an agency as the registry does, and one without an id as it is printed', () => {
    expect(summarise(plan(), options).agencies).toEqual({
      'so-noi-vu': { name: 'Sở Nội vụ', tasks: 2 },
      'Sở Nội Vụ': { name: 'Sở Nội Vụ', tasks: 1 },
    })
  })

  it('counts a task once for each quarter in which it is due', () => {
    const made = plan()
    const due = [
      [deadline('within', '2024-03-31'), deadline('within', '2024-01-15'), deadline('within', '2024-12-31')],
      [deadline('continuous', null)],
      [],
    ]
    for (const [index, items] of due.entries()) {
      const action = made.appendices[0]?.criteria[index + 1]?.actions[0]
      if (action) action.deadline = items.length === 0 ? null : { text: '', items }
    }
    expect(summarise(made, options).due).toEqual({ '2024-Q1': 1, '2024-Q4': 1, continuous: 1, none: 1 })
  })

  it('counts values by tenths of their confidence, the surest among the last', () => {
    const made = plan()
    const at = { page: null, line: 1, bbox: null }
    const evidence = [0, 0.09, 0.55, 0.95, 1].map((confidence) => ({
      role: 'name' as const,
      at,
      raw: '',
      confidence,
      repairs: [],
    }))
    const [domain] = made.appendices[0]?.criteria ?? []
    if (domain !== undefined) domain.evidence = evidence
    expect(summarise(made, options).confidences).toEqual([2, 0, 0, 0, 0, 1, 0, 0, 0, 2])
  })

  it('lists the weightiest issues first', () => {
    const made = plan()
    const issue = { message: '', at: null, target: null, subject: null, details: null }
    made.issues = [
      { ...issue, severity: 'info', code: 'agency-unknown' },
      { ...issue, severity: 'error', code: 'no-appendix' },
      { ...issue, severity: 'warning', code: 'code-gap' },
    ] as Plan['issues']
    expect(summarise(made, options).issues.map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
      'info',
    ])
  })
})
