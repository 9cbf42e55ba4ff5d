import { specialCount } from '../../src/language/model/language-model.js'
import { backoffCode, type PackedModel, probabilityCode } from '../../src/language/model/model-file.js'
import { plain } from '../../src/language/plain.js'
import type { Counts } from './count.js'

/**
 * Absolute discounting with back-off to the shorter context, pruned for the question that the model is asked most:
 * which reading of a plain syllable stands here. An n-gram is worth keeping when it says more about that than the
 * shorter context does; `share` of what it says about the word among all words counts too (for damaged letters).
 */
export interface Pruning {
  bigram: number
  trigram: number
  share: number
}

/** Probability of a word after a context, by what is known of the shorter context. */
type Shorter = (context: number, word: number) => number

interface Discounts {
  one: number
  two: number
  more: number
}

function discounts(counts: Uint32Array): Discounts {
  const seen = [0, 0, 0, 0, 0]
  for (const count of counts) if (count <= 4) seen[count] = (seen[count] as number) + 1
  const [, n1, n2, n3, n4] = seen as [number, number, number, number, number]
  const y = n1 / Math.max(1, n1 + 2 * n2)
  const of = (k: number, here: number, next: number): number =>
    Math.min(k - 0.05, Math.max(0.1, k - ((k + 1) * y * next) / Math.max(1, here)))
  return { one: of(1, n1, n2), two: of(2, n2, n3), more: of(3, n3, n4) }
}

function discounted(count: number, by: Discounts): number {
  return count - (count === 1 ? by.one : count === 2 ? by.two : by.more)
}

/** For every word the first and the last-but-one id of its readings. */
function readingGroups(vocabulary: readonly string[]): { first: Uint16Array; end: Uint16Array } {
  const first = new Uint16Array(vocabulary.length)
  const end = new Uint16Array(vocabulary.length)
  for (let id = 0; id < vocabulary.length; ) {
    let next = id + 1
    if (id >= specialCount) {
      const key = plain(vocabulary[id] as string)
      while (next < vocabulary.length && plain(vocabulary[next] as string) === key) next++
    }
    first.fill(id, id, next)
    end.fill(next, id, next)
    id = next
  }
  return { first, end }
}

/** One order of n-grams, grouped by context. */
interface Order {
  start: Uint32Array
  word: Uint16Array
  count: Uint32Array
  probability: Float64Array
  /** Weight of the shorter context. */
  backoff: Float64Array
}

function order(start: Uint32Array, word: Uint16Array, count: Uint32Array): Order {
  const contexts = start.length - 1
  return {
    start,
    word,
    count,
    probability: new Float64Array(word.length),
    backoff: new Float64Array(contexts).fill(1),
  }
}

/** Interpolated probabilities of one order, given those of the shorter context. */
function interpolate(ngrams: Order, shorter: Shorter): void {
  const by = discounts(ngrams.count)
  for (let context = 0; context + 1 < ngrams.start.length; context++) {
    const from = ngrams.start[context] as number
    const to = ngrams.start[context + 1] as number
    if (from === to) continue
    let total = 0
    let kept = 0
    for (let entry = from; entry < to; entry++) {
      total += ngrams.count[entry] as number
      kept += discounted(ngrams.count[entry] as number, by)
    }
    const rest = 1 - kept / total
    ngrams.backoff[context] = rest
    for (let entry = from; entry < to; entry++) {
      const own = discounted(ngrams.count[entry] as number, by) / total
      ngrams.probability[entry] = own + rest * shorter(context, ngrams.word[entry] as number)
    }
  }
}

function find(ngrams: Order, context: number, word: number): number {
  let low = ngrams.start[context] as number
  const end = ngrams.start[context + 1] as number
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ngrams.word[middle] as number) < word) low = middle + 1
    else high = middle
  }
  return low < end && ngrams.word[low] === word ? low : -1
}

/** Which entries are worth their place. */
function worthKeeping(
  ngrams: Order,
  shorter: Shorter,
  groups: { first: Uint16Array; end: Uint16Array },
  threshold: number,
  share: number,
): Uint8Array {
  const keep = new Uint8Array(ngrams.word.length)
  for (let context = 0; context + 1 < ngrams.start.length; context++) {
    const to = ngrams.start[context + 1] as number
    for (let from = ngrams.start[context] as number; from < to; ) {
      const end = groups.end[ngrams.word[from] as number] as number
      let next = from + 1
      while (next < to && (ngrams.word[next] as number) < end) next++
      if (gain(ngrams, shorter, groups, context, from, next, share) > threshold) keep.fill(1, from, next)
      from = next
    }
  }
  return keep
}

/** Nats that the entries from…to (readings of one plain form in one context) save over the shorter context. */
function gain(
  ngrams: Order,
  shorter: Shorter,
  groups: { first: Uint16Array; end: Uint16Array },
  context: number,
  from: number,
  to: number,
  share: number,
): number {
  const word = ngrams.word[from] as number
  const rest = ngrams.backoff[context] as number
  let short = 0
  let long = 0
  let entry = from
  for (let reading = groups.first[word] as number; reading < (groups.end[word] as number); reading++) {
    const below = shorter(context, reading)
    short += below
    if (entry < to && ngrams.word[entry] === reading) long += ngrams.probability[entry++] as number
    else long += rest * below
  }
  let nats = 0
  for (entry = from; entry < to; entry++) {
    const count = ngrams.count[entry] as number
    const own = ngrams.probability[entry] as number
    const below = shorter(context, ngrams.word[entry] as number)
    nats += count * (Math.log(own / long) - Math.log(below / short) + share * Math.log(own / below))
  }
  return nats
}

/** Keeps the marked entries; a back-off weight is what makes the probabilities of its context sum to one. */
function prune(ngrams: Order, keep: Uint8Array, shorter: Shorter): { pruned: Order; oldEntry: Uint32Array } {
  const size = keep.reduce((sum, flag) => sum + flag, 0)
  const start = new Uint32Array(ngrams.start.length)
  const word = new Uint16Array(size)
  const probability = new Float64Array(size)
  const oldEntry = new Uint32Array(size)
  const backoff = new Float64Array(ngrams.start.length - 1).fill(1)
  let at = 0
  for (let context = 0; context + 1 < ngrams.start.length; context++) {
    let own = 0
    let below = 0
    for (
      let entry = ngrams.start[context] as number;
      entry < (ngrams.start[context + 1] as number);
      entry++
    ) {
      if (keep[entry] !== 1) continue
      word[at] = ngrams.word[entry] as number
      probability[at] = ngrams.probability[entry] as number
      own += probability[at] as number
      below += shorter(context, word[at] as number)
      oldEntry[at++] = entry
    }
    start[context + 1] = at
    backoff[context] = Math.max(1e-4, 1 - own) / Math.max(1e-4, 1 - below)
  }
  return { pruned: { start, word, count: new Uint32Array(size), probability, backoff }, oldEntry }
}

function bigramOrder(bigrams: Counts, words: number): Order {
  const start = new Uint32Array(words + 1)
  const word = new Uint16Array(bigrams.keys.length)
  bigrams.keys.forEach((key, entry) => {
    const context = Math.floor(key / words)
    word[entry] = key - context * words
    start[context + 1] = entry + 1
  })
  for (let context = 0; context < words; context++) {
    start[context + 1] = Math.max(start[context + 1] as number, start[context] as number)
  }
  return order(start, word, bigrams.counts)
}

/** Trigrams by the bigram that is their context. */
function trigramOrder(trigrams: Counts, bigrams: Counts, words: number): Order {
  const start = new Uint32Array(bigrams.keys.length + 1)
  const word = new Uint16Array(trigrams.keys.length)
  let context = 0
  trigrams.keys.forEach((key, entry) => {
    const pair = Math.floor(key / words)
    while ((bigrams.keys[context] as number) < pair) start[++context] = entry
    word[entry] = key - pair * words
  })
  while (context < bigrams.keys.length) start[++context] = trigrams.keys.length
  return order(start, word, trigrams.counts)
}

/** The model of counted n-grams. */
export function estimate(
  vocabulary: string[],
  codeParts: string[],
  bigramCounts: Counts,
  trigramCounts: Counts,
  pruning: Pruning,
): Omit<PackedModel, 'probabilityOf' | 'backoffOf'> {
  const words = vocabulary.length
  const bigrams = bigramOrder(bigramCounts, words)
  const trigrams = trigramOrder(trigramCounts, bigramCounts, words)
  const unigram = unigramProbabilities(bigrams, words)
  const { two, oldTwo, three } = pruneOrders(bigrams, trigrams, unigram, readingGroups(vocabulary), pruning)
  const trigramStart = new Uint32Array(two.word.length + 1)
  oldTwo.forEach((old, entry) => {
    trigramStart[entry + 1] = three.start[old + 1] as number
  })
  return {
    vocabulary,
    codeParts,
    unigram,
    unigramBackoff: two.backoff,
    bigramStart: two.start,
    bigramWord: two.word,
    bigramScore: Uint8Array.from(two.probability, probabilityCode),
    bigramBackoff: Uint8Array.from(oldTwo, (old) => backoffCode(three.backoff[old] as number)),
    trigramStart,
    trigramWord: three.word,
    trigramScore: Uint8Array.from(three.probability, probabilityCode),
  }
}

/** Both orders with their probabilities, without the n-grams that say little; a kept trigram keeps its context. */
function pruneOrders(
  bigrams: Order,
  trigrams: Order,
  unigram: Float64Array,
  groups: { first: Uint16Array; end: Uint16Array },
  pruning: Pruning,
): { two: Order; oldTwo: Uint32Array; three: Order } {
  const one: Shorter = (_, word) => unigram[word] as number
  interpolate(bigrams, one)
  const full = bigramLookup(bigrams, unigram)
  const lastWord = (context: number): number => bigrams.word[context] as number
  const shorter: Shorter = (context, word) => full(lastWord(context), word)
  interpolate(trigrams, shorter)
  const keepTrigram = worthKeeping(trigrams, shorter, groups, pruning.trigram, pruning.share)
  const keepBigram = worthKeeping(bigrams, one, groups, pruning.bigram, pruning.share)
  for (let context = 0; context < bigrams.word.length; context++) {
    const own = keepTrigram.subarray(trigrams.start[context], trigrams.start[context + 1])
    if (own.includes(1)) keepBigram[context] = 1
  }
  const { pruned: two, oldEntry: oldTwo } = prune(bigrams, keepBigram, one)
  const small = bigramLookup(two, unigram)
  const three = prune(trigrams, keepTrigram, (context, word) => small(lastWord(context), word)).pruned
  return { two, oldTwo, three }
}

function unigramProbabilities(bigrams: Order, words: number): Float64Array {
  const counts = new Float64Array(words).fill(0.5)
  for (let entry = 0; entry < bigrams.word.length; entry++) {
    const word = bigrams.word[entry] as number
    counts[word] = (counts[word] as number) + (bigrams.count[entry] as number)
  }
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => count / total)
}

function bigramLookup(bigrams: Order, unigram: Float64Array): Shorter {
  return (context, word) => {
    const entry = find(bigrams, context, word)
    if (entry >= 0) return bigrams.probability[entry] as number
    return (bigrams.backoff[context] as number) * (unigram[word] as number)
  }
}
