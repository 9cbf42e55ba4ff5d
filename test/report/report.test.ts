import { beforeAll, describe, expect, it } from 'vitest'
import { readingOf } from '../../pipelines/commands/report.js'
import type { Plan } from '../../schemas/plan.js'
import { summarise } from '../../src/report/index.js'
import { pageOf, reportedPlans } from '../support/report-page.js'

let plans: Plan[]
beforeAll(async () => {
  plans = await reportedPlans()
})

const page = (language: 'vi' | 'en', of = plans, ...more: [null?]): string => pageOf(language, of, ...more)

describe('the report', () => {
  it('counts tasks by agency, quarter and official domain', () => {
    const [haiPhong] = plans.map((plan) => summarise(plan, readingOf('vi')))
    expect(haiPhong?.criteria).toBe(147)
    expect(Object.keys(haiPhong?.coverage ?? {})).toContain('PAPI/8')
    const leads = Object.values(haiPhong?.agencies ?? {})
    expect(leads.find(({ name }) => name === 'Sở Nội vụ')?.tasks).toBeGreaterThan(20)
    expect(haiPhong?.due['2023-Q4']).toBeGreaterThan(40)
  })

  it('adds up the points of a district that names the domains of the index', () => {
    const giaNghia = summarise(plans[1] as Plan, readingOf('en'))
    expect(giaNghia.scores['PAR_INDEX/3']?.max).toBeGreaterThan(0)
    for (const { achieved, max } of Object.values(giaNghia.scores)) expect(achieved).toBeLessThanOrEqual(max)
  })

  it('needs nothing from elsewhere and runs no script', () => {
    const markup = page('vi')
    expect(markup).not.toMatch(/<script|<link|@import|url\(|src=/u)
    expect(markup).toContain('<html lang="vi">')
  })

  it('draws the measured reliability with its figures, and says where none was measured', () => {
    expect(page('vi')).toContain('Đo trên: ba văn bản.')
    expect(page('en')).toMatch(/<th scope="row">90–100 %<\/th><td>120<\/td><td>118<\/td><td>98\.3 %<\/td>/u)
    expect(page('en')).toContain('class="curve" points="250,85 325,15"')
    expect(page('vi', plans, null)).toContain('Chưa có số liệu đo độ tin cậy')
    expect(page('en', plans, null)).not.toContain('class="curve"')
  })

  it('shows what a document says as text, never as markup', () => {
    const [plan] = structuredClone(plans)
    if (plan === undefined) throw new Error('no plan')
    plan.header.issuer = '<img src=x onerror=alert(1)>'
    expect(page('en', [plan])).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})
