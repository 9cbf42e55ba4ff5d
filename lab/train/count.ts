import { special } from '../../src/language/model/language-model.js'

/** Distinct n-grams in order of their words, with how often each occurs. */
export interface Counts {
  /** (u · V + v) · V + w of a trigram, v · V + w of a bigram. */
  keys: Float64Array
  counts: Uint32Array
}

/** Counts the trigrams of a text. What stands before a start does not matter, so none reaches over one. */
export function countTrigrams(text: Uint16Array, vocabularySize: number): Counts {
  const keys = new Float64Array(Math.max(0, text.length - 2))
  let found = 0
  for (let at = 2; at < text.length; at++) {
    const middle = text[at - 1] as number
    if (middle === special.start) continue
    const pair = (text[at - 2] as number) * vocabularySize + middle
    keys[found++] = pair * vocabularySize + (text[at] as number)
  }
  return runs(keys.subarray(0, found).sort())
}

/** Counts the bigrams of a text. */
export function countBigrams(text: Uint16Array, vocabularySize: number): Counts {
  const keys = new Float64Array(Math.max(0, text.length - 1))
  for (let at = 1; at < text.length; at++) {
    keys[at - 1] = (text[at - 1] as number) * vocabularySize + (text[at] as number)
  }
  return runs(keys.sort())
}

function runs(sorted: Float64Array): Counts {
  let distinct = 0
  for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) distinct++
  const keys = new Float64Array(distinct)
  const counts = new Uint32Array(distinct)
  let entry = -1
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) keys[++entry] = sorted[at] as number
    counts[entry] = (counts[entry] as number) + 1
  }
  return { keys, counts }
}
