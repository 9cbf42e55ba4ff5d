import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import sharp from 'sharp'
import type { Measure, SetPage } from './scan-layout.js'

/** What printer, paper and scanner did to a page. */
export interface Wear {
  /** Degrees by which the page lies askew. */
  skew: number
  /** Radius of the blur in pixels, 0 for none. */
  blur: number
  /** Standard deviation of the noise, of 255 shades. */
  noise: number
  /** Black ink comes out as this shade. */
  ink: number
  /** JPEG quality, or null where the scanner made black and white of it. */
  quality: number | null
}

export interface Typeface {
  name: string
  /** Files of the regular, bold, italic and bold italic faces. */
  files: readonly [string, string, string, string]
}

/** Makes a typeface known under its name, whatever else is installed under the same one. */
export function register({ name, files }: Typeface): void {
  files.forEach((file, style) => {
    if (GlobalFonts.registerFromPath(file, `${name} ${style}`) === null)
      throw new Error(`cannot read the font ${file}`)
  })
}

function fontOf(name: string, size: number, bold: boolean, italic: boolean): string {
  return `${size}px "${name} ${(bold ? 1 : 0) + (italic ? 2 : 0)}"`
}

/** Measures text in a registered typeface. */
export function measureIn(name: string): Measure {
  const context = createCanvas(8, 8).getContext('2d')
  return (text, size, bold, italic) => {
    context.font = fontOf(name, size, bold, italic)
    return context.measureText(text).width
  }
}

/** Prints and scans a page; the image is a PNG. */
export async function printPage(
  page: SetPage,
  typeface: string,
  dpi: number,
  wear: Wear,
  random: () => number,
): Promise<Buffer> {
  const draw = (context: SKRSContext2D): void => {
    context.fillStyle = `rgb(${wear.ink}, ${wear.ink}, ${wear.ink})`
    for (const [x, y, width, height] of page.rules) context.fillRect(x, y, width, height)
    for (const line of page.lines) {
      context.font = fontOf(typeface, line.size, line.bold, line.italic)
      context.fillText(line.text, line.x, line.y)
    }
  }
  return await scan(askew(page, wear.skew, draw), dpi, wear, random)
}

/** Scans a page that is printed already. */
export async function rescanPage(
  png: Uint8Array,
  dpi: number,
  wear: Wear,
  random: () => number,
): Promise<{ image: Buffer; width: number; height: number }> {
  const printed = await loadImage(png)
  const { width, height } = printed
  const paper = askew({ width, height }, wear.skew, (context) => context.drawImage(printed, 0, 0))
  return { image: await scan(paper, dpi, wear, random), width, height }
}

/** A sheet that lies askew on the glass; the size of the image stays. */
function askew(
  { width, height }: { width: number; height: number },
  skew: number,
  draw: (context: SKRSContext2D) => void,
): Buffer {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate((skew * Math.PI) / 180)
  context.translate(-width / 2, -height / 2)
  draw(context)
  return canvas.toBuffer('image/png')
}

async function scan(png: Buffer, dpi: number, wear: Wear, random: () => number): Promise<Buffer> {
  let image = sharp(png).greyscale()
  if (wear.blur >= 0.3) image = image.blur(wear.blur)
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const noisy = Buffer.from(data)
  for (let at = 0; at < noisy.length; at++) {
    const value = (noisy[at] as number) + wear.noise * bell(random)
    noisy[at] = Math.max(0, Math.min(255, Math.round(value)))
  }
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const worn = sharp(noisy, { raw })
  const seen =
    wear.quality === null
      ? await worn.threshold(160).png().toBuffer()
      : await worn.jpeg({ quality: wear.quality }).toBuffer()
  return await sharp(seen).greyscale().withMetadata({ density: dpi }).png().toBuffer()
}

/** Nearly normal, deviation 1. */
function bell(random: () => number): number {
  return (random() + random() + random() - 1.5) * 2
}

/** The place on the upright page of a point of the image. */
export function upright(
  page: { width: number; height: number },
  skew: number,
  x: number,
  y: number,
): [number, number] {
  const angle = (-skew * Math.PI) / 180
  const [cx, cy] = [x - page.width / 2, y - page.height / 2]
  return [
    cx * Math.cos(angle) - cy * Math.sin(angle) + page.width / 2,
    cx * Math.sin(angle) + cy * Math.cos(angle) + page.height / 2,
  ]
}
