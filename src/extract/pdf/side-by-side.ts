import type { Line, Word } from './lines.js'

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
export function stretchesOf(lines: Line[]): Stretch[] {
  const stretches: Stretch[] = []
  let index = 0
  while (index < lines.length) {
    const found = findStretch(lines, index)
    if (found === null) {
      const open = stretches.at(-1)
      const line = lines[index] as Line
      if (open !== undefined && open.strip === null) open.lines.push(line)
      else stretches.push({ lines: [line], strip: null })
      index++
      continue
    }
    stretches.push({ lines: lines.slice(index, found.end), strip: found.strip })
    index = found.end
  }
  return stretches
}

/** The stretch that begins with this line: its widest gap stays open through the lines below. */
function findStretch(lines: Line[], start: number): { end: number; strip: [number, number] } | null {
  const first = lines[start] as Line
  let best: { end: number; strip: [number, number]; both: number } | null = null
  for (const gap of gapsOf(first)) {
    const grown = grow(lines, start, gap)
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
): { end: number; strip: [number, number]; both: number } {
  let strip = gap
  let both = 1
  let end = start + 1
  while (end < lines.length) {
    const line = lines[end] as Line
    const narrowed = narrow(line, strip)
    if (narrowed === null) break
    if (line.baseline - (lines[end - 1]?.baseline ?? 0) > 9 * line.size) break
    if (line.box[0] < strip[0] && line.box[2] > strip[1]) both++
    strip = narrowed
    end++
  }
  return { end, strip, both }
}

/** What of the strip stays empty beside and between the words of a line; null where the line closes it. */
function narrow(line: Line, [left, right]: [number, number]): [number, number] | null {
  let from = left
  let to = right
  for (const word of line.words) {
    if (word.box[2] <= from || word.box[0] >= to) continue
    const middle = (left + right) / 2
    if (word.box[2] <= middle) from = Math.max(from, word.box[2])
    else if (word.box[0] >= middle) to = Math.min(to, word.box[0])
    else return null
  }
  return to - from >= narrowestStrip ? [from, to] : null
}

function gapsOf(line: Line): [number, number][] {
  return line.words.flatMap((word, index): [number, number][] => {
    const before: Word | undefined = line.words[index - 1]
    if (before === undefined || word.box[0] - before.box[2] < wideGap * line.size) return []
    return [[before.box[2], word.box[0]]]
  })
}
