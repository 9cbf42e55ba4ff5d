import type { Overlap, Share } from '../../schemas/evaluation/comparison.js'
import { letterDistance } from '../language/align.js'

/** So many right of so many; nothing to judge counts as right. */
export function share(right: number, of: number): Share {
  return { right, of, share: of === 0 ? 1 : right / of }
}

/** Precision, recall and their harmonic mean from three counts. */
export function overlap(matched: number, expected: number, got: number): Overlap {
  const precision = got === 0 ? (expected === 0 ? 1 : 0) : matched / got
  const recall = expected === 0 ? (got === 0 ? 1 : 0) : matched / expected
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { matched, expected, got, precision, recall, f1 }
}

/** 1 − Levenshtein distance / longer length; two blank texts are alike. */
export function similarity(left: string, right: string): number {
  if (left === right) return 1
  const longer = Math.max(left.length, right.length)
  return 1 - letterDistance(left, right) / longer
}

/** What two bags of keys share, and what each has alone, in the order they came. */
export interface BagDifference {
  matched: string[]
  onlyExpected: string[]
  onlyGot: string[]
}

/** Compares two lists as multisets. */
export function compareBags(expected: readonly string[], got: readonly string[]): BagDifference {
  const left = new Map<string, number>()
  for (const key of got) left.set(key, (left.get(key) ?? 0) + 1)
  const matched: string[] = []
  const onlyExpected: string[] = []
  for (const key of expected) {
    const count = left.get(key) ?? 0
    if (count > 0) {
      left.set(key, count - 1)
      matched.push(key)
    } else onlyExpected.push(key)
  }
  const onlyGot: string[] = []
  for (const key of [...got].reverse()) {
    const count = left.get(key) ?? 0
    if (count === 0) continue
    left.set(key, count - 1)
    onlyGot.unshift(key)
  }
  return { matched, onlyExpected, onlyGot }
}

/** The overlap of two multisets. */
export function bagOverlap(difference: BagDifference): Overlap {
  const { matched, onlyExpected, onlyGot } = difference
  return overlap(matched.length, matched.length + onlyExpected.length, matched.length + onlyGot.length)
}
