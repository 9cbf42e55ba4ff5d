import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { Document } from '../../schemas/document.js'
import { Plan } from '../../schemas/plan.js'
import { Trace } from '../../schemas/trace.js'
import { phulucIn, type Ran } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-inspect-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fixture = (name: string): string => join(packageRoot, 'fixtures', name)
const phuluc = (...args: string[]): Ran => phulucIn({ cwd: folder }, ...args)
const plan = join(packageRoot, 'test/stages/source.md')

describe('phuluc inspect', () => {
  it('writes the document of every stage', () => {
    expect(phuluc('inspect', plan, '--out', 'stages').code).toBe(0)
    expect(readdirSync(join(folder, 'stages'))).toEqual([
      '1-document.json',
      '2-repaired.json',
      '3-columns.json',
      '4-tables.json',
      '5-criteria.json',
      '6-normalized.json',
      '7-checked.json',
      '8-plan.json',
    ])
    const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'stages', name), 'utf8'))
    expect(Document.parse(read('1-document.json')).route).toBe('markdown')
    expect(Plan.parse(read('8-plan.json')).header.number).toBe('45/KH-UBND')
  })

  it('prints the document of one stage', () => {
    const run = phuluc('inspect', plan, '--stage', 'tables')
    expect(run.code).toBe(0)
    expect(JSON.parse(run.out).appendices.length).toBeGreaterThan(0)
  })

  it('follows a cell, for programs and for readers', () => {
    const [trace] = Trace.array().parse(
      JSON.parse(phuluc('inspect', plan, '--cell', 'pl1/1.2/lead', '--json').out),
    )
    expect(trace?.cell).toBe('pl1/1.2/lead')
    expect(phuluc('inspect', plan, '--cell', 'pl1/1.2/lead').out).toMatch(/^pl1\/1\.2\/lead {2}\(quang-tri/u)
  })

  it.each([
    [[], 'say what to show'],
    [['--stage', 'magic'], 'there is no stage "magic"; the stages are extract, repair'],
    [['--cell', 'pl9/1'], 'no criterion "pl9/1"'],
    [['--at', '99999'], 'nothing stands at 99999'],
    [['--plan', '2', '--at', '1'], 'holds 1 plans, there is no plan 2'],
  ])('says in one line what is not there: %s', (args, message) => {
    const run = phuluc('inspect', plan, ...args)
    expect(run.code).toBe(2)
    expect(run.err.trim().split('\n')).toHaveLength(1)
    expect(run.err).toContain(message)
  })
})

describe('phuluc text', () => {
  it('recognises a scan', () => {
    const run = phuluc('text', fixture('papers/scans/ha-noi-faint-150.jpg'))
    expect(run.code).toBe(0)
    expect(run.out).toMatch(/\p{L}{2,}(?:\s+\p{L}{2,}){3}/u)
  }, 300_000)

  it('reads a Word document of before 2007 as the import does', () => {
    const [text, imported] = [
      phuluc('text', fixture('word/libreoffice.doc')),
      phuluc('import', fixture('word/libreoffice.doc'), '--out', 'doc'),
    ]
    expect(text.code).toBe(imported.code)
    if (text.code === 0) expect(text.out).toMatch(/\p{L}{2,}/u)
    else expect(text.err).toContain('Install LibreOffice')
  })
})
