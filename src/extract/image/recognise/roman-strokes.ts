import type { GreyPicture } from '../../../../schemas/picture.js'
import type { Box } from '../../page/ink.js'
import { spotsIn } from '../prepare/ink-bounds.js'

/** So much more ink left of the stem than right of it, as a share of both, is the flag of a '1'. */
const leastFlag = 0.35
/** Where a stem has next to nothing beside it (a share of the ink of its head), it is a bare 'I'. */
const leastBeside = 0.04

/** What is brighter is paper, and what lies on it. */
const paleInk = 170

/** Whether upright strokes are the 'I' of Roman numbers: a '1' has a flag at its head that an 'I' has not. */
export function areRomanStrokes(image: GreyPicture, box: Box): boolean {
  const height = box[3] - box[1]
  const stems = spotsIn(image, box)
    .filter((spot) => spot[3] - spot[1] > 0.6 * height)
    .sort((a, b) => a[0] - b[0])
  return (
    stems.length > 0 &&
    stems.every((_, index) => flagOf(image, roomOf(stems, index, image.width)) < leastFlag)
  )
}

/** A flag may be too pale to belong to its stem: the room around, as far as half the way to the next stem. */
function roomOf(stems: readonly Box[], index: number, width: number): Box {
  const [left, top, right, bottom] = stems[index] as Box
  const room = Math.round(0.4 * (bottom - top))
  const before = stems[index - 1]?.[2] ?? Math.max(0, left - 2 * room)
  const after = stems[index + 1]?.[0] ?? Math.min(width, right + 2 * room)
  return [
    Math.max(left - room, Math.round((before + left) / 2)),
    top,
    Math.min(right + room, Math.round((after + right) / 2)),
    bottom,
  ]
}

/** How much more ink the head of a stroke has on its left than on its right, −1 … 1. Its middle shows the bare stem. */
function flagOf(image: GreyPicture, [left, top, right, bottom]: Box): number {
  const row = (share: number): number => top + Math.round(share * (bottom - top))
  const stem = inkOfColumns(image, [left, row(0.5), right, row(0.75)])
  const head = inkOfColumns(image, [left, top, right, row(0.45)])
  const most = Math.max(...stem)
  const isStem = (ink: number): boolean => ink >= 0.04 * most
  const before = sum(head.slice(0, stem.findIndex(isStem)))
  const after = sum(head.slice(stem.findLastIndex(isStem) + 1))
  return (before - after) / Math.max(before + after, leastBeside * sum(head))
}

function inkOfColumns({ width, data }: GreyPicture, [left, top, right, bottom]: Box): number[] {
  return Array.from({ length: right - left }, (_, column) => {
    let ink = 0
    for (let y = top; y < bottom; y++) ink += Math.max(0, paleInk - (data[y * width + left + column] ?? 255))
    return ink
  })
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
