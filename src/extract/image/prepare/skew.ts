import type { StraightLine } from '../rules/straight-lines.js'
import type { TextSample } from './text-sample.js'

/** Lines as long as this (points) tell how a page lies; together they must be as long as `enough`. */
const telling = 36
const enough = 200
/** No page is looked at for more than this, in degrees. */
const most = 4

/** Degrees by which the lines fall to the right: the median of their slopes, long lines weighing more. Null: too few. */
export function skewOfLines(lines: StraightLine[], dpi: number): number | null {
  const long = lines
    .filter(({ from, to }) => to - from >= (telling * dpi) / 72)
    .map(({ from, to, start, end }) => ({ slope: (end - start) / (to - from), weight: to - from }))
    .sort((a, b) => a.slope - b.slope)
  const total = long.reduce((sum, { weight }) => sum + weight, 0)
  if (total < (enough * dpi) / 72) return null
  let seen = 0
  for (const { slope, weight } of long) {
    seen += weight
    if (seen >= total / 2) return (Math.atan(slope) * 180) / Math.PI
  }
  return null
}

/** Degrees by which lines of text fall: at the right angle, the rows of ink are parted most clearly. */
export function skewOfText(sample: TextSample): number {
  const coarse = sharpest(sample, 0, most, 0.25)
  return sharpest(sample, sharpest(sample, coarse, 0.25, 0.05), 0.05, 0.02)
}

function sharpest(sample: TextSample, middle: number, reach: number, step: number): number {
  let best = middle
  let highest = -1
  const steps = Math.round(reach / step)
  for (let index = -steps; index <= steps; index++) {
    const degrees = middle + index * step
    const value = sharpness(sample, degrees)
    // Of angles alike, the one nearest to the middle: a blank page lies straight.
    const isNearer = value === highest && Math.abs(degrees - middle) < Math.abs(best - middle)
    if (value > highest || isNearer) [best, highest] = [degrees, value]
  }
  return best
}

function sharpness({ xs, ys, width, height }: TextSample, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const margin = Math.ceil(width * Math.abs(slope)) + 1
  const profile = new Uint32Array(height + 2 * margin)
  for (let index = 0; index < xs.length; index++) {
    const row = Math.round((ys[index] as number) - slope * (xs[index] as number)) + margin
    profile[row] = (profile[row] ?? 0) + 1
  }
  let sum = 0
  for (let row = 1; row < profile.length; row++) {
    const step = (profile[row] as number) - (profile[row - 1] as number)
    sum += step * step
  }
  return sum
}
