import type { Box } from './ink.js'

/** How a page's picture was turned until it stood upright: plain data, so that it can be kept. */
export interface Placement {
  /** Of the picture as given, in pixels. */
  width: number
  height: number
  dpi: number
  /** It ran sideways, and was turned by a quarter clockwise. */
  sideways: boolean
  /** Degrees by which it was straightened afterwards; 0 where it was not. */
  skewDegrees: number
  /** It lay on its head, and was turned around at last. */
  onItsHead: boolean
}

/** Where a pixel of the turned image lies in the one it was turned from. */
export type PixelMap = (x: number, y: number) => [number, number]

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

/** A box in points of the upright page → its bounds in points of the page as it was given. */
export function toSourceOf(placement: Placement): (box: Box) => Box {
  const { width, height, dpi, sideways, skewDegrees, onItsHead } = placement
  const upright = sideways ? { width: height, height: width } : { width, height }
  const straight = skewDegrees === 0 ? null : turnBy(upright, skewDegrees)
  const level = straight ?? upright
  const toUpright: PixelMap = straight?.toOriginal ?? ((x, y) => [x, y])
  const unit = dpi / 72
  const toGiven = (x: number, y: number): [number, number] => {
    const [uprightX, uprightY] = toUpright(x * unit, y * unit)
    return sideways ? [uprightY / unit, height / unit - uprightX / unit] : [uprightX / unit, uprightY / unit]
  }
  const footed = onItsHead ? turnedAround((level.width * 72) / dpi, (level.height * 72) / dpi) : same
  return (box) => bounds(footed(box), toGiven)
}

const same = (box: Box): Box => box

function turnedAround(width: number, height: number) {
  return ([left, top, right, bottom]: Box): Box => [
    width - right,
    height - bottom,
    width - left,
    height - top,
  ]
}

function bounds([left, top, right, bottom]: Box, map: PixelMap): Box {
  const corners = [map(left, top), map(right, top), map(left, bottom), map(right, bottom)]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
