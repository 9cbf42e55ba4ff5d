import type { GreyPicture } from '../../../../schemas/picture.js'
import { type PaperLevel, paperLevel } from '../prepare/paper-level.js'

/** A pixel along the row is taken together with its neighbours over so many points: noise falls, gaps of letters stay. */
const smoothing = 1.2
/** A rule's ink is at least this much darker than its paper: grey 180 on 245, spread over two rows of pixels and blurred. */
const leastContrast = 14
/** No rule is thicker, in points; letters' stems, photographs and scanner borders are. */
const thickest = 3.4

/**
 * Where ink is that may belong to a horizontal line: 1 where it is dark and thin from top to bottom, else 0.
 */
export function thinInk(image: GreyPicture, dpi: number): GreyPicture {
  const { width, height } = image
  const paper = paperLevel(image, dpi)
  const marks = new Uint8Array(width * height)
  const most = Math.max(3, Math.round((thickest * dpi) / 72))
  const depth = new Uint16Array(width)
  const dark = darkRows(image, paper, dpi)
  for (let y = 0; y <= height; y++) {
    const row = dark(y)
    for (let x = 0; x < width; x++) {
      if (row[x] === 1) depth[x] = (depth[x] as number) + 1
      else if (depth[x] !== 0) {
        const deep = depth[x] as number
        depth[x] = 0
        if (deep <= most) for (let at = (y - deep) * width + x; at < y * width; at += width) marks[at] = 1
      }
    }
  }
  return { width, height, data: marks }
}

/** One row at a time: which pixels, averaged along the row, are clearly darker than the paper there; below the last one none. */
function darkRows(
  { width, height, data }: GreyPicture,
  paper: PaperLevel,
  dpi: number,
): (y: number) => Uint8Array {
  const half = Math.max(1, Math.floor((smoothing * dpi) / 72 / 2))
  const wide = 2 * half + 1
  const share = 1 / wide
  const contrast = Math.max(leastContrast, (3 * paper.noise) / Math.sqrt(wide))
  const dark = new Uint8Array(width)
  /** The row with its first and last pixel repeated. */
  const line = new Uint8Array(width + wide)
  return (y) => {
    if (y >= height) return dark.fill(0)
    const level = paper.row(y)
    const row = data.subarray(y * width, (y + 1) * width)
    line.fill(row[0] as number, 0, half)
    line.set(row, half)
    line.fill(row[width - 1] as number, half + width)
    let sum = 0
    for (let x = 0; x < wide; x++) sum += line[x] as number
    for (let x = 0; x < width; x++) {
      dark[x] = (level[x] as number) - sum * share > contrast ? 1 : 0
      sum += (line[x + wide] as number) - (line[x] as number)
    }
    return dark
  }
}
