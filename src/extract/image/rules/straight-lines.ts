import type { GreyPicture } from '../../../../schemas/picture.js'
import { type Stroke, strokesOf } from './strokes.js'

/** A straight line of ink that runs from left to right. Pixels. */
export interface StraightLine {
  from: number
  to: number
  start: number
  end: number
  /** Length of the line that is inked. */
  inked: number
  /** Heights of its pieces at their middles: what bends from piece to piece is a bracket or writing. */
  middles: [number, number][]
}

/** All in points. */
const limits = {
  /** What is shorter is a dot or a flaw. */
  piece: 2.5,
  /** Between dots; letters of a word stand farther apart. */
  dotGap: 0.72,
  /** Longer than the dots of noise in a letter's stroke go on. */
  dotted: 16,
  /** Ink may lie this far around its line; what bends more is writing, or a seal's ring. */
  spread: 0.9,
  /** Paper bends a long rule by so much of its length. */
  bend: 0.002,
  /** What bends is cut into pieces this long, of which the straight ones stay. */
  slice: 8,
  /** A piece goes on with another that lies this much higher or lower. */
  step: 1.4,
  /** Gaps as between dashes. */
  dashGap: 3.2,
  /** Gaps as of worn ink, or where letters touch the line, when much longer pieces stand on both sides: less than a row. */
  wornGap: 9,
  /** A line as long as `sure` goes on over gaps of `brokenGap`, when the next piece lies exactly in line. */
  sure: 60,
  brokenGap: 9,
  exact: 0.8,
}
/** Of the shorter of two pieces: a wider gap between them is more than wear. */
const gapShare = 0.4
/** tan of the steepest line: paper lies askew by 3°, and bends. */
const steepest = 0.08

/** Lines of thin ink, sorted from left to right: pieces are joined where they go on in the same direction. */
export function straightLines(marks: GreyPicture, dpi: number): StraightLine[] {
  const unit = dpi / 72
  const pieces = strokesOf(marks, {
    run: limits.piece * unit,
    dotGap: Math.round(limits.dotGap * unit),
    dotted: limits.dotted * unit,
    spread: limits.spread * unit,
    bend: limits.bend,
    slice: Math.round(limits.slice * unit),
  })
    .filter((stroke) => isLevel(stroke, unit))
    .map(lineOf)
  const stretches = chained(pieces, unit, ({ gap }) => gap <= limits.dashGap * unit)
  const goesOn: Joins = ({ gap, shorter, longer, away }) =>
    gap <= limits.dashGap * unit ||
    gap <= Math.min(limits.wornGap * unit, gapShare * shorter) ||
    (longer >= limits.sure * unit && gap <= limits.brokenGap * unit && away <= limits.exact * unit)
  // Twice: what stands before a broken line is known to go on only when that line has been put together.
  const lines = chained(chained(stretches, unit, goesOn), unit, goesOn)
  return lines.filter((line) => !isBowed(line, unit))
}

/** Whether pieces lie off the straight way from end to end. */
function isBowed({ from, to, start, end, middles }: StraightLine, unit: number): boolean {
  const length = to - from + 1
  const most = limits.spread * unit + 2 * limits.bend * length
  return middles.some(([x, y]) => Math.abs(y - start - ((end - start) * (x - from)) / length) > most)
}

function isLevel({ from, to, slope }: Stroke, unit: number): boolean {
  return to - from <= 10 * unit || Math.abs(slope) <= steepest
}

function lineOf({ from, to, start, end, slope }: Stroke): StraightLine {
  const middle = (start + end) / 2
  const rest = { from, to, inked: to - from + 1, middles: [[(from + to) / 2, middle]] as [number, number][] }
  // The slope of a short piece says nothing: a serif's may be anything.
  return Math.abs(slope) <= steepest ? { ...rest, start, end } : { ...rest, start: middle, end: middle }
}

interface Meeting {
  gap: number
  shorter: number
  longer: number
  /** How far the next piece is above or below. */
  away: number
}

type Joins = (meeting: Meeting) => boolean

/** No line goes on over a wider gap. */
const widestGap = Math.max(limits.dashGap, limits.wornGap, limits.brokenGap)

/** Each line is joined to the one on its left that it goes on best. */
function chained(lines: StraightLine[], unit: number, joins: Joins): StraightLine[] {
  const step = limits.step * unit
  const bandOf = (height: number): number => Math.floor(height / (4 * step))
  const bands = new Map<number, StraightLine[]>()
  const chains: StraightLine[] = []
  for (const line of [...lines].sort((a, b) => a.from - b.from)) {
    const band = bandOf(line.start)
    const reached = line.from - widestGap * unit
    const near = [band - 1, band, band + 1].flatMap((each) => openOf(bands.get(each), reached))
    const open = closest(near, line, step, joins)
    const chain = open === null ? { ...line } : grown(open, line)
    if (open === null) chains.push(chain)
    else if (bandOf(open.end) !== bandOf(chain.end)) drop(bands.get(bandOf(open.end)), open)
    if (open !== null) Object.assign(open, chain)
    const kept = open ?? chain
    const own = bandOf(kept.end)
    const members = bands.get(own)
    if (members === undefined) bands.set(own, [kept])
    else if (!members.includes(kept)) members.push(kept)
  }
  return chains
}

/** Lines come from left to right: what ended farther left than any gap reaches is taken out for good. */
function openOf(lines: StraightLine[] | undefined, reached: number): StraightLine[] {
  if (lines === undefined) return []
  let kept = 0
  for (const line of lines) if (line.to >= reached) lines[kept++] = line
  lines.length = kept
  return lines
}

function drop(lines: StraightLine[] | undefined, line: StraightLine): void {
  const index = lines?.indexOf(line) ?? -1
  if (index >= 0) lines?.splice(index, 1)
}

function slopeOf(line: StraightLine): number {
  return line.to > line.from ? (line.end - line.start) / (line.to - line.from) : 0
}

function closest(
  chains: StraightLine[],
  line: StraightLine,
  step: number,
  joins: Joins,
): StraightLine | null {
  let best: StraightLine | null = null
  let least = step
  for (const chain of chains) {
    const gap = line.from - chain.to
    if (gap < -2 * step) continue
    const lengths = [chain.to - chain.from, line.to - line.from]
    const reached = chain.end + Math.max(0, gap) * slopeOf(chain.to - chain.from > 20 * step ? chain : line)
    const away = Math.abs(line.start - reached)
    const meeting = { gap, away, shorter: Math.min(...lengths), longer: Math.max(...lengths) }
    if (away <= least && joins(meeting)) [best, least] = [chain, away]
  }
  return best
}

function grown(chain: StraightLine, line: StraightLine): StraightLine {
  const reachesOn = line.to > chain.to
  const overlap = Math.max(0, Math.min(chain.to, line.to) - line.from + 1)
  return {
    from: chain.from,
    to: Math.max(chain.to, line.to),
    start: chain.start,
    end: reachesOn ? line.end : chain.end,
    inked: chain.inked + Math.max(0, line.inked - overlap),
    middles: [...chain.middles, ...line.middles],
  }
}
