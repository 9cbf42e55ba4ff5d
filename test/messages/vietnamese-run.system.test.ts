import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { published } from '../../pipelines/json-schemas.js'
import { Limits } from '../../schemas/limits.js'
import { commandNames } from '../../src/messages/index.js'
import { drawPdf, write } from '../extract/pdf/drawing.js'
import { hasPostgres, type PrivatePostgres, startPostgres } from '../support/postgres.js'
import { phulucIn, type Ran } from '../support/program.js'
import { englishWords, marks } from '../support/vietnamese.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-tieng-viet-'))
const fixtures = resolve('fixtures')
const input = join(folder, 'văn bản')
const whole = readFileSync(join(fixtures, 'made/phu-tho-xa-lam-thao-2025/source.md'), 'utf8')

beforeAll(async () => {
  mkdirSync(join(input, '.ẩn'), { recursive: true })
  const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(input, name), content)
  const copy = (from: string, to: string): void => copyFileSync(join(fixtures, from), join(input, to))
  copy('gia-nghia-52-2024/source.txt', 'tốt.txt')
  copy('gia-nghia-52-2024/source.txt', 'trùng nội dung.txt')
  copy('papers/gia-nghia-52-2024/source.docx', 'cùng văn bản.docx')
  copy('word/encrypted.docx', 'mật khẩu.docx')
  put('kế hoạch.md', whole.slice(0, whole.indexOf('**PHỤ LỤC**')))
  put('phụ lục.md', whole.slice(whole.indexOf('**PHỤ LỤC**')))
  const orphan = readFileSync(join(fixtures, 'made/quang-tri-cam-lo-2024/source.txt'), 'utf8')
  put('mồ côi.txt', orphan.slice(orphan.indexOf('Phụ lục I\n')))
  put('mật khẩu.pdf', await drawPdf((pen) => write(pen, 'Ke hoach', 60, 60), { userPassword: 'mat khau' }))
  put('bị cắt.pdf', readFileSync(join(fixtures, 'papers/ha-noi-157-2023/source.pdf')).subarray(0, 3000))
  put('hỏng.docx', readFileSync(join(fixtures, 'word/libreoffice.docx')).subarray(0, 900))
  put('hỏng.png', readFileSync(join(fixtures, 'word/encrypted.docx')).fill(0).fill('\x89PNG\r\n\x1a\n', 0, 8))
  put(
    'nhị phân.bin',
    Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256),
  )
  put('trống.txt', '')
  put('khoảng trắng.txt', ' \n\n ')
  put('một dòng.txt', 'a'.repeat(300_000))
  put('README.md', 'x')
  put('lớn.txt', 'a')
  truncateSync(join(input, 'lớn.txt'), 200 * 1024 * 1024)
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]): Ran {
  return phulucIn({ cwd: folder, locale: 'vi_VN.UTF-8' }, ...args)
}

/** What is typed is the same in all languages. */
const typed = [...Object.keys(Limits.shape), ...Object.keys(published)].join('|')
const names = new RegExp(`source\\.\\*|expected\\.plan\\.json|\\b(?:${typed})\\b`, 'gu')

/** Lines that hold words of an English sentence. */
function english(...texts: string[]): string[] {
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => englishWords.test(line.replaceAll(names, '')))
}

describe('a run in Vietnamese', () => {
  it('tells of every document in Vietnamese: good, bad, twice there, left out', () => {
    const { code, out, err } = run('import', 'văn bản', '--out', 'ra')
    expect(code).toBe(1)
    expect(english(out, err)).toEqual([])
    expect(err.match(/✗/gu)).toHaveLength(10)
    for (const line of err.split('\n').filter((one) => one.includes('✗'))) expect(line).toMatch(marks)
    for (const said of ['nội dung giống hệt', 'Ghép: ', 'Trùng: ', 'Để riêng: ', 'Bỏ qua 2 tệp'])
      expect(err).toContain(said)
    const resumed = run('import', 'văn bản', '--out', 'ra', '--resume')
    expect(resumed.err).toContain('đã xong từ trước')
    expect(english(resumed.err)).toEqual([])
    const events = run('import', 'văn bản/trống.txt', '--out', 'ra 2', '--json')
    expect(events.err).toBe('trống.txt: tệp rỗng. Xin lại một bản khác.\n')
  }, 600_000)

  it('leaves the English sentences in the report, with key and facts', () => {
    const report = JSON.parse(readFileSync(join(folder, 'ra/import-report.json'), 'utf8'))
    const failures = report.entries.flatMap((entry: { failure: unknown }) => entry.failure ?? [])
    expect(failures).toContainEqual({
      severity: 'error',
      code: 'too-large',
      message: 'lớn.txt: 200 MiB is above the limit of 64 MiB. Split the document or raise --max-bytes.',
      at: null,
      target: null,
      saying: { key: 'file-too-large', facts: { file: 'lớn.txt', size: 200, most: 64 } },
    })
    expect(report.doubts[0].reason).toMatch(/^Its plan \(.*\) is not among the inputs\.$/u)
    expect(report.doubts[0].details.reason).toBe('plan-missing')
  })

  it('tells what is wrong with a command line', () => {
    const plan = readdirSync(join(folder, 'ra')).find((name) => name.endsWith('.plan.json')) ?? ''
    const lines = [
      ['bay'],
      ['import'],
      ['import', 'văn bản'],
      ['import', 'không có', '--out', 'ra'],
      ['import', 'văn bản', '--out', `ra/${plan}`],
      ['import', 'văn bản', '--nhanh'],
      ['import', 'văn bản', '--out'],
      ['import', 'văn bản', '--out', '--json'],
      ['import', 'văn bản', '--out', 'ra', '--json=3'],
      ...['--jobs', '--timeout', '--max-memory', '--max-bytes', '--limit', '--fail-on', '--repair', '--ocr']
        .concat('--ocr-engine', '--pages')
        .map((option) => ['import', 'văn bản', '--out', 'ra', option, 'x']),
      ['export'],
      ['export', 'ra'],
      ['export', 'ra', '--out', 'x'],
      ['export', 'không có', '--to', 'csv', '--out', 'x'],
      ['export', 'văn bản', '--to', 'csv', '--out', 'x'],
      ['export', 'văn bản/trống.txt', '--to', 'csv', '--out', 'x'],
      ['export', 'ra/import-report.json', '--to', 'csv', '--out', 'x'],
      ['export', 'ra', '--to', 'csv', '--out', 'văn bản'],
      ['export', 'ra', '--to', 'csv', '--out', `ra/${plan}`],
      ['export', 'ra', '--to', 'xlsx', '--out', 'văn bản'],
      ['export', 'ra', '--to', 'fixture', '--out', 'mẫu', '--sources', 'không có'],
      ['apply'],
      ['apply', 'không có.xlsx'],
      ['apply', 'văn bản/trống.txt'],
      ['report'],
      ['report', 'không có'],
      ['report', 'văn bản'],
      ['repair', '--repair', 'x'],
      ['repair', 'không có'],
      ['text'],
      ['text', 'không có'],
      ['text', 'văn bản/mật khẩu.pdf'],
      ['validate'],
      ['validate', 'không có'],
      ['validate', 'văn bản/trống.txt'],
      ['schema', 'x'],
      ['review', 'ra'],
      ['evaluate'],
      ['evaluate', 'không có'],
      ['evaluate', 'ra'],
      ['queue', 'x'],
      ['queue', 'status'],
      ['queue', 'status', '--queue', 'mysql://x'],
      ['queue', 'status', '--queue', 'postgres://localhost:9/x'],
      ['worker', '--queue', 'postgres://localhost/x', '--jobs', '0'],
    ]
    for (const line of lines) {
      const { code, out, err } = run(...line)
      expect(code, line.join(' ')).toBeGreaterThan(0)
      expect(english(out, err), line.join(' ')).toEqual([])
      expect(err, line.join(' ')).toMatch(marks)
      expect(err.trim().split('\n'), line.join(' ')).toHaveLength(1)
    }
  }, 600_000)

  it('tells what it did', () => {
    const plan = readdirSync(join(folder, 'ra')).find((name) => name.endsWith('.plan.json')) ?? ''
    writeFileSync(join(folder, 'hỏng.plan.json'), JSON.stringify({ id: 3 }))
    const { appendices, ...rest } = JSON.parse(readFileSync(join(folder, 'ra', plan), 'utf8'))
    const twice = { ...rest, appendices: [...appendices, ...appendices] }
    writeFileSync(join(folder, 'lặp.plan.json'), JSON.stringify(twice))
    const lines = [
      ['export', 'ra', '--to', 'csv', '--out', 'bảng'],
      ['export', 'ra', '--to', 'xlsx', '--out', 'bảng.xlsx'],
      ['apply', 'bảng.xlsx', '--plans', 'ra'],
      ['report', 'ra', '--out', 'báo cáo.html'],
      ['validate', `ra/${plan}`],
      ['validate', 'hỏng.plan.json'],
      ['validate', 'lặp.plan.json'],
    ]
    for (const line of lines) {
      const { out, err } = run(...line)
      expect(english(out, err), line.join(' ')).toEqual([])
      expect(out + err, line.join(' ')).toMatch(marks)
    }
    expect(english(run('text', join(fixtures, 'word/libreoffice.docx')).err)).toEqual([])
  }, 600_000)

  it('evaluates, to the last fault', () => {
    const name = 'made/quang-tri-papi-2024'
    const own = join(folder, 'mẫu', 'một')
    mkdirSync(own, { recursive: true })
    copyFileSync(join(fixtures, name, 'source.md'), join(own, 'source.md'))
    const expected = JSON.parse(readFileSync(join(fixtures, name, 'expected.plan.json'), 'utf8'))
    const criteria = expected.appendices[0].criteria
    criteria.splice(3, 1)
    criteria[1].actions[0].task = ['Khác hẳn']
    criteria[1].name = null
    expected.header.number = null
    writeFileSync(join(own, 'expected.plan.json'), JSON.stringify({ ...expected, anomalies: [] }))
    const strict = {
      ...{ criteriaPrecision: 1, criteriaRecall: 1, cellsExact: 1, cellSimilarity: 1, agenciesF1: 1 },
      ...{ scoresExact: 1, headerFields: 1, citationsF1: 1, outlineF1: 1, maxUnplacedCharacters: -1 },
    }
    writeFileSync(join(own, 'thresholds.json'), JSON.stringify(strict))
    const { code, out, err } = run('evaluate', 'mẫu', '--details')
    expect(code).toBe(1)
    expect(out).toContain('ký tự của bản gốc chưa được xếp chỗ, cho phép nhiều nhất -1')
    expect(english(out, err)).toEqual([])
    writeFileSync(join(own, 'thresholds.json'), '{}')
    expect(english(run('evaluate', 'mẫu').err)).toEqual([])
  }, 600_000)

  it('helps with every command', () => {
    for (const args of [['--help'], ...commandNames.map((name) => [name, '--help'])]) {
      const { code, out } = run(...args)
      expect(code).toBe(0)
      expect(english(out)).toEqual([])
      expect(out).toMatch(marks)
    }
  }, 600_000)
})

describe.skipIf(!hasPostgres)('a queue in Vietnamese', () => {
  let postgres: PrivatePostgres
  let url: string
  beforeAll(async () => {
    postgres = await startPostgres()
    url = await postgres.emptyDatabase('viec')
  }, 600_000)
  afterAll(() => postgres?.stop())

  it('tells what is done, and why the database does not take it', () => {
    const files = ['văn bản/tốt.txt', 'văn bản/trống.txt', 'văn bản/bị cắt.pdf']
    const lines = [
      ['queue', 'status', '--queue', url],
      ['import', ...files, '--queue', url],
      ['queue', 'results', '--queue', url, '--out', 'từ hàng'],
      ['queue', 'status', '--queue', url],
      ['worker', '--queue', url, '--once', '--jobs', '1'],
      ['queue', 'status', '--queue', url],
      ['queue', 'results', '--queue', url, '--out', 'từ hàng'],
      ['queue', 'results', '--queue', url, '--out', 'từ hàng', '--import', '99'],
      ['queue', 'results', '--queue', url],
      ['queue', 'retry', '--queue', url],
      ['export', 'ra', '--to', url],
      ['queue', 'status', '--queue', url.replace(/:[^:@]*@/u, ':sai@')],
      ['queue', 'status', '--queue', url.replace(/:[^:@]*@/u, '@')],
      ['queue', 'status', '--queue', url.replace('/viec', '/khac')],
    ]
    for (const line of lines) {
      const { out, err } = run(...line)
      expect(english(out, err), line.join(' ')).toEqual([])
      expect(out + err, line.join(' ')).toMatch(marks)
    }
  }, 600_000)
})
