import type { WordingDoubts } from './usual-wording.js'

/** What speaks against the text of a recognised cell as it stands after the light pass. */
export interface TextDoubts extends WordingDoubts {
  /** Words that are expected to be wrong, by what the engine said of each of them. */
  expectedWrong: number
  /** Nats against the readings that were taken, by the channel and the language model together. */
  readings: number
  /** Words that no lexicon knows and the engine was not sure of. */
  unknown: number
  /** The engine's confidence in its least sure word. */
  least: number
}

export const noDoubts: TextDoubts = {
  expectedWrong: 0,
  readings: 0,
  unknown: 0,
  least: 1,
  oddMark: 0,
  oddFigures: 0,
  strays: 0,
}

/**
 * How often a word is wrong to which the engine gave this confidence, its marks of punctuation included (counted on
 * made scans, rounded).
 */
const wrongByConfidence: readonly (readonly [from: number, share: number])[] = [
  [0.965, 0.001],
  [0.95, 0.006],
  [0.9, 0.02],
  [0.8, 0.04],
  [0.5, 0.1],
  [0, 0.2],
]

/** Share of the words of this confidence that are wrong. */
export function wrongShare(confidence: number): number {
  return wrongByConfidence.find(([from]) => confidence >= from)?.[1] ?? 0.2
}

/** Weights of the doubts, in the order of `doubtFeatures`, fitted by `npm run bench:reliability -- --fit` (docs/QUALITY.md). */
const weights = [-4.85, -0.64, -0.97, -0.34, -0.82, -2.85, -0.54, -1.55] as const
/** Keeps the logarithms of nothing finite. */
const floor = 0.003
const mostUnknown = 2
const mostStrays = 2
/** 1 is for text that is exact. */
const surest = 0.999

/** The doubts as the fit sees them: bias first. */
export function doubtFeatures(doubts: TextDoubts): number[] {
  return [
    1,
    Math.log(doubts.expectedWrong + floor),
    Math.log(doubts.readings + floor),
    Math.min(doubts.unknown, mostUnknown),
    Math.log(1.02 - doubts.least),
    Math.min(doubts.strays, mostStrays),
    doubts.oddMark,
    Math.min(doubts.oddFigures, 1),
  ]
}

/** How probably the text of a cell is what is printed, to the letter (0–1). */
export function certaintyOf(doubts: TextDoubts): number {
  const sum = doubtFeatures(doubts).reduce((total, value, index) => total + value * (weights[index] ?? 0), 0)
  return Math.min(surest, Math.round(1000 / (1 + Math.exp(-sum))) / 1000)
}

/**
 * Of words that the engine was surest of one in 300 is wrong, hardly more than are misprinted in such documents, and
 * misprints stay as they are: too few to be worth a change.
 */
const sure = -7

/**
 * How much likelier a word is to be wrong than words are on the average, by the confidence that the engine gave it:
 * counted on the made scans that the channel was learned from (159,000 words).
 */
const oddsByConfidence: readonly (readonly [from: number, nats: number])[] = [
  [0.965, sure],
  [0.955, -1.5],
  [0.95, 0.4],
  [0.9, 0.8],
  [0.8, 1.5],
  [0.5, 1.5],
  [0, 1.5],
]

/** Nats that speak against a word of this confidence; negative where they speak for it. */
export function doubtOfWord(confidence: number): number {
  return oddsByConfidence.find(([from]) => confidence >= from)?.[1] ?? 0
}

/**
 * The same where only the least confidence among several words is known: all are at least so sure, and one of them is
 * no surer.
 */
export function doubtOfLeast(confidence: number, words: number): number {
  const least = doubtOfWord(confidence)
  if (least <= 0 || words <= 1) return least
  return Math.log(1 + (Math.exp(least) - 1) / words)
}
