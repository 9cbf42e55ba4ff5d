import type { GreyPicture, RgbaPicture } from '../../../../schemas/picture.js'
import type { Box, Rules } from '../../page/ink.js'
import { type Placement, toSourceOf } from '../../page/placement.js'
import { imageRules } from '../rules/image-rules.js'
import { settledRules } from '../rules/settled-rules.js'
import { straightLines } from '../rules/straight-lines.js'
import { thinInk } from '../rules/thin-ink.js'
import { greyOf } from './colour.js'
import { withoutDarkEdges } from './dark-edges.js'
import { quarterTurn, transpose } from './pixels.js'
import { straighten } from './rotation.js'
import { skewOfLines, skewOfText } from './skew.js'
import { runsSideways, type TextSample, textSample } from './text-sample.js'

/** A scanned page, ready to be recognised. */
export interface PreparedPage {
  /** Lines of text are level; seals and coloured ink are lightened; rules are kept. It may stand on its head. */
  grey: GreyPicture
  dpi: number
  /** How far the page fell to the right, clockwise, before it was straightened. */
  skewDegrees: number
  /** Quarter turns clockwise by which the page as given was turned. */
  turn: 0 | 1 | 2 | 3
  /** The printed lines, in points of `grey`. */
  rules: Rules
  /** Nothing but paper. */
  blank: boolean
  placement: Placement
  /** A box in points of the prepared page → its bounds in points of the page as it was given. */
  toSource(box: Box): Box
}

/** Below this, turning would blur the page for nothing: 0.06° is one point over the length of A3. */
const leastSkew = 0.06

/** A scan's pixels → the page upright and straight, with its printed lines. */
export function preparePage(image: RgbaPicture, dpi: number): PreparedPage {
  const given = withoutDarkEdges(greyOf(image), dpi)
  let sample = textSample(given, dpi)
  const turn = runsSideways(sample) ? 1 : 0
  const upright = turn === 1 ? quarterTurn(given) : given
  if (turn === 1) sample = textSample(upright, dpi)
  const lines = straightLines(thinInk(upright, dpi), dpi)
  const skewDegrees = skewOfLines(lines, dpi) ?? skewOfText(sample)
  const isSkewed = Math.abs(skewDegrees) >= leastSkew
  const straight = isSkewed ? straighten(upright, skewDegrees) : null
  const grey = straight?.image ?? upright
  const across = straight === null ? lines : straightLines(thinInk(grey, dpi), dpi)
  const down = straightLines(thinInk(transpose(grey), dpi), dpi)
  const rules = settledRules(imageRules(across, down, dpi, grey))
  const { width, height } = given
  const turned = { sideways: turn === 1, skewDegrees: isSkewed ? skewDegrees : 0, onItsHead: false }
  const placement: Placement = { width, height, dpi, ...turned }
  return {
    grey,
    dpi,
    skewDegrees: placement.skewDegrees,
    turn,
    rules,
    blank: hasNoInk(sample) && rules.horizontal.length + rules.vertical.length === 0,
    placement,
    toSource: toSourceOf(placement),
  }
}

/** Dark points of the whole page: a page number alone has more, dust has fewer. */
const leastInk = 60

function hasNoInk(sample: TextSample): boolean {
  return sample.xs.length < leastInk
}
