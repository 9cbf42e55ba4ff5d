import { isSyllable } from '../../language/syllable.js'
import { fromLegacy, type LegacyEncoding } from './legacy-encodings.js'

/**
 * Whether a text is TCVN3 or VNI shows in its words alone: as they stand the marked ones are no Vietnamese syllables,
 * once converted nearly all are. Text that has letters which neither encoding can give is Unicode already.
 */

const unicodeVietnamese = /[\u0102-\u0111\u0128-\u0129\u0168-\u0169\u01a0-\u01b0\u1ea0-\u1ef9]|\p{M}/u
const wordOfText = /[^\s!-/:-@[-`{-~\d\u2010-\u2030]+/gu
const legacyLetter = /[\u00a1-\u00ff]/u
/** Words that say nothing about the encoding: single letters, abbreviations. */
const silent = /^(?:[a-z]|[A-Z]+)$/u

/** What of a text is Vietnamese, in shares of its words. */
interface Fit {
  marked: number
  markedShare: number
  /** Of the marked words. */
  syllablesBefore: number
  syllablesAfter: number
  /** Of all words but the silent ones. */
  allAfter: number
}

function fit(words: readonly string[], encoding: LegacyEncoding): Fit {
  const judged = words.filter((word) => !silent.test(word))
  const marked = judged.filter((word) => legacyLetter.test(word))
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)
  const after = marked.filter((word) => isSyllable(fromLegacy(word, encoding))).length
  const plainSyllables = judged.filter((word) => !legacyLetter.test(word) && isSyllable(word)).length
  return {
    marked: marked.length,
    markedShare: share(marked.length, judged.length),
    syllablesBefore: share(marked.filter((word) => isSyllable(word)).length, marked.length),
    syllablesAfter: share(after, marked.length),
    allAfter: share(after + plainSyllables, judged.length),
  }
}

const encodings: readonly LegacyEncoding[] = ['TCVN3', 'VNI']

/** The legacy encoding that a text is in, or null. Needs a few words: one alone proves nothing. */
export function detectLegacy(text: string): LegacyEncoding | null {
  if (!legacyLetter.test(text) || unicodeVietnamese.test(text)) return null
  const words = text.match(wordOfText) ?? []
  const fits = encodings.map((encoding) => ({ encoding, ...fit(words, encoding) }))
  const best = fits.sort((a, b) => b.syllablesAfter - a.syllablesAfter)[0]
  if (best === undefined || best.marked < 3 || best.markedShare < 0.3) return null
  const better = best.syllablesAfter >= 0.9 && best.syllablesAfter - best.syllablesBefore >= 0.25
  return better && best.allAfter >= 0.75 ? best.encoding : null
}

/** Whether a short text of a document that is in `encoding` is in it too: conversion makes its words no worse. */
export function mayBeLegacy(text: string, encoding: LegacyEncoding): boolean {
  if (!legacyLetter.test(text) || unicodeVietnamese.test(text)) return false
  const { syllablesBefore, syllablesAfter } = fit(text.match(wordOfText) ?? [], encoding)
  return syllablesAfter >= syllablesBefore && syllablesAfter >= 0.5
}
