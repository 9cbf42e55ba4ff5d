import { describe, expect, it } from 'vitest'
import type { RecognisedWord } from '../../../schemas/recogniser.js'
import { partGlued } from '../../../src/extract/image/recognise/glued-words.js'

function word(text: string): RecognisedWord {
  return { text, box: [100, 10, 160, 22], baseline: 20, height: 12, confidence: 0.9, line: 0 }
}

describe('words that were run into each other', () => {
  it('are parted where a capital follows a small letter with a mark', () => {
    const parts = partGlued([word('SởY')])
    expect(parts.map(({ text }) => text)).toEqual(['Sở', 'Y'])
    expect(parts[0]?.box[2]).toBeLessThan(parts[1]?.box[0] ?? 0)
    expect(partGlued([word('phốHà'), word('tế')]).map(({ text }) => text)).toEqual(['phố', 'Hà', 'tế'])
  })

  it('are left whole where capitals belong inside', () => {
    for (const text of ['VNeID', 'NĐ-CP', 'ỦY', 'QĐ-UBND', 'iOffice', 'GTĐT'])
      expect(partGlued([word(text)]).map((part) => part.text)).toEqual([text])
  })
})
