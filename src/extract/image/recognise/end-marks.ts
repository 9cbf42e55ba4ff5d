import type { RecognisedWord } from '../../../../schemas/recogniser.js'
import type { GridCell } from '../../page/grid.js'
import type { Box } from '../../page/ink.js'
import { usualHeight } from '../prepare/dust.js'
import { spotsIn } from '../prepare/ink-bounds.js'
import { pixelBox } from '../prepare/picture-parts.js'
import type { PreparedPage } from '../prepare/prepare-page.js'
import { type PrintedLine, printedLines } from '../rules/printed-lines.js'

/** What stands at the foot of the line behind a word's last letter; 'some': ink, but no clear point or comma. */
export type EndMark = 'none' | 'some' | 'point' | 'comma' | 'low comma'

/** Sizes and places in shares of the height of the line; places from its foot, downwards. */
const shape = {
  wide: [0.06, 0.19],
  pointHigh: [0.06, 0.155],
  pointFoot: [-0.12, 0.012],
  commaHigh: [0.11, 0.34],
  commaFoot: [-0.12, 0.2],
  /** Of this height or depth, it is no point in any case. */
  surelyComma: [0.165, 0.045],
  /** A mark begins in the lowest part of its letters. */
  top: [-0.3, -0.03],
} as const
/** How far before the end of a word's box, and behind it, its mark may stand. */
const reach = [0.3, 0.4] as const
/** Where the engine saw none, a mark stands this near behind the word's last letter. */
const behind = [-0.03, 0.17] as const
/** What the ink says against the engine is a little less sure than what both say. */
const settledBy = 0.95

/**
 * Points and commas are too small for the engine: it loses them at the ends of lines, takes one for the other and dust
 * for either. Their ink tells: a point stands on the foot of the line, a comma reaches below, dust seldom does either.
 * `numbers` were read by themselves.
 */
export function settleEndMarks(
  page: PreparedPage,
  cells: readonly GridCell[],
  words: readonly RecognisedWord[],
  numbers: ReadonlySet<RecognisedWord> = new Set(),
): RecognisedWord[] {
  const usual = usualHeight(words)
  return printedLines(words, cells).flatMap((line) =>
    line.words.map((word, index) =>
      numbers.has(word) ? word : settled(page, word, usual, line, line.words[index + 1]),
    ),
  )
}

const lettered = /[\p{L}\d)\]%]$/u

function settled(
  page: PreparedPage,
  word: RecognisedWord,
  usual: number,
  { cell }: PrintedLine,
  next: RecognisedWord | undefined,
): RecognisedWord {
  const [, letters = '', mark = ''] = /^(.*?)([.,]?)$/u.exec(word.text) ?? []
  if (!lettered.test(letters) || !/\p{L}{2}|\d/u.test(letters)) return word
  const right = next?.box[0] ?? (cell === null ? word.box[2] + word.height : cell.box[2] - 2.5)
  // A bracket or a speck makes a line look higher than its letters are.
  const height = Math.abs(word.height / usual - 1) < 0.4 ? usual : word.height
  const ink = endMarkOf(page, { ...word, height }, right, mark !== '')
  const text = letters + printedMark(mark, ink, next?.text ?? null)
  return text === word.text ? word : { ...word, text, confidence: word.confidence * settledBy }
}

/** `next`: the word behind it in its line. */
function printedMark(read: string, ink: EndMark, next: string | null): string {
  if (ink === 'low comma') return ','
  if (ink === 'comma') return read === '' ? ',' : read
  // Before a small letter, dust is likelier than a full stop that the engine did not see.
  if (ink === 'point') return read === '' && next !== null && /^\p{Ll}/u.test(next) ? '' : '.'
  // Between words a mark without ink is none; at a line's end it may hang on its letter.
  return ink === 'none' && next !== null && read === '.' ? '' : read
}

/** `isRead`: the engine read a mark, which its box holds then. `right`: the next thing printed. */
function endMarkOf(page: PreparedPage, word: RecognisedWord, right: number, isRead: boolean): EndMark {
  const { height, baseline } = word
  const area = pixelBox(
    [
      Math.max(word.box[0], word.box[2] - reach[0] * height),
      baseline - 0.5 * height,
      Math.min(right - 0.04 * height, word.box[2] + reach[1] * height),
      baseline + 0.4 * height,
    ],
    page.grey,
    page.dpi,
    0,
  )
  const unit = page.dpi / 72
  const [size, foot, end] = [height * unit, baseline * unit, word.box[2] * unit]
  const spots = spotsIn(page.grey, area).filter(
    (spot) => spot[0] > area[0] && spot[2] < area[2] && spot[3] < area[3] && isLow(spot, foot, size),
  )
  const alone = spots.filter((spot) => !spots.some((other) => isAbove(other, spot)))
  const marks = isRead
    ? alone
    : alone.filter(([left]) => within((left - end) / size, behind) && left > end - 2)
  for (const spot of marks) {
    const seen = markOf(spot, foot, size)
    if (seen !== null) return seen
  }
  return spots.length === 0 ? 'none' : 'some'
}

function markOf([left, top, right, bottom]: Box, foot: number, size: number): EndMark | null {
  const [wide, high, low] = [(right - left) / size, (bottom - top) / size, (bottom - foot) / size]
  if (!within(wide, shape.wide) || right - left < 2 || bottom - top < 2) return null
  if (!within((top - foot) / size, shape.top)) return null
  if (within(high, shape.pointHigh) && within(low, shape.pointFoot)) return 'point'
  if (!within(high, shape.commaHigh) || !within(low, shape.commaFoot)) return null
  return high > shape.surelyComma[0] || low > shape.surelyComma[1] ? 'low comma' : 'comma'
}

function isLow([, top, , bottom]: Box, foot: number, size: number): boolean {
  return top > foot - 0.34 * size && bottom > foot - 0.14 * size
}

/** The hook of a 'c' over its tail, the upper point of a colon. */
function isAbove(other: Box, spot: Box): boolean {
  return other !== spot && other[3] <= spot[1] && other[0] < spot[2] && other[2] > spot[0]
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high
}
