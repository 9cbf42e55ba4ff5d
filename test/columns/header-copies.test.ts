import { describe, expect, it } from 'vitest'
import { alignCopies, bordersIn, likeness, symbolsOf } from '../../src/repair/consensus/copy-alignment.js'
import type { TextChange } from '../../src/repair/index.js'
import { repairedStretch } from '../support/garbled-scan.js'

/** Eight pages of the first appendix. */
const first = 184
const { source, lines, changes } = repairedStretch(first, 490)

describe('headers that stand on every page', () => {
  it('keeps line N at line N', () => {
    expect(lines).toHaveLength(source.length)
  })

  it.each([214, 258, 300, 335, 371, 406, 446, 487])('reads line %i from all its copies', (number) => {
    const line = lines[number - first]
    expect(line).toMatch(/chí thành/u)
    expect(line).toMatch(/Nhiệm vụ, giải pháp Cơ quan/u)
    expect(line).toMatch(/vị thực hiện/u)
    expect(line).toMatch(/Ghi chú$/u)
  })

  it('records what stood there, and is less sure where the copy itself cannot be read so', () => {
    const of = (number: number, from: string): TextChange | undefined =>
      changes.find((change) => change.line === number - first + 1 && change.from === from)
    expect(of(262, 'hién')).toMatchObject({ to: 'hiện', method: 'ocr' })
    expect(of(262, 'hién')?.confidence).toBeGreaterThan(0.9)
    expect(of(335, 'thinh')?.confidence).toBeLessThan(0.9)
  })

  it('leaves what stands in one copy alone', () => {
    expect(lines[214 - first]).toContain('| Db |')
    expect(lines[302 - first]).toMatch(/^2022 /u)
  })
})

describe('copies of a line', () => {
  const a = symbolsOf('phan chuan chu tri')
  const b = symbolsOf(' phan chuan ® chi tri')

  it('are aligned letter by letter, blanks and rules being one', () => {
    expect(symbolsOf('| gy |  Ghi').map(({ text }) => text)).toEqual([...'gy ghi'])
    expect(alignCopies(a, a)).toEqual({ cost: 0, to: Int32Array.from(a, (_, index) => index) })
    expect(likeness(a, b)).toBeGreaterThan(0.8)
    expect(likeness(a, symbolsOf('2022'))).toBe(0)
  })

  it('give what only one of them has to no word', () => {
    const { begins, ends } = bordersIn(a, b)
    const word = (from: number, to: number): string =>
      b
        .slice(begins[from], ends[to])
        .map(({ text }) => text)
        .join('')
    expect([word(0, 4), word(5, 10), word(11, 14), word(15, 18)]).toEqual(['phan', 'chuan', 'chi', 'tri'])
  })
})
