import type { Role } from '../../schemas/table.js'
import { type Cut, CutTable } from './cut-table.js'
import { type LanguageModel, special } from './language-model.js'
import {
  blankWidth,
  ColumnHabits,
  type ColumnPiece,
  firstWordWidth,
  widthOfTokens,
} from './unweave-columns.js'
import type { WovenColumn } from './unweave-header.js'
import type { WovenLine, WovenToken } from './unweave-lines.js'
import { type Opening, openingsOf } from './unweave-openings.js'

/** A piece of a line that belongs to one column: its tokens from `text` up to `end`. */
export interface Piece {
  line: number
  column: number
  text: number
  end: number
  /** It begins something: it does not go on from the text above it in its column. */
  fresh: boolean
  /** It begins a row whose label is lost: a name that follows the last cells of another row. */
  opensRow: boolean
  /** Its row shares agencies and time with the row above. */
  shared: boolean
  /** How much likelier this is than the next best way to cut its line, as a probability. */
  margin: number
}

/** What is known of the lines of a table before they are cut. */
export interface RowMarks {
  /** Lines that begin a row. */
  starts: ReadonlySet<number>
  /** Lines that begin with a label. */
  labels: ReadonlySet<number>
  /** Rows may begin between the starts: labels stand in the middle of their rows. */
  centred: boolean
}

/** What is known of a column at a line. */
interface Running {
  /** The last word of its running text; `special.start` where it has none. */
  word: number
  /** Width of its last piece. */
  width: number
  /** Lines since its last piece. */
  gap: number
  /** Its text has come to an end of a sentence. */
  ended: boolean
  /** Its text ends with a comma: it certainly goes on. */
  open: boolean
  /** It has text in this row. */
  inRow: boolean
}

const costOfBarInside = 5
const costOfCut = 0.7
const costOfLostRule = 1.5
const costOfTornWord = 6
const costOfWord = 25
const costOfSmallStart = 3
const costOfLate = 3
/** Cells that stand one after another come in the order of their columns. */
const costOfOutOfOrder = 3
const costOfCutApart = 3
const costOfParagraphApart = 1.5
const costOfSecondCell = 4
const costOfOpeningRow = 0.5
const costOfParagraph = 2
const costOfParagraphElsewhere = 4.5
const costOfUnended = 1.5
const costOfResuming = 2.5
const mostForResuming = 9
const costOfResumingApart = 1
const costOfGoingOnApart = 1.5
const costOfCapitalApart = 4
const costOfOpenEnd = 4
const costOfMerging = 4
const costOfMergingEnded = 4
const costOfWide = 4
const gainOfLabel = -10
const gainOfScore = -4
const numericRoles: readonly Role[] = ['maxScore', 'achievedScore', 'targetScore']
const paragraphRoles: readonly Role[] = ['task', 'requirement', 'deliverable', 'other']

/** Cells of these columns are shared together where a row has none of its own. */
const sharedRoles: readonly Role[] = ['lead', 'coordinating', 'implementing', 'deadline']
const textRoles: readonly Role[] = ['task', 'requirement', 'deliverable', 'note']
const costOfSharing = 3
const costOfOwnAmongShared = 4
const costOfMergingShared = 0.5

const agencyRoles: readonly Role[] = ['lead', 'coordinating', 'implementing']
const costOfNoAgency = 7
const costOfAgencyAsName = 5
/** Agencies beside each other without a comma, where the language does not know them together. */
const costOfUnparted = 4
const surprising = 3.5
const separated = /[,;:(]$/u
const costOfNoTime = 5

/** A way to cut all lines up to one: what is running in each column, and the pieces of its last line. */
interface Way {
  cost: number
  running: readonly Running[]
  /** The last column of the current row that has text. */
  last: number
  /** The current row shares agencies and time with the row above. */
  shared: boolean
  pieces: Piece[]
  before: Way | null
}

/** A line as it is cut. */
interface LineToCut {
  index: number
  tokens: readonly WovenToken[]
  /** What a cell that begins with each token may be. */
  openings: readonly Opening[]
  newRow: boolean
  labelled: boolean
  /** Blank lines stand before it: cells may stand one after another instead of side by side. */
  apart: boolean
  /** The next line begins another row: this one may be a heading over the whole width. */
  alone: boolean
}

const mostWays = 8

/** Cuts the lines of a table into pieces of its columns, so that each column's running text is likeliest. */
export class Unweaver {
  private readonly habits: ColumnHabits
  private readonly textColumn: number

  constructor(
    model: LanguageModel,
    private readonly columns: readonly WovenColumn[],
  ) {
    this.habits = new ColumnHabits(model, columns.length)
    const name = columns.findIndex(({ role }) => role === 'name')
    this.textColumn = name >= 0 ? name : columns.findIndex(({ role }) => role === 'task')
  }

  /** Pieces of all lines. What columns are like comes from lines whose rules were read, then from all. */
  cut(lines: readonly WovenLine[], marks: RowMarks): Piece[][] {
    const most = Math.max(0, ...lines.map(barsIn))
    const ruled = lines.filter(
      (line, index) => (marks.centred || marks.starts.has(index)) && barsIn(line) >= Math.max(2, most - 1),
    )
    const labelled = new Set(lines.filter((_, index) => marks.labels.has(index)))
    const alone = ruled.flatMap((line) => {
      const labels = new Set(labelled.has(line) ? [0] : [])
      return this.cutAll([line], { starts: new Set([0]), labels, centred: false }, 1)
    })
    this.habits.learn(columnPieces(ruled, alone))
    this.learnPresence(alone, new Set(alone.keys()))
    for (const ways of [2, 3]) {
      const pieces = this.cutAll(lines, marks, ways)
      this.habits.learn(columnPieces(lines, pieces))
      if (!marks.centred) this.learnPresence(pieces, marks.starts)
    }
    return this.cutAll(lines, marks, mostWays)
  }

  private learnPresence(pieces: readonly (readonly Piece[])[], starts: ReadonlySet<number>): void {
    const rows = [...starts].flatMap((start) => {
      const columns = pieces[start]?.map(({ column }) => column) ?? []
      return columns.length > 2 ? [columns] : []
    })
    const owning = rows.filter((own) => own.some((column) => this.isShared(column)))
    this.habits.learnPresence(this.columns.map((_, column) => (this.isShared(column) ? owning : rows)))
  }

  private cutAll(lines: readonly WovenLine[], marks: RowMarks, most: number): Piece[][] {
    const nothing: Running = { word: special.start, width: 0, gap: 0, ended: true, open: false, inRow: false }
    let ways: Way[] = [
      {
        cost: 0,
        running: this.columns.map(() => nothing),
        last: -1,
        shared: false,
        pieces: [],
        before: null,
      },
    ]
    lines.forEach((line, index) => {
      const toCut = lineToCut(lines, line, index, marks)
      const suiting = this.suitingOf(toCut, marks.centred)
      const next = ways.flatMap((way) => this.cutLine(way, toCut, suiting, marks.centred))
      next.sort((a, b) => a.cost - b.cost)
      ways = distinct(next, most)
    })
    const pieces: Piece[][] = []
    for (let way = ways[0] ?? null; way !== null && way.before !== null; way = way.before)
      pieces.push(way.pieces)
    return pieces.reverse()
  }

  /** What it costs that a token of a line stands in a column after the token before it; by column. */
  private suitingOf({ tokens, openings, newRow, labelled }: LineToCut, centred: boolean): Float64Array[] {
    return this.columns.map(({ role }, column) =>
      Float64Array.from(tokens, (token, index) => {
        if (role === 'code') return labelled && index === 0 ? gainOfLabel : costOfWord
        if (numericRoles.includes(role))
          return (newRow || centred) && index > 0 && isScore(token) ? gainOfScore : costOfWord
        const before = tokens[index - 1]
        if (before === undefined) return 0
        return (
          this.habits.cost(column, before.last, token.id) +
          this.costOfNewAgency(token, before.last, separated.test(before.text), role, openings[index]) +
          (token.bar ? costOfBarInside : 0) -
          (token.tied ? costOfTornWord : 0)
        )
      }),
    )
  }

  private cutLine(way: Way, line: LineToCut, suiting: readonly Float64Array[], centred: boolean): Way[] {
    if (!line.newRow) return this.cutWay(way, line, suiting, centred)
    const own = this.cutWay({ ...way, shared: false }, line, suiting, centred)
    const mayShare = way.running.some(({ word }, column) => word !== special.start && this.isShared(column))
    if (!mayShare) return own
    const shared = { ...way, cost: way.cost + costOfSharing, shared: true }
    return [...own, ...this.cutWay(shared, line, suiting, centred)]
  }

  private cutWay(way: Way, line: LineToCut, suiting: readonly Float64Array[], centred: boolean): Way[] {
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
    const ways = cuttings.map(({ cost, cuts }) => this.extend(way, line, cuts, cost, centred, margin))
    const wide = this.wideWay(way, line)
    return wide === null ? ways : [...ways, wide]
  }

  private isShared(column: number): boolean {
    return sharedRoles.includes(this.columns[column]?.role ?? 'other')
  }

  /** A heading over the whole width: its label and one text. */
  private wideWay(way: Way, line: LineToCut): Way | null {
    const { tokens, labelled, alone, newRow } = line
    if (!alone || !labelled || !newRow || tokens.length < 3) return null
    let cost = costOfWide + gainOfLabel
    for (let index = 1; index < tokens.length; index++) {
      const token = tokens[index] as WovenToken
      const before = index === 1 ? special.start : (tokens[index - 1] as WovenToken).last
      cost +=
        this.habits.cost(this.textColumn, before, token.id) + (index > 1 && token.bar ? costOfBarInside : 0)
    }
    const cuts = [
      { column: 0, first: 0, text: 0, end: 1 },
      { column: this.textColumn, first: 1, text: 1, end: tokens.length },
    ]
    return this.extend(way, line, cuts, cost, false, 0.9)
  }

  private extend(
    way: Way,
    line: LineToCut,
    cuts: readonly Cut[],
    cost: number,
    centred: boolean,
    margin: number,
  ): Way {
    const pieces = cuts.map((cut): Piece => {
      const token = line.tokens[cut.text] as WovenToken
      const running = way.running[cut.column] as Running
      const goingOn = this.costOfGoingOn(token, running, cut.column, line, way.shared)
      const fresh = this.costOfBeginning(token, running, cut.column, line, { centred, way }) <= goingOn
      const role = this.columns[cut.column]?.role
      const opensRow = fresh && line.apart && cuts.length === 1 && way.last >= cut.column && role === 'name'
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
    { suiting, centred, way }: { suiting: Float64Array; centred: boolean; way: Way },
  ): void {
    const { tokens, newRow } = line
    const presence = this.habits.presence[column] as number
    const counts = newRow && !(way.shared && this.isShared(column))
    table.skip(
      column,
      counts ? -Math.log(1 - presence) : line.apart ? 0 : this.costOfMissing(running, column),
    )
    const present = counts ? -Math.log(presence) : 0
    const narrow = this.isNarrow(column)
    for (let first = 0; first < tokens.length; first++) {
      if (!table.canBegin(column, first)) continue
      const opening = tokens[first] as WovenToken
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
        const token = tokens[text] as WovenToken
        const begin = Math.min(
          this.costOfGoingOn(token, running, column, line, way.shared),
          this.costOfBeginning(token, running, column, line, { centred, way }),
        )
        let cost =
          cut +
          present +
          (text > first ? costOfLostRule - cut : 0) +
          (narrow ? (suiting[text] as number) : begin)
        let width = -blankWidth
        for (let end = text + 1; end <= tokens.length; end++) {
          width += blankWidth + (tokens[end - 1] as WovenToken).width
          if (end - 1 > text) cost += narrow ? 2 * costOfWord : (suiting[end - 1] as number)
          table.offer(column, first, text, end, cost + (narrow ? 0 : this.habits.costOfWidth(column, width)))
          if (narrow) break
        }
      }
    }
  }

  /** Codes and scores are one token. */
  private isNarrow(column: number): boolean {
    const { role } = this.columns[column] as WovenColumn
    return role === 'code' || numericRoles.includes(role)
  }

  private costOfGoingOn(
    token: WovenToken,
    running: Running,
    column: number,
    line: LineToCut,
    shared: boolean,
  ): number {
    if (running.word === special.start) return Number.POSITIVE_INFINITY
    const wrapping =
      running.gap > 0 ? 0 : this.habits.costOfWrapping(column, running.width, firstWordWidth(token))
    const resuming =
      running.gap === 0
        ? 0
        : line.apart
          ? costOfResumingApart
          : Math.min(mostForResuming, costOfResuming * running.gap)
    const sharing =
      shared && (this.isShared(column) || textRoles.includes(this.columns[column]?.role ?? 'other'))
    const merging =
      running.inRow && !line.newRow
        ? 0
        : (sharing ? costOfMergingShared : costOfMerging) + (running.ended ? costOfMergingEnded : 0)
    const apart = line.apart && !running.open ? (token.capital ? costOfCapitalApart : costOfGoingOnApart) : 0
    const words = this.habits.cost(column, running.word, token.id)
    const unended = running.open ? 0 : -Math.log(1 - this.habits.endsAfter(column, running.word))
    const { role } = this.columns[column] as WovenColumn
    const opening = line.openings[line.tokens.indexOf(token)]
    const agency = this.costOfNewAgency(token, running.word, running.open, role, opening)
    return words + wrapping + resuming + merging + apart + unended + agency
  }

  /** Agencies of one cell are parted by commas, unless the name of one holds another's: 'Văn phòng UBND'. */
  private costOfNewAgency(
    token: WovenToken,
    before: number,
    parted: boolean,
    role: Role,
    opening: Opening | undefined,
  ): number {
    if (parted || !token.capital || opening?.agency !== true || !agencyRoles.includes(role)) return 0
    return this.habits.languageCost(before, token.id) > surprising ? costOfUnparted : 0
  }

  private costOfBeginning(
    token: WovenToken,
    running: Running,
    column: number,
    line: LineToCut,
    { centred, way }: { centred: boolean; way: Way },
  ): number {
    const small = token.capital || token.numeric || /^[-–+•(]/u.test(token.text) ? 0 : costOfSmallStart
    const words = this.habits.cost(column, special.start, token.id)
    const { role } = this.columns[column] as WovenColumn
    const start = words + small + this.costOfOpening(token, role, line)
    if (way.shared && this.isShared(column)) return start + costOfOwnAmongShared
    if (line.newRow) return start
    if (line.apart) {
      const agency = role === 'name' && line.openings[line.tokens.indexOf(token)]?.agency === true
      return start + this.costOfBeginningApart(running, column, way.last) + (agency ? costOfAgencyAsName : 0)
    }
    if (!running.inRow) return start + (centred ? 0 : costOfLate)
    const paragraph = paragraphRoles.includes(role) || centred ? costOfParagraph : costOfParagraphElsewhere
    return start + paragraph + (running.ended ? 0 : costOfUnended) + (running.gap > 0 ? 1 : 0)
  }

  /** Agencies begin with an agency's words, times with those of time. */
  private costOfOpening(token: WovenToken, role: Role, { openings, tokens }: LineToCut): number {
    if (agencyRoles.includes(role))
      return openings[tokens.indexOf(token)]?.agency === true ? 0 : costOfNoAgency
    if (role !== 'deadline') return 0
    return openings[tokens.indexOf(token)]?.time === true ? 0 : costOfNoTime
  }

  /** Where cells stand one after another, a name after later columns opens a row. */
  private costOfBeginningApart(running: Running, column: number, last: number): number {
    const { role } = this.columns[column] as WovenColumn
    if (role === 'name' && last >= column) return costOfOpeningRow
    if (running.inRow) return paragraphRoles.includes(role) ? costOfParagraphApart : costOfSecondCell
    return column < last ? costOfOutOfOrder : 0
  }

  /** A column whose text is not at its end should have some on the next line. */
  private costOfMissing(running: Running, column: number): number {
    if (!running.inRow || running.gap > 0) return 0
    if (running.open) return costOfOpenEnd
    return -Math.log(running.ended ? 0.6 : this.habits.endsAfter(column, running.word))
  }
}

function lineToCut(lines: readonly WovenLine[], line: WovenLine, index: number, marks: RowMarks): LineToCut {
  const { tokens, gap } = line
  const newRow = marks.starts.has(index)
  return {
    index,
    tokens,
    openings: openingsOf(tokens),
    newRow,
    labelled: marks.labels.has(index),
    apart: gap > 0 && !newRow && tokens.every(({ bar }) => !bar),
    alone: index + 1 === lines.length || marks.starts.has(index + 1) || (lines[index + 1]?.gap ?? 0) > 0,
  }
}

function after(
  running: readonly Running[],
  tokens: readonly WovenToken[],
  pieces: readonly Piece[],
  newRow: boolean,
  columns: readonly WovenColumn[],
): Running[] {
  const next = running.map((own) => ({ ...own, gap: own.gap + 1, inRow: newRow ? false : own.inRow }))
  for (const { column, text, end } of pieces) {
    const last = tokens[end - 1] as WovenToken
    const open = (agencyRoles.includes(columns[column]?.role ?? 'other') ? separated : /,$/u).test(last.text)
    next[column] = {
      word: last.last,
      width: widthOfTokens(tokens.slice(text, end)),
      gap: 0,
      ended: !open && /[.;]$/u.test(last.text),
      open,
      inRow: true,
    }
  }
  return next
}

/** Ways that will go on alike are one: the cheapest. */
function distinct(ways: readonly Way[], most: number): Way[] {
  const seen = new Set<string>()
  const kept: Way[] = []
  for (const way of ways) {
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

function columnPieces(lines: readonly WovenLine[], pieces: readonly (readonly Piece[])[]): ColumnPiece[] {
  return pieces.flatMap((own, line) =>
    own.map(({ column, text, end, fresh, margin }) => ({
      column,
      margin,
      tokens: lines[line]?.tokens.slice(text, end) ?? [],
      goesOn: !fresh,
    })),
  )
}

/** Scores have few digits before the comma; a year is none. */
function isScore({ text }: WovenToken): boolean {
  return /^\d{1,3}(?:[.,]\d{1,4})?$/u.test(text)
}

function barsIn(line: WovenLine): number {
  return line.tokens.filter(({ bar }) => bar).length
}
