import type { Repair } from '../../../schemas/repair.js'
import { withoutMarks } from '../../language/plain.js'
import { isSyllable } from '../../language/syllable.js'
import { latinOfForeign, latinOfMixed } from './look-alikes.js'

/** A text in normal form, and what was changed beyond Unicode composition and the kind of its spaces. */
export interface Formed {
  text: string
  repairs: Repair[]
}

const needsCare =
  /[^\p{ASCII}\u00c0-\u00cf\u00d1-\u00ef\u00f1-\u017f\u01a0-\u01b0\u1ea0-\u1ef9\u2010-\u2027]/u
const otherSpace = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu
const ligature = /[\ufb00-\ufb06]/gu
const word = /[\p{L}\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/gu
const foreignLetter = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const latinLetter = /\p{Script=Latin}/u
const eth = /[\u00d0\u0189\u00f0]/u

/**
 * Normal form: letters composed, spaces plain, nothing invisible inside words, look-alike letters of other scripts in
 * Latin words replaced by the Latin ones. The wording and the place of tone marks stay as printed.
 */
export function normalizeForm(text: string): Formed {
  if (!needsCare.test(text)) return { text, repairs: [] }
  const composed = text.normalize('NFC').replace(otherSpace, ' ')
  const latinText = isLatin(composed)
  const repairs: Repair[] = []
  const clean = composed.replace(word, (found) => {
    const to = normalizeWord(found, latinText)
    if (to !== found) repairs.push({ from: found, to, method: 'form', confidence: 1, alternatives: [] })
    return to
  })
  return { text: clean, repairs }
}

/** Whether a text is written in Latin letters, with few of other scripts among them. */
function isLatin(text: string): boolean {
  let latin = 0
  let foreign = 0
  for (const letter of text) {
    if (latinLetter.test(letter)) latin++
    else if (foreignLetter.test(letter)) foreign++
  }
  return latin > 3 * foreign
}

function normalizeWord(found: string, latinText: boolean): string {
  const visible = found
    .replace(invisible, '')
    .replace(ligature, (letters) => letters.normalize('NFKC'))
    .normalize('NFC')
  if (eth.test(visible)) return withDStroke(visible)
  if (!foreignLetter.test(visible)) return visible
  if (latinLetter.test(visible)) return latinOfMixed(visible) ?? visible
  return latinText ? (latinOfForeign(visible).find(looksVietnamese) ?? visible) : visible
}

/** Đ for the letters that look like it, in words that are Vietnamese with it. */
function withDStroke(visible: string): string {
  const changed = visible.replace(/[\u00d0\u0189]/gu, 'Đ').replace(/\u00f0/gu, 'đ')
  return looksVietnamese(changed) ? changed : visible
}

/** Built like a syllable (whatever its tone), or capitals of an abbreviation. */
function looksVietnamese(candidate: string): boolean {
  if (/^[A-ZĐ]{2,}$/u.test(candidate)) return true
  return isSyllable(candidate) || (candidate.length > 1 && isSyllable(withStopTone(candidate)))
}

/** A syllable that ends in a stop has a tone; a stripped or foreign one may lack it. */
function withStopTone(candidate: string): string {
  return withoutMarks(candidate) === candidate ? candidate.replace(/[aeiouy]/iu, '$&\u0301') : candidate
}
