import type { RecognisedWord, Recogniser } from '../../../../schemas/recogniser.js'
import { isRoman, mayBeRoman } from '../../../language/codes.js'
import { around, type Box } from '../../page/ink.js'
import { inkBounds, spotsIn } from '../prepare/ink-bounds.js'
import { cut, pixelBox } from '../prepare/picture-parts.js'
import type { PreparedPage } from '../prepare/prepare-page.js'
import { areRomanStrokes } from './roman-strokes.js'
import { readNumber } from './single-words.js'

/** A code of several parts. */
const dotted = /^\d+(?:[.,]\d+)+[.,]?$/u

/**
 * Roman numbers are read again by the engine for numbers. What stands around the number (a full stop, a bracket) stays
 * as it was.
 */
export async function rereadRoman(
  page: PreparedPage,
  words: readonly RecognisedWord[],
  recogniser: Recogniser,
): Promise<RecognisedWord[]> {
  const result: RecognisedWord[] = []
  for (const word of words) result.push(await reread(page, word, recogniser))
  return result
}

async function reread(
  page: PreparedPage,
  word: RecognisedWord,
  recogniser: Recogniser,
): Promise<RecognisedWord> {
  const parts = mayBeRoman(word.text)
  if (parts === null) return word
  const { before, printed, after } = parts
  const box = pixelBox(word.box, page.grey, page.dpi, 2)
  const bounds = inkBounds(page.grey, box, box[3] - box[1])
  if (bounds === null) return word
  const { text, confidence } = await readNumber(page, bounds, 'labels', recogniser)
  // What the words' engine hardly read may be no Roman number at all.
  if (dotted.test(text) && confidence > word.confidence) return { ...word, text, confidence }
  const [read = '', year] = text.replace(/[.,]$/u, '').split('/')
  const number = withStrokes(page, bounds, read)
  if (!isRoman(number) || (year !== undefined && !after.includes(year))) return word
  // Two strokes are taken for an H; that one hangs together.
  if (printed.includes('H') && tallSpots(page, bounds) !== number.length) return word
  if (printed === number) return { ...word, confidence: Math.max(word.confidence, confidence) }
  return { ...word, text: before + number + after, confidence: Math.min(word.confidence, confidence) }
}

/** The engine takes strokes for ones even among Roman numbers: their shape tells. */
function withStrokes({ grey, dpi }: PreparedPage, bounds: Box, read: string): string {
  if (!/^1{1,3}$/u.test(read)) return read
  const [, top, , bottom] = bounds
  const tall = spotsIn(grey, bounds).filter((spot) => spot[3] - spot[1] > 0.6 * (bottom - top))
  const strokes = tall.sort((a, b) => a[0] - b[0]).slice(0, read.length)
  if (strokes.length < read.length) return read
  // The stroke before the year leans over them: only what stands before it is looked at.
  const [left, , right] = around(strokes)
  const next = Math.min(...spotsIn(grey, bounds).map((spot) => (spot[0] > right ? spot[0] : grey.width)))
  const room = Math.min(left, bottom - top)
  // Serifs are paler than the box of their stems tells.
  const head = Math.max(0, top - Math.round(dpi / 100))
  const picture = cut(grey, [left - room, head, Math.min(next, right + room), bottom])
  return areRomanStrokes(picture, [room, 0, room + right - left, bottom - head])
    ? 'I'.repeat(read.length)
    : read
}

function tallSpots({ grey }: PreparedPage, bounds: Box): number {
  const least = 0.6 * (bounds[3] - bounds[1])
  return spotsIn(grey, bounds).filter((spot) => spot[3] - spot[1] > least).length
}
