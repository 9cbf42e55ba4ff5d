import type { Place } from '../../../schemas/place.js'
import type { Box } from './ink.js'

/** Numbers what a page holds in reading order, so that no two things share a place. */
export class PagePlaces {
  private line = 1

  constructor(private readonly page: number) {}

  /** The place of something that takes up so many lines. */
  take(box: Box, lines = 1): Place {
    const place = this.here(box)
    this.line += lines
    return place
  }

  /** A part of what will be taken next. */
  here(box: Box): Place {
    const [left, top, right, bottom] = box.map((value) => Math.round(value * 10) / 10) as Box
    return { page: this.page, line: this.line, bbox: [left, top, right, bottom] }
  }
}
