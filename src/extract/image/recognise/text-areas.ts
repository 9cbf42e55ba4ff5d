import type { GreyPicture } from '../../../../schemas/picture.js'
import type { Box } from '../../page/ink.js'
import { spotsIn } from '../prepare/ink-bounds.js'
import { coarse } from '../prepare/picture-parts.js'

/** All in points. */
const limits = {
  /** Letters are larger; dust and noise are smaller. */
  letter: 3,
  /** Blank paper this high parts what stands above from what stands below: more than two lines. */
  apart: 36,
  /** White paper left around: marks, pale strokes, points. */
  room: 9,
}
/** Pale strokes of letters count, noise does not. */
const darkEnough = 150

/** Where letters stand on a picture, from top to bottom, each area across all that stands side by side. Pixels. */
export function textAreas(image: GreyPicture, dpi: number): Box[] {
  const unit = dpi / 72
  const letters = spotsIn(image, [0, 0, image.width, image.height], darkEnough)
    .filter((spot) => Math.max(spot[2] - spot[0], spot[3] - spot[1]) >= limits.letter * unit)
    .sort((a, b) => a[1] - b[1])
  const areas: Box[] = []
  for (const [left, top, right, bottom] of letters) {
    const open = areas.at(-1)
    if (open === undefined || top - open[3] > limits.apart * unit) areas.push([left, top, right, bottom])
    else {
      open[0] = Math.min(open[0], left)
      open[2] = Math.max(open[2], right)
      open[3] = Math.max(open[3], bottom)
    }
  }
  return areas.map((area) => roomy(area, image, limits.room * unit))
}

/** Wider by some paper, on a coarse raster: a speck more or less changes nothing. */
function roomy([left, top, right, bottom]: Box, image: GreyPicture, room: number): Box {
  const wide: Box = [
    Math.max(0, left - room),
    Math.max(0, top - room),
    Math.min(image.width, right + room),
    Math.min(image.height, bottom + room),
  ]
  return coarse(wide, image, 16)
}
