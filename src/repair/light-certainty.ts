/** What speaks against the text of a recognised cell as it stands after the light pass. */
export interface TextDoubts {
  /** Words that are expected to be wrong, by what the engine said of each of them. */
  expectedWrong: number
  /** Nats against the readings that were taken, by the channel and the language model together. */
  readings: number
  /** Words that no lexicon knows and the engine was not sure of. */
  unknown: number
  /** The engine's confidence in its least sure word. */
  least: number
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

/** Weights of the logarithms of the doubts, fitted by `npm run bench:reliability -- --fit` (docs/QUALITY.md). */
const weights = { bias: -6.06, expectedWrong: -0.97, readings: -0.87, unknown: -0.12, least: -0.97 }
/** Keeps the logarithms of nothing finite. */
const floor = 0.003
const mostUnknown = 2
/** 1 is for text that is exact. */
const surest = 0.999

/** The doubts as the fit sees them: bias first. */
export function doubtFeatures({ expectedWrong, readings, unknown, least }: TextDoubts): number[] {
  return [
    1,
    Math.log(expectedWrong + floor),
    Math.log(readings + floor),
    Math.min(unknown, mostUnknown),
    Math.log(1.02 - least),
  ]
}

/** How probably the text of a cell is what is printed, to the letter (0–1). */
export function certaintyOf(doubts: TextDoubts): number {
  const order = [weights.bias, weights.expectedWrong, weights.readings, weights.unknown, weights.least]
  const sum = doubtFeatures(doubts).reduce((total, value, index) => total + value * (order[index] ?? 0), 0)
  return Math.min(surest, Math.round(1000 / (1 + Math.exp(-sum))) / 1000)
}
