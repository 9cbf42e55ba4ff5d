import { type LanguageModel, lowerBound, special } from '../../language/model/language-model.js'
import { plain } from '../../language/plain.js'
import type { LineToken } from '../lines.js'
import {
  allowance,
  blankWidth,
  blur,
  costOfUnknown,
  costOfUnknownWrapping,
  costPerEmTooWide,
  doubtOfPairs,
  doubtOfWords,
  fewestForEnds,
  fewestPieces,
  mostAlike,
  mostForWidth,
  mostForWrapping,
  roomToSpare,
  shareOfMisread,
  shareOfNeighbours,
  shareOfPairs,
  shareOfWords,
  sureEnough,
  tolerance,
  usualEnd,
  usualWidth,
} from '../parameters.js'

/** A piece of a column: its tokens, and whether it goes on from the piece above it. */
export interface ColumnPiece {
  column: number
  tokens: readonly LineToken[]
  goesOn: boolean
  /** How sure it is that it was cut rightly. */
  margin: number
}

/** What is learned of the columns of a table from lines that have been cut: their words, widths and habits. */
export class ColumnStatistics {
  /** How wide each column is in ems. */
  readonly widths: number[]
  /** How often each has text on the first line of a row. */
  presence: number[]
  /** Whether enough lines of a column go on to know where they are broken. */
  private readonly wrapped: boolean[]
  private pairs = new Map<number, number>()
  private follows = new Map<number, number>()
  private words = new Map<number, number>()
  private totals: number[]
  private readonly neighbours = new Map<number, number>()
  private ends = new Map<number, [number, number]>()
  private readonly costs = new Map<number, number>()
  private readonly crossings = new Map<number, number>()
  private readonly language = new Map<number, number>()
  private readonly folds: Int32Array
  private readonly families = new Map<number, readonly number[]>()

  constructor(
    private readonly model: LanguageModel,
    private readonly columns: number,
    /** Words that stand beside each other on the lines of the document, each with the next. */
    neighbours: readonly (readonly [number, number])[] = [],
  ) {
    this.widths = Array.from({ length: columns }, () => Number.POSITIVE_INFINITY)
    this.presence = this.widths.map(() => 0.5)
    this.wrapped = this.widths.map(() => false)
    this.totals = this.widths.map(() => 0)
    this.folds = new Int32Array(model.vocabulary.length)
    for (const [before, word] of neighbours) {
      count(this.neighbours, this.key(0, this.folded(before), this.folded(word)))
      count(this.neighbours, this.key(0, this.folded(before), 0))
    }
  }

  /** Learns from pieces in reading order of every column. */
  learn(pieces: readonly ColumnPiece[]): void {
    this.pairs = new Map()
    this.follows = new Map()
    this.words = new Map()
    this.totals = this.widths.map(() => 0)
    this.ends = new Map()
    this.costs.clear()
    this.crossings.clear()
    const last = this.widths.map(() => special.start as number)
    for (const { column, tokens, goesOn, margin } of pieces) {
      if (margin < sureEnough) {
        last[column] = special.start
        continue
      }
      let before = goesOn ? (last[column] as number) : special.start
      this.countEnd(column, last[column] as number, goesOn)
      for (const token of tokens) {
        if (token.id === special.unknown) {
          before = special.unknown
          continue
        }
        const word = this.folded(token.id)
        count(this.pairs, this.key(column, before, word))
        count(this.follows, this.key(column, before, 0))
        count(this.words, this.key(column, word, 0))
        this.totals[column] = (this.totals[column] as number) + 1
        before = this.folded(token.last)
      }
      last[column] = before
    }
    for (let column = 0; column < this.columns; column++) {
      const own = pieces.filter((piece) => piece.column === column)
      this.widths[column] = likeliestWidth(own)
      this.wrapped[column] = own.filter(({ goesOn }) => goesOn).length >= fewestPieces
    }
  }

  /** By column: the rows that may have text in it, each as a list of the columns where it has. */
  learnPresence(rowsOf: readonly (readonly (readonly number[])[])[]): void {
    this.presence = rowsOf.map((rows, column) => {
      const present = rows.filter((own) => own.includes(column)).length
      return (present + 0.5) / (rows.length + 1)
    })
  }

  private countEnd(column: number, word: number, goesOn: boolean): void {
    if (word === special.start) return
    const key = this.key(column, word, 0)
    const [ended, all] = this.ends.get(key) ?? [0, 0]
    this.ends.set(key, [ended + (goesOn ? 0 : 1), all + 1])
  }

  /** How often the text of a column ends where a line ends with this word. */
  endsAfter(column: number, word: number): number {
    const [ended, all] = this.ends.get(this.key(column, this.folded(word), 0)) ?? [0, 0]
    return (ended + usualEnd * fewestForEnds) / (all + fewestForEnds)
  }

  /** What it costs that a word follows another in a column; `special.start` where its text begins. */
  cost(column: number, before: number, word: number): number {
    if (word === special.unknown) return costOfUnknown
    const key = this.key(column, before, word)
    const known = this.costs.get(key)
    if (known !== undefined) return known
    const a = this.folded(before)
    const b = this.folded(word)
    const words = (this.words.get(this.key(column, b, 0)) ?? 0) - 1
    let habit = 0
    if (words > 0) {
      const pairs = (this.pairs.get(this.key(column, a, b)) ?? 0) - 1
      const follows = (this.follows.get(this.key(column, a, 0)) ?? 0) - 1
      if (pairs > 0) habit += (shareOfPairs * pairs) / (follows + doubtOfPairs)
      habit += (shareOfWords * words) / ((this.totals[column] as number) + doubtOfWords)
    }
    const cost = -Math.log(habit + (1 - shareOfPairs - shareOfWords) * this.probability(before, word))
    this.costs.set(key, cost)
    return cost
  }

  /** What it costs that a word on a line of a column follows the last one of the line above it. */
  costOfCrossing(column: number, before: number, word: number): number {
    const key = this.key(column, before, word)
    const known = this.crossings.get(key)
    if (known !== undefined) return known
    const cost = this.crossing(column, before, word)
    this.crossings.set(key, cost)
    return cost
  }

  private crossing(column: number, before: number, word: number): number {
    const cost = this.cost(column, before, word)
    if (before <= special.code || word <= special.code) return cost
    const a = this.folded(before)
    const pairs = this.neighbours.get(this.key(0, a, this.folded(word)))
    if (pairs === undefined) return cost
    const follows = this.neighbours.get(this.key(0, a, 0)) as number
    return -Math.log(
      (1 - shareOfNeighbours) * Math.exp(-cost) + (shareOfNeighbours * pairs) / (follows + doubtOfPairs),
    )
  }

  /** What the language alone says of a word after another. */
  languageCost(before: number, word: number): number {
    return -Math.log(this.probability(before, word))
  }

  /** How likely a word is after another, whose marks may both have been read wrongly. */
  private probability(before: number, word: number): number {
    const key = before * 65536 + word
    const known = this.language.get(key)
    if (known !== undefined) return known
    let value = this.bigram(before, word)
    for (const a of this.alikeTo(before))
      for (const b of this.alikeTo(word)) value = Math.max(value, shareOfMisread * this.bigram(a, b))
    this.language.set(key, value)
    return value
  }

  private bigram(before: number, word: number): number {
    const { bigramStart, bigramWord, bigramScore, probabilityOf, unigram, unigramBackoff } = this.model
    const end = bigramStart[before + 1] as number
    const entry = lowerBound(bigramWord, bigramStart[before] as number, end, word)
    return entry < end && bigramWord[entry] === word
      ? (probabilityOf[bigramScore[entry] as number] as number)
      : (unigramBackoff[before] as number) * (unigram[word] as number)
  }

  /** The most frequent words with the same letters, the word itself among them. */
  private alikeTo(word: number): readonly number[] {
    if (word <= special.code) return [word]
    const known = this.families.get(word)
    if (known !== undefined) return known
    const { readings, vocabulary, unigram } = this.model
    const [first, end] = readings.get(plain(vocabulary[word] ?? '')) ?? [word, word + 1]
    const family = Array.from({ length: end - first }, (_, index) => first + index)
    family.sort((a, b) => (unigram[b] as number) - (unigram[a] as number))
    const most = [...new Set([word, ...family.slice(0, mostAlike)])]
    this.families.set(word, most)
    return most
  }

  /** What it costs that a line of the given width is followed by a word that did not fit on it. */
  costOfWrapping(column: number, width: number, nextWord: number): number {
    const limit = this.widths[column] as number
    if (this.wrapped[column] !== true) return costOfUnknownWrapping
    return wrapping(width + blankWidth + nextWord - limit)
  }

  costOfWidth(column: number, width: number): number {
    return tooWide(width - (this.widths[column] as number))
  }

  private key(column: number, before: number, word: number): number {
    const size = this.folds.length
    return (column * size + before) * size + word
  }

  /** One id for all words with the same letters: marks may have been read wrongly. */
  private folded(id: number): number {
    if (id <= special.code) return id
    const known = this.folds[id] as number
    if (known !== 0) return known
    const fold = this.model.readings.get(plain(this.model.vocabulary[id] ?? ''))?.[0] ?? id
    this.folds[id] = fold
    return fold
  }
}

function wrapping(over: number): number {
  return Math.min(mostForWrapping, Math.log1p(Math.exp(-over / blur)))
}

/** Nothing where there is room, then more and more, and so much per em. */
function tooWide(over: number): number {
  const beyond = over - allowance
  if (beyond <= -tolerance) return 0
  if (beyond >= tolerance) return Math.min(mostForWidth, costPerEmTooWide * beyond)
  return (costPerEmTooWide * (beyond + tolerance) ** 2) / (4 * tolerance)
}

/** The width that explains best where the lines of a column were broken, and that none is wider. */
function likeliestWidth(pieces: readonly ColumnPiece[]): number {
  const widths = pieces.map(({ tokens }) => widthOfTokens(tokens))
  if (widths.length < fewestPieces) return Math.max(usualWidth, ...widths.map((width) => width + roomToSpare))
  const wrapped: number[] = []
  pieces.forEach(({ goesOn, tokens }, index) => {
    if (goesOn && index > 0)
      wrapped.push((widths[index - 1] as number) + blankWidth + firstWordWidth(tokens[0] as LineToken))
  })
  const candidates = [...new Set(widths.map((width) => Math.ceil(width * 5) / 5))].sort((a, b) => a - b)
  let best = Number.POSITIVE_INFINITY
  let least = Number.POSITIVE_INFINITY
  for (const limit of candidates) {
    let cost = 0.1 * limit
    for (const width of widths) cost += Math.min(6, tooWide(width - limit))
    for (const width of wrapped) cost += wrapping(width - limit)
    if (cost < least) [best, least] = [limit, cost]
  }
  return best
}

export function widthOfTokens(tokens: readonly LineToken[]): number {
  return tokens.reduce((sum, { width }) => sum + width, (tokens.length - 1) * blankWidth)
}

/** The width of the first word of a token, which may be several that were glued together. */
export function firstWordWidth(token: LineToken): number {
  const space = token.text.indexOf(' ')
  return space < 0 ? token.width : (token.width * space) / token.text.length
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
