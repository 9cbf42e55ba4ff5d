import { describe, expect, it } from 'vitest'
import { repairedStretch } from '../support/garbled-scan.js'

/** The first appendix up to its fourth domain. */
const { source, lines, changes } = repairedStretch(184, 288)

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
