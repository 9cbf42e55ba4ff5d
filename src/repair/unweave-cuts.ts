import type { Role } from '../../schemas/table.js'
import { CutTable } from './cut-table.js'
import { type LanguageModel, lowerBound, special } from './language-model.js'
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
/** Going on from the row above: one cell of the print serves several rows. */
const costOfMerging = 4
const costPerLetterTooLong = 0.35
const costPerLetterTooShort = 0.1
const costOfSkipping = 1.2
const gainOfLabel = -6
const mostForShort = 6
const numericRoles: readonly Role[] = ['maxScore', 'achievedScore', 'targetScore']

/** A way to cut all lines up to one: what is running in each column, and the pieces of its last line. */
interface Way {
  cost: number
  running: readonly Running[]
  pieces: Piece[]
  before: Way | null
}

/** What the tokens of a line cost in each column, and in the place where they stand. */
interface LineCosts {
  tokens: readonly WovenToken[]
  newRow: boolean
  /** Per column and token. */
  suiting: Float64Array[]
  staying: Float64Array
}

/** So many ways to cut the lines so far are followed. */
const mostWays = 8

/** Cuts the lines of a table into pieces of its columns, so that each column's running text is likeliest. */
export class Unweaver {
  private readonly pairs = new Map<number, number>()
  /** Per column: how often each word stands in it. */
  private counts: Map<number, number>[]
  private totals: number[]
  private widths: number[]
  /** Per column: how often it has text on the first line of a row. */
  private presence: number[]

  constructor(
    private readonly model: LanguageModel,
    private readonly columns: readonly WovenColumn[],
  ) {
    this.counts = columns.map(() => new Map())
    this.totals = columns.map(() => 0)
    this.widths = columns.map(() => Number.POSITIVE_INFINITY)
    this.presence = columns.map(() => 0.5)
  }

  /** Pieces of all lines; `rowStarts` says which lines begin a row. Widths come from lines whose rules were read. */
  cut(lines: readonly WovenLine[], rowStarts: ReadonlySet<number>): Piece[][] {
    const ruled = lines.filter((line, index) => rowStarts.has(index) && barsIn(line) >= 2)
    const alone = ruled.flatMap((line) => this.cutAll([line], new Set([0]), 1))
    this.learn(ruled, alone)
    this.presence = this.columns.map((_, column) => {
      const present = alone.filter((pieces) => pieces.some((piece) => piece.column === column)).length
      return (present + 1) / (alone.length + 2)
    })
    this.learn(lines, this.cutAll(lines, rowStarts, 1))
    return this.cutAll(lines, rowStarts, mostWays)
  }

  private cutAll(lines: readonly WovenLine[], rowStarts: ReadonlySet<number>, most: number): Piece[][] {
    const nothing = { word: special.start, length: 0, gap: 0, ended: true }
    let ways: Way[] = [{ cost: 0, running: this.columns.map(() => nothing), pieces: [], before: null }]
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

  private costsOf({ tokens }: WovenLine, newRow: boolean): LineCosts {
    const suiting = this.columns.map((_, column) =>
      Float64Array.from(tokens, (token, index) => this.costOfToken(token, column, index === 0)),
    )
    const staying = Float64Array.from(tokens, (token, index) =>
      index === 0 ? 0 : this.costOfStaying(tokens[index - 1] as WovenToken, token),
    )
    return { tokens, newRow, suiting, staying }
  }

  private learn(lines: readonly WovenLine[], pieces: readonly Piece[][]): void {
    const lengths = this.columns.map((): number[] => [])
    this.counts = this.columns.map(() => new Map())
    this.totals = this.columns.map(() => 0)
    const placed = pieces.flatMap((own, line) =>
      own.map((piece) => ({ piece, tokens: lines[line]?.tokens ?? [] })),
    )
    for (const { piece, tokens: all } of placed) {
      const tokens = all.slice(piece.first, piece.end)
      lengths[piece.column]?.push(lengthOf(tokens))
      const counts = this.counts[piece.column] as Map<number, number>
      for (const { id } of tokens) counts.set(id, (counts.get(id) ?? 0) + 1)
      this.totals[piece.column] = (this.totals[piece.column] as number) + tokens.length
    }
    if (this.widths.every((width) => width === Number.POSITIVE_INFINITY)) this.widths = lengths.map(widthOf)
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
        const merging = newRow ? costOfMerging : 0
        const goingOn = merging + this.costOfGoingOn(token, running, this.widths[cut.column] as number)
        return { ...cut, line, fresh: this.costOfBeginning(token, running, newRow) <= goingOn }
      })
      return {
        cost: way.cost + cost,
        running: after(way.running, tokens, pieces, newRow),
        pieces,
        before: way,
      }
    })
  }

  /** Ways to cut the tokens up to each end, when the last piece stands in this column or before it. */
  private fillColumn(table: CutTable, costs: LineCosts, column: number, running: Running): void {
    const { tokens, newRow, staying } = costs
    const suiting = costs.suiting[column] as Float64Array
    const width = this.widths[column] as number
    const presence = this.presence[column] as number
    table.skip(column, newRow ? -Math.log(1 - presence) : costOfMissing(running))
    const present = newRow ? -Math.log(presence) : 0
    for (let first = 0; first < tokens.length; first++) {
      if (!table.canBegin(column, first)) continue
      const token = tokens[first] as WovenToken
      const cut = first === 0 || token.bar ? 0 : costOfCut
      const goingOn = (newRow ? costOfMerging : 0) + this.costOfGoingOn(token, running, width)
      let cost = cut + present + Math.min(goingOn, this.costOfBeginning(token, running, newRow))
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

  private costOfGoingOn(token: WovenToken, running: Running, width: number): number {
    if (running.length === 0) return Number.POSITIVE_INFINITY
    const room = width - running.length - 1 - token.text.length
    const short = Number.isFinite(room)
      ? Math.min(mostForShort, costPerLetterTooShort * Math.max(0, room - 2))
      : 0
    const resumed = running.gap > 0 ? costOfResuming : 0
    return this.pair(running.word, token.id) + short + resumed
  }

  private costOfBeginning(token: WovenToken, running: Running, newRow: boolean): number {
    const begun = newRow || running.length === 0 ? costOfFresh : costOfNewParagraph
    const resumed = !newRow && running.length > 0 && running.gap > 0 ? costOfResuming : 0
    const small = token.capital || token.numeric ? 0 : costOfSmallStart
    return begun + resumed + this.pair(special.start, token.id) + small
  }

  private costOfStaying(before: WovenToken, token: WovenToken): number {
    return this.pair(before.id, token.id) + (token.bar ? costOfBarInside : 0)
  }

  /** How well a token suits a column by its kind and by the words that stand there. */
  private costOfToken(token: WovenToken, column: number, opensLine: boolean): number {
    const { role } = this.columns[column] as WovenColumn
    if (role === 'code') return opensLine && isLabel(token) ? gainOfLabel : costOfWord
    if (numericRoles.includes(role)) return token.numeric ? -4 : costOfWord
    const total = this.totals[column] as number
    if (total === 0) return 0
    const share = ((this.counts[column]?.get(token.id) ?? 0) + 0.3) / (total + 60)
    const everywhere = this.totals.reduce((sum, count) => sum + count, 0)
    const all = this.counts.reduce((sum, counts) => sum + (counts.get(token.id) ?? 0), 0)
    return -0.5 * Math.log(share / ((all + 0.3) / (everywhere + 60)))
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

function isLabel(token: WovenToken): boolean {
  return /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+)\.?$/u.test(token.text)
}

function barsIn(line: WovenLine): number {
  return line.tokens.filter(({ bar }) => bar).length
}

function lengthOf(tokens: readonly WovenToken[]): number {
  const first = tokens[0]
  const last = tokens.at(-1)
  return first === undefined || last === undefined ? 0 : last.end - first.start
}

/** Nearly the longest piece, since a few may have been cut wrongly, and a little room. */
function widthOf(lengths: number[]): number {
  if (lengths.length < 3) return Number.POSITIVE_INFINITY
  const sorted = lengths.toSorted((a, b) => a - b)
  return (sorted[Math.floor(sorted.length * 0.85)] as number) + 2
}
