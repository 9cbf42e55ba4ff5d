import type { RecognisedWord, Recogniser } from '../../../../schemas/recogniser.js'
import type { TableGrid } from '../../page/grid.js'
import { around, type Box, centreX, centreY } from '../../page/ink.js'
import { spotsIn } from '../prepare/ink-bounds.js'
import { cut, pixelBox } from '../prepare/picture-parts.js'
import type { PreparedPage } from '../prepare/prepare-page.js'

/** Letters are so high and wide, in shares of the size of the print: not dust, not rules. */
const height = [0.4, 2.2] as const
const width = [0.15, 8] as const
/** Lower ink above or below a word is a mark of its letters. */
const markHeight = 0.6
/** Wider spaces part words that stand alone. */
const gap = 0.6
const sure = 0.5
/** Words stand farther apart than this. */
const touching = 0.2

/**
 * A table's words are looked for anywhere, and short ones that stand alone (the last of a line that was spread over a
 * narrow column) are passed over. Ink of letters that no word covers is read by itself.
 */
export async function readUnreadInk(
  page: PreparedPage,
  grid: TableGrid,
  words: readonly RecognisedWord[],
  recogniser: Recogniser,
): Promise<RecognisedWord[]> {
  const unit = 72 / page.dpi
  const size = usualHeight(words) / unit
  let line = Math.max(0, ...words.map((word) => word.line)) + 1
  const found: RecognisedWord[] = []
  for (const cell of grid.cells) {
    const area = pixelBox(cell.box, page.grey, page.dpi, -2.5 / unit)
    const covered = words.map((word) => word.box.map((edge) => edge / unit) as Box)
    for (const box of unread(spotsIn(page.grey, area), covered, area, size)) {
      const crop = within(around([box]), area, size)
      const read = await recogniser.recognise(cut(page.grey, crop, Math.round(size / 2)), 'line', page.dpi)
      const own = read.words.filter((word) => /[\p{L}\d]/u.test(word.text) && word.confidence >= sure)
      if (own.length === 0) continue
      const word = wordAt(box, own, unit, usualHeight(words), line++)
      if (!words.some((other) => isTailOf(word, other))) found.push(word)
    }
  }
  return found
}

/** Engines draw boxes too narrow: the last letter of 'UBND' outside of its word is no word of its own. */
function isTailOf({ text, box, height: size }: RecognisedWord, word: RecognisedWord): boolean {
  const last = word.text.at(-1)?.toLowerCase() ?? ''
  const isBeside =
    Math.abs(box[0] - word.box[2]) < touching * size && Math.abs(centreY(box) - centreY(word.box)) < size / 2
  return isBeside && text.length <= 2 && /\p{L}/u.test(last) && text.toLowerCase().includes(last)
}

function usualHeight(words: readonly RecognisedWord[]): number {
  const heights = words.map((word) => word.box[3] - word.box[1]).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 10
}

/** Groups of letters side by side that no word covers. */
function unread(spots: readonly Box[], covered: readonly Box[], area: Box, size: number): Box[] {
  const isLetter = ([left, top, right, bottom]: Box): boolean =>
    bottom - top >= height[0] * size &&
    bottom - top <= height[1] * size &&
    right - left >= width[0] * size &&
    right - left <= width[1] * size &&
    left > area[0] &&
    right < area[2]
  const isCovered = (spot: Box): boolean => {
    const room = spot[3] - spot[1] < markHeight * size ? 0.5 * size : 2
    return covered.some(
      (word) =>
        centreX(spot) >= word[0] - 2 &&
        centreX(spot) <= word[2] + 2 &&
        centreY(spot) >= word[1] - room &&
        centreY(spot) <= word[3] + room,
    )
  }
  const groups: Box[] = []
  for (const spot of spots.filter((each) => isLetter(each) && !isCovered(each)).sort((a, b) => a[0] - b[0])) {
    const beside = groups.findIndex(
      (group) => spot[0] - group[2] < gap * size && spot[1] < group[3] && spot[3] > group[1],
    )
    if (beside < 0) groups.push(spot)
    else groups[beside] = around([groups[beside] as Box, spot])
  }
  return groups
}

/** With room for the marks above and below the letters, inside the cell. */
function within(box: Box, area: Box, size: number): Box {
  return [
    Math.max(area[0], Math.floor(box[0] - 0.2 * size)),
    Math.max(area[1], Math.floor(box[1] - 0.4 * size)),
    Math.min(area[2], Math.ceil(box[2] + 0.2 * size)),
    Math.min(area[3], Math.ceil(box[3] + 0.3 * size)),
  ]
}

function wordAt(
  box: Box,
  read: readonly RecognisedWord[],
  unit: number,
  height: number,
  line: number,
): RecognisedWord {
  const [left, top, right, bottom] = box.map((edge) => edge * unit) as Box
  return {
    text: read.map((word) => word.text).join(' '),
    box: [left, top, right, bottom],
    baseline: bottom,
    height,
    confidence: Math.min(...read.map((word) => word.confidence)),
    line,
  }
}
