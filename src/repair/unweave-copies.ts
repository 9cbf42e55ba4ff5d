import { letterDistance } from './letter-distance.js'
import { plain } from './plain.js'
import { isSyllable } from './syllable.js'
import type { CellText, CellWord, RepeatedText } from './unweave-repeated.js'

/**
 * Long cells of a column that say the same, every one of them damaged elsewhere: what most of them say, word by word,
 * mends them all. Words that were read with certainty stay.
 */

const fewestWords = 8
const fewestCopies = 3
const sure = 0.9
const costOfAlike = 0.3
const costOfUnsure = 0.6
const costOfOther = 2
const costOfLost = 1
/** Copies differ by so much a word, at most. */
const mostDifferent = 0.5
/** Of the words that were read with certainty. */
const leastShared = 0.5
const mostDistance = 0.34
/** So many must have read a word with certainty. */
const fewestVotes = 2
const rounds = 2
const mostSure = 0.9

/** A word with its bare letters; it is solid if it was read with certainty and is a word at all. */
interface CopyWord extends CellWord {
  key: string
  /** One bit for every letter that it has. */
  letters: number
  solid: boolean
}

type CopyText = readonly CopyWord[]

/** Places in a cell and in another that say the same; null where one of them has nothing. */
type Pair = readonly [number | null, number | null]

interface Alignment {
  cost: number
  pairs: Pair[]
}

/** By cell, what it says when it is mended by its copies; cells without copies or damage are not in it. */
export function mendedCopies<Cell>(column: ReadonlyMap<Cell, CellText>): Map<Cell, RepeatedText> {
  const found = new Map<Cell, RepeatedText>()
  const cells = [...column].flatMap(([cell, words]): [Cell, CopyText][] =>
    words.length >= fewestWords ? [[cell, words.map(copyWord)]] : [],
  )
  const copiesOf = copiesAmong(cells.map(([, words]) => words))
  const left = new Set(cells.keys())
  for (;;) {
    const clusters = [...left].map((own) => (copiesOf[own] ?? []).filter((other) => left.has(other)))
    const largest = clusters.reduce((best, own) => (own.length > best.length ? own : best), [])
    if (largest.length < fewestCopies) return found
    const copies = largest.map((at) => cells[at] as [Cell, CopyText])
    const text = commonText(copies.map(([, words]) => words))
    for (const [cell, words] of copies) {
      const mended = mend(words, text)
      if (mended.text !== textOf(words)) found.set(cell, mended)
    }
    for (const at of largest) left.delete(at)
  }
}

/** For every text the places of those that are its copies, itself among them. */
function copiesAmong(texts: readonly CopyText[]): number[][] {
  const bags = texts.map((words) => new Set(words.filter(({ solid }) => solid).map(({ key }) => key)))
  const copies = texts.map((_, place) => [place])
  texts.forEach((words, place) => {
    for (let other = place + 1; other < texts.length; other++) {
      const [bag, otherBag] = [bags[place] as Set<string>, bags[other] as Set<string>]
      if (!shareWords(bag, otherBag) || !areCopies(words, texts[other] as CopyText)) continue
      copies[place]?.push(other)
      copies[other]?.push(place)
    }
  })
  return copies
}

function shareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared >= leastShared * Math.min(a.size, b.size)
}

function areCopies(a: CopyText, b: CopyText): boolean {
  if (2 * Math.min(a.length, b.length) < Math.max(a.length, b.length)) return false
  return align(a, b).cost <= mostDifferent * Math.max(a.length, b.length)
}

/** What most copies say: it begins as the surest of them and is mended by the others. */
function commonText(copies: readonly CopyText[]): CopyText {
  const solidness = (words: CopyText): number => words.filter(({ solid }) => solid).length
  let text = copies.reduce((best, words) => (solidness(words) > solidness(best) ? words : best))
  for (let round = 0; round < rounds; round++) text = elected(text, copies)
  return text
}

/** Votes for what stands at a place of a text: every copy that is sure there has one. */
function elected(text: CopyText, copies: readonly CopyText[]): CopyText {
  const votes = Array.from({ length: 2 * text.length + 1 }, () => new Map<string, CopyText[]>())
  for (const words of copies) {
    const ballot = ballotOf(text, words)
    ballot.forEach((own, slot) => {
      if (own === null) return
      const key = own.map(({ key }) => key).join(' ')
      const box = votes[slot] as Map<string, CopyText[]>
      box.set(key, [...(box.get(key) ?? []), own])
    })
  }
  return votes.flatMap((box, slot) => {
    const own = slot % 2 === 1 ? [text[(slot - 1) / 2] as CopyWord] : []
    const [winner] = [...box.values()].sort((a, b) => b.length - a.length)
    if (winner === undefined || winner.length < fewestVotes)
      return own.map((word) => ({ ...word, solid: false }))
    return (winner[0] ?? []).map((word, at) => ({
      ...word,
      text: spelling(winner.map((cell) => cell[at]?.text ?? '')),
    }))
  })
}

/**
 * What a copy says of the places of a text: odd slots are its words, even ones lie between them. Null where the copy
 * is not sure: at its unsure words, and at what is lost beside them.
 */
function ballotOf(text: CopyText, words: CopyText): (CopyText | null)[] {
  const ballot = Array.from({ length: 2 * text.length + 1 }, (): CopyWord[] | null => [])
  const { pairs } = align(text, words)
  const isUnsure = ([, at]: Pair): boolean => at !== null && !(words[at] as CopyWord).solid
  let slot = 0
  pairs.forEach((pair, index) => {
    const [own, at] = pair
    const target = own === null ? slot : 2 * own + 1
    if (own !== null) slot = target + 1
    const spoilt = isUnsure(pair) || (at === null && isBeside(pairs, index, 1, isUnsure))
    if (spoilt) for (const place of [target - 1, target, target + 1]) spoil(ballot, place)
    else if (at !== null) ballot[target]?.push(words[at] as CopyWord)
  })
  return ballot
}

function spoil(ballot: (CopyText | null)[], place: number): void {
  if (ballot[place]?.length === 0) ballot[place] = null
}

/** The cell's own words where they are sure, and those of its copies elsewhere. */
function mend(words: CopyText, text: CopyText): RepeatedText {
  const { pairs, cost } = align(words, text)
  const isUnsure = ([at]: Pair): boolean => at !== null && !(words[at] as CopyWord).solid
  const mended = pairs.flatMap((pair, index): string[] => {
    const [at, to] = pair
    const own = at === null ? null : (words[at] as CopyWord)
    const other = to === null ? null : (text[to] as CopyWord)
    if (own === null) return other?.solid === true && isBeside(pairs, index, 0, isUnsure) ? [other.text] : []
    if (other === null) return own.solid ? [own.text] : []
    return [own.solid || !other.solid ? own.text : other.text]
  })
  const confidence = mostSure * (1 - cost / Math.max(words.length, text.length))
  return { text: mended.join(' '), confidence: Math.round(Math.max(0.1, confidence) * 1000) / 1000 }
}

/** What a side of the pairs has lost stands beside something that nobody could read, or beside what is lost with it. */
function isBeside(
  pairs: readonly Pair[],
  index: number,
  side: 0 | 1,
  isUnsure: (pair: Pair) => boolean,
): boolean {
  return [-1, 1].some((step) => {
    let at = index + step
    while (pairs[at]?.[side] === null) at += step
    const pair = pairs[at]
    return pair !== undefined && isUnsure(pair)
  })
}

function align(a: CopyText, b: CopyText): Alignment {
  const width = b.length + 1
  const cost = new Float64Array((a.length + 1) * width)
  const lost = (word: CopyWord): number => (word.solid ? costOfLost : costOfUnsure)
  for (let row = 1; row <= a.length; row++)
    cost[row * width] = (cost[(row - 1) * width] as number) + lost(a[row - 1] as CopyWord)
  for (let at = 1; at <= b.length; at++) cost[at] = (cost[at - 1] as number) + lost(b[at - 1] as CopyWord)
  for (let row = 1; row <= a.length; row++) {
    for (let at = 1; at <= b.length; at++) {
      const [own, other] = [a[row - 1] as CopyWord, b[at - 1] as CopyWord]
      cost[row * width + at] = Math.min(
        (cost[(row - 1) * width + at - 1] as number) + costOfPair(own, other),
        (cost[(row - 1) * width + at] as number) + lost(own),
        (cost[row * width + at - 1] as number) + lost(other),
      )
    }
  }
  return { cost: cost[a.length * width + b.length] as number, pairs: pairsOf(a, b, cost, lost) }
}

function pairsOf(a: CopyText, b: CopyText, cost: Float64Array, lost: (word: CopyWord) => number): Pair[] {
  const width = b.length + 1
  const at = (row: number, column: number): number => cost[row * width + column] as number
  const pairs: Pair[] = []
  for (let row = a.length, column = b.length; row > 0 || column > 0; ) {
    const here = at(row, column)
    const own = a[row - 1] as CopyWord
    const other = b[column - 1] as CopyWord
    if (row > 0 && column > 0 && here === at(row - 1, column - 1) + costOfPair(own, other))
      pairs.push([--row, --column])
    else if (row > 0 && here === at(row - 1, column) + lost(own)) pairs.push([--row, null])
    else pairs.push([null, --column])
  }
  return pairs.reverse()
}

function costOfPair(a: CopyWord, b: CopyWord): number {
  if (a.key === b.key) return 0
  if (isAlike(a, b)) return costOfAlike
  return a.solid && b.solid ? costOfOther : costOfUnsure
}

function isAlike(a: CopyWord, b: CopyWord): boolean {
  if (Math.min(a.key.length, b.key.length) < 2) return false
  const most = Math.max(1, Math.floor(mostDistance * Math.max(a.key.length, b.key.length)))
  if (Math.abs(a.key.length - b.key.length) > most || differingBits(a.letters, b.letters) > 2 * most)
    return false
  return letterDistance(a.key, b.key) <= most
}

function lettersOf(key: string): number {
  let bits = 0
  for (let index = 0; index < key.length; index++) bits |= 1 << (key.charCodeAt(index) % 32)
  return bits
}

function differingBits(a: number, b: number): number {
  let count = 0
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) count++
  return count
}

/** What nobody could read stands as it was recognised, and is no word. */
function copyWord(word: CellWord): CopyWord {
  const core = word.text.replace(/^[("“]+|[)"”.,;:]+$/gu, '')
  const isWord = isSyllable(core) || /^\p{Lu}{2,}(?:&\p{Lu}+)?$/u.test(core) || /^\d{3,}$/u.test(core)
  const key = plain(word.text).replace(/[^\p{L}\d]/gu, '')
  return { ...word, key, letters: lettersOf(key), solid: word.confidence >= sure && isWord }
}

/** The spelling that most have. */
function spelling(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].reduce((best, own) => (own[1] > best[1] ? own : best))[0]
}

const textOf = (words: CopyText): string => words.map(({ text }) => text).join(' ')
