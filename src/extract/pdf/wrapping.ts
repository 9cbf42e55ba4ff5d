import { firstUnitWidth, type Line } from './lines.js'

/** Left and right edge between which lines are set. */
export interface Measure {
  left: number
  right: number
}

/**
 * How a line begins, judged from where it stands: 'wrapped' where the line above had no room for its first word,
 * 'begun' where there was room (so somebody began a new line) or where it is set apart by space or indent.
 */
export type Beginning = 'wrapped' | 'begun'

/** What a line breaker may differ by from the sum of the widths, in points. */
const slack = 0.6

export function beginningOf(above: Line, line: Line, measure: Measure, pitch: number): Beginning {
  if (line.baseline - above.baseline > pitch * 1.3 + 0.5) return 'begun'
  return hasRoom(above, line, measure) ? 'begun' : 'wrapped'
}

/** The first word of `line` would have fitted behind the line above. */
function hasRoom(above: Line, line: Line, measure: Measure): boolean {
  const needed = firstUnitWidth(line) + spaceWidth(above)
  return roomBehind(above, measure) > needed + slack
}

function spaceWidth(line: Line): number {
  return 0.25 * line.size
}

/** What is left on a line's right; of a centred line also what is left on its left. */
function roomBehind(line: Line, measure: Measure): number {
  const right = measure.right - line.box[2]
  const left = line.box[0] - measure.left
  const isCentred = left > 2 && Math.abs(left - right) < 2
  return isCentred ? left + right : right
}

/** The usual distance of two lines: the smaller half of the distances decides. */
export function pitchOf(lines: Line[]): number {
  const distances = lines
    .slice(1)
    .map((line, index) => line.baseline - (lines[index]?.baseline ?? 0))
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b)
  return distances[Math.floor(distances.length / 4)] ?? Number.POSITIVE_INFINITY
}

/** Texts of two lines of one sentence, joined. A word broken behind its hyphen or stroke gets no space. */
export function joinTexts(above: string, below: string, tight: boolean): string {
  return tight && /\S[-/]$/u.test(above) ? above + below : `${above} ${below}`
}
