import { withoutMarks } from '../../language/plain.js'

/**
 * Widths of letters in thousandths of the font's size in Times and its like, which nearly all plans are set in. They
 * tell how much room a piece of text takes on the page, whatever recognition made of its marks.
 */
const groups: readonly [number, string][] = [
  [250, ' .,'],
  [278, 'ijlt/:;\\'],
  [333, "fr-()I[]!'‘’|"],
  [389, 'sJ'],
  [444, 'acez"“”'],
  [500, 'bdghknopquvxy0123456789$*_–'],
  [556, 'FPS+=<>'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'wADGHKNOQUVXY'],
  [778, 'm&'],
  [889, 'M%'],
  [944, 'W@'],
]
const usual = 500
const widths = new Map(groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])))

/** How wide a text is, in ems. */
export function widthOf(text: string): number {
  let sum = 0
  for (const letter of withoutMarks(text)) sum += widths.get(letter) ?? usual
  return sum / 1000
}
