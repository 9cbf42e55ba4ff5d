import type { ContextScores } from '../model/context-scores.js'
import type { PhraseMemory } from '../model/phrase-memory.js'

/** What a stretch of letters may be, by ascending word id; a word may stand there in several spellings. */
export interface ReadingList {
  ids: Uint16Array
  /** How well each fits what was recognised. */
  weights: Float64Array
  /** How likely each is at the beginning of something, whatever stood before. */
  fresh: Float64Array
}

/** Readings between two nodes of the lattice. */
export interface ArcGroup {
  from: number
  to: number
  readings: ReadingList
}

/** A group that the likeliest way goes through, and how probable each of its readings is in the whole context. */
export interface Step {
  group: number
  posteriors: Float64Array
}

/** The likeliest way, and how probable every reading of every group is. */
export interface Reading {
  steps: Step[]
  posteriors: readonly Float64Array[]
}

/** States that are this much less likely than the best of their node are given up. */
const beam = 1e-5
const mostStates = 24
const tableSize = 1 << 14

/**
 * All ways through a stretch of text. A state is a node with the bigram that leads to it. Going forward sums the
 * likelihood of all ways to a state, going backward that of all ways from it; the best way to a state is kept too.
 */
export class WordLattice {
  private word = new Int32Array(1024)
  private bigram = new Int32Array(1024)
  private node = new Int32Array(1024)
  private forward = new Float64Array(1024)
  private viterbi = new Float64Array(1024)
  private bestFrom = new Int32Array(1024)
  private bestGroup = new Int32Array(1024)
  private next = new Int32Array(1024)
  private states = 0
  private arcFrom = new Int32Array(8192)
  private arcTo = new Int32Array(8192)
  private arcSlot = new Int32Array(8192)
  private arcWeight = new Float64Array(8192)
  private arcs = 0
  private head = new Int32Array(0)
  private best = new Float64Array(0)
  private base = new Float64Array(0)
  private scale = new Float64Array(0)
  private readonly table = new Int32Array(tableSize)
  private readonly stamp = new Int32Array(tableSize)
  private run = 0
  /** The node whose arcs are being followed: states up to it are not looked for any more. */
  private settled = 0
  private byWord = new Float64Array(128)
  private memory = new Float64Array(128)
  private step = new Float64Array(128)
  private bigrams = new Int32Array(128)

  constructor(
    private readonly scores: ContextScores,
    private readonly phrases: PhraseMemory,
  ) {}

  /**
   * The likeliest way from node 0 to the last one. `groups` are ordered by `from`; every node but the last has one.
   */
  read(groups: readonly ArcGroup[], nodes: number, first: number): Reading {
    this.reset(nodes, first)
    let group = 0
    const slots = slotsOf(groups)
    for (let node = 0; node < nodes - 1; node++) {
      const live = this.settle(node)
      this.settled = node
      for (; group < groups.length && groups[group]?.from === node; group++) {
        if (groups[group]?.readings.ids.length === 0) continue
        this.extend(live, groups[group] as ArcGroup, group, slots[group] as number)
      }
    }
    const ends = this.settle(nodes - 1)
    return this.backward(slots, ends)
  }

  private reset(nodes: number, first: number): void {
    this.run++
    this.settled = -1
    this.states = 0
    this.arcs = 0
    this.head = new Int32Array(nodes).fill(-1)
    this.best = new Float64Array(nodes)
    this.base = new Float64Array(nodes).fill(Number.NaN)
    this.scale = new Float64Array(nodes)
    this.base[0] = 0
    this.best[0] = 1
    const state = this.addState(0, first, -1)
    this.forward[state] = 1
    this.viterbi[state] = 1
  }

  private addState(node: number, word: number, bigram: number): number {
    if (this.states === this.word.length) this.growStates()
    const state = this.states++
    this.word[state] = word
    this.bigram[state] = bigram
    this.node[state] = node
    this.forward[state] = 0
    this.viterbi[state] = 0
    this.bestFrom[state] = -1
    this.bestGroup[state] = -1
    this.next[state] = this.head[node] as number
    this.head[node] = state
    return state
  }

  private growStates(): void {
    this.word = larger(this.word)
    this.bigram = larger(this.bigram)
    this.node = larger(this.node)
    this.forward = larger(this.forward)
    this.viterbi = larger(this.viterbi)
    this.bestFrom = larger(this.bestFrom)
    this.bestGroup = larger(this.bestGroup)
    this.next = larger(this.next)
  }

  /** The likely states of a node, all its arcs being in, those with one word together; scales them to at most 1. */
  private settle(node: number): number[] {
    const best = this.best[node] as number
    const live: number[] = []
    for (let state = this.head[node] as number; state >= 0; state = this.next[state] as number) {
      if ((this.forward[state] as number) < best * beam) continue
      this.forward[state] = (this.forward[state] as number) / best
      this.viterbi[state] = (this.viterbi[state] as number) / best
      live.push(state)
    }
    this.scale[node] = (this.base[node] as number) + Math.log(best)
    if (live.length > mostStates) {
      live.sort((a, b) => (this.forward[b] as number) - (this.forward[a] as number))
      live.length = mostStates
    }
    return live.sort((a, b) => (this.word[a] as number) - (this.word[b] as number))
  }

  private extend(live: readonly number[], group: ArcGroup, index: number, slot: number): void {
    const { ids } = group.readings
    this.reserve(ids.length)
    const factor = this.factorTo(group)
    let word = -1
    for (const state of live) {
      if (this.word[state] !== word) {
        word = this.word[state] as number
        this.scores.afterWord(word, ids, this.byWord, this.bigrams)
        this.phrases.after(word, ids, this.memory)
      }
      this.scores.afterBigram(this.bigram[state] as number, ids, this.byWord, this.step)
      this.pass(state, group, index, slot, factor)
    }
  }

  /** What brings likelihoods of a node to the scale of another. */
  private factorTo({ from, to }: ArcGroup): number {
    const own = this.scale[from] as number
    if (Number.isNaN(this.base[to])) this.base[to] = own
    return Math.exp(own - (this.base[to] as number))
  }

  private pass(state: number, group: ArcGroup, index: number, slot: number, factor: number): void {
    const { to, readings } = group
    const { ids, weights, fresh } = readings
    const here = (this.forward[state] as number) * factor
    const way = (this.viterbi[state] as number) * factor
    for (let reading = 0; reading < ids.length; reading++) {
      const likely =
        (this.step[reading] as number) + (this.memory[reading] as number) + (fresh[reading] as number)
      const weight = likely * (weights[reading] as number)
      const value = here * weight
      if (value < (this.best[to] as number) * beam) continue
      const target = this.target(to, ids[reading] as number, this.bigrams[reading] as number)
      const sum = (this.forward[target] as number) + value
      this.forward[target] = sum
      if (sum > (this.best[to] as number)) this.best[to] = sum
      if (way * weight > (this.viterbi[target] as number)) {
        this.viterbi[target] = way * weight
        this.bestFrom[target] = state
        this.bestGroup[target] = index
      }
      this.addArc(state, target, slot + reading, weight * factor)
    }
  }

  /** The state of a node for a word after another: those that look alike to the model are one. */
  private target(node: number, word: number, bigram: number): number {
    const key = bigram >= 0 ? bigram : -2 - word
    let place = (Math.imul(key, 0x9e3779b1) ^ Math.imul(node, 0x85ebca6b)) >>> 18
    while (this.stamp[place] === this.run) {
      const state = this.table[place] as number
      if (this.node[state] === node && this.bigram[state] === bigram && this.word[state] === word)
        return state
      if ((this.node[state] as number) <= this.settled) break
      place = (place + 1) & (tableSize - 1)
    }
    const state = this.addState(node, word, bigram)
    this.table[place] = state
    this.stamp[place] = this.run
    return state
  }

  private addArc(from: number, to: number, slot: number, weight: number): void {
    if (this.arcs === this.arcFrom.length) {
      this.arcFrom = larger(this.arcFrom)
      this.arcTo = larger(this.arcTo)
      this.arcSlot = larger(this.arcSlot)
      this.arcWeight = larger(this.arcWeight)
    }
    this.arcFrom[this.arcs] = from
    this.arcTo[this.arcs] = to
    this.arcSlot[this.arcs] = slot
    this.arcWeight[this.arcs++] = weight
  }

  private reserve(length: number): void {
    if (length <= this.step.length) return
    this.byWord = new Float64Array(length)
    this.memory = new Float64Array(length)
    this.step = new Float64Array(length)
    this.bigrams = new Int32Array(length)
  }

  private backward(slots: readonly number[], ends: readonly number[]): Reading {
    const after = new Float64Array(this.states)
    let total = 0
    let last = ends[0] ?? 0
    for (const state of ends) {
      after[state] = 1
      total += this.forward[state] as number
      if ((this.viterbi[state] as number) > (this.viterbi[last] as number)) last = state
    }
    const posteriors = new Float64Array(slots.at(-1) as number)
    for (let arc = this.arcs - 1; arc >= 0; arc--) {
      const to = this.arcTo[arc] as number
      const ahead = after[to] as number
      if (ahead === 0) continue
      const from = this.arcFrom[arc] as number
      const weight =
        ((this.arcWeight[arc] as number) / (this.best[this.node[to] as number] as number)) * ahead
      after[from] = (after[from] as number) + weight
      const slot = this.arcSlot[arc] as number
      posteriors[slot] = (posteriors[slot] as number) + ((this.forward[from] as number) * weight) / total
    }
    const byGroup = slots.slice(1).map((end, group) => posteriors.subarray(slots[group], end))
    const steps: Step[] = []
    for (let state = last; (this.bestGroup[state] as number) >= 0; state = this.bestFrom[state] as number) {
      const group = this.bestGroup[state] as number
      steps.push({ group, posteriors: byGroup[group] as Float64Array })
    }
    return { steps: steps.reverse(), posteriors: byGroup }
  }
}

/** Where the readings of each group begin among all readings; at the end how many there are. */
function slotsOf(groups: readonly ArcGroup[]): number[] {
  const slots = [0]
  for (const { readings } of groups) slots.push((slots.at(-1) as number) + readings.ids.length)
  return slots
}

function larger<T extends Int32Array | Float64Array>(values: T): T {
  const grown = new (values.constructor as new (size: number) => T)(values.length * 2)
  grown.set(values)
  return grown
}
