import { fold } from '../language/letters.js'

const foldedLetters = new Map<string, string>()

function foldLetter(letter: string): string {
  const known = foldedLetters.get(letter)
  if (known !== undefined) return known
  const folded = fold(letter)
  const kept = folded.length === letter.length ? folded : letter
  foldedLetters.set(letter, kept)
  return kept
}

/**
 * Like `fold`, but letter by letter, so that the result is as long as the text: what is found at a position of the
 * one stands at the same position of the other.
 */
export function foldInPlace(text: string): string {
  const quick = fold(text)
  if (quick.length === text.length) return quick
  let folded = ''
  for (const letter of text) folded += letter < '\u0080' ? letter.toLowerCase() : foldLetter(letter)
  return folded
}
