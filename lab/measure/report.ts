import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { readingOf } from '../../pipelines/commands/report.js'
import { loadReliability } from '../../pipelines/engines/reference.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import type { Plan } from '../../schemas/plan.js'
import { reportPage, summarise } from '../../src/report/index.js'

/** `npm run bench:report`: the report of 300 plans (five real ones, sixty times each): its size, and how long Chromium takes to draw it. */
const names = [
  'hai-phong-229-2023',
  'gia-nghia-52-2024',
  'hung-yen-199-2022',
  'ha-noi-157-2023',
  'can-tho-121-2023',
]
const files = ['source.md', 'source.txt', 'source.md', 'source.md', 'source.txt']
const reading = readingOf('vi')
const plans: Plan[] = []
for (const [index, name] of names.entries()) {
  const file = join('fixtures', name, files[index] ?? '')
  plans.push((await importPlan(sourceOf(file, readFileSync(file)))).value)
}
const started = performance.now()
const many = Array.from({ length: 60 }, (_, round) =>
  plans.map((plan) => {
    const summary = summarise(plan, reading)
    return { ...summary, id: `${summary.id}-${round}`, anchor: `${summary.anchor}-${round}` }
  }),
).flat()
const page = reportPage(many, { language: 'vi', domains: reading.domains, reliability: loadReliability() })
const written = performance.now() - started
const file = join(mkdtempSync(join(tmpdir(), 'phuluc-report-')), 'report.html')
writeFileSync(file, page)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-sync',
  ],
})
const tab = await (await browser.newContext()).newPage()
const opened = performance.now()
await tab.goto(`file://${file}`)
await tab.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
const drawn = performance.now() - opened
await browser.close()
console.log(
  `${many.length} plans: ${(Buffer.byteLength(page) / 1048576).toFixed(2)} MiB, written in ${Math.round(written)} ms, drawn in ${Math.round(drawn)} ms`,
)
