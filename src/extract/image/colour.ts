import type { GreyImage, RgbaImage } from './pixels.js'

/** Below this difference of the channels, colour is the camera's or JPEG's, not the ink's. */
const plainChroma = 28
/** How much a coloured ink is lightened beyond its brightest channel, which alone leaves a dark blue visible. */
const lift = 2.5

/**
 * An image without its colours: red seals and blue signatures nearly vanish, black print under them stays, because
 * every channel of black is dark and some channel of a coloured ink is bright. What is transparent is paper.
 */
export function greyOf({ width, height, data }: RgbaImage): GreyImage {
  const grey = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 4) {
    const red = data[at] as number
    const green = data[at + 1] as number
    const blue = data[at + 2] as number
    const brightest = red > green ? (red > blue ? red : blue) : green > blue ? green : blue
    const darkest = red < green ? (red < blue ? red : blue) : green < blue ? green : blue
    const chroma = brightest - darkest
    const plain = (red * 77 + green * 150 + blue * 29) >> 8
    const value = chroma <= plainChroma ? plain : Math.min(255, brightest + lift * (chroma - plainChroma))
    const opacity = data[at + 3] as number
    grey[pixel] = opacity === 255 ? value : 255 - ((255 - value) * opacity) / 255
  }
  return { width, height, data: grey }
}
