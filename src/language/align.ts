import levenshtein from 'fast-levenshtein'

/** How many letters must be changed, put in or left out to make one text of another (Levenshtein). */
export function letterDistance(a: string, b: string): number {
  return levenshtein.get(a, b)
}

/** What it costs to lay items of two lists beside each other; items are known by their indices. */
export interface AlignmentCosts {
  /** Both belong together; infinite where they cannot. */
  pair(first: number, second: number): number
  /** An item of the first list has no counterpart. */
  firstAlone(first: number): number
  /** An item of the second list has no counterpart; it stands behind `before` items of the first. */
  secondAlone(second: number, before: number): number
}

/** Indices that belong together, in order; null where an item has no counterpart. */
export type AlignedPair = readonly [first: number | null, second: number | null]

export interface Alignment {
  cost: number
  /** Of ways that cost the same, the one whose last items are paired, or the last of the first list alone. */
  pairs(): AlignedPair[]
}

/**
 * The cheapest way to lay two lists beside each other without crossing (Needleman & Wunsch 1970); null as soon as every
 * way costs more than `most`.
 */
export function align(
  firstLength: number,
  secondLength: number,
  costs: AlignmentCosts,
  most = Number.POSITIVE_INFINITY,
): Alignment | null {
  const width = secondLength + 1
  const cost = new Float64Array((firstLength + 1) * width)
  for (let column = 1; column < width; column++)
    cost[column] = (cost[column - 1] as number) + costs.secondAlone(column - 1, 0)
  for (let row = 1; row <= firstLength; row++) {
    const alone = costs.firstAlone(row - 1)
    const start = row * width
    let least = (cost[start - width] as number) + alone
    cost[start] = least
    for (let column = 1; column < width; column++) {
      const at = start + column
      const here = Math.min(
        (cost[at - width - 1] as number) + costs.pair(row - 1, column - 1),
        (cost[at - width] as number) + alone,
        (cost[at - 1] as number) + costs.secondAlone(column - 1, row),
      )
      cost[at] = here
      if (here < least) least = here
    }
    if (least > most) return null
  }
  const total = cost[cost.length - 1] as number
  return total > most ? null : { cost: total, pairs: () => wayBack(firstLength, secondLength, costs, cost) }
}

function wayBack(
  firstLength: number,
  secondLength: number,
  costs: AlignmentCosts,
  cost: Float64Array,
): AlignedPair[] {
  const width = secondLength + 1
  const pairs: AlignedPair[] = []
  for (let row = firstLength, column = secondLength; row > 0 || column > 0; ) {
    const at = row * width + column
    const here = cost[at]
    const isPair =
      row > 0 && column > 0 && here === (cost[at - width - 1] as number) + costs.pair(row - 1, column - 1)
    if (isPair) pairs.push([--row, --column])
    else if (row > 0 && here === (cost[at - width] as number) + costs.firstAlone(row - 1))
      pairs.push([--row, null])
    else pairs.push([null, --column])
  }
  return pairs.reverse()
}

/** Indices of the items that two lists have in common, in order (longest common subsequence, the foremost one). */
export function commonItems<T>(first: readonly T[], second: readonly T[]): [number, number][] {
  return alignedFromFront(first.length, second.length, {
    pair: (a, b) => (first[a] === second[b] ? -1 : Number.POSITIVE_INFINITY),
    firstAlone: () => 0,
    secondAlone: () => 0,
  }).filter((pair): pair is [number, number] => pair[0] !== null && pair[1] !== null)
}

/** As `align`, but of ways that cost the same the one whose first items are paired, or the first of the first list alone. */
export function alignedFromFront(
  firstLength: number,
  secondLength: number,
  costs: Omit<AlignmentCosts, 'secondAlone'> & { secondAlone(second: number): number },
): AlignedPair[] {
  const [lastFirst, lastSecond] = [firstLength - 1, secondLength - 1]
  const backwards = align(firstLength, secondLength, {
    pair: (a, b) => costs.pair(lastFirst - a, lastSecond - b),
    firstAlone: (a) => costs.firstAlone(lastFirst - a),
    secondAlone: (b) => costs.secondAlone(lastSecond - b),
  })
  return (backwards?.pairs() ?? [])
    .reverse()
    .map(([a, b]) => [a === null ? null : lastFirst - a, b === null ? null : lastSecond - b])
}
