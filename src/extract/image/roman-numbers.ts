import type { RecognisedWord } from '../../../schemas/recognition.js'
import type { Recogniser } from '../recogniser.js'
import { inkBounds, pixelBox } from './picture-parts.js'
import type { PreparedPage } from './prepare-page.js'
import { readNumber } from './single-words.js'

/** A Roman number by itself, as the words' engine gives it: it loses strokes ('II.' becomes 'I.'). */
const candidate = /^\(?[IVX1l]*[IVX][IVX1l]*[.,;:)]?$/u
const canonical = /^X{0,3}(?:IX|IV|V?I{0,3})$/u

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
  const bounds = inkBounds(page.grey, pixelBox(word.box, page.grey, page.dpi, 2))
  if (bounds === null) return word
  const { text, confidence } = await readNumber(page, bounds, 'labels', recogniser)
  const number = text.replace(/[.,]$/u, '')
  if (number === '' || !canonical.test(number)) return word
  const [, before = '', printed = '', after = ''] = /^(\(?)([IVX1l]+)(.*)$/u.exec(word.text) ?? []
  if (printed === number) return { ...word, confidence: Math.max(word.confidence, confidence) }
  return { ...word, text: before + number + after, confidence: Math.min(word.confidence, confidence) }
}
