import type { RecognisedWord } from '../../../schemas/recognition.js'
import { around, type Box } from '../pdf/ink.js'
import type { Recogniser } from '../recogniser.js'
import { inkBounds, spotsIn } from './ink-bounds.js'
import { pixelBox } from './picture-parts.js'
import type { PreparedPage } from './prepare-page.js'
import { areRomanStrokes } from './roman-strokes.js'
import { isRoman, readNumber } from './single-words.js'

/**
 * A Roman number by itself or before a year, as the words' engine gives it: it loses strokes ('II.' becomes 'I.') or
 * takes them for figures ('I/2023' becomes '1/2023').
 */
const candidate = /^\(?(?:[IVX1l]*[IVX][IVX1l]*|I?H{1,2}I?|[IVX1l]{1,4}(?=\/\d{4}))(?:\/\d{4})?[.,;:)]?$/u

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
  for (const word of words)
    result.push(candidate.test(word.text) ? await reread(page, word, recogniser) : word)
  return result
}

async function reread(
  page: PreparedPage,
  word: RecognisedWord,
  recogniser: Recogniser,
): Promise<RecognisedWord> {
  const box = pixelBox(word.box, page.grey, page.dpi, 2)
  const bounds = inkBounds(page.grey, box, box[3] - box[1])
  if (bounds === null) return word
  const { text, confidence } = await readNumber(page, bounds, 'labels', recogniser)
  if (process.env.DBGN) console.log('ROMAN', word.text, word.confidence, '=>', text, confidence)
  const [read = '', year] = text.replace(/[.,]$/u, '').split('/')
  const number = withStrokes(page, bounds, read)
  const [, before = '', printed = '', after = ''] = /^(\(?)([IVX1lH]+)(.*)$/u.exec(word.text) ?? []
  if (!isRoman(number) || (year !== undefined && !after.includes(year))) return word
  // Two strokes are taken for an H; that one hangs together.
  if (printed.includes('H') && tallSpots(page, bounds) !== number.length) return word
  if (printed === number) return { ...word, confidence: Math.max(word.confidence, confidence) }
  return { ...word, text: before + number + after, confidence: Math.min(word.confidence, confidence) }
}

/** The engine takes strokes for ones even among Roman numbers: their shape tells. */
function withStrokes({ grey }: PreparedPage, bounds: Box, read: string): string {
  if (!/^1{1,3}$/u.test(read)) return read
  const least = 0.6 * (bounds[3] - bounds[1])
  const tall = spotsIn(grey, bounds).filter((spot) => spot[3] - spot[1] > least)
  const strokes = tall.sort((a, b) => a[0] - b[0]).slice(0, read.length)
  return strokes.length === read.length && areRomanStrokes(grey, around(strokes))
    ? 'I'.repeat(read.length)
    : read
}

function tallSpots({ grey }: PreparedPage, bounds: Box): number {
  const least = 0.6 * (bounds[3] - bounds[1])
  return spotsIn(grey, bounds).filter((spot) => spot[3] - spot[1] > least).length
}
