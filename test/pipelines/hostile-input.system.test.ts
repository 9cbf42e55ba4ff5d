import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { ImportReport, ImportTiming } from '../../schemas/report.js'
import { hostileFiles } from '../support/files/hostile-files.js'
import { importText } from '../support/import-text.js'
import { startPhuluc } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-hostile-'))
const input = join(folder, 'in')
const out = join(folder, 'out')
/** Of a document that draws itself more often than any machine can. */
const endless = mkdtempSync(join(tmpdir(), 'phuluc-endless-'))
/** A letter of the same number and year as the others, of another month: it gives their id, and is no twin of theirs. */
const letterOf = (month: number): string =>
  `ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\n\nSố: 7/KH-UBND\n\nHải Phòng, ngày 1 tháng ${month} năm 2024\n\nKẾ HOẠCH\nCải cách hành chính năm 2024\n\nCác đơn vị thực hiện.`
const oddNames = [
  'CON.txt',
  'a\u0001b\n.txt',
  'dots....',
  `${'ạ'.repeat(80)}.txt`,
  'Kế hoạch'.normalize('NFD'),
  'txt..',
  "';rm -rf $HOME.txt",
]
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.end()
})
let report: ImportReport

/** Reads a folder's files with two workers. */
async function importOf(from: string, to: string, ...more: string[]): Promise<ImportReport> {
  expect(await startPhuluc({}, 'import', from, '--out', to, '--jobs', '2', ...more).ended).toBe(1)
  return ImportReport.parse(JSON.parse(readFileSync(join(to, 'import-report.json'), 'utf8')))
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  mkdirSync(join(input, 'names'), { recursive: true })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const [name, bytes] of Object.entries(await hostileFiles(address)))
    writeFileSync(join(name === 'forms.pdf' ? endless : input, name), bytes)
  for (const [index, name] of oddNames.entries())
    writeFileSync(join(input, 'names', name), letterOf(index + 1))
  copyFileSync(join(packageRoot, 'fixtures/word/encrypted.docx'), join(input, 'encrypted.docx'))
  copyFileSync(join(packageRoot, 'fixtures/gia-nghia-52-2024/source.txt'), join(input, 'sound.txt'))
  symlinkSync('..', join(input, 'names', 'loop'))
  symlinkSync('circle', join(input, 'circle'))
  execFileSync('mkfifo', [join(input, 'pipe.txt')])
  report = await importOf(input, out)
})
afterAll(() => {
  server.close()
  for (const each of [folder, endless]) rmSync(each, { recursive: true })
})

const codeOf = (file: string): string | null => {
  const entry = report.entries.find((each) => each.file === file)
  return entry?.outcome === 'imported' ? 'imported' : (entry?.failure?.code ?? null)
}

describe('a folder of hostile files', () => {
  it.each([
    ['bomb.docx', 'too-large'],
    ['lying-bomb.docx', 'damaged'],
    ['entities.docx', 'damaged'],
    ['foreign-entity.docx', 'damaged'],
    ['path-trick.docx', 'damaged'],
    ['encrypted.docx', 'encrypted'],
    ['overlapping.docx', 'too-large'],
    ['dimension.xlsx', 'imported'],
    ['last-cell.xlsx', 'imported'],
    ['merges.xlsx', 'imported'],
    ['rows.xlsx', 'too-large'],
    ['strings.xlsx', 'too-large'],
    ['sheets.xlsx', 'too-large'],
    ['columns.docx', 'too-large'],
    ['span.docx', 'imported'],
    ['span.html', 'imported'],
    ['content.pdf', 'too-large'],
    ['twice.pdf', 'too-large'],
    ['objects.pdf', 'too-large'],
    ['smooth.png', 'imported'],
    ['loop.pdf', 'imported'],
    ['many-pages.pdf', 'too-large'],
    ['huge-page.pdf', 'imported'],
    ['actions.pdf', 'imported'],
    ['wide.png', 'too-large'],
    ['wide.jpg', 'too-large'],
    ['wide.tiff', 'too-large'],
    ['deep.html', 'imported'],
    ['deep.md', 'imported'],
    ['long-line.md', 'too-large'],
    ['active.html', 'imported'],
    ['active.md', 'imported'],
    ['sound.txt', 'imported'],
  ])('%s: %s', (file, code) => {
    expect(codeOf(file)).toBe(code)
  })

  it('forms.pdf: too-large, when its time is over', async () => {
    const { entries } = await importOf(endless, join(endless, 'out'), '--timeout', '5')
    expect(entries.map(({ failure }) => failure)).toMatchObject([
      { code: 'too-large', message: expect.stringMatching(/^forms\.pdf: .* 5 s\. Raise --timeout, .+\.$/u) },
    ])
  })

  it('tells of each refusal the file, the reason and what to do, in one line', () => {
    for (const { file, failure } of report.entries)
      if (failure !== null)
        expect(failure.message).toMatch(new RegExp(`^${file}: [^\\n]+[.)] [A-Z][^\\n]+\\.$`, 'u'))
  })

  it('says of pages that a loop hides that they are damaged', () => {
    const loop = report.entries.find(({ file }) => file === 'loop.pdf')
    expect(loop?.issues.damaged).toBeGreaterThan(0)
    expect(loop?.needsReview).toBe(true)
  })

  it('bounds the memory of its workers', () => {
    const { entries } = ImportTiming.parse(JSON.parse(readFileSync(join(out, 'import-timing.json'), 'utf8')))
    const most = Math.max(...entries.map(({ peakMemory }) => peakMemory))
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(800 * 1048576)
  })

  it('makes nobody ask the network', () => {
    expect(asked).toEqual([])
  })

  it('leaves out links and pipes, and says so', () => {
    expect(report.leftOut).toEqual([
      { file: 'circle', reason: 'link' },
      { file: 'names/loop', reason: 'link' },
      { file: 'pipe.txt', reason: 'special' },
    ])
  })

  it('reads files of any name, one plan each though they give one id, and writes nowhere else', () => {
    const odd = report.entries.filter(({ file }) => file.startsWith('names/'))
    expect(odd.map(({ outcome }) => outcome)).toEqual(oddNames.map(() => 'imported'))
    expect(odd.every(({ file }) => file === file.normalize('NFC'))).toBe(true)
    expect(new Set(odd.map(({ planId }) => planId)).size).toBe(1)
    expect(new Set(odd.map(({ plan }) => plan)).size).toBe(oddNames.length)
    expect(readdirSync(folder).sort()).toEqual(['in', 'out'])
    expect(existsSync(join(folder, '..', 'evil.xml'))).toBe(false)
    for (const name of readdirSync(out)) expect(name).toMatch(/^[a-z0-9-]+(?:\.plan)?\.(?:json|ndjson)$/u)
  })
})

describe('a plan whose number is a path', () => {
  it.each(['../../../etc/passwd', 'C:\\\\CON/KH-UBND', `${'9'.repeat(300)}/KH-UBND`, 'NUL/KH\u0000-UBND'])(
    '%s',
    async (number) => {
      const plan = await importText(
        `ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\n\nSố: ${number}\n\nKẾ HOẠCH\nCải cách năm 2024`,
      )
      expect(plan.id).toMatch(/^[a-z0-9-]{1,120}$/u)
    },
  )
})
