import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadChannel, loadLanguageModel, repairText, type TextChange } from '../../src/repair/index.js'

const root = join(import.meta.dirname, '..', '..')
const model = loadLanguageModel(readFileSync(join(root, 'models', 'syllables.lm')))
const ocrChannel = loadChannel(readFileSync(join(root, 'models', 'ocr-eng.tsv'), 'utf8'))
const scan = readFileSync(join(root, 'fixtures', 'can-tho-121-2023', 'source.txt'), 'utf8').split('\n')

/** The first appendix up to its fourth domain (lines 184–288 of the scan). */
const source = scan.slice(183, 288)
let lines: string[] = []
let changes: TextChange[] = []

beforeAll(() => {
  const { value } = repairText(source.join('\n'), { mode: 'auto', model, ocrChannel })
  lines = value.text.split('\n')
  changes = value.changes
})

const lineOf = (number: number): string => lines[number - 184] ?? ''

describe('numbers of rows in the repaired lines', () => {
  it('keeps the lines', () => {
    expect(lines).toHaveLength(source.length)
  })

  it('reads labels that have lost their dots as their neighbours want them', () => {
    expect(lineOf(208)).toMatch(/^\s*2\.4\.2 /u)
    expect(lineOf(233)).toMatch(/^\s*3\.4\.1 /u)
    expect(lineOf(264)).toMatch(/^\s*3\.4\.2 /u)
    expect(lineOf(276)).toMatch(/^\s*3\.4\.3 /u)
  })

  it('records what stood there, and leaves numbers that are whole', () => {
    expect(changes).toContainEqual(expect.objectContaining({ line: 208 - 183, from: '242', to: '2.4.2' }))
    expect(changes.filter(({ from }) => from === '2.4.1')).toEqual([])
  })
})
