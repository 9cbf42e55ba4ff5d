import type { GreyPicture, RgbaPicture } from '../../../../schemas/picture.js'

/** Below this difference of the channels, colour is the camera's or JPEG's, not the ink's. */
const plainChroma = 28
/** How much a coloured ink is lightened beyond its brightest channel, which alone leaves a dark blue visible. */
const lift = 2.5

/**
 * An image without its colours: red seals and blue signatures nearly vanish, black print under them stays, because
 * every channel of black is dark and some channel of a coloured ink is bright. They become no brighter than the paper:
 * what is whiter than it looks like print to an engine. What is transparent is paper.
 */
export function greyOf({ width, height, data }: RgbaPicture): GreyPicture {
  const grey = new Uint8Array(width * height)
  const paper = paperOf(data)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 4) {
    const red = data[at] as number
    const green = data[at + 1] as number
    const blue = data[at + 2] as number
    const brightest = red > green ? (red > blue ? red : blue) : green > blue ? green : blue
    const darkest = red < green ? (red < blue ? red : blue) : green < blue ? green : blue
    const chroma = brightest - darkest
    const plain = (red * 77 + green * 150 + blue * 29) >> 8
    const value = chroma <= plainChroma ? plain : Math.min(paper, brightest + lift * (chroma - plainChroma))
    const opacity = data[at + 3] as number
    grey[pixel] = opacity === 255 ? value : 255 - ((255 - value) * opacity) / 255
  }
  return { width, height, data: grey }
}

/** The brightness that two fifths of a page reach, by the green of a sample of its pixels: that of its paper. */
function paperOf(data: RgbaPicture['data']): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let at = 1; at < data.length; at += 4 * 61, total++)
    counts[data[at] as number] = (counts[data[at] as number] ?? 0) + 1
  let seen = 0
  for (let value = 255; value > 0; value--) {
    seen += counts[value] as number
    if (seen >= 0.4 * total) return value
  }
  return 255
}
