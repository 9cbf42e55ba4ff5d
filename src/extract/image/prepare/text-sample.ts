import type { GreyPicture } from '../../../../schemas/picture.js'
import { paperLevel } from './paper-level.js'

/** Dark points of a page at about one a point, without rules, borders and large marks: what is left is mostly text. */
export interface TextSample {
  xs: Uint16Array
  ys: Uint16Array
  width: number
  height: number
}

/** Pixels of the sample in one inch. */
const samplesAnInch = 90
/** Points; ink that goes on for longer in one direction is no letter. */
const longest = 22
const contrast = 45

export function textSample(image: GreyPicture, dpi: number): TextSample {
  const small = shrunk(image, Math.max(1, Math.round(dpi / samplesAnInch)))
  const scale = small.width / image.width
  const dark = darkPlaces(small, dpi * scale)
  const limit = Math.round((longest * dpi * scale) / 72)
  const long = new Uint8Array(dark.length)
  markLongRuns(dark, long, small.width, small.height, 1, small.width, limit)
  markLongRuns(dark, long, small.height, small.width, small.width, 1, limit)
  return { ...placesOf(dark, long, small.width), width: small.width, height: small.height }
}

/** Where it is dark, but not part of something long. */
function placesOf(dark: Uint8Array, long: Uint8Array, width: number): Pick<TextSample, 'xs' | 'ys'> {
  let count = 0
  for (let at = 0; at < dark.length; at++) if (dark[at] === 1 && long[at] === 0) count++
  const xs = new Uint16Array(count)
  const ys = new Uint16Array(count)
  let next = 0
  for (let at = dark.indexOf(1); at >= 0; at = dark.indexOf(1, at + 1)) {
    if (long[at] === 1) continue
    xs[next] = at % width
    ys[next++] = Math.floor(at / width)
  }
  return { xs, ys }
}

/** Every square of so many pixels becomes one, as bright as their mean. */
function shrunk({ width, height, data }: GreyPicture, factor: number): GreyPicture {
  if (factor === 1) return { width, height, data }
  const size = { width: Math.floor(width / factor), height: Math.floor(height / factor) }
  const small = new Uint8Array(size.width * size.height)
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      let sum = 0
      for (let down = 0; down < factor; down++)
        for (let across = 0; across < factor; across++)
          sum += data[(y * factor + down) * width + x * factor + across] as number
      small[y * size.width + x] = sum / (factor * factor)
    }
  return { ...size, data: small }
}

function darkPlaces(image: GreyPicture, dpi: number): Uint8Array {
  const paper = paperLevel(image, dpi)
  const dark = new Uint8Array(image.data.length)
  for (let y = 0; y < image.height; y++) {
    const level = paper.row(y)
    for (let x = 0; x < image.width; x++) {
      const at = y * image.width + x
      if ((level[x] as number) - (image.data[at] as number) > contrast) dark[at] = 1
    }
  }
  return dark
}

/** Marks runs of dark places longer than the limit, along lines of `length` places that lie `stride` apart. */
function markLongRuns(
  dark: Uint8Array,
  marks: Uint8Array,
  length: number,
  lines: number,
  stride: number,
  nextLine: number,
  limit: number,
): void {
  for (let line = 0; line < lines; line++) {
    let run = 0
    for (let index = 0; index <= length; index++) {
      const at = line * nextLine + index * stride
      if (index < length && dark[at] === 1) run++
      else {
        if (run > limit) for (let back = 1; back <= run; back++) marks[at - back * stride] = 1
        run = 0
      }
    }
  }
}

/** Points of the strips in which lines of text are looked for: about one word wide. */
const strip = 48

/** Whether the lines of text run up and down the page. */
export function runsSideways(sample: TextSample): boolean {
  const { xs, ys, width, height } = sample
  const along = stripedness(xs, ys, width, height)
  const across = stripedness(ys, xs, height, width)
  return across > 1.25 * along
}

/** How much the ink of a strip gathers in rows: letters of a line stand beside each other, lines lie apart. */
function stripedness(xs: Uint16Array, ys: Uint16Array, width: number, height: number): number {
  const wide = Math.round((strip * samplesAnInch) / 72)
  const strips = Math.ceil(width / wide)
  const counts = new Uint16Array(strips * height)
  for (let index = 0; index < xs.length; index++) {
    const at = Math.floor((xs[index] as number) / wide) * height + (ys[index] as number)
    counts[at] = (counts[at] as number) + 1
  }
  let sum = 0
  for (let at = 1; at < counts.length; at++) {
    const step = (counts[at] as number) - (counts[at - 1] as number)
    sum += step * step
  }
  return sum
}
