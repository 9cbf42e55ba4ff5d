import { cutsKept } from '../parameters.js'

/** A piece of a line: its tokens from `first` up to `end` belong to a column; `text` is where its text begins. */
export interface Cut {
  column: number
  first: number
  text: number
  end: number
}

/** One way to cut a line, and what it costs. */
export interface Cutting {
  cost: number
  cuts: Cut[]
}

/** The cheapest ways to cut a line into pieces of columns: entry (column, tokens used, rank). */
export class CutTable {
  private readonly cost: Float64Array
  /** Where the last piece begins; -1 where the column has none. */
  private readonly first: Int16Array
  private readonly text: Int16Array
  private readonly rank: Uint8Array
  private readonly width: number

  constructor(
    private readonly columns: number,
    private readonly length: number,
  ) {
    this.width = (length + 1) * cutsKept
    const size = (columns + 1) * this.width
    this.cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
    this.first = new Int16Array(size).fill(-1)
    this.text = new Int16Array(size)
    this.rank = new Uint8Array(size)
    this.cost[0] = 0
  }

  /** Whether a piece of the column may begin at a token at all. */
  canBegin(column: number, first: number): boolean {
    return (this.cost[column * this.width + first * cutsKept] as number) < Number.POSITIVE_INFINITY
  }

  /** The column has no piece. */
  skip(column: number, cost: number): void {
    for (let end = 0; end <= this.length; end++) {
      for (let rank = 0; rank < cutsKept; rank++) {
        const before = this.cost[column * this.width + end * cutsKept + rank] as number
        if (before === Number.POSITIVE_INFINITY) break
        if (!this.insert(column + 1, end, before + cost, -1, -1, rank)) break
      }
    }
  }

  /** The column has the tokens from `first` up to `end`, the ones before `text` being no text. */
  offer(column: number, first: number, text: number, end: number, cost: number): void {
    for (let rank = 0; rank < cutsKept; rank++) {
      const before = this.cost[column * this.width + first * cutsKept + rank] as number
      if (before === Number.POSITIVE_INFINITY) break
      if (!this.insert(column + 1, end, before + cost, first, text, rank)) break
    }
  }

  /** Whether it is among the cheapest: if not, nothing dearer is. */
  private insert(
    column: number,
    end: number,
    cost: number,
    first: number,
    text: number,
    rank: number,
  ): boolean {
    const start = column * this.width + end * cutsKept
    let place = start + cutsKept
    while (place > start && cost < (this.cost[place - 1] as number)) {
      place--
      if (place + 1 === start + cutsKept) continue
      this.cost[place + 1] = this.cost[place] as number
      this.first[place + 1] = this.first[place] as number
      this.text[place + 1] = this.text[place] as number
      this.rank[place + 1] = this.rank[place] as number
    }
    if (place === start + cutsKept) return false
    this.cost[place] = cost
    this.first[place] = first
    this.text[place] = text
    this.rank[place] = rank
    return true
  }

  cuttings(): Cutting[] {
    const found: Cutting[] = []
    for (let rank = 0; rank < cutsKept; rank++) {
      const cost = this.cost[this.columns * this.width + this.length * cutsKept + rank] as number
      if (cost < Number.POSITIVE_INFINITY) found.push({ cost, cuts: this.cutsOf(rank) })
    }
    return found
  }

  private cutsOf(last: number): Cut[] {
    const cuts: Cut[] = []
    let end = this.length
    let rank = last
    for (let column = this.columns - 1; column >= 0; column--) {
      const entry = (column + 1) * this.width + end * cutsKept + rank
      const first = this.first[entry] as number
      rank = this.rank[entry] as number
      if (first < 0) continue
      cuts.push({ column, first, text: this.text[entry] as number, end })
      end = first
    }
    return cuts.reverse()
  }
}
