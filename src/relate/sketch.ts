import { foldWords } from '../language/letters.js'

/** How many hashes a sketch holds: the likeness of two documents is then known to about ± 0.03. */
const sketchSize = 256

/**
 * The least hashes of the pairs of neighbouring words of a document, marks and signs left aside (a bottom-k sketch after
 * Broder). Rising, without repetition.
 */
export function sketchOf(texts: readonly string[]): number[] {
  const hashes = new Set<number>()
  for (const text of texts) {
    const words = foldWords(text).split(' ')
    for (let index = 1; index < words.length; index++) hashes.add(hash(`${words[index - 1]} ${words[index]}`))
  }
  return leastOf([...hashes])
}

/** The sketch of two texts taken together. */
export function unionOf(a: readonly number[], b: readonly number[]): number[] {
  return leastOf([...new Set([...a, ...b])])
}

/** Estimates what share of the word pairs of either document is in both (Jaccard), 0–1. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const least = unionOf(a, b)
  if (least.length === 0) return 0
  const [left, right] = [new Set(a), new Set(b)]
  return least.filter((value) => left.has(value) && right.has(value)).length / least.length
}

function leastOf(hashes: number[]): number[] {
  return hashes.sort((a, b) => a - b).slice(0, sketchSize)
}

/** FNV-1a with 32 bits, stirred once more so that the least values are spread evenly. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
