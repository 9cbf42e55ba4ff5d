import type { GreyPicture } from '../../../../schemas/picture.js'
import { around, type Box } from '../../page/ink.js'
import { darkBelow } from './picture-parts.js'

/** In a smoothed picture thin strokes are paler; noise does not reach so far down. */
export const darkWhenSmooth = 155

/** Signs are at least this high, in shares of the size of the print; what is lower is a mark of theirs, or dust. */
const lowestSign = 0.4
/** A mark stands this near to its sign. */
const reach = 0.35

/**
 * Bounds of the signs inside a box, null where there are none. All in pixels, `size` too: dust is left out, the marks
 * and points beside a sign are not.
 */
export function inkBounds(image: GreyPicture, box: Box, size: number, level = darkBelow): Box | null {
  const spots = spotsIn(image, box, level).filter((spot) => !isRule(spot, box, size))
  const signs = spots.filter((spot) => spot[3] - spot[1] >= lowestSign * size)
  if (signs.length === 0) return null
  const bounds = around(signs)
  const room = reach * size
  const near = spots.filter(
    (spot) =>
      spot[2] >= bounds[0] - room &&
      spot[0] <= bounds[2] + room &&
      spot[3] >= bounds[1] - room / 2 &&
      spot[1] <= bounds[3] + room / 2,
  )
  return around(near)
}

/** A long piece of ink at the edge. */
function isRule(spot: Box, box: Box, size: number): boolean {
  const touches = spot.some((edge, side) => edge === box[side])
  return touches && Math.max(spot[2] - spot[0], spot[3] - spot[1]) > 2.5 * size
}

/** Bounds of each patch of dark pixels (darker than `level`) that hang together. */
export function spotsIn(
  { width, data }: GreyPicture,
  [left, top, right, bottom]: Box,
  level = darkBelow,
): Box[] {
  const columns = Math.max(0, right - left)
  const rows = Math.max(0, bottom - top)
  // With paper all around, so that no neighbour lies outside.
  const stride = columns + 2
  const isOpen = new Uint8Array(stride * (rows + 2))
  let dark = 0
  for (let y = 0; y < rows; y++) {
    const from = (top + y) * width + left
    const to = (y + 1) * stride + 1
    for (let x = 0; x < columns; x++)
      if ((data[from + x] as number) < level) {
        isOpen[to + x] = 1
        dark++
      }
  }
  const spots: Box[] = []
  const waiting = new Int32Array(dark)
  for (let at = isOpen.indexOf(1); at >= 0; at = isOpen.indexOf(1, at + 1)) {
    const [first, upper, last, lower] = patchAt(isOpen, stride, at, waiting)
    spots.push([left + first - 1, top + upper - 1, left + last, top + lower])
  }
  return spots
}

/** Bounds of the patch of open pixels around one of them; all of it is closed. `waiting` has room for the whole patch. */
function patchAt(isOpen: Uint8Array, stride: number, start: number, waiting: Int32Array): Box {
  let [left, right] = [stride, 0]
  let last = start
  let count = 1
  waiting[0] = start
  isOpen[start] = 0
  while (count > 0) {
    const at = waiting[--count] as number
    const x = at % stride
    if (x < left) left = x
    if (x > right) right = x
    if (at > last) last = at
    for (let row = at - stride; row <= at + stride; row += stride)
      for (let near = row - 1; near <= row + 1; near++) {
        if (isOpen[near] === 0) continue
        isOpen[near] = 0
        waiting[count++] = near
      }
  }
  return [left, Math.floor(start / stride), right, Math.floor(last / stride)]
}
