import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measureGarbled, sumOfGarbled } from '../../lab/measure/repair/garbled-figures.js'
import { readColumns } from '../../src/columns/index.js'
import { loadChannel, loadLanguageModel, repairText } from '../../src/repair/index.js'

const root = join(import.meta.dirname, '..', '..')
const model = loadLanguageModel(readFileSync(join(root, 'models', 'syllables.lm')))
const ocrChannel = loadChannel(readFileSync(join(root, 'models', 'ocr-eng.tsv'), 'utf8'))
const source = readFileSync(join(root, 'fixtures', 'can-tho-121-2023', 'source.txt'), 'utf8')
const options = { mode: 'auto', model, ocrChannel, readAgain: readColumns } as const
const whole = repairText(source, options).value
const lines = whole.text.split('\n')

describe('reading wrong-language recognition', () => {
  it.each([
    [14, 'người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước'],
    [17, 'năm 2022 của thành phố Cần Thơ đạt 86,11%, xếp hạng 26/63 tỉnh, thành phố'],
    [26, 'Ngày 18 tháng 5 năm 2023, Ủy ban nhân dân thành phố tổ chức Hội nghị'],
    [67, 'III. NHIỆM VỤ, GIẢI PHÁP THỰC HIỆN'],
  ])('reads line %i', (number, print) => {
    expect(lines[number - 1]).toBe(print)
  })

  it('keeps line N at line N', () => {
    expect(lines).toHaveLength(source.split('\n').length)
    source.split('\n').forEach((line, index) => {
      expect(lines[index]?.trim() === '').toBe(line.trim() === '')
    })
  })

  it('reads joined and torn words', () => {
    const read = repairText(`${source}\nchiu trach nhiém tr uée Giam dbc S6N6ivu`, options).value.text
    expect(read.split('\n').at(-1)).toBe('chịu trách nhiệm trước Giám đốc Sở Nội vụ')
  })

  it('leaves numbers, codes and abbreviations as they are', () => {
    expect(lines[3]).toContain('121 /KH-UBND')
    expect(lines.join('\n')).toContain('61/2018/NĐ-CP')
    expect(lines[54]).toContain('CCHC')
  })

  it('records what stood there and how sure the reading is', () => {
    const change = whole.changes.find(({ line, from }) => line === 14 && from === 't6')
    expect(change).toMatchObject({ to: 'tổ', method: 'ocr' })
    expect(change?.confidence).toBeGreaterThan(0.9)
  })

  it('reads nothing without the channel', () => {
    const read = repairText(source, { mode: 'auto', model }).value
    expect(read.changes.filter(({ method }) => method === 'ocr')).toEqual([])
  })
})

describe('pages that were set, recognised and paired with what was set', () => {
  it.each(['hai-phong-times.tsv', 'hai-phong-dejavu.tsv'])('%s', (name) => {
    const pairs = readFileSync(join(root, 'fixtures', 'repair', name), 'utf8')
      .split('\n')
      .filter(Boolean)
    const read = repairText(pairs.map((pair) => pair.split('\t')[0]).join('\n'), options).value.text.split(
      '\n',
    )
    const right = pairs.filter(
      (pair, index) => pair.split('\t')[1]?.toLowerCase() === read[index]?.toLowerCase(),
    )
    expect(right.length / pairs.length).toBeGreaterThan(0.75)
  })
})

describe('the scanned plan, line by line as it was read by eye', () => {
  it('reaches the figures of docs/MODEL.md', () => {
    const table = readFileSync(join(root, 'fixtures', 'can-tho-121-2023', 'lines.tsv'), 'utf8')
    const prints = new Map(
      table.split('\n').map((line) => [Number(line.split('\t')[0]), line.split('\t')[1]]),
    )
    const judged = source.split('\n').map((found, index) => ({ found, print: prints.get(index + 1) ?? null }))
    const sum = sumOfGarbled(measureGarbled(judged, options))
    expect(sum.right / sum.words).toBeGreaterThan(0.949)
    expect(sum.withDigitRight / sum.withDigit).toBeGreaterThan(0.945)
    expect(sum.flagged / sum.found).toBeLessThan(0.0635)
    expect(sum.unflaggedRight / (sum.found - sum.flagged)).toBeGreaterThan(0.985)
  })
})
