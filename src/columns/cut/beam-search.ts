import { type LanguageModel, special } from '../../language/model/language-model.js'
import type { Column } from '../header/header-columns.js'
import type { InterleavedLine, LineToken } from '../lines.js'
import {
  beamWidth,
  blankWidth,
  costOfBarInside,
  costOfCut,
  costOfCutApart,
  costOfFurtherRow,
  costOfLostRule,
  costOfSharing,
  costOfTornWord,
  costOfWide,
  costOfWord,
  fewestBegunCells,
  gainOfLabel,
  hopeless,
} from '../parameters.js'
import { type ColumnPiece, ColumnStatistics, widthOfTokens } from './column-statistics.js'
import { type Cut, CutTable } from './cut-table.js'
import {
  agencyRoles,
  type LineToCut,
  lineToCut,
  type Piece,
  type RowMarks,
  type Running,
  type RunningRow,
  separated,
} from './pieces.js'
import { SegmentationCosts } from './segmentation-costs.js'

/** A way to cut all lines up to one: what is running in each column, and the pieces of its last line. */
interface BeamState extends RunningRow {
  cost: number
  running: readonly Running[]
  pieces: Piece[]
  before: BeamState | null
}

/** A way that may be followed, put together only if it is among the cheapest. */
interface NextState {
  cost: number
  make(): BeamState
}

/** Cuts the lines of a table into pieces of its columns, so that each column's running text is likeliest. */
export class ColumnSegmenter {
  private readonly habits: ColumnStatistics
  private readonly textColumn: number
  private readonly costs: SegmentationCosts

  constructor(
    model: LanguageModel,
    private readonly columns: readonly Column[],
    neighbours: readonly (readonly [number, number])[],
  ) {
    this.habits = new ColumnStatistics(model, columns.length, neighbours)
    const name = columns.findIndex(({ role }) => role === 'name')
    this.costs = new SegmentationCosts(this.habits, columns)
    this.textColumn = name >= 0 ? name : columns.findIndex(({ role }) => role === 'task')
  }

  /** Pieces of all lines. What columns are like comes from lines whose rules were read, then from all. */
  cut(lines: readonly InterleavedLine[], marks: RowMarks): Piece[][] {
    const most = Math.max(0, ...lines.map(barsIn))
    const ruled = lines.filter(
      (line, index) => (marks.centred || marks.starts.has(index)) && barsIn(line) >= Math.max(2, most - 1),
    )
    const labelled = new Set(lines.filter((_, index) => marks.labels.has(index)))
    const alone = ruled.flatMap((line) => {
      const labels = new Set(labelled.has(line) ? [0] : [])
      return this.cutAll(
        [line],
        { ...marks, starts: new Set([0]), labels, centred: false, further: new Set(), items: new Set() },
        1,
      )
    })
    this.habits.learn(columnPieces(ruled, alone))
    this.learnPresence(alone, new Set(alone.keys()))
    for (const ways of [2, 3]) {
      const pieces = this.cutAll(lines, marks, ways)
      this.habits.learn(columnPieces(lines, pieces))
      if (!marks.centred) this.learnPresence(pieces, marks.starts)
    }
    return this.cutAll(lines, marks, beamWidth)
  }

  private learnPresence(pieces: readonly (readonly Piece[])[], starts: ReadonlySet<number>): void {
    const rows = [...starts].flatMap((start) => {
      const columns = pieces[start]?.map(({ column }) => column) ?? []
      return columns.length > 2 ? [columns] : []
    })
    const owning = rows.filter((own) => own.some((column) => this.costs.isShared(column)))
    this.habits.learnPresence(this.columns.map((_, column) => (this.costs.isShared(column) ? owning : rows)))
  }

  private cutAll(lines: readonly InterleavedLine[], marks: RowMarks, most: number): Piece[][] {
    let ways: BeamState[] = [firstState(this.columns.length)]
    lines.forEach((line, index) => {
      const toCut = lineToCut(lines, line, index, marks)
      const suiting = this.costs.suitingOf(toCut, marks.centred)
      const next = ways.flatMap((way) => this.cutLine(way, toCut, suiting, marks.centred))
      ways = distinct(next, most)
    })
    const pieces: Piece[][] = []
    for (let way = ways[0] ?? null; way !== null && way.before !== null; way = way.before)
      pieces.push(way.pieces)
    return pieces.reverse()
  }

  private cutLine(
    way: BeamState,
    line: LineToCut,
    suiting: readonly Float64Array[],
    centred: boolean,
  ): NextState[] {
    if (!line.newRow) {
      const own = this.cutWay(way, line, suiting, centred)
      return line.mayBegin ? [...own, ...this.furtherRows(way, line, suiting, centred)] : own
    }
    const own = this.cutWay({ ...way, shared: false }, line, suiting, centred)
    const mayShare = way.running.some(
      ({ word }, column) => word !== special.start && this.costs.isShared(column),
    )
    if (!mayShare) return own
    const shared = { ...way, cost: way.cost + costOfSharing, shared: true }
    return [...own, ...this.cutWay(shared, line, suiting, centred)]
  }

  /** The line begins a further row: texts, agencies and a time begin side by side. */
  private furtherRows(
    way: BeamState,
    line: LineToCut,
    suiting: readonly Float64Array[],
    centred: boolean,
  ): NextState[] {
    const before = { ...way, cost: way.cost + costOfFurtherRow, shared: false }
    const ways = this.cutWay(before, { ...line, newRow: true, further: !centred }, suiting, centred)
    return ways.flatMap(({ make }) => {
      const own = make()
      const begun = own.pieces.filter(({ fresh }) => fresh)
      const shared = begun.filter(({ column }) => this.costs.isShared(column))
      if (begun.length < fewestBegunCells || begun.length < own.pieces.length || shared.length < 2) return []
      const opening = { ...own, pieces: own.pieces.map((piece) => ({ ...piece, opensRow: true })) }
      return [{ cost: own.cost, make: () => opening }]
    })
  }

  private cutWay(
    way: BeamState,
    line: LineToCut,
    suiting: readonly Float64Array[],
    centred: boolean,
  ): NextState[] {
    const { tokens } = line
    const table = new CutTable(this.columns.length, tokens.length)
    for (let column = 0; column < this.columns.length; column++) {
      this.fillColumn(table, line, column, way.running[column] as Running, {
        suiting: suiting[column] as Float64Array,
        centred,
        way,
      })
    }
    const cuttings = table.cuttings()
    const margin =
      1 / (1 + Math.exp((cuttings[0]?.cost ?? 0) - (cuttings[1]?.cost ?? Number.POSITIVE_INFINITY)))
    const ways = cuttings.map(({ cost, cuts }) => ({
      cost: way.cost + cost,
      make: () => this.extend(way, line, cuts, cost, centred, margin),
    }))
    const wide = this.wideState(way, line)
    return wide === null ? ways : [...ways, wide]
  }

  /** A heading over the whole width: its label and one text. */
  private wideState(way: BeamState, line: LineToCut): NextState | null {
    const { tokens, labelled, alone, newRow } = line
    if (!alone || !labelled || !newRow || tokens.length < 3) return null
    let cost = costOfWide + gainOfLabel
    for (let index = 1; index < tokens.length; index++) {
      const token = tokens[index] as LineToken
      const before = index === 1 ? special.start : (tokens[index - 1] as LineToken).last
      cost +=
        this.habits.cost(this.textColumn, before, token.id) + (index > 1 && token.bar ? costOfBarInside : 0)
    }
    const cuts = [
      { column: 0, first: 0, text: 0, end: 1 },
      { column: this.textColumn, first: 1, text: 1, end: tokens.length },
    ]
    return { cost: way.cost + cost, make: () => this.extend(way, line, cuts, cost, false, 0.9) }
  }

  private extend(
    way: BeamState,
    line: LineToCut,
    cuts: readonly Cut[],
    cost: number,
    centred: boolean,
    margin: number,
  ): BeamState {
    const pieces = cuts.map((cut): Piece => {
      const running = way.running[cut.column] as Running
      const goingOn = this.costs.costOfGoingOn(line, cut.text, running, cut.column, way.shared)
      const fresh =
        this.costs.costOfBeginning(line, cut.text, running, cut.column, { centred, row: way }) <= goingOn
      const role = this.columns[cut.column]?.role
      const opensRow =
        fresh &&
        !centred &&
        line.apart &&
        !line.item &&
        cuts.length === 1 &&
        way.last >= cut.column &&
        role === 'name' &&
        !this.costs.scored
      const { column, text, end } = cut
      return { line: line.index, column, text, end, fresh, opensRow, shared: way.shared, margin }
    })
    const opens = line.newRow || pieces.some(({ opensRow }) => opensRow)
    const last = Math.max(opens ? -1 : way.last, ...cuts.map(({ column }) => column))
    const shared = way.shared && !pieces.some(({ opensRow }) => opensRow)
    const running = after(way.running, line.tokens, pieces, opens, this.columns)
    return { cost: way.cost + cost, running, last, shared, pieces, before: way }
  }

  /** Ways to cut the tokens up to each end, when the last piece stands in this column or before it. */
  private fillColumn(
    table: CutTable,
    line: LineToCut,
    column: number,
    running: Running,
    { suiting, centred, way }: { suiting: Float64Array; centred: boolean; way: BeamState },
  ): void {
    const { tokens, newRow } = line
    const presence = this.habits.presence[column] as number
    if (line.further && (this.columns[column]?.role === 'name' || this.columns[column]?.role === 'code')) {
      table.skip(column, 0)
      return
    }
    const counts = newRow && !(way.shared && this.costs.isShared(column))
    table.skip(
      column,
      counts ? -Math.log(1 - presence) : line.apart ? 0 : this.costs.costOfMissing(running, column),
    )
    const present = counts ? -Math.log(presence) : 0
    const narrow = this.costs.isNarrow(column)
    const limit = (this.habits.widths[column] as number) + hopeless
    for (let first = 0; first < tokens.length; first++) {
      if (!table.canBegin(column, first)) continue
      const opening = tokens[first] as LineToken
      const cut =
        first === 0 || opening.bar
          ? 0
          : opening.tied
            ? costOfTornWord
            : line.apart
              ? costOfCutApart
              : costOfCut
      for (const text of opening.rule && first + 1 < tokens.length && column > 0
        ? [first, first + 1]
        : [first]) {
        const begin = narrow
          ? 0
          : Math.min(
              this.costs.costOfGoingOn(line, text, running, column, way.shared),
              this.costs.costOfBeginning(line, text, running, column, { centred, row: way }),
            )
        let cost =
          cut +
          present +
          (text > first ? costOfLostRule - cut : 0) +
          (narrow ? (suiting[text] as number) : begin)
        let width = -blankWidth
        for (let end = text + 1; end <= tokens.length; end++) {
          width += blankWidth + (tokens[end - 1] as LineToken).width
          if (width > limit && end > text + 1) break
          if (end - 1 > text) cost += narrow ? 2 * costOfWord : (suiting[end - 1] as number)
          table.offer(column, first, text, end, cost + (narrow ? 0 : this.habits.costOfWidth(column, width)))
          if (narrow) break
        }
      }
    }
  }
}

function barsIn(line: InterleavedLine): number {
  return line.tokens.filter(({ bar }) => bar).length
}

/** A table before its first line. */
function firstState(columns: number): BeamState {
  const nothing: Running = {
    ...{ word: special.start, width: 0, gap: 0, ended: true, open: false, bracket: false, inRow: false },
  }
  const running = Array.from({ length: columns }, () => nothing)
  return { cost: 0, running, last: -1, shared: false, pieces: [], before: null }
}

function after(
  running: readonly Running[],
  tokens: readonly LineToken[],
  pieces: readonly Piece[],
  newRow: boolean,
  columns: readonly Column[],
): Running[] {
  const next = running.map((own) => ({ ...own, gap: own.gap + 1, inRow: newRow ? false : own.inRow }))
  for (const { column, text, end, fresh } of pieces) {
    const last = tokens[end - 1] as LineToken
    const open = (agencyRoles.includes(columns[column]?.role ?? 'other') ? separated : /,$/u).test(last.text)
    next[column] = {
      word: last.last,
      width: widthOfTokens(tokens.slice(text, end)),
      gap: 0,
      ended: !open && /[.;]$/u.test(last.text),
      open,
      bracket: bracketAfter(tokens.slice(text, end), !fresh && running[column]?.bracket === true),
      inRow: true,
    }
  }
  return next
}

function bracketAfter(tokens: readonly LineToken[], before: boolean): boolean {
  let open = before
  for (const { text } of tokens) {
    const last = Math.max(text.lastIndexOf('('), text.lastIndexOf(')'))
    if (last >= 0) open = text[last] === '('
  }
  return open
}

/** The cheapest ways, cheapest first; of those that will go on alike only the first. */
function distinct(ways: readonly NextState[], most: number): BeamState[] {
  const seen = new Set<string>()
  const kept: BeamState[] = []
  for (const { make } of ways.toSorted((a, b) => a.cost - b.cost)) {
    const way = make()
    const key =
      (way.shared ? 's ' : '') +
      way.running.map(({ word, gap, inRow }) => `${word}:${Math.min(gap, 1)}${inRow}`).join(' ')
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(way)
    if (kept.length === most) break
  }
  return kept
}

function columnPieces(
  lines: readonly InterleavedLine[],
  pieces: readonly (readonly Piece[])[],
): ColumnPiece[] {
  return pieces.flatMap((own, line) =>
    own.map(({ column, text, end, fresh, margin }) => ({
      column,
      margin,
      tokens: lines[line]?.tokens.slice(text, end) ?? [],
      goesOn: !fresh,
    })),
  )
}
