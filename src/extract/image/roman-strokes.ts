import type { Box } from '../pdf/ink.js'
import { spotsIn } from './ink-bounds.js'
import type { GreyImage } from './pixels.js'

/** So much more ink left of the stem than right of it, as a share of both, is the flag of a '1'. */
const leastFlag = 0.35
/** Where a stem has next to nothing beside it (a share of the ink of its head), it is a bare 'I'. */
const leastBeside = 0.04

/** What is brighter is paper, and what lies on it. */
const paleInk = 170

/** Whether upright strokes are the 'I' of Roman numbers: a '1' has a flag at its head that an 'I' has not. */
export function areRomanStrokes(image: GreyImage, box: Box): boolean {
  const height = box[3] - box[1]
  const stems = spotsIn(image, box).filter((spot) => spot[3] - spot[1] > 0.6 * height)
  return stems.length > 0 && stems.every((stem) => flagOf(image, stem) < leastFlag)
}

/** How much more ink the head of a stroke has on its left than on its right, −1 … 1. Its middle shows the bare stem. */
function flagOf(image: GreyImage, [left, top, right, bottom]: Box): number {
  const row = (share: number): number => top + Math.round(share * (bottom - top))
  const stem = inkOfColumns(image, [left, row(0.5), right, row(0.75)])
  const head = inkOfColumns(image, [left, top, right, row(0.45)])
  const most = Math.max(...stem)
  const isStem = (ink: number): boolean => ink >= 0.15 * most
  const before = sum(head.slice(0, stem.findIndex(isStem)))
  const after = sum(head.slice(stem.findLastIndex(isStem) + 1))
  return (before - after) / Math.max(before + after, leastBeside * sum(head))
}

function inkOfColumns({ width, data }: GreyImage, [left, top, right, bottom]: Box): number[] {
  return Array.from({ length: right - left }, (_, column) => {
    let ink = 0
    for (let y = top; y < bottom; y++) ink += Math.max(0, paleInk - (data[y * width + left + column] ?? 255))
    return ink
  })
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
