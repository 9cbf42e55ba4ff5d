import type { Recognition, RecognitionMode } from '../../../schemas/recognition.js'
import type { Box } from '../pdf/ink.js'
import type { Recogniser } from '../recogniser.js'
import { cut, scaled } from './picture-parts.js'
import type { PreparedPage } from './prepare-page.js'

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
  const picture = scaled(cut(grey, box, Math.round(dpi / 20)), numberDpi / dpi)
  const { words, failure }: Recognition = await recogniser.recognise(picture, mode, numberDpi)
  return {
    text: words.map((word) => word.text).join(''),
    confidence: words.length === 0 ? 0 : Math.min(...words.map((word) => word.confidence)),
    failure,
  }
}
