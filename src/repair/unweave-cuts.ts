import type { Role } from '../../schemas/table.js'
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
const costPerLetterTooLong = 0.35
const costPerLetterTooShort = 0.1
const costOfSkipping = 1.2
const numericRoles: readonly Role[] = ['maxScore', 'achievedScore']

/** Cuts the lines of a table into pieces of its columns, so that each column's running text is likeliest. */
export class Unweaver {
  private readonly pairs = new Map<number, number>()
  /** Per column: how often each word stands in it. */
  private counts: Map<number, number>[]
  private totals: number[]
  private widths: number[]
  private running: Running[] = []

  constructor(
    private readonly model: LanguageModel,
    private readonly columns: readonly WovenColumn[],
  ) {
    this.counts = columns.map(() => new Map())
    this.totals = columns.map(() => 0)
    this.widths = columns.map(() => Number.POSITIVE_INFINITY)
  }

  /** Pieces of all lines; `rowStarts` says which lines begin a row. Widths and words are learned in a first round. */
  cut(lines: readonly WovenLine[], rowStarts: ReadonlySet<number>, rounds = 2): Piece[][] {
    let pieces: Piece[][] = []
    for (let round = 0; round <= rounds; round++) {
      this.running = this.columns.map(() => ({ word: special.start, length: 0, gap: 0, ended: true }))
      pieces = lines.map((line, index) => this.cutLine(line, index, rowStarts.has(index)))
      this.learn(lines, pieces)
    }
    return pieces
  }

  private learn(lines: readonly WovenLine[], pieces: readonly Piece[][]): void {
    const lengths = this.columns.map((): number[] => [])
    this.counts = this.columns.map(() => new Map())
    this.totals = this.columns.map(() => 0)
    for (const piece of pieces.flat()) {
      const tokens = lines[piece.line]?.tokens.slice(piece.first, piece.end) ?? []
      lengths[piece.column]?.push(lengthOf(tokens))
      const counts = this.counts[piece.column] as Map<number, number>
      for (const { id } of tokens) counts.set(id, (counts.get(id) ?? 0) + 1)
      this.totals[piece.column] = (this.totals[piece.column] as number) + tokens.length
    }
    this.widths = lengths.map(widthOf)
  }

  private cutLine(line: WovenLine, index: number, newRow: boolean): Piece[] {
    if (newRow) for (const running of this.running) running.gap = Math.max(running.gap, 1)
    const { tokens } = line
    if (tokens.length === 0) return []
    const table = new CutTable(this.columns.length, tokens.length)
    for (let column = 0; column < this.columns.length; column++) {
      this.fillColumn(table, line, column, newRow)
    }
    const pieces = table.pieces(index)
    for (const piece of pieces) piece.fresh = this.isFresh(tokens, piece, newRow)
    this.advance(tokens, pieces, newRow)
    return pieces
  }

  /** Best ways to cut the tokens up to each end, when the last piece stands in this column or before it. */
  private fillColumn(table: CutTable, line: WovenLine, column: number, newRow: boolean): void {
    const { tokens } = line
    table.skip(column, this.costOfSkipping(column, newRow))
    for (let first = 0; first < tokens.length; first++) {
      const before = table.before(column, first)
      if (before === Number.POSITIVE_INFINITY) continue
      let cost = before + this.costOfEntering(line, first, column, newRow)
      let length = 0
      for (let end = first + 1; end <= tokens.length; end++) {
        const token = tokens[end - 1] as WovenToken
        if (end - 1 > first) cost += this.costOfStaying(tokens[end - 2] as WovenToken, token)
        cost += this.costOfToken(token, column, first === 0 && end === 1)
        length = token.end - (tokens[first] as WovenToken).start
        const over = Math.max(0, length - (this.widths[column] as number))
        table.offer(column, first, end, cost + costPerLetterTooLong * over)
      }
    }
  }

  private costOfSkipping(column: number, newRow: boolean): number {
    const running = this.running[column] as Running
    if (newRow || running.length === 0 || running.gap > 0 || running.ended) return 0
    return costOfSkipping
  }

  private costOfEntering(line: WovenLine, first: number, column: number, newRow: boolean): number {
    const token = line.tokens[first] as WovenToken
    const cut = first === 0 || token.bar ? 0 : costOfCut
    return cut + Math.min(this.costOfGoingOn(token, column), this.costOfBeginning(token, column, newRow))
  }

  private costOfGoingOn(token: WovenToken, column: number): number {
    const running = this.running[column] as Running
    if (running.length === 0) return Number.POSITIVE_INFINITY
    const room = (this.widths[column] as number) - running.length - 1 - token.text.length
    const short = Number.isFinite(room) ? Math.min(3, costPerLetterTooShort * Math.max(0, room - 2)) : 0
    const resumed = running.gap > 0 ? costOfResuming : 0
    return this.pair(running.word, token.id) + short + resumed
  }

  private costOfBeginning(token: WovenToken, column: number, newRow: boolean): number {
    const running = this.running[column] as Running
    const begun = newRow || running.length === 0 ? costOfFresh : costOfNewParagraph
    const resumed = !newRow && running.length > 0 && running.gap > 0 ? costOfResuming : 0
    return begun + resumed + this.pair(special.start, token.id) + (token.capital || token.numeric ? 0 : costOfSmallStart)
  }

  private costOfStaying(before: WovenToken, token: WovenToken): number {
    return this.pair(before.id, token.id) + (token.bar ? costOfBarInside : 0)
  }

  /** How well a token suits a column by its kind and by the words that stand there. */
  private costOfToken(token: WovenToken, column: number, opensLine: boolean): number {
    const { role } = this.columns[column] as WovenColumn
    if (role === 'code') return opensLine && isLabel(token) ? -6 : costOfWord
    if (numericRoles.includes(role)) return token.numeric ? -2 : costOfWord
    const total = this.totals[column] as number
    if (total === 0) return 0
    const share = ((this.counts[column]?.get(token.id) ?? 0) + 0.3) / (total + 60)
    const everywhere = this.totals.reduce((sum, count) => sum + count, 0)
    const all = this.counts.reduce((sum, counts) => sum + (counts.get(token.id) ?? 0), 0)
    return -0.5 * Math.log(share / ((all + 0.3) / (everywhere + 60)))
  }

  private isFresh(tokens: readonly WovenToken[], piece: Piece, newRow: boolean): boolean {
    const token = tokens[piece.first] as WovenToken
    return this.costOfBeginning(token, piece.column, newRow) <= this.costOfGoingOn(token, piece.column)
  }

  private advance(tokens: readonly WovenToken[], pieces: readonly Piece[], newRow: boolean): void {
    for (const running of this.running) running.gap++
    for (const { column, first, end } of pieces) {
      const last = tokens[end - 1] as WovenToken
      const ended = /[.;]$/u.test(last.text)
      const length = lengthOf(tokens.slice(first, end))
      this.running[column] = { word: last.id, length, gap: 0, ended }
    }
    if (newRow) {
      for (const running of this.running) if (running.gap > 0) running.length = 0
    }
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

/** Best costs of cutting a line: per column and number of tokens used. */
class CutTable {
  private readonly best: Float64Array[]
  private readonly from: Int16Array[]

  constructor(
    columns: number,
    private readonly length: number,
  ) {
    this.best = Array.from({ length: columns + 1 }, () => new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY))
    this.from = Array.from({ length: columns + 1 }, () => new Int16Array(length + 1).fill(-1))
    ;(this.best[0] as Float64Array)[0] = 0
  }

  before(column: number, first: number): number {
    return this.best[column]?.[first] as number
  }

  skip(column: number, cost: number): void {
    const before = this.best[column] as Float64Array
    const own = this.best[column + 1] as Float64Array
    for (let end = 0; end <= this.length; end++) own[end] = (before[end] as number) + cost
  }

  offer(column: number, first: number, end: number, cost: number): void {
    const own = this.best[column + 1] as Float64Array
    if (cost >= (own[end] as number)) return
    own[end] = cost
    ;(this.from[column + 1] as Int16Array)[end] = first
  }

  pieces(line: number): Piece[] {
    const pieces: Piece[] = []
    let end = this.length
    for (let column = this.best.length - 2; column >= 0; column--) {
      const first = this.from[column + 1]?.[end] as number
      if (first < 0) continue
      pieces.push({ line, column, first, end, fresh: false })
      end = first
    }
    return pieces.reverse()
  }
}

function isLabel(token: WovenToken): boolean {
  return token.numeric || /^[IVX]+\.?$/u.test(token.text)
}

function lengthOf(tokens: readonly WovenToken[]): number {
  const first = tokens[0]
  const last = tokens.at(-1)
  return first === undefined || last === undefined ? 0 : last.end - first.start
}

/** Nearly the longest piece: a few may have been cut wrongly. */
function widthOf(lengths: number[]): number {
  if (lengths.length < 5) return Number.POSITIVE_INFINITY
  const sorted = lengths.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.93)] as number
}
