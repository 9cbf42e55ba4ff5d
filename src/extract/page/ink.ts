/** What a page prints, in points from its top left corner, y downwards: before anything is read out of it. */

/** [left, top, right, bottom] */
export type Box = [number, number, number, number]

/** One printed sign (or several, for a ligature), with the box that it takes up in its line. */
export interface Glyph {
  text: string
  box: Box
  /** Where the sign's foot stands; for text that runs upwards or downwards in its own direction, see `turn`. */
  baseline: number
  size: number
  bold: boolean
  italic: boolean
  /** Painted so that nobody sees it (a hidden layer under a picture). */
  hidden: boolean
  /** Quarter turns clockwise by which the sign is turned against upright. */
  turn: 0 | 1 | 2 | 3
  /** How sure the recognition is of it; absent where the text is exact. */
  confidence?: number
}

/** A straight printed line, however it was drawn. `at` is its y (horizontal) or x (vertical). */
export interface Rule {
  at: number
  from: number
  to: number
}

export interface Rules {
  horizontal: Rule[]
  vertical: Rule[]
}

export interface PageInk {
  width: number
  height: number
  glyphs: Glyph[]
  rules: Rules
  /** Boxes of the pictures. */
  images: Box[]
}

export function centreX(box: Box): number {
  return (box[0] + box[2]) / 2
}

export function centreY(box: Box): number {
  return (box[1] + box[3]) / 2
}

/** The smallest box around all of them. */
export function around(boxes: readonly Box[]): Box {
  const whole: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    whole[0] = Math.min(whole[0], box[0])
    whole[1] = Math.min(whole[1], box[1])
    whole[2] = Math.max(whole[2], box[2])
    whole[3] = Math.max(whole[3], box[3])
  }
  return whole
}
