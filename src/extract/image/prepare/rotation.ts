import { brightnessOf } from './dark-edges.js'
import type { GreyImage } from './pixels.js'

/** Where a pixel of the turned image lies in the one it was turned from. */
export type PixelMap = (x: number, y: number) => [number, number]

export interface Straightened {
  image: GreyImage
  toOriginal: PixelMap
}

/** The size of an image of that size once it is straightened, and the way back. */
export function turnBy(size: { width: number; height: number }, degrees: number) {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const width = Math.ceil(size.width * cos + size.height * Math.abs(sin))
  const height = Math.ceil(size.height * cos + size.width * Math.abs(sin))
  const [middleX, middleY] = [(size.width - 1) / 2, (size.height - 1) / 2]
  const toOriginal: PixelMap = (x, y) => {
    const [across, down] = [x - (width - 1) / 2, y - (height - 1) / 2]
    return [middleX + cos * across - sin * down, middleY + sin * across + cos * down]
  }
  return { width, height, toOriginal, cos, sin }
}

/**
 * Turns an image so that lines which fell by `degrees` (clockwise, y downwards) become level. The result is larger, so
 * that no corner is cut off; what was outside is paper.
 */
export function straighten(image: GreyImage, degrees: number): Straightened {
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
function between({ width, height, data }: GreyImage, x: number, y: number, outside: number): number {
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
