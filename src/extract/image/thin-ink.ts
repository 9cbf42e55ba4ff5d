import { type PaperLevel, paperLevel } from './paper-level.js'
import type { GreyImage } from './pixels.js'

/** A pixel along the row is taken together with its neighbours over so many points: noise falls, gaps of letters stay. */
const smoothing = 1.2
/** A rule's ink is at least this much darker than its paper: grey 180 on 245, spread over two rows of pixels and blurred. */
const leastContrast = 14
/** No rule is thicker, in points; letters' stems, photographs and scanner borders are. */
const thickest = 3.4

/**
 * Where ink is that may belong to a horizontal line: 1 where it is dark and thin from top to bottom, else 0.
 */
export function thinInk(image: GreyImage, dpi: number): GreyImage {
  const { width, height } = image
  const paper = paperLevel(image, dpi)
  const marks = new Uint8Array(width * height)
  const most = Math.max(3, Math.round((thickest * dpi) / 72))
  const since = new Int32Array(width).fill(-1)
  const dark = darkRows(image, paper, dpi)
  for (let y = 0; y <= height; y++) {
    const row = y < height ? dark(y) : null
    for (let x = 0; x < width; x++) {
      const start = since[x] as number
      if (row !== null && row[x] === 1) {
        if (start < 0) since[x] = y
      } else if (start >= 0) {
        since[x] = -1
        if (y - start <= most) for (let mark = start; mark < y; mark++) marks[mark * width + x] = 1
      }
    }
  }
  return { width, height, data: marks }
}

/** One row at a time: which pixels, averaged along the row, are clearly darker than the paper there. */
function darkRows(image: GreyImage, paper: PaperLevel, dpi: number): (y: number) => Uint8Array {
  const { width, data } = image
  const half = Math.max(1, Math.floor((smoothing * dpi) / 72 / 2))
  const contrast = Math.max(leastContrast, (3 * paper.noise) / Math.sqrt(2 * half + 1))
  const dark = new Uint8Array(width)
  return (y) => {
    const level = paper.row(y)
    const start = y * width
    let sum = 0
    for (let x = -half; x <= half; x++) sum += data[start + Math.min(width - 1, Math.max(0, x))] as number
    const share = 1 / (2 * half + 1)
    for (let x = 0; x < width; x++) {
      dark[x] = (level[x] as number) - sum * share > contrast ? 1 : 0
      sum += data[start + Math.min(width - 1, x + half + 1)] as number
      sum -= data[start + Math.max(0, x - half)] as number
    }
    return dark
  }
}
