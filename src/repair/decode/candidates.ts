import { specialCount } from '../../language/model/language-model.js'
import { type Channel, channelLetter, longestEmission } from '../model/channel.js'

/** A word that may have been printed where something else was recognised, and what the channel asks for it (nats). */
export interface Candidate {
  id: number
  cost: number
}

/** Candidates that cost this much more than the cheapest are not looked for. */
const slack = 8
/** A word that is rarer than this (in nats) fits less well than its letters say. */
const usual = 9
/** How far above what is possible at all the first candidates are looked for. */
const firstReach = 3
const lastReach = 24
const mostCandidates = 28
const rareness = 0.7
const costOfNoVowel = 4
const longestToken = 24

type Case = 'lower' | 'title' | 'upper'

/**
 * The vocabulary as a tree of letters, searched with the costs of a channel: at every node the cheapest way to have
 * recognised the first f characters as the letters down to it.
 */
export class CandidateSearch {
  /** Children of node n: entries childStart[n] up to childStart[n + 1]. */
  private readonly childStart: Uint32Array
  private readonly childNode: Uint32Array
  private readonly lowerLetter: Int16Array
  private readonly upperLetter: Int16Array
  private readonly wordAt: Int32Array
  private readonly doubt: Float64Array
  private readonly cache = new Map<string, readonly Candidate[]>()
  private readonly rows: Float64Array[] = []
  private table: Float32Array[] = []
  private found: Candidate[] = []
  private bound = 0
  private rest = new Float64Array(0)
  /** Per entry of the table: what the string costs at least, whatever the letter. */
  private leastInTable = new Float64Array(0)
  private readonly leastCosts = new Map<Float32Array, number>()

  constructor(
    vocabulary: readonly string[],
    private readonly channel: Channel,
    /** How likely each word is by itself: of the many that fit badly only those are kept that are not rare as well. */
    private readonly unigram: Float64Array,
  ) {
    const tree = buildTree(vocabulary)
    this.childStart = tree.childStart
    this.childNode = tree.childNode
    this.wordAt = tree.wordAt
    this.doubt = Float64Array.from(vocabulary, (word, id) => doubtOf(word, unigram[id] as number))
    this.lowerLetter = Int16Array.from(tree.letters, (letter) => channelLetter(channel, letter))
    this.upperLetter = Int16Array.from(tree.letters, (letter) => channelLetter(channel, letter.toUpperCase()))
  }

  /** Candidates for a recognised token, cheapest first. */
  of(token: string): readonly Candidate[] {
    const known = this.cache.get(token)
    if (known !== undefined) return known
    const found = token.length > longestToken ? [] : this.search(token)
    this.cache.set(token, found)
    return found
  }

  /** Candidates up to a cost, cheapest first; much quicker for what fits hardly any word. */
  within(token: string, cost: number): readonly Candidate[] {
    if (token.length > longestToken) return []
    this.prepare(token)
    if ((this.rest[0] as number) > cost) return []
    this.collect(token, cost)
    return this.ranked()
  }

  private prepare(token: string): void {
    this.table = this.costTable(token)
    this.leastInTable = Float64Array.from(this.table, (costs) => this.leastOf(costs))
    this.restFrom(token.length)
    const row = this.row(0, token.length)
    row.fill(Number.POSITIVE_INFINITY)
    row[0] = 0
  }

  private search(token: string): Candidate[] {
    this.prepare(token)
    const least = this.rest[0] as number
    let found = false
    for (let reach = firstReach; !found && reach <= lastReach; reach *= 2) {
      found = this.collect(token, least + reach)
    }
    let cheapest = this.bound
    for (const { id, cost } of this.found) {
      cheapest = Math.min(cheapest, cost + (this.doubt[id] as number))
    }
    this.collect(token, cheapest + slack)
    return this.ranked()
  }

  private ranked(): Candidate[] {
    const rank = ({ id, cost }: Candidate): number => cost - rareness * Math.log(this.unigram[id] as number)
    const kept = this.found.sort((a, b) => a.cost - b.cost || a.id - b.id)
    const seen = new Set<number>()
    const distinct = kept.filter(({ id }) => !seen.has(id) && seen.add(id))
    if (distinct.length <= mostCandidates) return distinct
    const likely = distinct.sort((a, b) => rank(a) - rank(b)).slice(0, mostCandidates)
    return likely.sort((a, b) => a.cost - b.cost || a.id - b.id)
  }

  /** Looks for all words up to a cost; whether there are any. */
  private collect(token: string, bound: number): boolean {
    this.found = []
    this.bound = bound
    for (const letterCase of casesOf(token)) this.descend(0, 0, token.length, letterCase)
    return this.found.length > 0
  }

  /** What the characters from each place on cost at least, whatever the letters. */
  private restFrom(length: number): void {
    this.rest = new Float64Array(length + 1)
    for (let from = length - 1; from >= 0; from--) {
      let least = Number.POSITIVE_INFINITY
      for (let size = 1; size <= longestEmission && from + size <= length; size++) {
        const own = this.leastInTable[from * (longestEmission + 1) + size] as number
        least = Math.min(least, own + (this.rest[from + size] as number))
      }
      this.rest[from] = least
    }
  }

  private leastOf(costs: Float32Array): number {
    const known = this.leastCosts.get(costs)
    if (known !== undefined) return known
    const least = costs.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    this.leastCosts.set(costs, least)
    return least
  }

  /** Costs of the strings that start at each character: entry f · 4 + length. */
  private costTable(token: string): Float32Array[] {
    const table: Float32Array[] = []
    for (let from = 0; from <= token.length; from++) {
      for (let length = 0; length <= longestEmission; length++) {
        const costs = this.channel.costs.get(token.slice(from, from + length))
        table.push(costs ?? (this.channel.unseen[length] as Float32Array))
      }
    }
    return table
  }

  private row(depth: number, length: number): Float64Array {
    let row = this.rows[depth]
    if (row === undefined || row.length <= length) {
      row = new Float64Array(longestToken + 1)
      this.rows[depth] = row
    }
    return row
  }

  private descend(node: number, depth: number, length: number, letterCase: Case): void {
    const above = this.row(depth, length)
    const end = this.childStart[node + 1] as number
    for (let entry = this.childStart[node] as number; entry < end; entry++) {
      const child = this.childNode[entry] as number
      const below = this.row(depth + 1, length)
      const least = this.step(above, below, length, child, letterCase, depth === 0)
      if (least > this.bound) continue
      const word = this.wordAt[child] as number
      const cost = below[length] as number
      if (word >= 0 && cost <= this.bound) {
        this.found.push({ id: word, cost })
      }
      this.descend(child, depth + 1, length, letterCase)
    }
  }

  /** One letter further; returns the least cost in the new row. */
  private step(
    above: Float64Array,
    below: Float64Array,
    length: number,
    node: number,
    letterCase: Case,
    first: boolean,
  ): number {
    const lower = this.lowerLetter[node] as number
    const upper = this.upperLetter[node] as number
    const letter = letterCase === 'upper' ? upper : lower
    const other = letterCase === 'title' && first ? upper : letter
    below.fill(Number.POSITIVE_INFINITY, 0, length + 1)
    let least = Number.POSITIVE_INFINITY
    if (letter < 0 || other < 0) return least
    const { rest, table, bound, leastInTable: cheapest } = this
    for (let from = 0; from <= length; from++) {
      const here = above[from] as number
      if (here + (rest[from] as number) > bound) continue
      const most = Math.min(longestEmission, length - from)
      for (let size = 0; size <= most; size++) {
        const entry = from * (longestEmission + 1) + size
        if (here + (cheapest[entry] as number) + (rest[from + size] as number) > bound) continue
        const costs = table[entry] as Float32Array
        const cost = here + Math.min(costs[letter] as number, costs[other] as number)
        if (cost < (below[from + size] as number)) {
          below[from + size] = cost
          const whole = cost + (rest[from + size] as number)
          if (whole < least) least = whole
        }
      }
    }
    return least
  }
}

const capital = /\p{Lu}/u
const small = /\p{Ll}/u

/**
 * The cases in which the word may have been printed. A sign or a digit in front may have been a capital, and a capital
 * among few letters may have been a small letter ('NGi' is 'Nội').
 */
function casesOf(token: string): readonly Case[] {
  let capitals = 0
  let smalls = 0
  for (const letter of token) {
    if (capital.test(letter)) capitals++
    else if (small.test(letter)) smalls++
  }
  if (capitals >= 2 && capitals > smalls)
    return smalls === 0 && token.length > 3 ? ['upper'] : ['upper', 'title']
  if (smalls === 0) return ['title', 'upper']
  return small.test(token.charAt(0)) ? ['lower'] : ['title']
}

const vowel = /[aeiouyăâêôơưđ\u00c0-\u1ef9]/u

/** What keeps a word that fits well from ruling out others: it is rare, or letters that nobody can say. */
function doubtOf(word: string, probability: number): number {
  return rareness * Math.max(0, -Math.log(probability) - usual) + (vowel.test(word) ? 0 : costOfNoVowel)
}

interface Tree {
  letters: string[]
  childStart: Uint32Array
  childNode: Uint32Array
  wordAt: Int32Array
}

function buildTree(vocabulary: readonly string[]): Tree {
  const nodes: { letter: string; word: number; children: Map<string, number> }[] = []
  const add = (letter: string): number => nodes.push({ letter, word: -1, children: new Map() }) - 1
  add('')
  for (let id = specialCount; id < vocabulary.length; id++) {
    let node = 0
    for (const letter of vocabulary[id] as string) {
      const children = nodes[node]?.children
      let child = children?.get(letter)
      if (child === undefined) {
        child = add(letter)
        children?.set(letter, child)
      }
      node = child
    }
    const last = nodes[node]
    if (last !== undefined) last.word = id
  }
  const childStart = new Uint32Array(nodes.length + 1)
  const childNode = new Uint32Array(nodes.length)
  let entry = 0
  nodes.forEach(({ children }, node) => {
    for (const child of children.values()) childNode[entry++] = child
    childStart[node + 1] = entry
  })
  return {
    letters: nodes.map(({ letter }) => letter),
    childStart,
    childNode,
    wordAt: Int32Array.from(nodes, ({ word }) => word),
  }
}
