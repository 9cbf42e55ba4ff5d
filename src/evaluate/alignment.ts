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
  const best = bestSums(affinities, got.length)
  const pairs: Pair<T>[] = []
  let i = 0
  let j = 0
  while (i < expected.length && j < got.length) {
    const here = affinities[i]?.[j] ?? 0
    const sum = best[i]?.[j] ?? 0
    if (here > 0 && sum === here + (best[i + 1]?.[j + 1] ?? 0)) {
      pairs.push({ expected: expected[i++] ?? null, got: got[j++] ?? null })
    } else if (sum === (best[i + 1]?.[j] ?? 0)) pairs.push({ expected: expected[i++] ?? null, got: null })
    else pairs.push({ expected: null, got: got[j++] ?? null })
  }
  for (; i < expected.length; i++) pairs.push({ expected: expected[i] ?? null, got: null })
  for (; j < got.length; j++) pairs.push({ expected: null, got: got[j] ?? null })
  return pairs
}

/** best[i][j]: the greatest sum that the lists from i and from j on can reach. */
function bestSums(affinities: readonly (readonly number[])[], width: number): number[][] {
  const best = Array.from({ length: affinities.length + 1 }, () => new Array<number>(width + 1).fill(0))
  for (let i = affinities.length - 1; i >= 0; i--) {
    const row = best[i] ?? []
    const below = best[i + 1] ?? []
    for (let j = width - 1; j >= 0; j--) {
      const here = affinities[i]?.[j] ?? 0
      const paired = here > 0 ? here + (below[j + 1] ?? 0) : 0
      row[j] = Math.max(paired, below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return best
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
