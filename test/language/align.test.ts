import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, alignedFromFront, commonItems, letterDistance } from '../../src/language/align.js'

/** The costs of Levenshtein's distance. */
const between = (a: string, b: string) => ({
  pair: (first: number, second: number) => (a[first] === b[second] ? 0 : 1),
  firstAlone: () => 1,
  secondAlone: () => 1,
})

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })

describe('align', () => {
  it('costs what must be changed, put in or left out', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(align(a.length, b.length, between(a, b))?.cost).toBe(letterDistance(a, b))
      }),
    )
  })

  it('keeps every item once, in order', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        for (const pairs of [
          align(a.length, b.length, between(a, b))?.pairs() ?? [],
          alignedFromFront(a.length, b.length, between(a, b)),
        ]) {
          expect(pairs.flatMap(([first]) => first ?? [])).toEqual(Array.from(a, (_, index) => index))
          expect(pairs.flatMap(([, second]) => second ?? [])).toEqual(Array.from(b, (_, index) => index))
        }
      }),
    )
  })

  it('pairs the last of equals, or from the front the first', () => {
    const costs = { ...between('a', 'aa'), secondAlone: () => 1 }
    expect(align(1, 2, costs)?.pairs()).toEqual([
      [null, 0],
      [0, 1],
    ])
    expect(alignedFromFront(1, 2, costs)).toEqual([
      [0, 0],
      [null, 1],
    ])
  })

  it('gives up where every way costs too much', () => {
    expect(align(3, 3, between('abc', 'xyz'), 2)).toBeNull()
    expect(align(3, 3, between('abc', 'xbc'), 2)?.cost).toBe(1)
  })

  it('asks what an item of the second list stands behind', () => {
    const costs = {
      ...between('ab', 'axb'),
      secondAlone: (_: number, before: number) => (before === 1 ? 0.5 : 9),
    }
    expect(align(2, 3, costs)).toMatchObject({ cost: 0.5 })
  })

  it('finds what two lists have in common', () => {
    expect(commonItems(['sở', 'nội', 'vụ'], ['sở', 'vụ', 'nội'])).toEqual([
      [0, 0],
      [2, 1],
    ])
  })
})
