import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { ImportReport } from '../../schemas/report.js'
import { phulucIn, type Ran } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-cli-'))
const fixture = join(packageRoot, 'fixtures', 'gia-nghia-52-2024', 'source.txt')

const phuluc = (...args: string[]): Ran => phulucIn({ cwd: folder }, ...args)
const inVietnamese = (...args: string[]): Ran => phulucIn({ cwd: folder, locale: 'vi_VN.UTF-8' }, ...args)

afterAll(() => rmSync(folder, { recursive: true }))

describe('phuluc import', () => {
  it('writes a plan named by id and hash, and a report of every input', () => {
    const input = join(folder, 'mixed')
    mkdirSync(join(input, 'Tỉnh A'), { recursive: true })
    writeFileSync(join(input, 'Tỉnh A', 'kế hoạch 52.txt'), readFileSync(fixture))
    writeFileSync(join(input, 'empty.txt'), '')
    writeFileSync(
      join(input, 'picture.txt'),
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256),
    )
    const run = phuluc('import', input, '--out', 'plans')
    expect(run.code).toBe(1)
    expect(run.err).toContain('empty.txt: the file is empty.')
    expect(run.err).toContain('picture.txt: this is a binary file, not text.')
    const report = ImportReport.parse(
      JSON.parse(readFileSync(join(folder, 'plans', 'import-report.json'), 'utf8')),
    )
    expect(report.entries.map((entry) => [entry.file, entry.outcome, entry.failure?.code ?? null])).toEqual([
      ['Tỉnh A/kế hoạch 52.txt', 'imported', null],
      ['empty.txt', 'failed', 'empty'],
      ['picture.txt', 'failed', 'unsupported'],
    ])
    expect(report.entries[0]?.plan).toMatch(/^gia-nghia-52-kh-ubnd-2024-[0-9a-f]{32}\.plan\.json$/u)
  })

  it('refuses a file above the limit without reading it', () => {
    const large = join(folder, 'large.txt')
    writeFileSync(large, 'a')
    truncateSync(large, 200 * 1024 * 1024)
    const run = phuluc('import', large, '--out', 'large')
    expect(run.code).toBe(1)
    expect(run.err).toContain('200 MiB is above the limit of 64 MiB')
    expect(readdirSync(join(folder, 'large')).filter((name) => name.endsWith('.plan.json'))).toEqual([])
  })

  it('gives an honest plan for a text without any appendix', () => {
    writeFileSync(
      join(folder, 'letter.txt'),
      'KẾ HOẠCH\n\nCải cách hành chính năm 2024\n\nCác đơn vị thực hiện.',
    )
    const run = phuluc('import', 'letter.txt', '--out', 'letter')
    expect(run.code).toBe(0)
    const name = readdirSync(join(folder, 'letter')).find((entry) => entry.endsWith('.plan.json')) ?? ''
    const plan = JSON.parse(readFileSync(join(folder, 'letter', name), 'utf8'))
    expect(plan.appendices).toEqual([])
    expect(plan.issues.map((issue: { code: string }) => issue.code)).toContain('no-appendix')
  })

  it('prints events as NDJSON with --json', () => {
    const run = phuluc('import', fixture, '--out', 'events', '--json')
    const events = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type)
    expect(events).toEqual(['found', 'started', 'finished', 'done'])
  })

  it('leaves nothing half-written when the output folder cannot be written', () => {
    writeFileSync(join(folder, 'occupied'), 'a file, no folder')
    const run = phuluc('import', fixture, '--out', 'occupied')
    expect(run.code).toBe(2)
    expect(existsSync(join(folder, 'occupied', 'import-report.json'))).toBe(false)
  })

  it('exits 2 on a wrong command line, with one line and no stack', () => {
    for (const args of [
      ['import'],
      ['import', fixture],
      ['import', 'nowhere.txt', '--out', 'x'],
      ['import', fixture, '--out', 'x', '--fast'],
      ['fly'],
      [],
    ]) {
      const run = phuluc(...args)
      expect(run.code).toBe(2)
      expect(run.err).not.toContain('    at ')
    }
  })
})

describe('the other commands', () => {
  it('validate accepts our own plan and names what is wrong in another', () => {
    phuluc('import', fixture, '--out', 'own')
    const name = readdirSync(join(folder, 'own')).find((entry) => entry.endsWith('.plan.json')) ?? ''
    expect(phuluc('validate', join('own', name))).toMatchObject({ code: 0 })
    const plan = JSON.parse(readFileSync(join(folder, 'own', name), 'utf8'))
    plan.appendices[0].criteria[1].parent = 'pl1/99'
    writeFileSync(join(folder, 'own', 'broken.json'), JSON.stringify(plan))
    const run = phuluc('validate', join('own', 'broken.json'))
    expect(run.code).toBe(1)
    expect(run.err).toContain('pl1/1.1: its parent pl1/99 does not stand before it')
    writeFileSync(join(folder, 'own', 'broken.json'), JSON.stringify({ ...plan, header: null }))
    const vietnamese = phuluc('validate', join('own', 'broken.json'), '--lang', 'vi')
    expect(vietnamese.err).toContain('"header": Đầu vào không hợp lệ: mong đợi object, nhận được null')
  })

  it('text prints what was read, with source lines', () => {
    expect(phuluc('text', fixture).out).toContain('| 1.1 | Thực hiện kế hoạch CCHC | 2 | 2 | 2 |')
  })

  it('schema prints JSON Schema', () => {
    expect(JSON.parse(phuluc('schema', 'plan').out)).toMatchObject({ title: 'phuluc plan', type: 'object' })
  })
})

describe('the language of messages', () => {
  const broken = (): string => {
    writeFileSync(join(folder, 'trống: bản cuối.txt'), '')
    return 'trống: bản cuối.txt'
  }

  it('is Vietnamese where the machine is, or where it is asked for', () => {
    const run = inVietnamese('import', fixture, broken(), '--out', 'kế hoạch')
    expect(run.code).toBe(1)
    expect(run.err).toContain('54 tiêu chí, 45 nhiệm vụ, tin cậy')
    expect(run.err).toContain('trống: bản cuối.txt: tệp rỗng. Xin lại một bản khác.')
    expect(run.err).toContain('Đã nhập 1 trên 2 văn bản, 1 không nhập được, 0 bỏ qua')
    expect(run.err).not.toMatch(/documents|criteria|look at|failed|is empty/u)
    expect(phuluc('report', 'kế hoạch', '--lang', 'vi').err).toMatch(/^1 kế hoạch trong /u)
    expect(inVietnamese('report', 'kế hoạch', '--lang=en').err).toMatch(/^1 plans in /u)
  })

  it('changes nothing in what is written', () => {
    broken()
    inVietnamese('import', fixture, 'trống: bản cuối.txt', '--out', 'vi')
    phuluc('import', fixture, 'trống: bản cuối.txt', '--out', 'en')
    const files = readdirSync(join(folder, 'en')).filter((name) => !/timing|journal/u.test(name))
    expect(files.length).toBeGreaterThan(1)
    for (const name of files)
      expect(readFileSync(join(folder, 'vi', name), 'utf8')).toBe(
        readFileSync(join(folder, 'en', name), 'utf8'),
      )
  })

  it('is that of help and of errors of the command line too', () => {
    expect(inVietnamese('import').err).toBe('phuluc: import: nêu ít nhất một tệp hoặc thư mục\n')
    expect(phuluc('import', fixture, '--fast', '--lang', 'vi').err).toContain('không có tùy chọn “--fast”')
    expect(phuluc('--help', '--lang', 'vi').out).toContain('<tệp hoặc thư mục…>')
    expect(phuluc('--lang', 'vi', '--help').out).toContain('Mã thoát')
    const unknown = phuluc('validate', 'x', '--lang', 'fr')
    expect(unknown).toMatchObject({ code: 2, err: 'phuluc: --lang takes vi or en, not "fr"\n' })
    expect(inVietnamese('validate', 'x', '--lang', 'fr').err).toContain('--lang nhận vi hoặc en')
  })

  it('says of review that it is not there yet', () => {
    const run = phuluc('review', 'x')
    expect(run.code).toBe(2)
    expect(run.err).toContain('not there yet')
  })
})
