import type { Chunk } from '../../language/ocr-chunks.js'
import type { GarbledWords } from './garbled-words.js'

/** Chunks `first` up to `end`, which stand between two blanks as `raw`. */
export interface DestroyedPiece {
  first: number
  end: number
  raw: string
}

/** What is longer was more than one syllable. */
const longestDestroyed = 8
/** Signs that no word has inside. */
const destroyedMark = /[^\p{L}\d\s.,/-]|\p{L}[.,]\p{L}/u
/** Abbreviations and codes are words nobody has to know. */
const abbreviation = /^[\p{Lu}\d&.-]+$/u

/** Names begin with a capital and can be said: vowels, and no more than two other letters together. */
const titled = /^\p{Lu}\p{Ll}+$/u
const consonants = /[bcdfghjklmnpqrstvwxz]{3}/iu
const vowel = /[aeiouy\u00c0-\u1ef9]/iu

/** Pieces of `text`, which stands at `offset`, whose letters hardly any word explains, without marks at their edges. */
export function destroyedPieces(
  text: string,
  offset: number,
  chunks: readonly Chunk[],
  words: GarbledWords,
): DestroyedPiece[] {
  const textOf = (first: Chunk, last: Chunk): string =>
    text.slice(first.start - offset, last.start - offset + last.text.length)
  const goesOn = (index: number): boolean =>
    index < chunks.length && !/\s/u.test(textOf(chunks[index - 1] as Chunk, chunks[index] as Chunk))
  const pieces: DestroyedPiece[] = []
  for (let open = 0, close = 1; open < chunks.length; open = close++) {
    while (goesOn(close)) close++
    let [first, end] = [open, close]
    while (first < end && isMark(chunks[first])) first++
    while (end > first && isMark(chunks[end - 1])) end--
    const own = chunks.slice(first, end)
    if (own.length === 0 || own.some(({ kind }) => kind === 'code' || kind === 'verbatim')) continue
    const raw = textOf(own[0] as Chunk, own.at(-1) as Chunk)
    if (isDestroyed(raw, own.length, words)) pieces.push({ first, end, raw })
  }
  return pieces
}

function isDestroyed(raw: string, chunks: number, words: GarbledWords): boolean {
  if (raw.length > longestDestroyed || !/\p{L}/u.test(raw) || abbreviation.test(raw)) return false
  if (chunks > 1) return destroyedMark.test(raw)
  return words.isSuspicious(raw) && !(titled.test(raw) && vowel.test(raw) && !consonants.test(raw))
}

function isMark(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'stop' || chunk?.kind === 'comma'
}
