import { centreX } from './ink.js'
import type { Line, Word } from './lines.js'
import type { Measure } from './wrapping.js'

/** A stretch of lines: running text, or lines that stand on both sides of an empty strip. */
export interface Stretch {
  lines: Line[]
  /** The strip's left and right edge; null for running text. */
  strip: [number, number] | null
}

/** Narrower strips are spaces of a justified line. */
const narrowestStrip = 8
/** What counts as a gap in a line, as a share of its size. */
const wideGap = 0.75

/** Parts the lines of a page where two blocks stand beside each other: letterhead, recipients and signature. */
export function stretchesOf(lines: Line[], measure: Measure): Stretch[] {
  const stretches: Stretch[] = []
  let index = 0
  while (index < lines.length) {
    const open = stretches.at(-1)
    const found = findStretch(lines, index, measure)
    if (found === null) {
      const line = lines[index] as Line
      if (open !== undefined && open.strip === null) open.lines.push(line)
      else stretches.push({ lines: [line], strip: null })
      index++
      continue
    }
    const above = open?.strip === null ? takeAbove(open.lines, lines[index] as Line, found.strip) : []
    stretches.push({ lines: [...above, ...lines.slice(index, found.end)], strip: found.strip })
    index = found.end
  }
  return stretches.filter((stretch) => stretch.lines.length > 0)
}

/** The lines above that begin the left block already: recipients stand higher than the name of who signs. */
function takeAbove(lines: Line[], first: Line, strip: [number, number]): Line[] {
  const taken: Line[] = []
  let below = first
  for (let line = lines.at(-1); line !== undefined; line = lines.at(-1)) {
    const isSameBlock =
      line.box[2] <= strip[0] &&
      Math.abs(line.size - below.size) < 0.11 * below.size &&
      Math.abs(line.box[0] - below.box[0]) < 2 &&
      below.baseline - line.baseline < 1.6 * below.size
    if (!isSameBlock) break
    taken.unshift(line)
    lines.pop()
    below = line
  }
  return taken
}

/** The stretch that begins with this line: its widest gap stays open through the lines below. */
function findStretch(
  lines: Line[],
  start: number,
  measure: Measure,
): { end: number; strip: [number, number] } | null {
  const first = lines[start] as Line
  let best: { end: number; strip: [number, number]; both: number } | null = null
  for (const gap of gapsOf(first)) {
    const grown = grow(lines, start, gap, measure)
    const isWide = grown.strip[1] - grown.strip[0] >= narrowestStrip
    if (!isWide || (grown.both < 2 && gap[1] - gap[0] < 3 * first.size)) continue
    if (best === null || grown.both > best.both) best = grown
  }
  return best
}

function grow(
  lines: Line[],
  start: number,
  gap: [number, number],
  measure: Measure,
): { end: number; strip: [number, number]; both: number } {
  let strip = gap
  let both = 1
  let end = start + 1
  while (end < lines.length) {
    const line = lines[end] as Line
    const narrowed = narrow(line, strip)
    const distance = line.baseline - (lines[end - 1] as Line).baseline
    if (narrowed === null || isTitle(line, strip, measure)) break
    if (distance > (isBeside(line, strip) ? 9 : 1.9) * line.size) break
    if (line.box[0] < strip[0] && line.box[2] > strip[1]) both++
    strip = narrowed
    end++
  }
  return { end, strip, both }
}

/** The widest part of the strip that a line leaves empty; null where it closes the strip. */
function narrow(line: Line, [left, right]: [number, number]): [number, number] | null {
  let widest: [number, number] = [left, left]
  let from = left
  for (const edge of [...line.words.map((word) => word.box), [right, 0, right, 0]]) {
    const to = Math.min(right, edge[0] ?? right)
    if (to - from > widest[1] - widest[0]) widest = [from, to]
    from = Math.max(from, edge[2] ?? from)
  }
  return widest[1] - widest[0] >= narrowestStrip ? widest : null
}

/** A line that is centred on the page belongs to neither block. */
function isTitle(line: Line, strip: [number, number], measure: Measure): boolean {
  const isBoth = line.box[0] < strip[0] && line.box[2] > strip[1]
  return !isBoth && Math.abs(centreX(line.box) - (measure.left + measure.right) / 2) < 4
}

/** The line stays out of the strip: in one block, or with words in both. */
function isBeside(line: Line, [left, right]: [number, number]): boolean {
  return line.words.every((word) => word.box[2] <= left + 1 || word.box[0] >= right - 1)
}

function gapsOf(line: Line): [number, number][] {
  return line.words.flatMap((word, index): [number, number][] => {
    const before: Word | undefined = line.words[index - 1]
    if (before === undefined || word.box[0] - before.box[2] < wideGap * line.size) return []
    return [[before.box[2], word.box[0]]]
  })
}
