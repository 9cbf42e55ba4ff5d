import { centreX, type Glyph } from './ink.js'
import { firstUnitWidth, type Line } from './lines.js'

/** Left and right edge between which lines are set. */
export interface Measure {
  left: number
  right: number
  /** The page prints the spaces at its lines' ends. */
  printsSpaces: boolean
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
export function hasRoom(above: Line, line: Line, measure: Measure): boolean {
  const needed = firstUnitWidth(line) + spaceWidth(above)
  const right = measure.right - above.box[2]
  const room = areCentred(above, line) ? right + Math.min(right, above.box[0] - measure.left) : right
  return room > needed + slack
}

function spaceWidth(line: Line): number {
  return 0.25 * line.size
}

/** Two lines of different length around one middle. */
export function areCentred(above: Line, line: Line): boolean {
  return Math.abs(line.box[0] - above.box[0]) > 2 && Math.abs(centreX(line.box) - centreX(above.box)) < 2.5
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

/**
 * No space stood where the line was broken behind a hyphen or stroke. Where the page prints the spaces at its lines'
 * ends, they tell; elsewhere numbers and abbreviations are taken for one word ('942/QĐ-' 'TTg'), words are not.
 */
export function isTight(above: Line, line: Line, measure: Measure): boolean {
  const upper = above.words.at(-1)?.text ?? ''
  const lower = line.words[0]?.text ?? ''
  if (!/[^\s][-/]$/u.test(upper)) return false
  if (measure.printsSpaces) return !above.openEnd
  return /[\p{Lu}\d][-/]$/u.test(upper) && /^[\p{Lu}\d]/u.test(lower)
}

export function joinTexts(above: string, below: string, tight: boolean): string {
  return tight ? above + below : `${above} ${below}`
}

/** The confidences of the words of texts that `joinTexts` joins. */
export function joinConfidences(above: number[], below: number[], tight: boolean): number[] {
  if (!tight) return [...above, ...below]
  return [...above.slice(0, -1), Math.min(above.at(-1) ?? 1, below[0] ?? 1), ...below.slice(1)]
}

/** Kept only where words were recognised: elsewhere all is exact. */
export function knownConfidences(confidences: number[]): { confidences?: number[] } {
  return confidences.some((confidence) => confidence < 1) ? { confidences } : {}
}

/** Word processors print the spaces at their lines' ends either nearly everywhere or nowhere. */
export function printsSpaces(glyphs: Glyph[]): boolean {
  let ends = 0
  let spaces = 0
  for (const [index, glyph] of glyphs.entries()) {
    const next = glyphs[index + 1]
    if (next === undefined || Math.abs(next.baseline - glyph.baseline) < 0.5 * glyph.size) continue
    ends++
    if (glyph.text.trim() === '') spaces++
  }
  return spaces > 0.2 * ends
}
