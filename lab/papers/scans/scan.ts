import sharp from 'sharp'
import type { Rules } from '../../../src/extract/page/ink.js'
import { type Random, randomFrom } from '../../random.js'
import type { Wear } from './kinds.js'
import type { RgbImage } from './print.js'
import { stamp, wearRules } from './wear-ink.js'

export interface Scan {
  /** The picture as the scanner stores it. */
  jpeg: Buffer
  dpi: number
  /** Degrees by which lines fall to the right on the page before it was turned. */
  skew: number
  /** Quarter turns clockwise. */
  turn: 0 | 1 | 2 | 3
}

/** Scans a printed page. The same page, wear and seed give the same bytes. */
export async function scanPage(
  printed: RgbImage,
  rules: Rules,
  wear: Wear,
  dpi: number,
  seed: number,
): Promise<Scan> {
  const random = randomFrom(seed)
  const skew = wear.skew * (2 * random.next() - 1)
  const page = { ...printed, data: Uint8Array.from(printed.data) }
  if (wear.faintRules !== null || wear.gapsEvery !== null) wearRules(page, rules, wear, dpi, random)
  const stamped = wear.seals ? await stamp(page, dpi, random) : page
  const laid = lay(stamped, skew, (wear.wave * dpi) / 72, random)
  const seen = await blurred(laid, (wear.blur * dpi) / 72)
  soil(seen, wear, dpi, random)
  expose(seen, wear, random)
  const turn = wear.turn === 'either' ? random.pick([1, 3] as const) : wear.turn
  const turned = sharp(seen.data, { raw: { width: seen.width, height: seen.height, channels: 3 } })
    .rotate(90 * turn)
    .withMetadata({ density: dpi })
  const stored = wear.seals ? turned : turned.greyscale()
  const jpeg = await stored.jpeg({ quality: wear.quality }).toBuffer()
  return { jpeg, dpi, skew, turn }
}

/** Lays the paper on the glass: askew, and in slow waves. */
function lay(image: RgbImage, degrees: number, wave: number, random: Random): RgbImage {
  const { width, height } = image
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [phase, length] = [2 * Math.PI * random.next(), width * (0.7 + 0.6 * random.next())]
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [across, down] = [x - width / 2, y - height / 2]
      const fromX = width / 2 + cos * across + sin * down
      const lifted = wave * Math.sin((2 * Math.PI * x) / length + phase)
      const fromY = height / 2 - sin * across + cos * down + lifted
      copyBetween(image, fromX, fromY, data, (y * width + x) * 3)
    }
  return { width, height, data }
}

function copyBetween(
  { width, height, data }: RgbImage,
  x: number,
  y: number,
  to: Uint8Array,
  at: number,
): void {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const inside = left >= 0 && top >= 0 && left < width - 1 && top < height - 1
  const [right, low] = [x - left, y - top]
  for (let channel = 0; channel < 3; channel++) {
    const from = (top * width + left) * 3 + channel
    const value = (offset: number): number => data[from + offset] ?? 255
    const upper = value(0) * (1 - right) + value(3) * right
    const lower = value(width * 3) * (1 - right) + value(width * 3 + 3) * right
    to[at + channel] = inside ? upper * (1 - low) + lower * low + 0.5 : 255
  }
}

async function blurred(image: RgbImage, sigma: number): Promise<RgbImage> {
  if (sigma < 0.3) return image
  const { width, height } = image
  const data = await sharp(image.data, { raw: { width, height, channels: 3 } })
    .blur(sigma)
    .raw()
    .toBuffer()
  return { width, height, data: Uint8Array.from(data) }
}

/** Dust, and the dark edge of the glass along two sides. */
function soil({ width, height, data }: RgbImage, wear: Wear, dpi: number, random: Random): void {
  const unit = dpi / 72
  const paint = (left: number, top: number, right: number, bottom: number, value: number): void => {
    for (let y = Math.max(0, Math.round(top)); y < Math.min(height, bottom); y++)
      for (let x = Math.max(0, Math.round(left)); x < Math.min(width, right); x++)
        data.fill(value, (y * width + x) * 3, (y * width + x) * 3 + 3)
  }
  for (let speck = 0; speck < wear.specks; speck++) {
    const [x, y] = [width * random.next(), height * random.next()]
    const size = (0.3 + 0.7 * random.next()) * unit
    paint(x, y, x + size, y + size, 40 + 120 * random.next())
  }
  if (wear.edge === 0) return
  paint(0, 0, wear.edge * unit * (0.5 + random.next()), height, 30)
  paint(0, height - wear.edge * unit * random.next(), width, height, 30)
}

/** Uneven light over paper that is not quite white, and the sensor's noise. */
function expose({ width, height, data }: RgbImage, wear: Wear, random: Random): void {
  const paper = 247
  const [towardsX, towardsY] = [random.next(), random.next()]
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const light = (paper - wear.shade * ((towardsX * x) / width + (towardsY * y) / height) * 0.7) / 255
      const noise = wear.noise * gaussian(random)
      for (let channel = 0; channel < 3; channel++, at++)
        data[at] = Math.min(255, Math.max(0, 18 + (light - 18 / 255) * (data[at] as number) + noise))
    }
}

/** Close to normal: the sum of four even numbers. */
function gaussian(random: Random): number {
  return (random.next() + random.next() + random.next() + random.next() - 2) * 1.732
}
