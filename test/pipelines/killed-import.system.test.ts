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
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import type { ImportReport } from '../../schemas/report.js'
import { deadlyDocument, endlessDocument } from '../support/files/endless-document.js'
import { phulucIn, type Running, startPhuluc } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-killed-'))
const input = join(folder, 'kế hoạch')
const fixtures = ['gia-nghia-52-2024/source.txt', 'hung-yen-199-2022/source.md', 'ha-noi-157-2023/source.md']

const letter = 'KẾ HOẠCH\n\nThanh tra năm 2024\n\nCác đơn vị thực hiện.'

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
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a run promises to be the same: plans and report, not times and journal. */
function results(out: string): Record<string, string> {
  const all = readdirSync(out, { recursive: true, encoding: 'utf8' })
  const names = all.filter((name) => /plan\.json$|report\.json$/u.test(name))
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(out, name), 'utf8')]))
}

/** Imports with two workers. */
function start(out: string): Running {
  return startPhuluc({}, 'import', input, '--out', out, '--resume', '--jobs', '2')
}

/** The same, killed with its workers after some time. Its exit code, null where it had not ended by then. */
async function importFor(out: string, milliseconds: number): Promise<number | null> {
  const running = start(out)
  const timer = setTimeout(() => running.signalAll('SIGKILL'), milliseconds)
  return running.ended.finally(() => clearTimeout(timer))
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
const whole = join(folder, 'whole')
/** Milliseconds of an import that nothing disturbs: kills are spread over this time, whatever the machine. */
let undisturbed: number

/** Whether a line of the journal tells of a document that was read, not of what was made of several. */
function isReading(line: string): boolean {
  return line !== '' && (JSON.parse(line) as { kin: unknown }).kin !== null
}

describe('an import that is killed', () => {
  beforeAll(async () => {
    const began = performance.now()
    expect(await start(whole).ended).toBe(0)
    undisturbed = performance.now() - began
  })

  it(`goes on to the same bytes, wherever it was killed (${kills} times)`, async () => {
    const random = randomPoints(20261121)
    let out = join(folder, 'killed-0')
    for (let kill = 1; kill <= kills; kill++) {
      const code = await importFor(out, (0.05 + random() * 0.45) * undisturbed)
      const plans = existsSync(out) ? readdirSync(out).filter((name) => name.endsWith('.plan.json')) : []
      for (const name of plans) expect(readFileSync(join(out, name), 'utf8').endsWith('}\n')).toBe(true)
      if (code !== 0) continue
      expect(results(out)).toEqual(results(whole))
      out = join(folder, `killed-${kill}`)
    }
    expect(await start(out).ended).toBe(0)
    expect(results(out)).toEqual(results(whole))
  })

  it(`goes on to the same bytes when it is killed while documents are joined (${joinKills} times)`, async () => {
    const random = randomPoints(20261122)
    const out = join(folder, 'joining')
    cpSync(whole, out, { recursive: true, preserveTimestamps: true })
    const report = JSON.parse(readFileSync(join(whole, 'import-report.json'), 'utf8')) as ImportReport
    expect(report.totals).toMatchObject({ joined: 1, twins: 1 })
    const journal = join(out, 'import-journal.ndjson')
    const readings = readFileSync(journal, 'utf8').split('\n').filter(isReading)
    for (let kill = 1; kill <= joinKills; kill++) {
      // Only the readings are known: what was made of them has to be made anew.
      writeFileSync(journal, `${readings.join('\n')}\n`)
      rmSync(join(out, report.joined[0]?.plan ?? ''), { force: true })
      await importFor(out, (0.1 + random() * 0.5) * undisturbed)
    }
    expect(await start(out).ended).toBe(0)
    expect(results(out)).toEqual(results(whole))
  })

  it('ends cleanly at Ctrl-C and says how to go on', async () => {
    const mixed = join(folder, 'interrupted')
    mkdirSync(mixed)
    writeFileSync(join(mixed, 'a.txt'), letter)
    const { env } = endlessDocument(join(folder, 'office'), join(mixed, 'b.doc'))
    const out = join(folder, 'stopped')
    const running = startPhuluc({ env }, 'import', mixed, '--out', out, '--jobs', '2')
    while (!running.said().includes('a.txt')) await sleep(20)
    running.process.kill('SIGINT')
    expect(await running.ended).toBe(130)
    expect(running.said()).toMatch(/Stopped: 1 documents are finished, 1 are not\..*--resume/u)
    expect(readdirSync(out).filter((name) => name.endsWith('.partial'))).toEqual([])
  })
})

describe('a worker that is lost', () => {
  it.each([
    ['because it takes too long', endlessDocument, /longer than 5 s.*--timeout/u],
    ['because it is killed', deadlyDocument, /its worker ended unexpectedly/u],
  ])('takes no other document with it: %s', (name, stuck, reason) => {
    const mixed = join(folder, name)
    mkdirSync(mixed)
    const { env } = stuck(join(folder, `${name}, office`), join(mixed, 'a.doc'))
    writeFileSync(join(mixed, 'b.txt'), letter)
    const out = join(folder, `${name}, out`)
    const run = phulucIn({ env }, 'import', mixed, '--out', out, '--jobs', '2', '--timeout', '5')
    expect(run.code).toBe(1)
    const report = JSON.parse(readFileSync(join(out, 'import-report.json'), 'utf8')) as ImportReport
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(['failed', 'imported'])
    expect(report.entries[0]?.failure?.message).toMatch(reason)
    expect(run.err).toContain('tried once more')
  })
})
