import type { GreyImage } from './pixels.js'

/** A connected piece of thin ink, with the straight line through it. Pixels. */
export interface Stroke {
  from: number
  to: number
  /** Height of the line at `from` and at `to`. */
  start: number
  end: number
  slope: number
  /** Standard deviation of the ink around the line: grows where the piece bends or letters hang on it. */
  spread: number
}

/** Sums over a component's pixels, from which the line through them follows. */
interface Component {
  count: number
  from: number
  to: number
  x: number
  y: number
  xx: number
  xy: number
  yy: number
}

interface Run {
  from: number
  to: number
  component: number
}

/** Joins runs of marked pixels that touch from row to row into components; keeps those at least `shortest` long. */
export function strokesOf(marks: GreyImage, shortest: number): Stroke[] {
  const collector = new ComponentCollector()
  let above: Run[] = []
  for (let y = 0; y < marks.height; y++) above = collector.add(runsOf(marks, y), above, y)
  return collector
    .components()
    .filter(({ from, to }) => to - from + 1 >= shortest)
    .map(fitted)
}

function runsOf({ width, data }: GreyImage, y: number): Run[] {
  const runs: Run[] = []
  const row = data.subarray(y * width, (y + 1) * width)
  for (let x = row.indexOf(1); x >= 0; ) {
    const after = row.indexOf(0, x)
    const end = after < 0 ? width : after
    runs.push({ from: x, to: end - 1, component: -1 })
    x = row.indexOf(1, end)
  }
  return runs
}

/** Runs of neighbouring rows belong together even when a pixel lies between their ends. */
const apart = 2

class ComponentCollector {
  private readonly parents: number[] = []
  private readonly sums: Component[] = []

  add(runs: Run[], above: Run[], y: number): Run[] {
    let first = 0
    for (const run of runs) {
      while (first < above.length && (above[first] as Run).to + apart < run.from) first++
      for (let index = first; index < above.length; index++) {
        const other = above[index] as Run
        if (other.from - apart > run.to) break
        run.component = run.component < 0 ? this.root(other.component) : this.join(run, other)
      }
      if (run.component < 0) run.component = this.open()
      this.count(this.sums[run.component] as Component, run, y)
    }
    return runs
  }

  components(): Component[] {
    return this.sums.filter((_, index) => this.parents[index] === index)
  }

  private open(): number {
    this.parents.push(this.parents.length)
    this.sums.push({ count: 0, from: Infinity, to: -1, x: 0, y: 0, xx: 0, xy: 0, yy: 0 })
    return this.parents.length - 1
  }

  private root(index: number): number {
    let at = index
    while (this.parents[at] !== at) at = this.parents[at] as number
    this.parents[index] = at
    return at
  }

  private join(run: Run, other: Run): number {
    const one = this.root(run.component)
    const two = this.root(other.component)
    if (one === two) return one
    const kept = this.sums[Math.min(one, two)] as Component
    const given = this.sums[Math.max(one, two)] as Component
    this.parents[Math.max(one, two)] = Math.min(one, two)
    for (const sum of ['count', 'x', 'y', 'xx', 'xy', 'yy'] as const) kept[sum] += given[sum]
    kept.from = Math.min(kept.from, given.from)
    kept.to = Math.max(kept.to, given.to)
    return Math.min(one, two)
  }

  private count(sums: Component, { from, to }: Run, y: number): void {
    const length = to - from + 1
    const x = ((from + to) * length) / 2
    sums.count += length
    sums.from = Math.min(sums.from, from)
    sums.to = Math.max(sums.to, to)
    sums.x += x
    sums.y += y * length
    sums.xx += (to * (to + 1) * (2 * to + 1) - (from - 1) * from * (2 * from - 1)) / 6
    sums.xy += x * y
    sums.yy += y * y * length
  }
}

/** The line of least squares. */
function fitted({ count, from, to, x, y, xx, xy, yy }: Component): Stroke {
  const across = x / count
  const down = y / count
  const variance = xx / count - across * across
  const covariance = xy / count - across * down
  const slope = variance > 0 ? covariance / variance : 0
  const spread = Math.sqrt(Math.max(0, yy / count - down * down - slope * covariance))
  const at = (place: number): number => down + slope * (place - across)
  return { from, to, start: at(from), end: at(to), slope, spread }
}
