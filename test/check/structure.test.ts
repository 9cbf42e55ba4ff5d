import { describe, expect, it } from 'vitest'
import { checkStructure } from '../../src/check/structure.js'
import { targetOf } from '../../src/result.js'
import { planWithout } from './sound-plan.js'

describe('what a plan refers to inside itself', () => {
  it('is there in a plan as it was imported', async () => {
    expect(checkStructure(await planWithout('', ''))).toEqual([])
  })

  it('is missed where a fact states the score of a criterion that is not there', async () => {
    const plan = await planWithout('', '')
    const [fact] = plan.facts
    if (fact === undefined) throw new Error('no fact')
    const issues = checkStructure({ ...plan, facts: [{ ...fact, criterion: 'pl9/1' }] })
    expect(issues.map((issue) => [issue.code, targetOf(issue)])).toEqual([['damaged', 'pl9/1']])
  })

  it('is missed where a first action shares cells with none before it', async () => {
    const plan = await planWithout('', '')
    const criterion = plan.appendices[0]?.criteria.find(({ id }) => id === 'pl1/1.1')
    criterion?.actions[0]?.sharedFrom.push('lead')
    expect(checkStructure(plan).map(targetOf)).toEqual(['pl1/1.1'])
  })
})
