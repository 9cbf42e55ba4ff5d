import { splitLeadingCode } from '../../language/codes.js'
import { type HeaderSense, senseOf } from '../../language/header-terms.js'
import { bareCell, type Shape, shapeOf, shapes } from './cell-shapes.js'

/** A row as its fit found it: the index of its first cell, its cells, and the column of each. */
export interface FittedRow {
  first: number
  cells: string[]
  /** Columns of the cells, rising; columns between them that no cell has hang over from the row above. */
  columns: number[]
  /** How many columns each of its cells covers. */
  spans: number[]
  /** A heading over the table's width. */
  isHeading: boolean
}

export interface FittedTable {
  width: number
  rows: FittedRow[]
}

const widest = 24

/**
 * What a way to cut cells into rows costs. Only their order matters: a row that lacks cells is dearer than a whole one, a
 * heading of one or two cells is the cheapest of the short ones. Set on tables of law portals read by eye; between half
 * and twice these values the same rows come out but for three tables of 180.
 */
const costs = {
  heading: 0.6,
  short: 0.9,
  lacking: 0.1,
  blankCell: 0.03,
  blankRow: 1.2,
  blankFirst: 0.35,
  codeFirst: -0.3,
  codeInside: 0.6,
  /** Two rows with no second bar between them: a page was turned there. */
  unparted: 2.5,
  noWholeRow: 0.5,
  column: 0.01,
  widerThanHeader: 3,
  columnBeyondHeader: 0.3,
  shape: 0.2,
  /** Once the columns' shapes are known, a short row costs what its cells cost where they fit best, and this. */
  fitting: 0.2,
}

/**
 * Cells of one table in reading order → its rows. A blank entry is a blank cell or stands between two rows: the width that
 * explains the whole table decides. Rows shortened by cells that hang over from above are placed by the shapes of columns.
 */
export function fitRows(cells: readonly string[]): FittedTable | null {
  if (cells.length < 2) return null
  const table = measure(cells)
  const ways = widthsOf(table).map((width) => cheapestCut(table, width, null))
  const first = cheapest(ways)
  if (first === null) return null
  // Once more with the shapes that the columns have then: of ways that are near in cost they tell the right one.
  const near = ways.filter((way): way is Cut => way !== null && way.cost < first.cost + nearCost)
  const second = cheapest(near.map((way) => cheapestCut(table, way.width, profilesOf(table, way))))
  if (second === null) return placeRows(table, first)
  // The first cut's wrong rows spoilt the shapes; those of the second are cleaner.
  return placeRows(table, cheapestCut(table, second.width, profilesOf(table, second)) ?? second)
}

/** Ways within this of the cheapest are looked at once more. */
const nearCost = 3

interface Cells {
  texts: readonly string[]
  shapes: Shape[]
  /** Number of cells of the first row: a header prints no blank cell. */
  headerWidth: number
}

function measure(texts: readonly string[]): Cells {
  const blank = texts.indexOf('')
  return { texts, shapes: texts.map(shapeOf), headerWidth: blank < 0 ? texts.length : blank }
}

/** A header prints all columns, or has a row of sub-headers below it: then some of its cells cover several. */
function widthsOf({ texts, shapes: all, headerWidth }: Cells): number[] {
  const widths = Array.from({ length: Math.min(widest, texts.length) - 1 }, (_, index) => index + 2)
  if (headerWidth < 3) return widths
  const second = headerWidth + 1
  const end = texts.indexOf('', second)
  const below = all.slice(second, end < 0 ? undefined : end)
  const hasSubHeaders = below.length >= 2 && below.length < headerWidth && !below.includes('code')
  return widths.filter(
    (width) =>
      width === headerWidth || (hasSubHeaders && width > headerWidth && width < headerWidth + below.length),
  )
}

interface Cut {
  width: number
  cost: number
  /** Bounds of the rows, first and behind the last. */
  rows: [number, number][]
}

function cheapest(cuts: readonly (Cut | null)[]): Cut | null {
  return cuts.reduce(
    (best, cut) => (cut !== null && (best === null || cut.cost < best.cost - 1e-9) ? cut : best),
    null,
  )
}

/** The cheapest way to part the cells into rows of at most `width`, blank entries between them. */
function cheapestCut(table: Cells, width: number, profiles: Profiles | null): Cut | null {
  const count = table.texts.length
  const cost = new Array<number>(count + 2).fill(Number.POSITIVE_INFINITY)
  const from = new Array<number>(count + 2).fill(-1)
  const ends = new Array<number>(count + 2).fill(-1)
  cost[0] = 0
  for (let start = 0; start < count; start++) {
    const before = cost[start] as number
    if (before === Number.POSITIVE_INFINITY) continue
    for (let end = start + 1; end <= Math.min(count, start + width); end++) {
      const isParted = end === count || table.texts[end] === ''
      if (!isParted && end - start < width) continue
      if (start === 0 && table.headerWidth >= 3 && end !== table.headerWidth) continue
      const next = end === count ? count + 1 : isParted ? end + 1 : end
      const own = before + rowCost(table, start, end, width, profiles) + (isParted ? 0 : costs.unparted)
      if (own >= (cost[next] as number)) continue
      cost[next] = own
      from[next] = start
      ends[next] = end
    }
  }
  if (cost[count + 1] === Number.POSITIVE_INFINITY) return null
  const rows: [number, number][] = []
  for (let at = count + 1; at > 0; at = from[at] as number)
    rows.unshift([from[at] as number, ends[at] as number])
  const hasWhole = rows.some(([start, end]) => end - start === width)
  const isWider = width > table.headerWidth && table.headerWidth >= 3
  return {
    width,
    rows,
    cost:
      (cost[count + 1] as number) +
      costs.column * width +
      (hasWhole ? 0 : costs.noWholeRow) +
      (isWider ? costs.widerThanHeader + costs.columnBeyondHeader * (width - table.headerWidth) : 0),
  }
}

function rowCost(
  { shapes }: Cells,
  start: number,
  end: number,
  width: number,
  profiles: Profiles | null,
): number {
  const length = end - start
  const own = shapes.slice(start, end)
  const blanks = own.filter((shape) => shape === 'blank').length
  let cost =
    length === width ? 0 : length <= 2 ? costs.heading : costs.short + costs.lacking * (width - length)
  cost += costs.blankCell * blanks
  if (blanks === length) return cost + costs.blankRow
  if (own[0] === 'blank') cost += costs.blankFirst
  if (own[0] === 'code') cost += costs.codeFirst
  for (let index = 1; index < length; index++) {
    // A code behind a blank is likelier the beginning of another row, unless figures stand beside it.
    const opens =
      own[index] === 'code' &&
      own[index - 1] === 'blank' &&
      own[index + 1] !== 'figure' &&
      own[index + 1] !== 'code'
    if (opens) cost += costs.codeInside
  }
  if (profiles !== null && length === width) cost += misfit(own, profiles)
  if (profiles !== null && length < width && length > 2) cost += alignment(own, width, profiles).cost * 0.5
  return cost
}

/** For each column how dear each shape is in it. */
type Profiles = Record<Shape, number>[]

/** Fewer whole rows say nothing of columns: every shape is as dear in each. */
const fewestRows = 3

function profilesOf({ shapes: all }: Cells, { width, rows }: Cut): Profiles {
  const whole = rows.filter(([start, end]) => end - start === width).slice(1)
  const isFew = whole.length < fewestRows
  return Array.from({ length: width }, (_, column) => {
    const own = isFew ? [] : whole.map(([start]) => all[start + column])
    const dear = (shape: Shape): number =>
      -Math.log((own.filter((one) => one === shape).length + 1) / (own.length + shapes.length))
    return Object.fromEntries(shapes.map((shape) => [shape, dear(shape)])) as Record<Shape, number>
  })
}

function misfit(own: readonly Shape[], profiles: Profiles): number {
  return own.reduce((total, shape, column) => total + (profiles[column]?.[shape] ?? 0) * costs.shape, 0)
}

interface Alignment {
  cost: number
  columns: number[]
}

/**
 * What it costs that no cell stands in a column: cells missing at the left or right hang over in groups, elsewhere a gap is
 * dearer; a cell that hung over into the row above may go on.
 */
const gap = { left: 0.1, inner: 0.5, right: 0.15, goesOn: 0.3 }

/** Which columns the cells of a short row stand in: the order is kept, the shapes decide. */
function alignment(
  own: readonly Shape[],
  width: number,
  profiles: Profiles,
  hanging?: ReadonlySet<number>,
): Alignment {
  const count = own.length
  const gapBetween = (from: number, to: number, base: number): number => {
    let cost = 0
    for (let column = from; column < to; column++)
      cost += hanging?.has(column) === true ? base * gap.goesOn : base
    return cost
  }
  let costsAt = new Array<number>(width + 1).fill(0)
  const choices: number[][] = []
  // From the last cell to the first: the least cost of those behind, for each column that a cell may stand in.
  for (let index = count; index >= 0; index--) {
    const next = new Array<number>(width + 1).fill(Number.POSITIVE_INFINITY)
    const choice = new Array<number>(width + 1).fill(-1)
    for (let column = width; column >= 0; column--) {
      if (index === count) {
        next[column] = gapBetween(column, width, gap.right)
        continue
      }
      for (let at = column; at < width; at++) {
        const dear = (profiles[at]?.[own[index] as Shape] ?? 0) * costs.shape * 2
        const skipped = gapBetween(column, at, index === 0 ? gap.left : gap.inner)
        const cost = dear + skipped + (costsAt[at + 1] as number)
        if (cost >= (next[column] as number)) continue
        next[column] = cost
        choice[column] = at
      }
    }
    costsAt = next
    choices.unshift(choice)
  }
  const columns: number[] = []
  for (let index = 0, column = 0; index < count; index++) {
    const at = choices[index]?.[column] ?? column
    columns.push(at)
    column = at + 1
  }
  return { cost: costsAt[0] as number, columns }
}

function placeRows(table: Cells, cut: Cut): FittedTable {
  const { width } = cut
  const profiles = profilesOf(table, cut)
  const rows: FittedRow[] = []
  let hanging = new Set<number>()
  const headers = headerRows(table, cut, profiles)
  for (const [start, end] of cut.rows.slice(headers.length)) {
    const cells = table.texts.slice(start, end)
    const own = table.shapes.slice(start, end)
    if (cells.every((cell) => cell === '')) continue
    const isHeading = cells.length < width && isHeadingRow(cells, own)
    const isWhole = cells.length === width || isHeading
    const columns = isWhole
      ? cells.map((_, index) => index)
      : alignment(own, width, profiles, hanging).columns
    hanging = new Set(
      isHeading ? [] : profiles.flatMap((_, column) => (columns.includes(column) ? [] : [column])),
    )
    const spans = cells.map((_, index) => (isHeading && index === cells.length - 1 ? width - index : 1))
    rows.push({ first: start, cells, columns, spans, isHeading })
  }
  return { width, rows: [...headers, ...rows] }
}

/** The shape of the cells below a header, as its words promise. */
const promised: Partial<Record<HeaderSense, Shape>> = {
  code: 'code',
  deadline: 'time',
  lead: 'agency',
  coordinating: 'agency',
  implementing: 'agency',
  agency: 'agency',
  maxScore: 'figure',
  achievedScore: 'figure',
  targetScore: 'figure',
  score: 'figure',
  naming: 'long',
  doing: 'long',
  content: 'long',
}

function promisedBy(header: string): Shape {
  const sense = senseOf(bareCell(header))
  return (sense === null ? undefined : promised[sense]) ?? 'short'
}

/** A header that lacks cells, alone or with a row of sub-headers below some of its cells. */
function headerRows({ texts, shapes: all }: Cells, { width, rows }: Cut, profiles: Profiles): FittedRow[] {
  const [first, second] = rows
  if (first === undefined || first[1] - first[0] >= width || rows.length < 3) return []
  const cells = texts.slice(...first)
  const below = second === undefined ? [] : texts.slice(...second)
  const hasNumber = second !== undefined && all.slice(...second).some((shape) => shape === 'code')
  const groups = hasNumber || below.length === 0 ? null : groupsOf(cells, below, width, profiles)
  if (groups === null || second === undefined) return []
  const columns: number[] = []
  let column = 0
  for (const span of groups) {
    columns.push(column)
    column += span
  }
  const inner = groups.flatMap((span, index) =>
    span === 1 ? [] : Array.from({ length: span }, (_, step) => (columns[index] ?? 0) + step),
  )
  return [
    { first: first[0], cells: [...cells], columns, spans: groups, isHeading: false },
    { first: second[0], cells: [...below], columns: inner, spans: inner.map(() => 1), isHeading: false },
  ]
}

/** Whole figures look like numbers of rows. */
function dearness(profile: Profiles[number] | undefined, shape: Shape): number {
  if (profile === undefined) return 0
  return shape === 'figure' ? Math.min(profile.figure, profile.code) : profile[shape]
}

/** How many columns each cell of a header covers, so that all sub-headers stand below one; by what they promise. */
function groupsOf(
  cells: readonly string[],
  below: readonly string[],
  width: number,
  profiles: Profiles,
): number[] | null {
  let best: { cost: number; groups: number[] } | null = null
  const walk = (index: number, column: number, used: number, cost: number, groups: number[]): void => {
    if (index === cells.length) {
      if (column === width && used === below.length && (best === null || cost < best.cost))
        best = { cost, groups }
      return
    }
    const dear = (header: string, at: number): number => dearness(profiles[at], promisedBy(header))
    walk(index + 1, column + 1, used, cost + dear(cells[index] ?? '', column), [...groups, 1])
    let inner = 0
    for (let span = 1; used + span <= below.length && column + span <= width; span++) {
      inner += dear(below[used + span - 1] ?? '', column + span - 1)
      if (span > 1) walk(index + 1, column + span, used + span, cost + inner, [...groups, span])
    }
  }
  walk(0, 0, 0, 0, [])
  return (best as { groups: number[] } | null)?.groups ?? null
}

/** One cell, or a code and a cell, set in bold or capitals or followed by nothing: a heading over the width. */
function isHeadingRow(cells: readonly string[], own: readonly Shape[]): boolean {
  if (cells.length > 2) return false
  const text = cells.at(-1) ?? ''
  if (cells.length === 2) return own[0] === 'code'
  const bare = bareCell(text)
  const style = splitLeadingCode(bare)?.code.style ?? 'lower'
  return /^\s*\*\*/u.test(text) || bare === bare.toUpperCase() || style !== 'lower'
}
