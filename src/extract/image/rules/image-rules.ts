import type { GreyPicture } from '../../../../schemas/picture.js'
import type { Rule, Rules } from '../../page/ink.js'
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
  { width, height }: GreyPicture,
): Rules {
  const unit = dpi / 72
  const horizontal = across.map((line) => ruleOf(line, unit)).filter(isRule(limits.horizontal, height / unit))
  const vertical = down.map((line) => ruleOf(line, unit)).filter(isRule(limits.vertical, width / unit))
  const whole = { horizontal: joinBroken(horizontal, vertical), vertical: joinBroken(vertical, horizontal) }
  return {
    horizontal: whole.horizontal.filter((rule) => isAnchored(rule, whole.vertical)),
    vertical: whole.vertical.filter((rule) => isAnchored(rule, whole.horizontal)),
  }
}

/** No word's letters stand on a common foot for longer, in points. */
const longestWord = 65
/** How far from a line's end the line across may stand. */
const meeting = 4.5

/** Letters may stand in a line, but what begins and ends at lines across is one of a table. */
function isAnchored(rule: Rule, crossing: Rule[]): boolean {
  if (rule.to - rule.from >= longestWord) return true
  return meets(rule.from, rule.at, crossing) && meets(rule.to, rule.at, crossing)
}

function meets(end: number, at: number, crossing: Rule[]): boolean {
  return crossing.some(
    (other) => Math.abs(other.at - end) <= meeting && other.from - meeting <= at && at <= other.to + meeting,
  )
}

const brokenGap = 36
const sameLine = 1.5

/**
 * Pieces of a worn line become one. Where a line ends at a line across and begins again at the next one, the cells
 * between are merged: that gap is meant.
 */
function joinBroken(pieces: Rule[], crossing: Rule[]): Rule[] {
  const joined: Rule[] = []
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const open = joined.findLast(
      (line) =>
        Math.abs(line.at - piece.at) <= sameLine &&
        piece.from - line.to <= brokenGap &&
        !(piece.from > line.to && meets(line.to, line.at, crossing) && meets(piece.from, piece.at, crossing)),
    )
    if (open === undefined) joined.push({ at: piece.at, from: piece.from, to: piece.to })
    else open.to = Math.max(open.to, piece.to)
  }
  return joined
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
