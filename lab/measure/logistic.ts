/** Something with features (the first is 1) and whether it is right. */
export interface Example {
  features: readonly number[]
  right: boolean
}

const rounds = 40
/** Keeps weights small where the examples say little; the first, the bias, is free. */
const ridge = 0.5

/** Weights of a logistic regression by Newton's method. */
export function fitLogistic(examples: readonly Example[]): number[] {
  const size = examples[0]?.features.length ?? 0
  let weights = Array<number>(size).fill(0)
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : -ridge * weight))
    const curvature = weights.map((_, row) =>
      weights.map((__, column) => (row === column ? (row === 0 ? 1e-6 : ridge) : 0)),
    )
    for (const { features, right } of examples) addExample(features, right, weights, gradient, curvature)
    const step = solve(curvature, gradient)
    weights = weights.map((weight, index) => weight + (step[index] ?? 0))
  }
  return weights
}

/** How probable it is that something with these features is right. */
export function probability(weights: readonly number[], features: readonly number[]): number {
  const sum = features.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0)
  return 1 / (1 + Math.exp(-sum))
}

function addExample(
  features: readonly number[],
  right: boolean,
  weights: readonly number[],
  gradient: number[],
  curvature: number[][],
): void {
  const expected = probability(weights, features)
  const spread = expected * (1 - expected)
  for (const [row, value] of features.entries()) {
    gradient[row] = (gradient[row] ?? 0) + ((right ? 1 : 0) - expected) * value
    const line = curvature[row]
    if (line !== undefined)
      for (const [column, other] of features.entries())
        line[column] = (line[column] ?? 0) + spread * value * other
  }
}

/** Gauss-Jordan elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], values: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, values[index] ?? 0])
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.reduce(
      (best, row, index) =>
        index >= at && Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? index : best,
      at,
    )
    ;[rows[at], rows[pivot]] = [rows[pivot] ?? [], rows[at] ?? []]
    const head = rows[at] ?? []
    for (const [index, row] of rows.entries()) {
      if (index === at) continue
      const factor = (row[at] ?? 0) / (head[at] ?? 1)
      for (let column = at; column < row.length; column++)
        row[column] = (row[column] ?? 0) - factor * (head[column] ?? 0)
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1))
}
