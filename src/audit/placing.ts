import type { PlanField } from './plan-fields.js'

/** Where a field's words stand in the source. */
export interface Placement {
  /** Positions of its words in the source's words, in the field's order; those not found are left out. */
  positions: number[]
  /** Share of its words that were found, in order. */
  found: number
  /** Share of them that another field had taken before. */
  taken: number
}

/** Words of a field may be parted by so many others: furniture of a page, cells of the columns beside it. */
const widestGap = 80
/** A single word is looked for so far ahead; it says less than two. */
const widestGapOfWord = 30
/** A field's beginning is looked for at its first words, if one of them was misread. */
const beginnings = 4
/** Places that are tried for a field, the nearest first. */
const mostTried = 24

/** The words of a source in order, and which of them fields have taken. */
export class SourceWords {
  private readonly places = new Map<string, number[]>()
  /** How many fields have taken each word. */
  readonly taken: Uint8Array

  constructor(readonly words: readonly string[]) {
    this.taken = new Uint8Array(words.length)
    words.forEach((word, index) => {
      this.put(word, index)
      if (index + 1 < words.length) this.put(`${word} ${words[index + 1]}`, index)
    })
  }

  private put(key: string, index: number): void {
    const known = this.places.get(key)
    if (known === undefined) this.places.set(key, [index])
    else known.push(index)
  }

  /** Finds the words of a field, best where they stand whole, untaken and near a position; null where none does. */
  place(words: readonly string[], near: number): Placement | null {
    let best: { placement: Placement; worth: number } | null = null
    for (const start of this.startsOf(words, near)) {
      const placement = this.follow(words, start)
      const distance = Math.abs(start - near) / this.words.length
      const worth = placement.found - 0.6 * placement.taken - 0.2 * distance
      if (best === null || worth > best.worth) best = { placement, worth }
      if (placement.found === 1 && placement.taken === 0) break
    }
    return best?.placement ?? null
  }

  take({ positions }: Placement): void {
    for (const position of positions)
      if ((this.taken[position] as number) < 255) this.taken[position] = (this.taken[position] as number) + 1
  }

  /** Where a field may begin: its first pair of words that the source has, or its word alone. */
  private startsOf(words: readonly string[], near: number): number[] {
    for (let offset = 0; offset < Math.min(beginnings, Math.max(1, words.length - 1)); offset++) {
      const key = words.length === 1 ? (words[0] ?? '') : `${words[offset]} ${words[offset + 1]}`
      const found = this.places.get(key)
      if (found !== undefined) return nearest(found, near)
    }
    return this.places.get(words[0] ?? '')?.slice(0, 1) ?? []
  }

  /** Follows a field's words from a place on, over gaps. */
  private follow(words: readonly string[], start: number): Placement {
    const positions: number[] = []
    let taken = 0
    let next = start
    words.forEach((word, index) => {
      const position = this.words[next] === word ? next : this.behind(word, words[index + 1], next)
      if (position < 0) return
      positions.push(position)
      if ((this.taken[position] as number) > 0) taken++
      next = position + 1
    })
    return { positions, found: positions.length / words.length, taken: taken / Math.max(1, positions.length) }
  }

  /** The next place of a word with its follower, else of the word alone, within the widest gaps; -1 for none. */
  private behind(word: string, follower: string | undefined, from: number): number {
    const both = follower === undefined ? -1 : this.next(`${word} ${follower}`, from, widestGap)
    return both >= 0 ? both : this.next(word, from, widestGapOfWord)
  }

  private next(key: string, from: number, gap: number): number {
    const places = this.places.get(key)
    const position = places?.[lowerBound(places, from)]
    return position !== undefined && position - from <= gap ? position : -1
  }
}

/** The index of the first of ascending numbers that is not below one. */
function lowerBound(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** The places nearest to a position, on either side. */
function nearest(places: readonly number[], near: number): number[] {
  if (places.length <= 1) return [...places]
  const at = lowerBound(places, near)
  const around = places.slice(Math.max(0, at - mostTried), at + mostTried)
  return around.sort((a, b) => Math.abs(a - near) - Math.abs(b - near)).slice(0, mostTried)
}

/** A field and where it stands in the source. */
export interface PlacedField {
  field: PlanField
  words: readonly string[]
  placement: Placement | null
}

/** Short fields stand in many places; they are looked for when the longer ones of their row are known. */
const longField = 3

/**
 * Places every field of the plans: long ones in the order of the plan, each near the one before, then the short ones
 * near the long ones of their row.
 */
export function placeFields(
  source: SourceWords,
  fields: readonly PlanField[],
  fieldWords: readonly (readonly string[])[],
): PlacedField[] {
  const placed = fields.map(
    (field, index): PlacedField => ({ field, words: fieldWords[index] ?? [], placement: null }),
  )
  let near = 0
  let row: PlanField['criterion'] = null
  for (const own of placed) {
    if (own.words.length < longField || own.field.isShared) continue
    own.placement = source.place(own.words, near)
    if (own.placement === null) continue
    source.take(own.placement)
    const [first] = own.placement.positions
    const isFirstOfRow = own.field.criterion === null || own.field.criterion !== row
    if (own.placement.found < 0.5 || first === undefined || !isFirstOfRow) continue
    near = first
    row = own.field.criterion
  }
  placed.forEach((own, index) => {
    if (own.words.length === 0 || own.words.length >= longField || own.field.isShared) return
    own.placement = source.place(own.words, rowStart(placed, index))
    if (own.placement !== null) source.take(own.placement)
  })
  return placed
}

/** Where the row of a field begins in the source, as the long fields beside it say. */
function rowStart(placed: readonly PlacedField[], index: number): number {
  const own = placed[index]?.field
  for (let step = 1; step < 12; step++)
    for (const other of [placed[index + step], placed[index - step]]) {
      const first = other?.placement?.positions[0]
      if (other === undefined || first === undefined || other.field.criterion !== own?.criterion) continue
      return Math.max(0, Math.min(...(other.placement?.positions ?? [first])) - 12)
    }
  return placed[index - 1]?.placement?.positions.at(-1) ?? 0
}
