/**
 * Letters of other scripts that a reader cannot tell from Latin ones, and the Latin letters (Icelandic ð, African Ɖ)
 * that stand for đ in badly converted text.
 */

const cyrillic = 'АВСЕНІЈКМОРЅТХУаеіјорсѕухһԁԛԝ'
const cyrillicLatin = 'ABCEHIJKMOPSTXYaeijopcsyxhdqw'
const greek = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικυ'
const greekLatin = 'ABEZHIKMNOPTYXoviku'

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((letter, index) => [letter, to.charAt(index)])
}

const alike = new Map([...pairs(cyrillic, cyrillicLatin), ...pairs(greek, greekLatin)])

/** Small Cyrillic letters that look like small capitals or that a typist takes for the Latin letter of their sound. */
const alikeInLatinWord = new Map([...alike, ...pairs('ткмнвп', 'tkmhbn')])
const alikeBySound = new Map([...alike, ...pairs('ткмп', 'tkmp')])

const latin = /\p{Script=Latin}/u
const marks = /\p{M}/u

function replaced(word: string, map: ReadonlyMap<string, string>): string | null {
  let out = ''
  for (const letter of word.normalize('NFD')) {
    const other = latin.test(letter) || marks.test(letter) ? letter : map.get(letter)
    if (other === undefined) return null
    out += other
  }
  return out.normalize('NFC')
}

/** A word that mixes Latin letters with look-alikes, in Latin letters; null where a letter looks like none. */
export function latinOfMixed(word: string): string | null {
  return replaced(word, alikeInLatinWord)
}

/** Readings in Latin letters of a word that has no Latin letter at all, the likelier one first. */
export function latinOfForeign(word: string): string[] {
  return [replaced(word, alike), replaced(word, alikeBySound)].filter((reading) => reading !== null)
}
