import { describe, expect, it } from 'vitest'
import { constantsIn, constantsOf, saysWhence } from '../../lab/measure/thresholds/constants.js'

describe('numeric constants', () => {
  it('are found at the top of a file with their value and what is said of them', () => {
    const text = `import { a } from './a.js'

/**
 * Milliseconds that one document may take.
 */
export const longest = 30 * 60_000
const share = 0.8 // fitted on 12 plans
const names = ['a']
function f() {
  const inside = 3
}
const least: number = -1.5`
    expect(constantsIn('src/x/y.ts', text)).toEqual([
      {
        file: 'src/x/y.ts',
        line: 6,
        name: 'longest',
        value: 1_800_000,
        comment: 'Milliseconds that one document may take.',
      },
      { file: 'src/x/y.ts', line: 7, name: 'share', value: 0.8, comment: 'fitted on 12 plans' },
      { file: 'src/x/y.ts', line: 12, name: 'least', value: -1.5, comment: '' },
    ])
  })

  it('say whence they come where a comment names a set, a measurement or a rule', () => {
    expect(saysWhence('fitted on 12 plans')).toBe(true)
    expect(saysWhence('Words that a phrase must have.')).toBe(false)
    expect(saysWhence('')).toBe(false)
  })

  it('of the program are all numbers', () => {
    const constants = constantsOf()
    expect(constants.length).toBeGreaterThan(300)
    expect(constants.filter(({ value }) => !Number.isFinite(value))).toEqual([])
  })
})
