import type { RecognisedWord } from '../../../../schemas/recogniser.js'
import type { Box, Glyph, PageInk, Rules } from '../../page/ink.js'

/** Sizes that differ by less from the usual one are that one, measured badly. */
const sameSize = [0.66, 1.4] as const
/** Size of a typeface per height of its line from the lowest to the highest letter. */
const sizePerHeight = 1.1

/** Words in points of the page → what the page prints: every word is one sign, words of a line are parted by spaces. */
export function recognisedInk(
  words: readonly RecognisedWord[],
  rules: Rules,
  size: { width: number; height: number },
): PageInk {
  const usual = usualSize(words)
  const glyphs = words.flatMap((word, index) => {
    const before = words[index - 1]
    const glyph = glyphOf(word, usual)
    if (before === undefined || before.line !== word.line) return [glyph]
    // Boxes of words may overlap ('Sở Y'): the space stands before the second one all the same.
    const gap: Box = [Math.min(before.box[2], word.box[0]), word.box[1], word.box[0], word.box[3]]
    return [{ ...glyph, text: ' ', box: gap }, glyph]
  })
  return { ...size, glyphs, rules, images: [] }
}

function usualSize(words: readonly RecognisedWord[]): number {
  const sizes = words.map((word) => word.height * sizePerHeight).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}

function glyphOf(word: RecognisedWord, usual: number): Glyph {
  const own = word.height * sizePerHeight
  const isUsual = own > usual * sameSize[0] && own < usual * sameSize[1]
  const size = isUsual ? usual : own
  return {
    text: dashOf(word, size),
    box: word.box,
    baseline: word.baseline,
    size,
    bold: false,
    italic: false,
    hidden: false,
    turn: 0,
    confidence: word.confidence,
  }
}

/** Widths of a hyphen and a short dash, as shares of the size. */
const widestHyphen = 0.4
const widestDash = 0.75

/** Recognition confuses dashes; their width tells them apart. */
function dashOf({ text, box }: RecognisedWord, size: number): string {
  if (!/^[-–—]$/u.test(text) || size === 0) return text
  const width = (box[2] - box[0]) / size
  return width < widestHyphen ? '-' : width < widestDash ? '–' : '—'
}
