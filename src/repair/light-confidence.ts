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
