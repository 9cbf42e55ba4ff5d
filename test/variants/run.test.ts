import { describe, expect, it } from 'vitest'
import { variantMaker } from '../../lab/measure/variants/index.js'
import {
  formatFailure,
  formatTally,
  runVariants,
  tally,
  type VariantResult,
} from '../../lab/measure/variants/run.js'
import { planFromExpected } from '../evaluate/plan-from-expected.js'
import { tabExpectation, tabSource } from './sample.js'

const maker = { ...variantMaker(tabSource, tabExpectation) }
const plan = planFromExpected(tabExpectation)
const simple = { ...maker, make: (seed: number) => maker.make(seed, seed === 0 ? ['crlf'] : ['nfd']) }

async function runAll(importBytes: () => Promise<typeof plan>) {
  const results: VariantResult[] = []
  for await (const result of runVariants(simple, plan, importBytes, 3)) results.push(result)
  return results
}

describe('a run over variants', () => {
  it('counts what was kept, by transformation', async () => {
    const results = await runAll(async () => plan)
    expect(tally(results).get('nfd')).toEqual({
      ...{ variants: 2, criteria: 2, cells: 2, values: 2, alone: 2, keptAlone: 2 },
    })
    expect(formatTally(tally(results)).split('\n').at(-1)).toMatch(/all +3 +3 +3 +3 +3 of 3$/)
  })

  it('names what changed', async () => {
    const other = structuredClone(plan)
    other.appendices[0]?.criteria.pop()
    const [result] = await runAll(async () => other)
    expect(result).toMatchObject({ criteriaKept: false, cellsKept: false })
    expect(result && formatFailure(result)).toContain('crlf#0: 1 criteria, 7 cells; missing pl1/2.1')
  })

  it('goes on after an import that failed', async () => {
    const results = await runAll(() => Promise.reject(new Error('unreadable')))
    expect(results.map((result) => result.error)).toEqual(['unreadable', 'unreadable', 'unreadable'])
  })
})
