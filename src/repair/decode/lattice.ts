import { type LanguageModel, lowerBound } from '../../language/model/language-model.js'

/** What a place of the text was read as: the likeliest reading, how sure it is, and the next likeliest. */
export interface Readings {
  best: Uint16Array
  confidence: Float64Array
  second: Uint16Array
  secondConfidence: Float64Array
}

/** States that are this much less likely than the best of their place are given up. */
const beam = 1e-5

/** A typed array that grows. */
class Column<T extends Float64Array | Int32Array | Uint16Array> {
  length = 0
  constructor(
    public values: T,
    private readonly grown: (size: number) => T,
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.grown(this.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }
}

const numbers = (): Column<Float64Array> =>
  new Column(new Float64Array(4096), (size) => new Float64Array(size))
const indexes = (): Column<Int32Array> => new Column(new Int32Array(4096), (size) => new Int32Array(size))

/**
 * All ways to read a stretch of text, place by place. A state is the reading of one place together with the reading of
 * the place before. Going forward sums the likelihood of all ways to a state, going backward that of all ways from it;
 * their product is how probable a reading is in the whole context, left and right.
 */
export class Lattice {
  private readonly word = indexes()
  /** The bigram that the state is in the model, or -1. */
  private readonly bigram = indexes()
  private readonly forward = numbers()
  private readonly arcFrom = indexes()
  private readonly arcTo = indexes()
  private readonly arcWeight = numbers()
  private readonly stateStart = indexes()
  private readonly arcStart = indexes()
  /** Scratch of one step: per (group of states with one word, reading). */
  private target = { sum: new Float64Array(256), bigram: new Int32Array(256), state: new Int32Array(256) }
  private base = new Float64Array(64)
  private step = new Float64Array(64)

  constructor(private readonly model: LanguageModel) {}

  /** Readings of the places whose candidates are the ids from[i] up to to[i] (exclusive); place 0 must have one. */
  read(from: Uint16Array, to: Uint16Array, length: number): Readings {
    this.reset(from[0] as number)
    for (let place = 1; place < length; place++) this.extend(from[place] as number, to[place] as number)
    this.stateStart.push(this.word.length)
    this.arcStart.push(this.arcFrom.length)
    return this.backward(from, to, length)
  }

  private reset(first: number): void {
    for (const column of [this.word, this.bigram, this.forward, this.arcFrom, this.arcTo, this.arcWeight]) {
      column.length = 0
    }
    this.stateStart.length = 0
    this.arcStart.length = 0
    this.stateStart.push(0)
    this.arcStart.push(0)
    this.word.push(first)
    this.bigram.push(-1)
    this.forward.push(1)
  }

  private extend(low: number, high: number): void {
    const firstState = this.stateStart.values[this.stateStart.length - 1] as number
    const endState = this.word.length
    const firstArc = this.arcFrom.length
    this.stateStart.push(endState)
    this.arcStart.push(firstArc)
    const readings = high - low
    this.reserve((endState - firstState) * readings, readings)
    let groups = 0
    for (let state = firstState; state < endState; groups++) {
      state = this.extendGroup(state, endState, low, high, groups * readings)
    }
    this.keepLikely(groups, low, readings)
    this.resolveArcs(firstArc)
  }

  private reserve(targets: number, readings: number): void {
    if (this.target.sum.length < targets) {
      this.target = {
        sum: new Float64Array(targets),
        bigram: new Int32Array(targets),
        state: new Int32Array(targets),
      }
    }
    if (this.base.length < readings) {
      this.base = new Float64Array(readings)
      this.step = new Float64Array(readings)
    }
  }

  /** Arcs from all states that share the word of `state`; returns the first state after them. */
  private extendGroup(state: number, endState: number, low: number, high: number, target: number): number {
    const word = this.word.values[state] as number
    this.scoreBigrams(word, low, high, target)
    const readings = high - low
    let next = state
    for (; next < endState && this.word.values[next] === word; next++) {
      this.scoreTrigrams(this.bigram.values[next] as number, low, high)
      const before = this.forward.values[next] as number
      for (let reading = 0; reading < readings; reading++) {
        const weight = this.step[reading] as number
        this.target.sum[target + reading] = (this.target.sum[target + reading] as number) + before * weight
        this.arcFrom.push(next)
        this.arcTo.push(target + reading)
        this.arcWeight.push(weight)
      }
    }
    return next
  }

  private scoreBigrams(word: number, low: number, high: number, target: number): void {
    const { bigramStart, bigramWord, bigramScore, probabilityOf, unigram, unigramBackoff } = this.model
    const backoff = unigramBackoff[word] as number
    for (let id = low; id < high; id++) {
      this.base[id - low] = backoff * (unigram[id] as number)
      this.target.bigram[target + id - low] = -1
      this.target.sum[target + id - low] = 0
    }
    const end = bigramStart[word + 1] as number
    for (let entry = lowerBound(bigramWord, bigramStart[word] as number, end, low); entry < end; entry++) {
      const id = bigramWord[entry] as number
      if (id >= high) break
      this.base[id - low] = probabilityOf[bigramScore[entry] as number] as number
      this.target.bigram[target + id - low] = entry
    }
  }

  private scoreTrigrams(bigram: number, low: number, high: number): void {
    const { step, base } = this
    const readings = high - low
    if (bigram < 0) {
      for (let reading = 0; reading < readings; reading++) step[reading] = base[reading] as number
      return
    }
    const { bigramBackoff, backoffOf, trigramStart, trigramWord, trigramScore, probabilityOf } = this.model
    const backoff = backoffOf[bigramBackoff[bigram] as number] as number
    for (let reading = 0; reading < readings; reading++) step[reading] = backoff * (base[reading] as number)
    const end = trigramStart[bigram + 1] as number
    for (
      let entry = lowerBound(trigramWord, trigramStart[bigram] as number, end, low);
      entry < end;
      entry++
    ) {
      const id = trigramWord[entry] as number
      if (id >= high) break
      step[id - low] = probabilityOf[trigramScore[entry] as number] as number
    }
  }

  /** Makes states of the likely targets, those with the same reading together. */
  private keepLikely(groups: number, low: number, readings: number): void {
    const { sum, bigram, state } = this.target
    let best = 0
    for (let target = 0; target < groups * readings; target++) best = Math.max(best, sum[target] as number)
    const least = best * beam
    for (let reading = 0; reading < readings; reading++) {
      for (let target = reading; target < groups * readings; target += readings) {
        const likelihood = sum[target] as number
        state[target] = likelihood < least ? -1 : this.word.length
        if (likelihood < least) continue
        this.word.push(low + reading)
        this.bigram.push(bigram[target] as number)
        this.forward.push(likelihood / best)
      }
    }
  }

  /** Arcs of the last step point to states instead of targets; those to given-up targets go. */
  private resolveArcs(firstArc: number): void {
    let kept = firstArc
    for (let arc = firstArc; arc < this.arcFrom.length; arc++) {
      const state = this.target.state[this.arcTo.values[arc] as number] as number
      if (state < 0) continue
      this.arcFrom.values[kept] = this.arcFrom.values[arc] as number
      this.arcWeight.values[kept] = this.arcWeight.values[arc] as number
      this.arcTo.values[kept++] = state
    }
    this.arcFrom.length = kept
    this.arcTo.length = kept
    this.arcWeight.length = kept
  }

  private backward(from: Uint16Array, to: Uint16Array, length: number): Readings {
    const after = new Float64Array(this.word.length)
    after.fill(1, this.stateStart.values[length - 1] as number)
    const readings: Readings = {
      best: new Uint16Array(length),
      confidence: new Float64Array(length),
      second: new Uint16Array(length),
      secondConfidence: new Float64Array(length),
    }
    for (let place = length - 1; place >= 0; place--) {
      if (place < length - 1) this.stepBack(place, after)
      this.choose(place, from[place] as number, to[place] as number, after, readings)
    }
    return readings
  }

  private stepBack(place: number, after: Float64Array): void {
    const end = this.arcStart.values[place + 2] as number
    for (let arc = this.arcStart.values[place + 1] as number; arc < end; arc++) {
      const from = this.arcFrom.values[arc] as number
      const ahead = after[this.arcTo.values[arc] as number] as number
      after[from] = (after[from] as number) + (this.arcWeight.values[arc] as number) * ahead
    }
    const first = this.stateStart.values[place] as number
    const last = this.stateStart.values[place + 1] as number
    let most = 0
    for (let state = first; state < last; state++) most = Math.max(most, after[state] as number)
    for (let state = first; state < last; state++) after[state] = (after[state] as number) / most
  }

  private choose(place: number, low: number, high: number, after: Float64Array, out: Readings): void {
    out.best[place] = low
    out.confidence[place] = 1
    out.second[place] = low
    if (high - low === 1) return
    const sums = this.step.fill(0, 0, high - low)
    let total = 0
    const end = this.stateStart.values[place + 1] as number
    for (let state = this.stateStart.values[place] as number; state < end; state++) {
      const weight = (this.forward.values[state] as number) * (after[state] as number)
      const reading = (this.word.values[state] as number) - low
      sums[reading] = (sums[reading] as number) + weight
      total += weight
    }
    let best = 0
    let second = -1
    for (let reading = 1; reading < high - low; reading++) {
      if ((sums[reading] as number) > (sums[best] as number)) {
        second = best
        best = reading
      } else if (second < 0 || (sums[reading] as number) > (sums[second] as number)) second = reading
    }
    out.best[place] = low + best
    out.confidence[place] = (sums[best] as number) / total
    out.second[place] = low + second
    out.secondConfidence[place] = (sums[second] as number) / total
  }
}
