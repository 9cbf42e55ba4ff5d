import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { phuluc } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-output-'))
const fixture = join(packageRoot, 'fixtures', 'gia-nghia-52-2024', 'source.txt')

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('an output folder that cannot take the plans', () => {
  it('is told where a file has its name', () => {
    writeFileSync(join(folder, 'file'), '')
    const { code, err } = phuluc('import', fixture, '--out', join(folder, 'file'))
    expect(code).toBe(2)
    expect(err).toMatch(/^phuluc: import: .*file is a file; name a folder with --out\n$/u)
  })
})

describe('a fixture whose thresholds are none', () => {
  it.each(['{', '[]', '{"criteriaPrecision":"much"}'])('%s is one clear message', (text) => {
    const fixtures = mkdtempSync(join(folder, 'fixtures-'))
    const source = join(packageRoot, 'fixtures', 'gia-nghia-52-2024')
    for (const name of ['source.txt', 'expected.plan.json'])
      execFileSync('cp', [join(source, name), fixtures])
    writeFileSync(join(fixtures, 'thresholds.json'), text)
    const { code, err } = phuluc('evaluate', fixtures)
    expect(code).toBe(2)
    expect(err).toMatch(
      /^phuluc: [^\n]+thresholds\.json: these are no thresholds \([^\n]+\)\. Write [^\n]+\.\n$/u,
    )
  })
})
