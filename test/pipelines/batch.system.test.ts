import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ImportReport } from '../../schemas/report.js'
import { phuluc } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-batch-'))
const input = join(folder, 'in')

function runImport(out: string, ...more: string[]) {
  return phuluc('import', input, '--out', join(folder, out), ...more)
}

/** What a run promises to be the same: plans and report, not times and journal. */
function results(out: string): Record<string, string> {
  const names = readdirSync(join(folder, out)).filter((name) => /plan\.json$|report\.json$/u.test(name))
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, out, name), 'utf8')]))
}

beforeAll(() => {
  mkdirSync(input)
  for (const [index, title] of ['Cải cách', 'Chuyển đổi số', 'Thanh tra', 'Văn thư'].entries())
    writeFileSync(join(input, `${index}.txt`), `KẾ HOẠCH\n\n${title} năm 2024\n\nCác đơn vị thực hiện.`)
  copyFileSync(join(input, '0.txt'), join(input, '9.txt'))
  writeFileSync(join(input, '.hidden.txt'), 'x')
  symlinkSync('0.txt', join(input, 'link.txt'))
  runImport('whole', '--jobs', '1')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a batch', () => {
  it('skips equal bytes, and lists links and hidden files', () => {
    const report = ImportReport.parse(
      JSON.parse(readFileSync(join(folder, 'whole', 'import-report.json'), 'utf8')),
    )
    expect(report.entries.at(-1)).toMatchObject({ file: '9.txt', outcome: 'skipped', duplicateOf: '0.txt' })
    expect(report.leftOut).toEqual([
      { file: '.hidden.txt', reason: 'hidden' },
      { file: 'link.txt', reason: 'link' },
    ])
  })

  it('gives the same bytes whatever --jobs is', () => {
    expect(runImport('two', '--jobs', '2').code).toBe(0)
    expect(results('two')).toEqual(results('whole'))
  })

  it('is resumed after its journal was cut and a plan was lost', () => {
    expect(runImport('cut', '--jobs', '2').code).toBe(0)
    const journal = join(folder, 'cut', 'import-journal.ndjson')
    const lines = readFileSync(journal, 'utf8').split('\n').filter(Boolean)
    writeFileSync(journal, `${lines.slice(0, 2).join('\n')}\n${lines[2]?.slice(0, 40)}`)
    const lost = JSON.parse(lines[0] ?? '').entry.plan
    rmSync(join(folder, 'cut', lost))
    const run = runImport('cut', '--resume', '--json')
    const events = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events.filter((event) => event.resumed === true)).toHaveLength(1)
    expect(run.err).toBe('')
    expect(results('cut')).toEqual(results('whole'))
  })
})
