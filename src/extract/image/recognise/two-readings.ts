import type { RecognisedWord } from '../../../../schemas/recogniser.js'
import { around } from '../../page/ink.js'

/** Of the narrower one's width, so much lies over the other where both are the same word. */
const sameShare = 0.4
/** What only one reading knows: less is dust, more is print that the other one lost. */
const dust = 0.5
const lost = 0.85
/** What a second reading says against the first one tells that the place is hard to read. */
const contested = 0.9

const lettered = /[\p{L}\d]/u

interface Place {
  first: RecognisedWord[]
  second: RecognisedWord[]
}

/**
 * Two readings of one line → its words: what both read alike is sure; elsewhere the surer reading is taken, and the
 * doubt stays in its confidence.
 */
export function settleLine(
  first: readonly RecognisedWord[],
  second: readonly RecognisedWord[],
): RecognisedWord[] {
  return placesOf(first, second).flatMap((place) => settlePlace(place))
}

/** Words that lie over each other, from left to right. */
function placesOf(first: readonly RecognisedWord[], second: readonly RecognisedWord[]): Place[] {
  const places: Place[] = first.map((word) => ({ first: [word], second: [] }))
  for (const word of second) {
    const own = places.filter((place) =>
      [...place.first, ...place.second].some((other) => overlap(word, other)),
    )
    const [home, ...others] = own
    if (home === undefined) {
      places.push({ first: [], second: [word] })
      continue
    }
    home.second.push(word)
    for (const other of others) {
      home.first.push(...other.first)
      home.second.push(...other.second)
      places.splice(places.indexOf(other), 1)
    }
  }
  const left = ({ first: one, second: two }: Place): number =>
    around([...one, ...two].map(({ box }) => box))[0]
  return places.sort((a, b) => left(a) - left(b))
}

function overlap(one: RecognisedWord, two: RecognisedWord): boolean {
  const shared = Math.min(one.box[2], two.box[2]) - Math.max(one.box[0], two.box[0])
  return shared > sameShare * Math.min(one.box[2] - one.box[0], two.box[2] - two.box[0])
}

function settlePlace({ first, second }: Place): RecognisedWord[] {
  const [one, two] = [sureness(first), sureness(second)]
  const hasLetters = [...first, ...second].some((word) => lettered.test(word.text))
  if (second.length === 0) return hasLetters ? first.filter((word) => word.confidence >= dust) : []
  if (first.length === 0) return second.filter((word) => word.confidence >= lost && lettered.test(word.text))
  if (alike(first) === alike(second))
    return first.map((word) => ({ ...word, confidence: Math.max(word.confidence, two) }))
  if (!hasLetters) return []
  if (withoutStop(first) === textOf(second)) return asFirst(first, second)
  return two > one
    ? asFirst(first, second)
    : first.map((word) => ({ ...word, confidence: word.confidence * contested }))
}

/** Dashes are told apart by their width later. */
function alike(words: readonly RecognisedWord[]): string {
  return textOf(words).replace(/[–—]/gu, '-')
}

/** A mark that one reading only sees behind a word is dust. */
function withoutStop(words: readonly RecognisedWord[]): string {
  return textOf(words).replace(/[.:;]$/u, '')
}

/** The second reading's words, in the line of the first. */
function asFirst(first: RecognisedWord[], second: RecognisedWord[]): RecognisedWord[] {
  const [home] = first
  return second.map((word) => ({
    ...word,
    baseline: home?.baseline ?? word.baseline,
    height: home?.height ?? word.height,
    line: home?.line ?? word.line,
  }))
}

function sureness(words: readonly RecognisedWord[]): number {
  return Math.min(1, ...words.map((word) => word.confidence))
}

function textOf(words: readonly RecognisedWord[]): string {
  return words.map((word) => word.text).join(' ')
}
