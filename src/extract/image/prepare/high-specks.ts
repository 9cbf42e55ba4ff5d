import type { GreyPicture } from '../../../../schemas/picture.js'
import { around, type Box } from '../../page/ink.js'
import { spotsIn } from './ink-bounds.js'

/** The rim of a speck is paler than its middle. */
const paleInk = 175
/** What is lower than this share of the figures' height is none of them. */
const smallest = 0.4
/** Points and commas stand in the lowest part of a line. */
const lowest = 0.6

/**
 * The picture of one number without the dust beside and above its figures: they have no marks but the point and the
 * comma at their foot, and a speck over a point makes a figure of it ('7.2' is read as '712').
 */
export function withoutHighSpecks(picture: GreyPicture): GreyPicture {
  const { width, height } = picture
  const spots = spotsIn(picture, [0, 0, width, height], paleInk)
  const tallest = Math.max(0, ...spots.map(([, top, , bottom]) => bottom - top))
  const isFigure = ([, top, , bottom]: Box): boolean => bottom - top >= smallest * tallest
  const figures = spots.filter(isFigure)
  if (figures.length === 0) return picture
  const [, head, , foot] = around(figures)
  const specks = spots.filter((spot) => !isFigure(spot) && spot[3] < head + lowest * (foot - head))
  if (specks.length === 0) return picture
  const data = picture.data.slice()
  for (const speck of specks) whiten({ width, height, data }, speck, figures)
  return { width, height, data }
}

/** Paints a speck white, but nothing of the figures beside it. */
function whiten({ width, height, data }: GreyPicture, [left, top, right, bottom]: Box, figures: Box[]): void {
  for (let y = Math.max(0, top - 1); y < Math.min(height, bottom + 1); y++)
    for (let x = Math.max(0, left - 1); x < Math.min(width, right + 1); x++)
      if (!figures.some((box) => x >= box[0] && x < box[2] && y >= box[1] && y < box[3]))
        data[y * width + x] = 255
}
