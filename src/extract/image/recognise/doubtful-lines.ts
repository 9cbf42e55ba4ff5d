import type { RecognisedWord, Recogniser } from '../../../../schemas/recogniser.js'
import type { GridCell } from '../../page/grid.js'
import { around, type Box } from '../../page/ink.js'
import { usualHeight } from '../prepare/dust.js'
import { cut, pixelBox, smoothed } from '../prepare/picture-parts.js'
import { inPoints } from '../prepare/points.js'
import type { PreparedPage } from '../prepare/prepare-page.js'
import { type PrintedLine, printedLines } from '../rules/printed-lines.js'
import { settleLine } from './two-readings.js'

/** Below this, a word is looked at again; where a speck meets a letter, the engine gives it nearly none. */
const doubtfulBelow = 0.8
/** From a line's foot upwards and downwards, in shares of its height: marks of capitals, tails of letters. */
const strip = [1.15, 0.3] as const
/** Words whose foot is farther away, in shares of the height, are the next line's. */
const otherLine = 0.45
/** Room at both ends of a line that stands in no cell. */
const room = 0.5

/**
 * Looking for words all over a table or a page, the engine loses some: dust that touches a letter spoils the whole word.
 * A line with doubtful words is read again by itself, from a smoothed picture; of each word the surer reading is kept.
 * `settled` words are known. Words of one line in one cell get the same line number.
 */
export async function rereadDoubtful(
  page: PreparedPage,
  cells: readonly GridCell[],
  words: readonly RecognisedWord[],
  recogniser: Recogniser,
  settled: ReadonlySet<RecognisedWord> = new Set(),
): Promise<RecognisedWord[]> {
  const open = words.filter((word) => !settled.has(word))
  const result = words.filter((word) => settled.has(word))
  const height = usualHeight(words)
  for (const line of printedLines(open, cells)) {
    const asked = needsLook(line) ? await readAgain(page, line, height, recogniser) : []
    const read = asked.length === 0 ? line.words : settleLine(line.words, asked)
    const number = line.words[0]?.line ?? 0
    result.push(...(line.cell === null ? read : read.map((word) => ({ ...word, line: number }))))
  }
  return result
}

/** Signs alone, and a full stop before a small letter, are dust more often than print. */
function needsLook({ words }: PrintedLine): boolean {
  return words.some(
    (word, index) =>
      word.confidence < doubtfulBelow ||
      !/[\p{L}\d]/u.test(word.text) ||
      (/[.:;]$/u.test(word.text) && /^\p{Ll}/u.test(words[index + 1]?.text ?? '')),
  )
}

async function readAgain(
  page: PreparedPage,
  { words, cell }: PrintedLine,
  usual: number,
  recogniser: Recogniser,
): Promise<RecognisedWord[]> {
  const unit = 72 / page.dpi
  const height = heightOf(words, usual)
  const foot = Math.max(...words.map((word) => word.baseline))
  const [left, , right] = around(words.map((word) => word.box))
  const inner: Box = cell === null ? [0, 0, Infinity, Infinity] : inset(cell.box)
  const box = pixelBox(
    [
      cell === null ? left - room * height : inner[0],
      Math.max(inner[1], foot - strip[0] * height),
      cell === null ? right + room * height : inner[2],
      Math.min(inner[3], foot + strip[1] * height),
    ],
    page.grey,
    page.dpi,
    0,
  )
  if (box[2] - box[0] < 4 || box[3] - box[1] < 4) return []
  const paper = Math.round(page.dpi / 20)
  const picture = smoothed(cut(page.grey, box, paper))
  const read = await recogniser.recognise(picture, 'line', page.dpi)
  const again = read.words.map((word) => inPoints(word, [box[0] - paper, box[1] - paper], unit))
  return again.filter((word) => Math.abs(word.baseline - foot) < otherLine * height)
}

/** Engines take dust and brackets for high letters: a line that looks somewhat higher than most is as high as they. */
function heightOf(words: readonly RecognisedWord[], usual: number): number {
  const own = usualHeight(words)
  return own > usual && own < 2 * usual ? usual : own
}

/** Without the rules around a cell. */
function inset(box: Box): Box {
  const edge = 2.5
  return [box[0] + edge, box[1] + edge, box[2] - edge, box[3] - edge]
}
