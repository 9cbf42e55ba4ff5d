import { describe, expect, it } from 'vitest'
import type { RecognisedWord } from '../../../schemas/recogniser.js'
import { settleLine } from '../../../src/extract/image/recognise/two-readings.js'

/** Words of one line as [text, left, confidence]; a letter is six points wide. */
function line(...words: [text: string, left: number, confidence: number][]): RecognisedWord[] {
  return words.map(([text, left, confidence]) => ({
    text,
    box: [left, 10, left + 6 * text.length, 21],
    baseline: 20,
    height: 11,
    confidence,
    line: 3,
  }))
}

function textOf(words: RecognisedWord[]): string {
  return words.map((word) => word.text).join(' ')
}

describe('two readings of one line', () => {
  // A hard scan of Gia Nghĩa's table: dust on a letter made 'mn' of 'đơn' and 'se:' of 'hoạch'.
  it('give the word that one of them lost', () => {
    const first = line(['Rà', 0, 0.96], ['soát,', 18, 0.95], ['mn', 54, 0], ['giản', 78, 0.96])
    const second = line(['Rà', 0, 0.95], ['soát,', 18, 0.96], ['đơn', 53, 0.93], ['giản', 78, 0.96])
    const settled = settleLine(first, second)
    expect(textOf(settled)).toBe('Rà soát, đơn giản')
    expect(settled.map((word) => word.line)).toEqual([3, 3, 3, 3])
  })

  it('leave a sure word as it is, and a doubt where they differ', () => {
    const [kept] = settleLine(line(['tổ', 0, 0.9]), line(['tố', 0, 0.8]))
    expect(kept?.text).toBe('tổ')
    expect(kept?.confidence).toBeLessThan(0.9)
    expect(settleLine(line(['xã', 0, 0.7]), line(['xã', 0, 0.95]))[0]?.confidence).toBe(0.95)
  })

  it('drop dust that one of them takes for a sign', () => {
    const first = line(['kỷ', 0, 0.96], ['cương', 18, 0.96], ['-:', 60, 0.6], ['hành', 78, 0.96])
    const second = line(['kỷ', 0, 0.96], ['cương', 18, 0.96], ['hành', 78, 0.96])
    expect(textOf(settleLine(first, second))).toBe('kỷ cương hành')
    const stop = settleLine(
      line(['Kế.', 0, 0.9], ['hoạch', 24, 0.96]),
      line(['Kế', 0, 0.9], ['hoạch', 24, 0.96]),
    )
    expect(textOf(stop)).toBe('Kế hoạch')
  })

  it('keep the list mark that both of them see', () => {
    const words = line(['-', 0, 0.9], ['Sở', 12, 0.96])
    expect(textOf(settleLine(words, line(['–', 0, 0.8], ['Sở', 12, 0.95])))).toBe('- Sở')
  })
})
