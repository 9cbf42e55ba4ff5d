import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRecognition } from '../../../pipelines/engines/recognition.js'
import type { RecognisedWord } from '../../../schemas/recogniser.js'
import { spotsIn } from '../../../src/extract/image/prepare/ink-bounds.js'
import { pixelBox } from '../../../src/extract/image/prepare/picture-parts.js'
import { type PreparedPage, preparePage } from '../../../src/extract/image/prepare/prepare-page.js'
import { rereadRoman } from '../../../src/extract/image/recognise/roman-numbers.js'
import { findGrids } from '../../../src/extract/page/grid.js'
import { around } from '../../../src/extract/page/ink.js'
import { picturesOf } from './pictures.js'

const engine = openRecognition({ workers: 1 })
afterAll(() => engine.close())

/** Between a cell's rules and its text, in points. */
const margin = 4
let page: PreparedPage
let code: RecognisedWord['box']

/** The ink of the code '1.2': the fourth row of the table on the second page. */
beforeAll(async () => {
  const picture = (await picturesOf('gia-nghia-mild-200.pdf'))[1]
  if (picture === undefined) throw new Error('no second page')
  page = preparePage(picture.image, picture.dpi ?? 200)
  const cell = findGrids(page.rules)[0]?.cells.find(({ row, column }) => row === 3 && column === 0)
  const [left, top, right, bottom] = cell?.box ?? [0, 0, 0, 0]
  const inner = [left + margin, top + margin, right - margin, bottom - margin] as const
  const ink = around(spotsIn(page.grey, pixelBox([...inner], page.grey, page.dpi, 0)))
  code = ink.map((edge) => (edge * 72) / page.dpi) as typeof code
})

/** A word that the engine for words gave for the code. */
function read(confidence: number): RecognisedWord {
  return { text: 'II', box: code, baseline: code[3], height: 11, confidence, line: 1 }
}

describe('a code that was taken for a Roman number', () => {
  it('is what the engine for numbers reads, where it is the surer one', async () => {
    const [word] = await rereadRoman(page, [read(0.11)], engine)
    expect(word?.text).toBe('1.2')
    expect(word?.confidence).toBeGreaterThan(0.5)
  })

  it('stays a Roman number where that one was sure', async () => {
    expect((await rereadRoman(page, [read(0.999)], engine))[0]?.text).toBe('II')
  })
})
