import type { GreyPicture } from '../../../../schemas/picture.js'

/** Side of the squares in which the paper's brightness is taken, in points: larger than letters, smaller than shadows. */
const tilePoints = 24
/** The share of a square's pixels that are darker than its paper: where text is dense, a third and more is ink. */
const inkShare = 0.7

/** How bright the paper is at every place, and how much the scanner's noise makes it waver. */
export interface PaperLevel {
  /** The paper's brightness along one row of pixels; the array is used again for the next row. */
  row(y: number): Float32Array
  /** Standard deviation of bare paper. */
  noise: number
}

/** Measures the paper, which uneven light, yellowing and shading make different from place to place. */
export function paperLevel(image: GreyPicture, dpi: number): PaperLevel {
  const tile = Math.max(8, Math.round((tilePoints * dpi) / 72))
  const columns = Math.ceil(image.width / tile)
  const rows = Math.ceil(image.height / tile)
  const levels = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      levels[row * columns + column] = levelOf(image, column * tile, row * tile, tile)
  const line = new Float32Array(image.width)
  /** How much each pixel is the next square's. */
  const weights = Float64Array.from(line, (_, x) => {
    const across = x / tile - 0.5
    const column = Math.max(0, Math.min(columns - 1, Math.floor(across)))
    return Math.min(1, Math.max(0, across - column))
  })
  const row = (y: number): Float32Array => {
    const down = Math.min(rows - 1, Math.max(0, y / tile - 0.5))
    const above = Math.floor(down)
    const below = Math.min(rows - 1, above + 1)
    const blend = (column: number): number => {
      const upper = levels[above * columns + column] as number
      return upper + (down - above) * ((levels[below * columns + column] as number) - upper)
    }
    for (let column = 0; column < columns; column++) {
      // From the middle of this square to that of the next one; the first and the last reach to the edge.
      const from = column === 0 ? 0 : Math.ceil((column + 0.5) * tile)
      const to = column + 1 < columns ? Math.ceil((column + 1.5) * tile) : image.width
      const here = blend(column)
      const step = blend(Math.min(columns - 1, column + 1)) - here
      for (let x = from; x < to && x < image.width; x++) line[x] = here + (weights[x] as number) * step
    }
    return line
  }
  return { row, noise: noiseOf(image) }
}

/** The brightness below which the darker share of a square's pixels lies. */
function levelOf({ width, height, data }: GreyPicture, left: number, top: number, tile: number): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let y = top; y < Math.min(height, top + tile); y += 2)
    for (let x = left; x < Math.min(width, left + tile); x += 2) {
      const value = data[y * width + x] as number
      counts[value] = (counts[value] as number) + 1
      total++
    }
  let seen = 0
  for (let value = 0; value < 256; value++) {
    seen += counts[value] as number
    if (seen >= inkShare * total) return value
  }
  return 255
}

/** Half of all neighbours differ by less than 0.954 standard deviations; where letters are, they differ more, rarely. */
function noiseOf({ width, height, data }: GreyPicture): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let y = 1; y < height; y += 7)
    for (let x = 3; x < width; x += 5) {
      const difference = Math.abs((data[y * width + x] as number) - (data[y * width + x - 3] as number))
      counts[difference] = (counts[difference] as number) + 1
      total++
    }
  let seen = 0
  for (let value = 0; value < 256; value++) {
    seen += counts[value] as number
    if (seen >= total / 2) return (value - 0.5 > 0 ? value : 0.5) / 0.954
  }
  return 1
}
