import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vietnameseShare } from '../../src/language/letters.js'
import { loadLanguageModel, repairText } from '../../src/repair/index.js'

const model = loadLanguageModel(readFileSync('models/syllables.lm'))
const sources = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|\/)source\.(txt|md)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join('fixtures', name), 'utf8') }))
const clean = sources.filter(({ text }) => vietnameseShare(text) > 0.3)

describe('clean plans', () => {
  it('are there', () => {
    expect(clean.length).toBeGreaterThanOrEqual(4)
  })

  it.each(clean)('$name keeps every word', ({ text }) => {
    const { value } = repairText(text, { mode: 'auto', model })
    expect(value.changes.filter((change) => change.method !== 'form')).toEqual([])
    expect(value.changes.length).toBeLessThan(5)
  })
})
