import {
  copyFileSync,
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
import { printable, printableLines } from '../../src/language/printable.js'
import { phuluc, type Ran } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-terminal-'))
const hostile = join(packageRoot, 'test/hostile')
const name = 'a\u001b]0;x\u0007\u202etxt\u2066\u009b31m\nphuluc: all is well.txt'
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be shown
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u
const out = join(folder, 'out')
let told: Ran

beforeAll(() => {
  const input = join(folder, 'in')
  mkdirSync(input)
  const source = readFileSync(join(packageRoot, 'fixtures/gia-nghia-52-2024/source.txt'), 'utf8')
  writeFileSync(join(input, name), source.replaceAll('Nhiệm vụ', 'Nhiệm\u202e vụ\u009b'))
  writeFileSync(join(input, `trống ${name}`), '')
  told = phuluc('import', input, '--out', out)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what is shown', () => {
  it('has no sign that moves a cursor, turns a line round or begins a new one', () => {
    expect(told.code).toBe(1)
    expect(told.err).toContain('a\\u001b]0;x\\u0007\\u202etxt\\u2066\\u009b31m\\u000aphuluc: all is well.txt')
    expect(told.err).not.toMatch(raw)
    expect(told.err).not.toMatch(/^phuluc: all is well/mu)
  })

  it('has none in what `text` lists either', () => {
    const [file = ''] = readdirSync(join(folder, 'in'))
    expect(phuluc('text', join(folder, 'in', file)).out.replaceAll('\t', '')).not.toMatch(raw)
  })

  it('has none in report and CSV', () => {
    phuluc('report', out)
    phuluc('export', out, '--to', 'csv', '--out', join(folder, 'csv'))
    expect(readFileSync(join(out, 'report.html'), 'utf8')).not.toMatch(raw)
    for (const file of readdirSync(join(folder, 'csv')))
      expect(readFileSync(join(folder, 'csv', file), 'utf8').replaceAll(/[\t\r]/gu, '')).not.toMatch(raw)
  })

  it('has none of a key in a workbook that came back', () => {
    const workbook = join(folder, 'key.xlsx')
    copyFileSync(join(hostile, 'apply-key-escape.xlsx'), workbook)
    const { code, err } = phuluc('apply', workbook, '--plans', out)
    expect(code).not.toBe(0)
    expect(err).not.toMatch(raw)
  })

  it('stays as it is where it can be seen', () => {
    const text = 'Ủy ban nhân dân tỉnh – “Kế hoạch” số 52/KH-UBND\n\t✗ → 50 %'
    expect(printableLines(text)).toBe(text)
    expect(printable('a\nb')).toBe('a\\u000ab')
  })
})

describe('a workbook that came back', () => {
  it('is refused where it unfolds beyond the bounds of a document', () => {
    const { code, err } = phuluc('apply', join(hostile, 'apply-bomb.xlsx'), '--plans', out)
    expect(code).toBe(1)
    expect(err).toMatch(/above the limit of/u)
  })
})
