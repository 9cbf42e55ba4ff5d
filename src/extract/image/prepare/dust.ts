import type { RecognisedWord } from '../../../../schemas/recogniser.js'
import { spotsIn } from './ink-bounds.js'
import { pixelBox } from './picture-parts.js'
import type { PreparedPage } from './prepare-page.js'

/** No letter is smaller in both directions, in shares of the size of the print; a hyphen is as wide. */
const smallest = 0.26
const quotes = /^["'’“”«»]+$/u

/** Words whose ink is nowhere as large as a letter are dust, whatever the engine made of them. */
export function withoutDust(page: PreparedPage, words: readonly RecognisedWord[]): RecognisedWord[] {
  const size = usualHeight(words)
  return words.filter((word) => {
    if (word.text.length > 3 || quotes.test(word.text)) return true
    const box = pixelBox(word.box, page.grey, page.dpi, 1)
    const least = (smallest * size * page.dpi) / 72
    return spotsIn(page.grey, box).some(
      ([left, top, right, bottom]) => Math.max(right - left, bottom - top) >= least,
    )
  })
}

/** The height of most words' lines, in points. */
export function usualHeight(words: readonly RecognisedWord[]): number {
  const heights = words.map((word) => word.height).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 10
}
