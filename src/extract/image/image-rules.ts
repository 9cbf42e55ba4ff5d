import type { Rule, Rules } from '../pdf/ink.js'
import type { GreyImage } from './pixels.js'
import type { StraightLine } from './straight-lines.js'

/** All in points. */
const limits = {
  /** No column is narrower, no row lower; stems of a title's letters are shorter. */
  horizontal: 14,
  vertical: 12,
  /** What lies along the very edge of the picture is the scanner's. */
  edge: 3,
}
/** Share of a line that must be inked: dashes have half, lines of letters less than they. */
const inkedShare = 0.75
const inkedShareLong = 0.45
const long = 60

/** Lines of an image's pixels → the rules of its page in points. `down` are lines of the transposed image. */
export function imageRules(
  across: StraightLine[],
  down: StraightLine[],
  dpi: number,
  { width, height }: GreyImage,
): Rules {
  const unit = dpi / 72
  return {
    horizontal: across.map((line) => ruleOf(line, unit)).filter(isRule(limits.horizontal, height / unit)),
    vertical: down.map((line) => ruleOf(line, unit)).filter(isRule(limits.vertical, width / unit)),
  }
}

interface InkedRule extends Rule {
  inked: number
}

function ruleOf({ from, to, start, end, inked }: StraightLine, unit: number): InkedRule {
  return { at: (start + end + 1) / 2 / unit, from: from / unit, to: (to + 1) / unit, inked: inked / unit }
}

function isRule(shortest: number, size: number): (rule: InkedRule) => boolean {
  return ({ at, from, to, inked }) => {
    const length = to - from
    if (length < shortest || at < limits.edge || at > size - limits.edge) return false
    return inked >= (length < long ? inkedShare : inkedShareLong) * length
  }
}
