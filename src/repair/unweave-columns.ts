import type { Cut } from './cut-table.js'
import type { LanguageModel } from './language-model.js'
import { plain } from './plain.js'
import type { WovenLine, WovenToken } from './unweave-lines.js'

/** How much the words of a column say about it. */
const weightOfWords = 0.5
const countsOfNothing = 0.3
const wordsOfNothing = 60
const nearlyLongest = 0.85
const roomToSpare = 2

/** What is learned of the columns of a table from lines that have been cut: their words, widths and habits. */
export class ColumnHabits {
  /** How wide each column is in characters. */
  widths: number[]
  /** How often each has text on the first line of a row. */
  presence: number[]
  private counts: Map<number, number>[]
  private totals: number[]
  private everywhere = 0

  constructor(
    private readonly model: LanguageModel,
    private readonly columns: number,
  ) {
    this.widths = this.ofEach(() => Number.POSITIVE_INFINITY)
    this.presence = this.ofEach(() => 0.5)
    this.counts = this.ofEach(() => new Map())
    this.totals = this.ofEach(() => 0)
  }

  private ofEach<T>(value: (column: number) => T): T[] {
    return Array.from({ length: this.columns }, (_, column) => value(column))
  }

  learnWords(lines: readonly WovenLine[], cuts: readonly (readonly Cut[])[]): void {
    this.counts = this.ofEach(() => new Map())
    this.totals = this.ofEach(() => 0)
    for (const { column, tokens } of placed(lines, cuts)) {
      const counts = this.counts[column] as Map<number, number>
      for (const { id } of tokens) counts.set(this.folded(id), (counts.get(this.folded(id)) ?? 0) + 1)
      this.totals[column] = (this.totals[column] as number) + tokens.length
    }
    this.everywhere = this.totals.reduce((sum, total) => sum + total, 0)
  }

  learnWidths(lines: readonly WovenLine[], cuts: readonly (readonly Cut[])[]): void {
    const lengths = this.ofEach((): number[] => [])
    for (const { column, tokens } of placed(lines, cuts)) lengths[column]?.push(lengthOf(tokens))
    this.widths = lengths.map(widthOf)
  }

  learnPresence(cuts: readonly (readonly Cut[])[], rowStarts: ReadonlySet<number>): void {
    this.presence = this.ofEach((column) => {
      const present = [...rowStarts].filter((row) => cuts[row]?.some((cut) => cut.column === column))
      return (present.length + 1) / (rowStarts.size + 2)
    })
  }

  /** How badly a word suits a column, beside all columns. */
  costOf(token: WovenToken, column: number): number {
    const total = this.totals[column] as number
    if (total === 0) return 0
    const id = this.folded(token.id)
    const own = (this.counts[column]?.get(id) ?? 0) + countsOfNothing
    const all = this.counts.reduce((sum, counts) => sum + (counts.get(id) ?? 0), countsOfNothing)
    const share = own / (total + wordsOfNothing)
    return -weightOfWords * Math.log((share * (this.everywhere + wordsOfNothing)) / all)
  }

  /** One id for all words with the same letters: marks may have been read wrongly. */
  private folded(id: number): number {
    return this.model.readings.get(plain(this.model.vocabulary[id] ?? ''))?.[0] ?? id
  }
}

function placed(
  lines: readonly WovenLine[],
  cuts: readonly (readonly Cut[])[],
): { column: number; tokens: WovenToken[] }[] {
  return cuts.flatMap((own, line) =>
    own.map(({ column, first, end }) => ({ column, tokens: lines[line]?.tokens.slice(first, end) ?? [] })),
  )
}

function lengthOf(tokens: readonly WovenToken[]): number {
  const first = tokens[0]
  const last = tokens.at(-1)
  return first === undefined || last === undefined ? 0 : last.end - first.start
}

/** Nearly the longest piece, since a few may have been cut wrongly, and a little room. */
function widthOf(lengths: readonly number[]): number {
  if (lengths.length === 0) return Number.POSITIVE_INFINITY
  const sorted = lengths.toSorted((a, b) => a - b)
  return (sorted[Math.floor(sorted.length * nearlyLongest)] as number) + roomToSpare
}
