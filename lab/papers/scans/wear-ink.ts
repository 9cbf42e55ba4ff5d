import sharp from 'sharp'
import type { Rule, Rules } from '../../../src/extract/page/ink.js'
import type { Random } from '../../random.js'
import type { Wear } from './kinds.js'
import type { RgbImage } from './print.js'

/** Prints a page's rules more faintly and with gaps, as worn toner does. */
export function wearRules(image: RgbImage, rules: Rules, wear: Wear, dpi: number, random: Random): void {
  const fade = (box: number[], least: number): void => lighten(image, box, least, dpi)
  const reach = 1.2
  for (const [direction, list] of Object.entries(rules) as ['horizontal' | 'vertical', Rule[]][])
    for (const rule of list) {
      const boxOf = (from: number, to: number): number[] =>
        direction === 'horizontal'
          ? [from, rule.at - reach, to, rule.at + reach]
          : [rule.at - reach, from, rule.at + reach, to]
      if (wear.faintRules !== null) fade(boxOf(rule.from, rule.to), wear.faintRules)
      if (wear.gapsEvery === null) continue
      for (let at = rule.from + 2 * wear.gapsEvery * random.next(); at < rule.to; ) {
        fade(boxOf(at, at + 2 + 6 * random.next()), 255)
        at += 2 * wear.gapsEvery * random.next() + 10
      }
    }
}

/** Inside a box of points no ink stays darker than `least`. */
function lighten(image: RgbImage, box: number[], least: number, dpi: number): void {
  const [left = 0, top = 0, right = 0, bottom = 0] = box.map((value) => Math.round((value * dpi) / 72))
  for (let y = Math.max(0, top); y <= Math.min(image.height - 1, bottom); y++)
    for (let at = (y * image.width + Math.max(0, left)) * 3; at < (y * image.width + right + 1) * 3; at++)
      if (at % (image.width * 3) >= left * 3) image.data[at] = Math.max(image.data[at] ?? 255, least)
}

/** Stamps a red seal and signs in blue, somewhere over the lower half of the page. */
export async function stamp(image: RgbImage, dpi: number, random: Random): Promise<RgbImage> {
  const { width, height } = image
  const unit = dpi / 72
  const place = (): [number, number] => [
    width * (0.25 + 0.5 * random.next()),
    height * (0.4 + 0.4 * random.next()),
  ]
  const drawing = [seal(place(), 51 * unit, random), signature(place(), unit, random)].join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${drawing}</svg>`
  const { data } = await sharp(image.data, { raw: { width, height, channels: 3 } })
    .composite([{ input: Buffer.from(svg), blend: 'multiply' }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, data }
}

/** A round seal: two rings, a star, and marks in place of the lettering between them. */
function seal([x, y]: [number, number], radius: number, random: Random): string {
  const red = random.pick(['#d4202a', '#c8364a', '#e0453a'])
  const ring = (share: number, width: number): string =>
    `<circle cx="${x}" cy="${y}" r="${radius * share}" fill="none" stroke="${red}" stroke-width="${radius * width}"/>`
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2
    const far = radius * (index % 2 === 0 ? 0.32 : 0.13)
    return `${x + far * Math.cos(angle)},${y + far * Math.sin(angle)}`
  })
  const letters = Array.from({ length: 30 }, (_, index) => {
    const turn = index * 12 + 3 * random.next()
    const tall = radius * (0.12 + 0.08 * random.next())
    return `<rect x="${x}" y="${y - radius * 0.86}" width="${radius * 0.04}" height="${tall}" fill="${red}" transform="rotate(${turn} ${x} ${y})"/>`
  })
  return [
    ring(1, 0.045),
    ring(0.6, 0.02),
    `<polygon points="${points.join(' ')}" fill="${red}"/>`,
    ...letters,
  ].join('')
}

function signature([x, y]: [number, number], unit: number, random: Random): string {
  const wave = (far: number): number => (random.next() - 0.5) * 2 * far * unit
  const strokes = Array.from(
    { length: 7 },
    () => `q ${wave(30)} ${wave(45)} ${18 * unit + wave(14)} ${wave(16)}`,
  )
  return `<path d="M ${x} ${y} ${strokes.join(' ')}" fill="none" stroke="${random.pick(['#2233a8', '#1c2c78'])}" stroke-width="${1.6 * unit}"/>`
}
