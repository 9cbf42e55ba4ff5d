import type { Box } from '../page/ink.js'

/** The six numbers of an affine transformation, as PDF writes them. */
export type Matrix = [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

export function apply(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
}

/** The box around a rectangle after the transformation. */
export function applyToBox(matrix: Matrix, [left, top, right, bottom]: Box): Box {
  const [a, b, c, d, e, f] = matrix
  const width = right - left
  const height = bottom - top
  const x = a * left + c * top + e
  const y = b * left + d * top + f
  return [
    x + Math.min(0, a * width) + Math.min(0, c * height),
    y + Math.min(0, b * width) + Math.min(0, d * height),
    x + Math.max(0, a * width) + Math.max(0, c * height),
    y + Math.max(0, b * width) + Math.max(0, d * height),
  ]
}

/** By how much lengths grow. */
export function scaleOf(matrix: Matrix): number {
  return Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
}

/** Quarter turns clockwise (y downwards) that a line of text is turned by, to the nearest. */
export function turnOf(matrix: Matrix): 0 | 1 | 2 | 3 {
  const [a, b] = matrix
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 2
  return b >= 0 ? 1 : 3
}
