import { describe, expect, it } from 'vitest'
import {
  certaintyOf,
  noDoubts,
  type TextDoubts,
  wrongShare,
} from '../../src/repair/proofread/light-certainty.js'

const clear: TextDoubts = { ...noDoubts, expectedWrong: 0.004, readings: 0.001, unknown: 0, least: 0.96 }

describe('how sure a recognised cell is', () => {
  it('is never what only exact text is', () => {
    expect(certaintyOf(clear)).toBeGreaterThan(0.98)
    expect(certaintyOf({ ...clear, expectedWrong: 0, readings: 0, least: 1 })).toBeLessThan(1)
  })

  it.each<[string, Partial<TextDoubts>]>([
    ['more words that may be wrong', { expectedWrong: 0.6 }],
    ['a reading that others rival', { readings: 2.4 }],
    ['one word that the engine hardly saw', { least: 0.3 }],
  ])('falls with %s', (_, doubts) => {
    expect(certaintyOf({ ...clear, ...doubts })).toBeLessThan(certaintyOf(clear) - 0.005)
  })

  it('counts a word of less confidence as wrong more often', () => {
    const shares = [0.2, 0.6, 0.85, 0.92, 0.96, 0.99].map(wrongShare)
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
  })
})
