import type { Box, Rule, Rules } from './ink.js'
import { wholeRules } from './rule-bands.js'

/** A cell of a ruled table: where it stands, and the rows and columns of the grid that it takes up. */
export interface GridCell {
  box: Box
  row: number
  column: number
  rowSpan: number
  colSpan: number
}

export interface TableGrid {
  box: Box
  rows: number
  columns: number
  cells: GridCell[]
}

/** How far the end of a line may stay away from the line that it meets. */
const reach = 3.5

/** The ruled tables of a page, from top to bottom. */
export function findGrids(drawn: Rules): TableGrid[] {
  const rules = { horizontal: wholeRules(drawn.horizontal), vertical: wholeRules(drawn.vertical) }
  return connected(rules)
    .map(gridOf)
    .filter((grid) => grid !== null)
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

/** Lines that touch each other, directly or over others. */
function connected({ horizontal, vertical }: Rules): Rules[] {
  const groups: Rules[] = []
  const seen = new Set<Rule>()
  for (const start of horizontal) {
    if (seen.has(start)) continue
    const group: Rules = { horizontal: [], vertical: [] }
    const open: [Rule, boolean][] = [[start, true]]
    seen.add(start)
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [rule, isHorizontal] = next
      ;(isHorizontal ? group.horizontal : group.vertical).push(rule)
      for (const other of isHorizontal ? vertical : horizontal) {
        if (seen.has(other) || !meet(rule, other)) continue
        seen.add(other)
        open.push([other, !isHorizontal])
      }
    }
    groups.push(group)
  }
  return groups
}

/** Two lines at right angles cross or touch. */
function meet(one: Rule, other: Rule): boolean {
  return (
    other.at >= one.from - reach &&
    other.at <= one.to + reach &&
    one.at >= other.from - reach &&
    one.at <= other.to + reach
  )
}

/** Positions that differ by less stand on one line of the grid. */
const same = 3

function gridOf(rules: Rules): TableGrid | null {
  const xs = positions(rules.vertical, rules.horizontal)
  const ys = positions(rules.horizontal, rules.vertical)
  if (xs.length < 2 || ys.length < 2 || rules.horizontal.length < 2) return null
  const grid = new CellFinder(xs, ys, rules).find()
  return grid.cells.length < 2 ? null : grid
}

/** Where lines stand; where the others end beyond the outermost line, the table is open on that side. */
function positions(lines: Rule[], across: Rule[]): number[] {
  const at = cluster(lines.map((rule) => rule.at))
  const first = Math.min(...across.map((rule) => rule.from))
  const last = Math.max(...across.map((rule) => rule.to))
  if (across.length === 0) return at
  if (at.length === 0 || first < (at[0] ?? 0) - 2 * reach) at.unshift(first)
  if (last > (at.at(-1) ?? 0) + 2 * reach) at.push(last)
  return at
}

function cluster(values: number[]): number[] {
  const clusters: number[][] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const open = clusters.at(-1)
    if (open !== undefined && value - (open.at(-1) ?? 0) <= same) open.push(value)
    else clusters.push([value])
  }
  return clusters.map((members) => members.reduce((sum, value) => sum + value, 0) / members.length)
}

/** Joins the places of a grid that no line parts. */
class CellFinder {
  private readonly owner: number[]
  private readonly rows: number
  private readonly columns: number

  constructor(
    private readonly xs: number[],
    private readonly ys: number[],
    private readonly rules: Rules,
  ) {
    this.rows = ys.length - 1
    this.columns = xs.length - 1
    this.owner = Array.from({ length: this.rows * this.columns }, (_, index) => index)
  }

  find(): TableGrid {
    for (let row = 0; row < this.rows; row++)
      for (let column = 0; column < this.columns; column++) {
        if (column + 1 < this.columns && !this.wallRight(row, column)) this.join(row, column, row, column + 1)
        if (row + 1 < this.rows && !this.wallBelow(row, column)) this.join(row, column, row + 1, column)
      }
    const { xs, ys } = this
    const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0]
    return { box, rows: this.rows, columns: this.columns, cells: this.cells() }
  }

  private wallRight(row: number, column: number): boolean {
    return covered(this.rules.vertical, this.xs[column + 1] ?? 0, this.ys[row] ?? 0, this.ys[row + 1] ?? 0)
  }

  private wallBelow(row: number, column: number): boolean {
    return covered(
      this.rules.horizontal,
      this.ys[row + 1] ?? 0,
      this.xs[column] ?? 0,
      this.xs[column + 1] ?? 0,
    )
  }

  private root(index: number): number {
    let at = index
    while (this.owner[at] !== at) at = this.owner[at] ?? at
    return at
  }

  private join(row: number, column: number, otherRow: number, otherColumn: number): void {
    const one = this.root(row * this.columns + column)
    const other = this.root(otherRow * this.columns + otherColumn)
    this.owner[Math.max(one, other)] = Math.min(one, other)
  }

  /** Every joined area as a cell; one that is no rectangle falls apart into its rows. */
  private cells(): GridCell[] {
    const areas = new Map<number, [number, number][]>()
    for (let row = 0; row < this.rows; row++)
      for (let column = 0; column < this.columns; column++) {
        const root = this.root(row * this.columns + column)
        const area = areas.get(root)
        if (area === undefined) areas.set(root, [[row, column]])
        else area.push([row, column])
      }
    return [...areas.values()]
      .flatMap((area) => this.rectangles(area))
      .sort((a, b) => a.row - b.row || a.column - b.column)
  }

  private rectangles(area: [number, number][]): GridCell[] {
    const whole = this.cellAround(area)
    if (whole.rowSpan * whole.colSpan === area.length) return [whole]
    const cells: GridCell[] = []
    for (const [row, column] of area) {
      const open = cells.at(-1)
      if (open !== undefined && open.row === row && open.column + open.colSpan === column)
        cells[cells.length - 1] = this.cellAt(row, open.column, 1, open.colSpan + 1)
      else cells.push(this.cellAt(row, column, 1, 1))
    }
    return cells
  }

  private cellAround(area: [number, number][]): GridCell {
    const rows = area.map(([row]) => row)
    const columns = area.map(([, column]) => column)
    const row = Math.min(...rows)
    const column = Math.min(...columns)
    return this.cellAt(row, column, Math.max(...rows) - row + 1, Math.max(...columns) - column + 1)
  }

  private cellAt(row: number, column: number, rowSpan: number, colSpan: number): GridCell {
    return { box: this.boxOf(row, column, rowSpan, colSpan), row, column, rowSpan, colSpan }
  }

  private boxOf(row: number, column: number, rowSpan: number, colSpan: number): Box {
    const { xs, ys } = this
    return [xs[column] ?? 0, ys[row] ?? 0, xs[column + colSpan] ?? 0, ys[row + rowSpan] ?? 0]
  }
}

/** Lines at `at` cover at least three fifths of the way: a gap or a worn place opens no cell. */
function covered(rules: Rule[], at: number, from: number, to: number): boolean {
  let length = 0
  for (const rule of rules) {
    if (Math.abs(rule.at - at) > same) continue
    length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from))
  }
  return length >= 0.6 * (to - from)
}
