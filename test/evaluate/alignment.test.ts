import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignInOrder, longestRising } from '../../src/evaluate/alignment.js'
import { compareBags, overlap, share, similarity } from '../../src/evaluate/measures.js'

const same = (left: string, right: string) => (left === right ? 1 : 0)

describe('alignment', () => {
  it('pairs what is alike and leaves the rest alone, in order', () => {
    const pairs = alignInOrder(['a', 'b', 'c'], ['b', 'x', 'c'], same)
    expect(pairs.map(({ expected, got }) => `${expected ?? '-'}${got ?? '-'}`)).toEqual([
      'a-',
      'bb',
      '-x',
      'cc',
    ])
  })

  it('keeps every member once and never crosses', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'))
    fc.assert(
      fc.property(list, list, (left, right) => {
        const pairs = alignInOrder(left, right, same)
        expect(pairs.map((pair) => pair.expected).filter((one) => one !== null)).toEqual(left)
        expect(pairs.map((pair) => pair.got).filter((one) => one !== null)).toEqual(right)
      }),
    )
  })

  it('finds the longest run that rises', () => {
    const run = longestRising([
      [0, 3],
      [1, 1],
      [2, 2],
      [3, 4],
      [4, 0],
    ])
    expect(run.map((pair) => pair[1])).toEqual([1, 2, 4])
  })
})

describe('measures', () => {
  it('nothing to judge is right', () => {
    expect(share(0, 0).share).toBe(1)
    expect(overlap(0, 0, 0)).toMatchObject({ precision: 1, recall: 1, f1: 1 })
  })

  it('nothing got where something was expected is wrong', () => {
    expect(overlap(0, 2, 0)).toMatchObject({ precision: 0, recall: 0, f1: 0 })
  })

  it('likeness is 1 less the share of changed letters', () => {
    expect(similarity('kế hoạch', 'kế hoạc')).toBeCloseTo(1 - 1 / 8)
    expect(similarity('', 'a')).toBe(0)
  })

  it('bags count repetitions', () => {
    expect(compareBags(['a', 'a', 'b'], ['a', 'c', 'a', 'a'])).toEqual({
      ...{ matched: ['a', 'a'], onlyExpected: ['b'], onlyGot: ['c', 'a'] },
    })
  })
})
