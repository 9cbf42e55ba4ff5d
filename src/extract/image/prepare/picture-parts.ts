import type { GreyPicture } from '../../../../schemas/picture.js'
import type { Box } from '../../page/ink.js'

const white = 255
/** What is darker is ink. */
export const darkBelow = 128

/** A box in points → whole pixels of an image, wider by `margin` pixels, inside it. */
export function pixelBox(box: Box, image: GreyPicture, dpi: number, margin: number): Box {
  const unit = dpi / 72
  return [
    Math.max(0, Math.floor(box[0] * unit - margin)),
    Math.max(0, Math.floor(box[1] * unit - margin)),
    Math.min(image.width, Math.ceil(box[2] * unit + margin)),
    Math.min(image.height, Math.ceil(box[3] * unit + margin)),
  ]
}

/** A larger box on a raster of `step` pixels: a rule that is found a little farther off changes nothing. */
export function coarse([left, top, right, bottom]: Box, image: GreyPicture, step: number): Box {
  return [
    Math.floor(left / step) * step,
    Math.floor(top / step) * step,
    Math.min(image.width, Math.ceil(right / step) * step),
    Math.min(image.height, Math.ceil(bottom / step) * step),
  ]
}

/** A part of an image with white paper around it. `box` in pixels. */
export function cut(image: GreyPicture, box: Box, paper = 0): GreyPicture {
  const [left, top, right, bottom] = box
  const width = Math.max(1, right - left + 2 * paper)
  const height = Math.max(1, bottom - top + 2 * paper)
  const data = new Uint8Array(width * height).fill(white)
  for (let y = top; y < bottom; y++)
    data.set(
      image.data.subarray(y * image.width + left, y * image.width + Math.max(left, right)),
      (y - top + paper) * width + paper,
    )
  return { width, height, data }
}

/** The image with parts painted white. */
export function without(image: GreyPicture, boxes: readonly Box[]): GreyPicture {
  const data = image.data.slice()
  for (const [left, top, right, bottom] of boxes)
    for (let y = top; y < bottom; y++) data.fill(white, y * image.width + left, y * image.width + right)
  return { width: image.width, height: image.height, data }
}

/** How many pixels are dark. */
export function darkPixels(image: GreyPicture): number {
  const { data } = image
  let count = 0
  for (let at = 0; at < data.length; at++) if ((data[at] as number) < darkBelow) count++
  return count
}

/** An image made larger or smaller, values between pixels interpolated. */
export function scaled(image: GreyPicture, factor: number): GreyPicture {
  const width = Math.max(1, Math.round(image.width * factor))
  const height = Math.max(1, Math.round(image.height * factor))
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const sourceY = Math.min(image.height - 1, Math.max(0, (y + 0.5) / factor - 0.5))
    const upper = Math.floor(sourceY)
    const lower = Math.min(image.height - 1, upper + 1)
    for (let x = 0; x < width; x++) {
      const sourceX = Math.min(image.width - 1, Math.max(0, (x + 0.5) / factor - 0.5))
      const left = Math.floor(sourceX)
      const right = Math.min(image.width - 1, left + 1)
      const at = (row: number, column: number): number => image.data[row * image.width + column] ?? white
      const over = at(upper, left) + (at(upper, right) - at(upper, left)) * (sourceX - left)
      const under = at(lower, left) + (at(lower, right) - at(lower, left)) * (sourceX - left)
      data[y * width + x] = Math.round(over + (under - over) * (sourceY - upper))
    }
  }
  return { width, height, data }
}

/** Every pixel with its neighbours, near ones weighing more: noise falls, strokes stay. */
export function smoothed({ width, height, data }: GreyPicture): GreyPicture {
  const across = new Uint16Array(width * height)
  for (let start = 0; start < across.length; start += width) {
    const end = start + width - 1
    let before = data[start] as number
    let here = before
    for (let at = start; at < end; at++) {
      const next = data[at + 1] as number
      across[at] = before + 2 * here + next
      before = here
      here = next
    }
    across[end] = before + 3 * here
  }
  const smooth = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width
    const below = Math.min(height - 1, y + 1) * width
    for (let x = 0, at = y * width; x < width; x++, at++)
      smooth[at] =
        ((across[above + x] as number) + 2 * (across[at] as number) + (across[below + x] as number) + 8) >> 4
  }
  return { width, height, data: smooth }
}

/** Turned by half a circle. */
export function onItsHead(image: GreyPicture): GreyPicture {
  return { width: image.width, height: image.height, data: image.data.slice().reverse() }
}
