import { alignedFromFront } from '../language/align.js'

/** Two things that belong together; one side is null where the other has no counterpart. */
export interface Pair<T> {
  expected: T | null
  got: T | null
}

/**
 * Aligns two lists without crossing: the pairing with the greatest sum of affinities, where a pair counts only when its
 * affinity is positive. Ties go to the pairing that comes first.
 */
export function alignInOrder<T>(
  expected: readonly T[],
  got: readonly T[],
  affinity: (expected: T, got: T) => number,
): Pair<T>[] {
  const affinities = expected.map((left) => got.map((right) => affinity(left, right)))
  return alignedFromFront(expected.length, got.length, {
    pair: (i, j) => ((affinities[i]?.[j] ?? 0) > 0 ? -(affinities[i]?.[j] ?? 0) : Number.POSITIVE_INFINITY),
    firstAlone: () => 0,
    secondAlone: () => 0,
  }).map(([i, j]) => ({
    expected: i === null ? null : (expected[i] ?? null),
    got: j === null ? null : (got[j] ?? null),
  }))
}

/** The longest run of pairs whose second members rise, for pairs whose first members rise already. */
export function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const length = new Array<number>(pairs.length).fill(1)
  const before = new Array<number>(pairs.length).fill(-1)
  let last = -1
  for (const [index, pair] of pairs.entries()) {
    for (let earlier = 0; earlier < index; earlier++) {
      if ((pairs[earlier]?.[1] ?? 0) >= pair[1]) continue
      if ((length[earlier] ?? 0) + 1 <= (length[index] ?? 0)) continue
      length[index] = (length[earlier] ?? 0) + 1
      before[index] = earlier
    }
    if (last < 0 || (length[index] ?? 0) > (length[last] ?? 0)) last = index
  }
  const run: (readonly [number, number])[] = []
  for (let at = last; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair !== undefined) run.unshift(pair)
  }
  return run
}
