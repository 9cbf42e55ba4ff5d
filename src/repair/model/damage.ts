import { accentedShare, syllables, vietnameseShare } from '../../language/letters.js'
import type { LanguageModel } from '../../language/model/language-model.js'
import { plain } from '../../language/plain.js'
import { isSyllable } from '../../language/syllable.js'

/**
 * What happened to a text: nothing that matters here ('none': clean Vietnamese, another language, too little to tell),
 * its marks were left out ('stripped'), or it was recognised as another language ('garbled': marks became letters,
 * digits and signs).
 */
export type Damage = 'none' | 'stripped' | 'garbled'

/** Clean Vietnamese has letters of its own in half of its words. */
const cleanShare = 0.15
/** Stripped text has hardly a mark, and its words are syllables but for names and abbreviations. */
const strippedMarks = 0.03
const strippedSyllables = 0.75
/** Garbled text still has many words that are syllables without their marks. */
const garbledSyllables = 0.4
const fewestWords = 5

/** Judges a stretch of text, such as a page. */
export function judgeDamage(text: string, model: LanguageModel): Damage {
  if (vietnameseShare(text) >= cleanShare) return 'none'
  const words = syllables(text).filter((word) => word.length > 1)
  if (words.length < fewestWords) return 'none'
  const known = knownShare(words, model)
  if (accentedShare(text) <= strippedMarks) return known >= strippedSyllables ? 'stripped' : 'none'
  return known >= garbledSyllables ? 'garbled' : 'none'
}

function knownShare(words: readonly string[], model: LanguageModel): number {
  const verdicts = new Map<string, boolean>()
  let known = 0
  for (const word of words) {
    let verdict = verdicts.get(word)
    if (verdict === undefined) {
      verdict = isKnown(word, model)
      verdicts.set(word, verdict)
    }
    if (verdict) known++
  }
  return known / words.length
}

/** Whether a word, its marks aside, is a Vietnamese syllable of the model or an abbreviation. */
function isKnown(word: string, model: LanguageModel): boolean {
  if (word.length <= 6 && word === word.toUpperCase()) return true
  const readings = model.readings.get(plain(word))
  if (readings === undefined) return false
  const [first, end] = readings
  for (let id = first; id < end; id++) if (isSyllable(model.vocabulary[id] ?? '')) return true
  return false
}
