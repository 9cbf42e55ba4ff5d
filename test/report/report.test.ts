import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { readingOf } from '../../pipelines/commands/report.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import type { Plan } from '../../schemas/plan.js'
import { Reliability } from '../../schemas/reliability.js'
import { reportPage, summarise } from '../../src/report/index.js'

const root = join(import.meta.dirname, '../..')
const browser = '/usr/bin/chromium'
const plans: Plan[] = []

beforeAll(async () => {
  for (const name of [
    'hai-phong-229-2023/source.md',
    'gia-nghia-52-2024/source.txt',
    'ha-noi-157-2023/source.md',
  ])
    plans.push((await importPlan(sourceOf(name, readFileSync(join(root, 'fixtures', name))))).value)
}, 60_000)

const measured = Reliability.parse({
  source: { vi: 'ba văn bản', en: 'three documents' },
  bins: [
    { from: 0, to: 0.5, cells: 0, right: 0 },
    { from: 0.5, to: 0.9, cells: 40, right: 30 },
    { from: 0.9, to: 1, cells: 120, right: 118 },
  ],
})

function page(language: 'vi' | 'en', of: Plan[] = plans, reliability: Reliability | null = measured): string {
  const reading = readingOf(language)
  return reportPage(
    of.map((plan) => summarise(plan, reading)),
    { language, domains: reading.domains, reliability },
  )
}

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

describe.skipIf(!existsSync(browser) && process.env.CI === undefined)('the report in a browser', () => {
  it.each(['vi', 'en'] as const)(
    'has no fault of accessibility (%s)',
    async (language) => {
      const file = join(mkdtempSync(join(tmpdir(), 'phuluc-report-')), 'report.html')
      writeFileSync(file, page(language))
      const instance = await chromium.launch({
        executablePath: browser,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--disable-background-networking',
          '--disable-sync',
        ],
      })
      try {
        const tab = await (await instance.newContext()).newPage()
        await tab.goto(`file://${file}`)
        await tab.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })')
        await tab.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })
        const violations = await tab.evaluate(
          'axe.run().then((result) => result.violations.map((each) => each.id + ": " + each.nodes[0].html))',
        )
        expect(violations).toEqual([])
      } finally {
        await instance.close()
      }
    },
    60_000,
  )
})
