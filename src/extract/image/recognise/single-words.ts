import type { GreyPicture } from '../../../../schemas/picture.js'
import type { Recogniser, Recognition, RecognitionMode } from '../../../../schemas/recogniser.js'
import type { Box } from '../../page/ink.js'
import { withoutHighSpecks } from '../prepare/high-specks.js'
import { cut, scaled, smoothed } from '../prepare/picture-parts.js'
import type { PreparedPage } from '../prepare/prepare-page.js'
import { areRomanStrokes } from './roman-strokes.js'

/** The engine for single numbers was trained on print of this resolution. */
const numberDpi = 300

export interface ReadNumber {
  text: string
  confidence: number
  failure: string | null
}

/** Reads a part of the page, `box` in pixels, as one number. */
export async function readNumber(
  { grey, dpi }: PreparedPage,
  box: Box,
  mode: Extract<RecognitionMode, 'figures' | 'labels'>,
  recogniser: Recogniser,
  prepare: (picture: GreyPicture) => GreyPicture = (picture) => picture,
): Promise<ReadNumber> {
  // The edges of the signs are paler than what their box was told by.
  const edge = Math.round(dpi / 66)
  const wide: Box = [
    Math.max(0, box[0] - edge),
    Math.max(0, box[1] - edge),
    Math.min(grey.width, box[2] + edge),
    Math.min(grey.height, box[3] + edge),
  ]
  const number = withoutHighSpecks(cut(grey, wide, Math.round(dpi / 20)))
  const picture = scaled(prepare(number), numberDpi / dpi)
  const { words, failure }: Recognition = await recogniser.recognise(picture, mode, numberDpi)
  return {
    text: words.map((word) => word.text).join(''),
    confidence: words.length === 0 ? 0 : Math.min(...words.map((word) => word.confidence)),
    failure,
  }
}

const strokes = /^1{1,3}[.,]?$/u
/** A number as it is printed: a dot before it is dust. */
const wellFormed = /^\d+(?:[.,]\d+)*[.,]?$/u
/** Numbers that are read with less are read again, from a smoothed picture. */
const sure = 0.75

/**
 * Reads a part of the page as one number. The engine for figures takes the strokes of a Roman number for ones: where
 * Roman numbers may stand (`romanToo`: among the codes, not among the scores), their shape tells.
 */
export async function readLabel(
  page: PreparedPage,
  box: Box,
  romanToo: boolean,
  recogniser: Recogniser,
): Promise<ReadNumber> {
  const read = await readTwice(page, box, recogniser)
  if (!romanToo || !strokes.test(read.text) || !areRomanStrokes(page.grey, box)) return read
  return { ...read, text: read.text.replaceAll('1', 'I') }
}

async function readTwice(page: PreparedPage, box: Box, recogniser: Recogniser): Promise<ReadNumber> {
  const first = await readNumber(page, box, 'figures', recogniser)
  if (first.failure !== null || worthOf(first) >= sure) return first
  const second = await readNumber(page, box, 'figures', recogniser, smoothed)
  const better = worthOf(second) > worthOf(first) ? second : first
  const agree = first.text === second.text
  return { ...better, confidence: agree ? better.confidence : Math.min(better.confidence, contested) }
}

/** Two readings of one number that differ leave it doubtful. */
const contested = 0.55

function worthOf({ text, confidence }: ReadNumber): number {
  return wellFormed.test(text) ? confidence : confidence - 1
}
