import type { GreyPicture } from '../../../../schemas/picture.js'
import { type PixelMap, turnBy } from '../../page/placement.js'
import { brightnessOf } from './dark-edges.js'

export interface Straightened {
  image: GreyPicture
  toOriginal: PixelMap
}

/**
 * Turns an image so that lines which fell by `degrees` (clockwise, y downwards) become level. The result is larger, so
 * that no corner is cut off; what was outside is paper.
 */
export function straighten(image: GreyPicture, degrees: number): Straightened {
  const { width, height, toOriginal, cos, sin } = turnBy(image, degrees)
  const data = new Uint8Array(width * height)
  const paper = brightnessOf(image)
  for (let y = 0; y < height; y++) {
    let [fromX, fromY] = toOriginal(0, y)
    for (let x = 0; x < width; x++, fromX += cos, fromY += sin)
      data[y * width + x] = between(image, fromX, fromY, paper)
  }
  return { image: { width, height, data }, toOriginal }
}

/** Bilinear. */
function between({ width, height, data }: GreyPicture, x: number, y: number, outside: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return outside
  const right = x - left
  const down = y - top
  const at = top * width + left
  const upper = (data[at] as number) * (1 - right) + (data[at + 1] as number) * right
  const lower = (data[at + width] as number) * (1 - right) + (data[at + width + 1] as number) * right
  return upper * (1 - down) + lower * down + 0.5
}
