import type { Role } from '../../schemas/table.js'
import { CutTable } from './cut-table.js'
import { type LanguageModel, lowerBound, special } from './language-model.js'
import { ColumnHabits } from './unweave-columns.js'
import type { WovenColumn } from './unweave-header.js'
import type { WovenLine, WovenToken } from './unweave-lines.js'

/** A piece of a line that belongs to one column: its tokens from `first` up to `end`. */
export interface Piece {
  line: number
  column: number
  first: number
  end: number
  /** It begins something: it does not go on from the text above it in its column. */
  fresh: boolean
  /** It begins a row whose label is lost: a name that follows the last cells of another row. */
  opensRow: boolean
}

/** What is known of a column at a line: the last word of its running text, how long its last line was. */
interface Running {
  word: number
  /** Length of its last piece in characters; 0 where it has none in this row. */
  length: number
  /** Lines since its last piece. */
  gap: number
  ended: boolean
}

const costOfBarInside = 6
const costOfCut = 2
const costOfWord = 10
const costOfFresh = 1
const costOfNewParagraph = 3
const costOfSmallStart = 3
const costOfResuming = 5
const costOfGoingOnApart = 4
/** A second text in the same column of one row, when cells stand one after another. */
const costOfSecondCell = 4
/** Going on from the row above: one cell of the print serves several rows. */
const costOfMerging = 4
const costPerLetterTooLong = 0.35
const costPerLetterTooShort = 0.1
const costOfSkipping = 1.2
const gainOfLabel = -10
const gainOfScore = -4
const mostForShort = 6
const numericRoles: readonly Role[] = ['maxScore', 'achievedScore', 'targetScore']

/** A way to cut all lines up to one: what is running in each column, and the pieces of its last line. */
interface Way {
  cost: number
  running: readonly Running[]
  /** The last column of the current row that has text. */
  last: number
  pieces: Piece[]
  before: Way | null
}

/** What the tokens of a line cost in each column, and in the place where they stand. */
interface LineCosts {
  tokens: readonly WovenToken[]
  newRow: boolean
  /** Blank lines stand before it: cells may stand one after another instead of side by side. */
  apart: boolean
  /** Per column and token. */
  suiting: Float64Array[]
  staying: Float64Array
}

/** So many ways to cut the lines so far are followed. */
const mostWays = 8

/** Cuts the lines of a table into pieces of its columns, so that each column's running text is likeliest. */
export class Unweaver {
  private readonly pairs = new Map<number, number>()
  private readonly habits: ColumnHabits

  constructor(
    private readonly model: LanguageModel,
    private readonly columns: readonly WovenColumn[],
    /** Labels may stand on any line of their row. */
    private readonly centred = false,
  ) {
    this.habits = new ColumnHabits(model, columns.length)
  }

  /** Pieces of all lines; `rowStarts` says which lines begin a row. Widths come from lines whose rules were read. */
  cut(lines: readonly WovenLine[], rowStarts: ReadonlySet<number>): Piece[][] {
    const most = Math.max(0, ...lines.map(barsIn))
    const ruled = lines.filter((line) => barsIn(line) >= Math.max(2, most - 1))
    const alone = ruled.flatMap((line) => this.cutAll([line], new Set([0]), 1))
    this.habits.learnWords(ruled, alone)
    this.habits.learnWidths(ruled, alone)
    const pieces = this.cutAll(lines, rowStarts, 1)
    const trusted = pieces.map((own, line) => (barsIn(lines[line] as WovenLine) > 0 ? own : []))
    this.habits.learnWords(lines, trusted)
    this.habits.learnPresence(pieces, rowStarts)
    return this.cutAll(lines, rowStarts, mostWays)
  }

  private cutAll(lines: readonly WovenLine[], rowStarts: ReadonlySet<number>, most: number): Piece[][] {
    const nothing = { word: special.start, length: 0, gap: 0, ended: true }
    let ways: Way[] = [
      { cost: 0, running: this.columns.map(() => nothing), last: -1, pieces: [], before: null },
    ]
    lines.forEach((line, index) => {
      const costs = this.costsOf(line, rowStarts.has(index))
      const next = ways.flatMap((way) => this.cutLine(way, costs, index))
      next.sort((a, b) => a.cost - b.cost)
      ways = distinct(next).slice(0, most)
    })
    const pieces: Piece[][] = []
    for (let way = ways[0] ?? null; way !== null && way.before !== null; way = way.before)
      pieces.push(way.pieces)
    return pieces.reverse()
  }

  private costsOf({ tokens, gap }: WovenLine, newRow: boolean): LineCosts {
    const suiting = this.columns.map((_, column) =>
      Float64Array.from(tokens, (token, index) =>
        this.costOfToken(token, column, {
          label: index === 0 && this.mayBeLabel(tokens, newRow),
          score: newRow && isScore(token),
        }),
      ),
    )
    const staying = Float64Array.from(tokens, (token, index) =>
      index === 0 ? 0 : this.costOfStaying(tokens[index - 1] as WovenToken, token),
    )
    return { tokens, newRow, apart: gap > 0 && !newRow && tokens.every(({ bar }) => !bar), suiting, staying }
  }

  private cutLine(way: Way, costs: LineCosts, line: number): Way[] {
    const { tokens, newRow } = costs
    const table = new CutTable(this.columns.length, tokens.length)
    for (let column = 0; column < this.columns.length; column++) {
      this.fillColumn(table, costs, column, way.running[column] as Running)
    }
    return table.cuttings().map(({ cost, cuts }) => {
      const pieces = cuts.map((cut): Piece => {
        const token = tokens[cut.first] as WovenToken
        const running = way.running[cut.column] as Running
        const goingOn = this.costOfGoingOn(token, running, cut.column, costs)
        const fresh = this.costOfBeginning(token, running, cut.column, costs) <= goingOn
        const opensRow =
          fresh &&
          costs.apart &&
          cuts.length === 1 &&
          way.last >= cut.column &&
          this.columns[cut.column]?.role === 'name'
        return { ...cut, line, fresh, opensRow }
      })
      const opens = newRow || pieces.some(({ opensRow }) => opensRow)
      const last = Math.max(opens ? -1 : way.last, ...cuts.map(({ column }) => column))
      return {
        cost: way.cost + cost,
        running: after(way.running, tokens, pieces, opens),
        last,
        pieces,
        before: way,
      }
    })
  }

  /** Ways to cut the tokens up to each end, when the last piece stands in this column or before it. */
  private fillColumn(table: CutTable, costs: LineCosts, column: number, running: Running): void {
    const { tokens, newRow, staying } = costs
    const suiting = costs.suiting[column] as Float64Array
    const width = this.habits.widths[column] as number
    const presence = this.habits.presence[column] as number
    table.skip(column, newRow ? -Math.log(1 - presence) : costOfMissing(running))
    const present = newRow ? -Math.log(presence) : 0
    for (let first = 0; first < tokens.length; first++) {
      if (!table.canBegin(column, first)) continue
      const token = tokens[first] as WovenToken
      const cut = first === 0 || token.bar ? 0 : costOfCut
      const goingOn = this.costOfGoingOn(token, running, column, costs)
      let cost = cut + present + Math.min(goingOn, this.costOfBeginning(token, running, column, costs))
      for (let end = first + 1; end <= tokens.length; end++) {
        if (end - 1 > first) cost += staying[end - 1] as number
        cost += suiting[end - 1] as number
        if (end - 1 > first && this.isNarrow(column)) cost += costOfWord
        const over = Math.max(0, (tokens[end - 1] as WovenToken).end - token.start - width)
        table.offer(column, first, end, cost + costPerLetterTooLong * over)
      }
    }
  }

  /** Codes and scores are one token. */
  private isNarrow(column: number): boolean {
    const { role } = this.columns[column] as WovenColumn
    return role === 'code' || numericRoles.includes(role)
  }

  private costOfGoingOn(token: WovenToken, running: Running, column: number, costs: LineCosts): number {
    if (running.length === 0) return Number.POSITIVE_INFINITY
    const room = (this.habits.widths[column] as number) - running.length - 1 - token.text.length
    const short = Number.isFinite(room)
      ? Math.min(mostForShort, costPerLetterTooShort * Math.max(0, room - 2))
      : 0
    const merging = costs.newRow ? costOfMerging : 0
    const resumed = running.gap > 0 ? costOfResuming : 0
    const apart = costs.apart ? costOfGoingOnApart : 0
    return this.pair(running.word, token.id) + short + resumed + merging + apart
  }

  private costOfBeginning(token: WovenToken, running: Running, column: number, costs: LineCosts): number {
    const small = token.capital || token.numeric ? 0 : costOfSmallStart
    const start = this.pair(special.start, token.id) + small
    if (costs.newRow || running.length === 0) return start + costOfFresh
    const paragraphs = this.columns[column]?.role === 'task'
    if (costs.apart)
      return start + (paragraphs ? costOfFresh : running.gap > 0 ? costOfFresh : costOfSecondCell)
    return start + costOfNewParagraph + (running.gap > 0 ? costOfResuming : 0)
  }

  /** Whether the first token of a line is a label. */
  private mayBeLabel(tokens: readonly WovenToken[], newRow: boolean): boolean {
    const [label, next] = tokens
    if (label === undefined) return false
    if (newRow) return /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+)\.?$/u.test(label.text)
    return this.centred && /^(?:\d{1,2}|[AISBZ])$/u.test(label.text) && next?.numeric === false
  }

  private costOfStaying(before: WovenToken, token: WovenToken): number {
    return this.pair(before.id, token.id) + (token.bar ? costOfBarInside : 0)
  }

  /** How well a token suits a column by its kind and by the words that stand there. */
  private costOfToken(token: WovenToken, column: number, may: { label: boolean; score: boolean }): number {
    const { role } = this.columns[column] as WovenColumn
    if (role === 'code') return may.label ? gainOfLabel : costOfWord
    if (numericRoles.includes(role)) return may.score ? gainOfScore : costOfWord
    return this.habits.costOf(token, column)
  }

  /** What it costs that a word stands after another. */
  private pair(before: number, word: number): number {
    const key = before * 65536 + word
    const known = this.pairs.get(key)
    if (known !== undefined) return known
    const { bigramStart, bigramWord, bigramScore, probabilityOf, unigram, unigramBackoff } = this.model
    const end = bigramStart[before + 1] as number
    const entry = lowerBound(bigramWord, bigramStart[before] as number, end, word)
    const probability =
      entry < end && bigramWord[entry] === word
        ? (probabilityOf[bigramScore[entry] as number] as number)
        : (unigramBackoff[before] as number) * (unigram[word] as number)
    const cost = -Math.log(probability)
    this.pairs.set(key, cost)
    return cost
  }
}

/** A column whose text is not at its end should have some on the next line. */
function costOfMissing(running: Running): number {
  return running.length === 0 || running.gap > 0 || running.ended ? 0 : costOfSkipping
}

function after(
  running: readonly Running[],
  tokens: readonly WovenToken[],
  pieces: readonly Piece[],
  newRow: boolean,
): Running[] {
  const next = running.map((own) => ({ ...own, gap: own.gap + 1, length: newRow ? 0 : own.length }))
  for (const { column, first, end } of pieces) {
    const last = tokens[end - 1] as WovenToken
    const length = last.end - (tokens[first] as WovenToken).start
    next[column] = { word: last.id, length, gap: 0, ended: /[.;]$/u.test(last.text) }
  }
  return next
}

/** Ways that will go on alike are one: the cheapest. */
function distinct(ways: readonly Way[]): Way[] {
  const seen = new Set<string>()
  return ways.filter(({ running }) => {
    const key = running.map(({ word, length, gap }) => `${word}:${length}:${Math.min(gap, 1)}`).join(' ')
    return !seen.has(key) && seen.add(key)
  })
}

/** Scores have few digits before the comma; a year is none. */
function isScore({ text }: WovenToken): boolean {
  return /^\d{1,3}(?:[.,]\d{1,4})?$/u.test(text)
}

function barsIn(line: WovenLine): number {
  return line.tokens.filter(({ bar }) => bar).length
}
