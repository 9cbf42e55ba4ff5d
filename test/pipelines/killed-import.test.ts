import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import type { ImportReport } from '../../schemas/report.js'
import { cli, phuluc } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-killed-'))
const input = join(folder, 'kế hoạch')
const fixtures = ['gia-nghia-52-2024/source.txt', 'hung-yen-199-2022/source.md', 'ha-noi-157-2023/source.md']

/** A plan and its appendix in files of their own, and one plan as text and as a Word file. */
function addRelatives(): void {
  const whole = readFileSync(join(packageRoot, 'fixtures/made/phu-tho-xa-lam-thao-2025/source.md'), 'utf8')
  const cut = whole.indexOf('**PHỤ LỤC**')
  writeFileSync(join(input, 'lâm thao.md'), whole.slice(0, cut))
  writeFileSync(join(input, 'lâm thao, phụ lục.md'), whole.slice(cut))
  const word = join(packageRoot, 'fixtures/papers/gia-nghia-52-2024/source.docx')
  copyFileSync(word, join(input, 'gia nghĩa.docx'))
}

beforeAll(() => {
  mkdirSync(input)
  for (const name of fixtures)
    copyFileSync(join(packageRoot, 'fixtures', name), join(input, name.replace('/', '-')))
  addRelatives()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a run promises to be the same: plans and report, not times and journal. */
function results(out: string): Record<string, string> {
  const all = readdirSync(out, { recursive: true, encoding: 'utf8' })
  const names = all.filter((name) => /plan\.json$|report\.json$/u.test(name))
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(out, name), 'utf8')]))
}

/** Imports with two workers; all of it is sent a signal after some time. Its exit code, null where the signal ended it. */
function importFor(out: string, milliseconds: number, signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, [cli, 'import', input, '--out', out, '--resume', '--jobs', '2'], {
    detached: true,
    stdio: 'ignore',
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => process.kill(-(child.pid ?? 0), signal), milliseconds)
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code)
    })
  })
}

/** A linear congruential generator: the same points at every run. */
function randomPoints(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

const kills = 50
const joinKills = 12

/** Whether a line of the journal tells of a document that was read, not of what was made of several. */
function isReading(line: string): boolean {
  return line !== '' && (JSON.parse(line) as { kin: unknown }).kin !== null
}

describe('an import that is killed', () => {
  it(`goes on to the same bytes, wherever it was killed (${kills} times)`, async () => {
    const random = randomPoints(20261121)
    const whole = join(folder, 'whole')
    expect(await importFor(whole, 60_000, 'SIGKILL')).toBe(0)
    let out = join(folder, 'killed-0')
    for (let kill = 1; kill <= kills; kill++) {
      const code = await importFor(out, 80 + random() * 700, 'SIGKILL')
      const plans = existsSync(out) ? readdirSync(out).filter((name) => name.endsWith('.plan.json')) : []
      for (const name of plans) expect(readFileSync(join(out, name), 'utf8').endsWith('}\n')).toBe(true)
      if (code !== 0) continue
      expect(results(out)).toEqual(results(whole))
      out = join(folder, `killed-${kill}`)
    }
    expect(await importFor(out, 60_000, 'SIGKILL')).toBe(0)
    expect(results(out)).toEqual(results(whole))
  }, 300_000)

  it(`goes on to the same bytes when it is killed while documents are joined (${joinKills} times)`, async () => {
    const random = randomPoints(20261122)
    const [whole, out] = [join(folder, 'whole'), join(folder, 'joining')]
    if (!existsSync(join(whole, 'import-report.json'))) await importFor(whole, 60_000, 'SIGKILL')
    cpSync(whole, out, { recursive: true, preserveTimestamps: true })
    const report = JSON.parse(readFileSync(join(whole, 'import-report.json'), 'utf8')) as ImportReport
    expect(report.totals).toMatchObject({ joined: 1, twins: 1 })
    const journal = join(out, 'import-journal.ndjson')
    const readings = readFileSync(journal, 'utf8').split('\n').filter(isReading)
    for (let kill = 1; kill <= joinKills; kill++) {
      // Only the readings are known: what was made of them has to be made anew.
      writeFileSync(journal, `${readings.join('\n')}\n`)
      rmSync(join(out, report.joined[0]?.plan ?? ''), { force: true })
      await importFor(out, 150 + random() * 900, 'SIGKILL')
    }
    expect(await importFor(out, 60_000, 'SIGKILL')).toBe(0)
    expect(results(out)).toEqual(results(whole))
  }, 120_000)

  it('ends cleanly at Ctrl-C and says how to go on', () => {
    const out = join(folder, 'interrupted')
    const command = `"${process.execPath}" "${cli}" import "${input}" --out "${out}" --jobs 1 & until [ -e "${out}/import-journal.ndjson" ]; do sleep 0.05; done; kill -INT $!; wait $!; echo "code $?" >&2`
    const run = spawnSync('bash', ['-c', `set -m; ${command}`], { encoding: 'utf8' })
    expect(run.stderr).toMatch(/Stopped: \d documents are finished, \d are not\..*--resume/u)
    expect(run.stderr).toContain('code 130')
    expect(readdirSync(out).filter((name) => name.endsWith('.partial'))).toEqual([])
  }, 60_000)
})

describe('a worker that is lost', () => {
  it('takes no other document with it', () => {
    const mixed = join(folder, 'mixed')
    mkdirSync(mixed)
    copyFileSync(join(input, 'gia-nghia-52-2024-source.txt'), join(mixed, 'b.txt'))
    const rows = Array.from(
      { length: 40_000 },
      (_, row) => `${row}\tNhiệm vụ số ${row}\tSở Nội vụ\tQuý IV/2023`,
    )
    writeFileSync(join(mixed, 'a.txt'), `STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n${rows.join('\n')}\n`)
    const out = join(folder, 'lost')
    const bounds = ['--jobs', '2', '--timeout', '8']
    const run = phuluc('import', mixed, '--out', out, ...bounds)
    expect(run.code).toBe(1)
    const report = JSON.parse(readFileSync(join(out, 'import-report.json'), 'utf8')) as ImportReport
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(['failed', 'imported'])
    expect(report.entries[0]?.failure?.message).toMatch(/longer than 8 s.*--timeout/u)
    expect(run.err).toContain('tried once more')
  }, 60_000)
})
