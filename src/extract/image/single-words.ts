import type { Recognition, RecognitionMode } from '../../../schemas/recognition.js'
import type { Box } from '../pdf/ink.js'
import type { Recogniser } from '../recogniser.js'
import { cut, scaled } from './picture-parts.js'
import type { PreparedPage } from './prepare-page.js'
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
): Promise<ReadNumber> {
  // The edges of the signs are paler than what their box was told by.
  const edge = Math.round(dpi / 66)
  const wide: Box = [
    Math.max(0, box[0] - edge),
    Math.max(0, box[1] - edge),
    Math.min(grey.width, box[2] + edge),
    Math.min(grey.height, box[3] + edge),
  ]
  const picture = scaled(cut(grey, wide, Math.round(dpi / 20)), numberDpi / dpi)
  const { words, failure }: Recognition = await recogniser.recognise(picture, mode, numberDpi)
  return {
    text: words.map((word) => word.text).join(''),
    confidence: words.length === 0 ? 0 : Math.min(...words.map((word) => word.confidence)),
    failure,
  }
}

const strokes = /^1{1,3}[.,]?$/u

/**
 * Reads a part of the page as one number. The engine for figures takes the strokes of a Roman number for ones: their
 * shape tells.
 */
export async function readLabel(page: PreparedPage, box: Box, recogniser: Recogniser): Promise<ReadNumber> {
  const read = await readNumber(page, box, 'figures', recogniser)
  if (!strokes.test(read.text) || !areRomanStrokes(page.grey, box)) return read
  return { ...read, text: read.text.replaceAll('1', 'I') }
}

/** A Roman number as they are printed, up to XXXIX. */
export function isRoman(text: string): boolean {
  return /^(?=.)X{0,3}(?:IX|IV|V?I{0,3})$/u.test(text)
}
