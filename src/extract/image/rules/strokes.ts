import type { GreyPicture } from '../../../../schemas/picture.js'

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
  runs: Run[]
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
  y: number
  component: number
}

export interface StrokeLimits {
  /** Shorter runs of marked pixels are flaws, or the cut of a line that crosses. */
  run: number
  /** Runs this near to each other are dots of one line, if it becomes at least this long. */
  dotGap: number
  dotted: number
  /** Spread up to which a piece is straight, for a piece of no length, and what each pixel of length adds. */
  spread: number
  bend: number
  /** What bends more is cut into pieces this long: a signature that meets a rule spoils only the piece that it meets. */
  slice: number
}

/** Joins runs of marked pixels that touch from row to row into pieces; keeps the straight ones. */
export function strokesOf(marks: GreyPicture, limits: StrokeLimits): Stroke[] {
  const isStraight = (stroke: Stroke): boolean =>
    stroke.spread <= limits.spread + limits.bend * (stroke.to - stroke.from)
  const runs: Run[][] = []
  for (let y = 0; y < marks.height; y++) runs.push(runsOf(marks, y, limits))
  return componentsOf(runs).flatMap((component) => {
    const whole = fitted(component)
    if (isStraight(whole)) return [whole]
    return sliced(component, limits.slice).map(fitted).filter(isStraight)
  })
}

function runsOf({ width, data }: GreyPicture, y: number, limits: StrokeLimits): Run[] {
  const row = data.subarray(y * width, (y + 1) * width)
  const runs: Run[] = []
  let dots: Run[] = []
  const close = (): void => {
    const from = dots[0]?.from ?? 0
    const to = dots.at(-1)?.to ?? 0
    if (dots.length > 1 && to - from + 1 >= limits.dotted) runs.push({ from, to, y, component: -1 })
    else runs.push(...dots.filter((run) => run.to - run.from + 1 >= limits.run))
    dots = []
  }
  for (let x = row.indexOf(1); x >= 0; ) {
    const after = row.indexOf(0, x)
    const end = after < 0 ? width : after
    if (x - (dots.at(-1)?.to ?? x) - 1 > limits.dotGap) close()
    dots.push({ from: x, to: end - 1, y, component: -1 })
    x = row.indexOf(1, end)
  }
  close()
  return runs
}

function componentsOf(rows: Run[][]): Component[] {
  const collector = new ComponentCollector()
  let above: Run[] = []
  for (const runs of rows) {
    const isNext = (above[0]?.y ?? 0) + 1 === runs[0]?.y
    above = collector.add(runs, isNext ? above : [])
  }
  return collector.components()
}

/** Cuts a component across; what hangs together within a slice is a component of its own. */
function sliced({ runs, from, to }: Component, length: number): Component[] {
  const slices: Component[] = []
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.from - b.from)
  for (let left = from; left <= to; left += length) {
    const rows = new Map<number, Run[]>()
    for (const run of sorted) {
      const part = { ...run, from: Math.max(run.from, left), to: Math.min(run.to, left + length - 1) }
      if (part.from > part.to) continue
      const row = rows.get(run.y)
      if (row === undefined) rows.set(run.y, [{ ...part, component: -1 }])
      else row.push({ ...part, component: -1 })
    }
    slices.push(...componentsOf([...rows.values()]))
  }
  return slices
}

/** Runs of neighbouring rows belong together even when a pixel lies between their ends. */
const apart = 2

class ComponentCollector {
  private readonly parents: number[] = []
  private readonly sums: Component[] = []

  add(runs: Run[], above: Run[]): Run[] {
    let first = 0
    for (const run of runs) {
      while (first < above.length && (above[first] as Run).to + apart < run.from) first++
      for (let index = first; index < above.length; index++) {
        const other = above[index] as Run
        if (other.from - apart > run.to) break
        run.component = run.component < 0 ? this.root(other.component) : this.join(run, other)
      }
      if (run.component < 0) run.component = this.open()
      this.count(this.sums[run.component] as Component, run)
    }
    return runs
  }

  components(): Component[] {
    return this.sums.filter((_, index) => this.parents[index] === index)
  }

  private open(): number {
    this.parents.push(this.parents.length)
    this.sums.push({ runs: [], count: 0, from: Infinity, to: -1, x: 0, y: 0, xx: 0, xy: 0, yy: 0 })
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
    for (const each of given.runs) kept.runs.push(each)
    kept.from = Math.min(kept.from, given.from)
    kept.to = Math.max(kept.to, given.to)
    return Math.min(one, two)
  }

  private count(sums: Component, run: Run): void {
    const { from, to, y } = run
    const length = to - from + 1
    const x = ((from + to) * length) / 2
    sums.runs.push(run)
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
