import { around, type Box } from '../pdf/ink.js'
import { darkBelow } from './picture-parts.js'
import type { GreyImage } from './pixels.js'

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
export function inkBounds(image: GreyImage, box: Box, size: number, level = darkBelow): Box | null {
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
  { width, data }: GreyImage,
  [left, top, right, bottom]: Box,
  level = darkBelow,
): Box[] {
  const columns = Math.max(0, right - left)
  const seen = new Uint8Array(columns * Math.max(0, bottom - top))
  const isNew = (x: number, y: number): boolean =>
    seen[(y - top) * columns + x - left] === 0 && (data[y * width + x] as number) < level
  const spots: Box[] = []
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      if (!isNew(x, y)) continue
      const spot: Box = [x, y, x + 1, y + 1]
      const open: [number, number][] = [[x, y]]
      seen[(y - top) * columns + x - left] = 1
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [atX, atY] = next
        spot[0] = Math.min(spot[0], atX)
        spot[1] = Math.min(spot[1], atY)
        spot[2] = Math.max(spot[2], atX + 1)
        spot[3] = Math.max(spot[3], atY + 1)
        for (let nearY = Math.max(top, atY - 1); nearY <= Math.min(bottom - 1, atY + 1); nearY++)
          for (let nearX = Math.max(left, atX - 1); nearX <= Math.min(right - 1, atX + 1); nearX++) {
            if (!isNew(nearX, nearY)) continue
            seen[(nearY - top) * columns + nearX - left] = 1
            open.push([nearX, nearY])
          }
      }
      spots.push(spot)
    }
  return spots
}
