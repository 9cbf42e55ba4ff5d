/**
 * How much likelier a word is to be wrong than words are on the average, by the confidence that the engine gave it:
 * counted on the made scans that the channel was learned from (107,000 words).
 */
const oddsByConfidence: readonly (readonly [from: number, nats: number])[] = [
  [0.965, -1.9],
  [0.955, -0.9],
  [0.95, 0.4],
  [0.9, 0.8],
  [0.8, 2.5],
  [0.5, 3.2],
  [0, 4],
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
