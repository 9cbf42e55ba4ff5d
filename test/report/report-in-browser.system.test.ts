import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { pageOf, reportedPlans } from '../support/report-page.js'

const browser = '/usr/bin/chromium'

describe.skipIf(!existsSync(browser) && process.env.CI === undefined)('the report in a browser', () => {
  it.each(['vi', 'en'] as const)('has no fault of accessibility (%s)', async (language) => {
    const file = join(mkdtempSync(join(tmpdir(), 'phuluc-report-')), 'report.html')
    writeFileSync(file, pageOf(language, await reportedPlans()))
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
      // The page's own policy lets in no script, that of the test neither.
      const tab = await (await instance.newContext({ bypassCSP: true })).newPage()
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
  })
})
