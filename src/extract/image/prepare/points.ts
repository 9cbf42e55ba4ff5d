import type { RecognisedWord } from '../../../../schemas/recogniser.js'

/** A word of a part of the page that begins at `left`, `top` → in points of the whole page; `unit`: points of a pixel. */
export function inPoints(
  word: RecognisedWord,
  [left, top]: readonly [number, number],
  unit: number,
): RecognisedWord {
  const [from, upper, to, lower] = word.box
  return {
    ...word,
    box: [(from + left) * unit, (upper + top) * unit, (to + left) * unit, (lower + top) * unit],
    baseline: (word.baseline + top) * unit,
    height: word.height * unit,
  }
}
