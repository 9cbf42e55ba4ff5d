import type { GreyPicture } from '../../schemas/picture.js'
import type { Recognition, RecognitionMode } from '../../schemas/recogniser.js'

/** Modes for one number, which the engine for figures reads. */
export function isNumeric(mode: RecognitionMode): boolean {
  return mode === 'figures' || mode === 'labels'
}

/** Learning would make what is read depend on what was read before. */
const oneNumber = {
  tessedit_pageseg_mode: '7',
  classify_enable_learning: '0',
  classify_enable_adaptive_matcher: '0',
  tessedit_enable_doc_dict: '0',
}

/** Pictures are dark on light: what is read unsurely is dust or worn, and is not read once more as light on dark. */
const darkOnLight = { tessedit_do_invert: '0' }

/** Tesseract's settings for each mode: page segmentation, and what may be read. */
export const settingsOf: Record<RecognitionMode, Record<string, string>> = {
  text: { ...darkOnLight, tessedit_pageseg_mode: '3' },
  cells: { ...darkOnLight, tessedit_pageseg_mode: '11' },
  line: { tessedit_pageseg_mode: '7' },
  figures: { ...oneNumber, tessedit_char_whitelist: '0123456789.,' },
  labels: { ...oneNumber, tessedit_char_whitelist: '0123456789.,/IVX' },
}

/** A grey picture as a PGM file, which every build of Leptonica reads. */
export function pgmOf(picture: GreyPicture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${picture.width} ${picture.height}\n255\n`)
  const file = new Uint8Array(head.length + picture.data.length)
  file.set(head)
  file.set(picture.data, head.length)
  return file
}

export function failed(failure: string): Recognition {
  return { words: [], failure }
}
