import type { ReliabilityBin } from '../../schemas/evaluation/reliability.js'

/** A cell: how sure the plan is of it, and whether it is right. */
export interface Verdict {
  confidence: number
  right: boolean
}

const edges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1]

/** Cells by confidence, and how many of each bin are right. */
export function binsOf(verdicts: readonly Verdict[]): ReliabilityBin[] {
  return edges.slice(1).map((to, index) => {
    const from = edges[index] ?? 0
    const inside = verdicts.filter(
      ({ confidence }) => confidence >= from && (confidence < to || (to === 1 && confidence === 1)),
    )
    return { from, to, cells: inside.length, right: inside.filter(({ right }) => right).length }
  })
}

/** Mean distance between what is said and what is so, over the bins, weighted by their cells. */
export function calibrationError(verdicts: readonly Verdict[]): number {
  let sum = 0
  for (const { from, to, cells, right } of binsOf(verdicts)) {
    const inside = verdicts.filter(
      ({ confidence }) => confidence >= from && (confidence < to || (to === 1 && confidence === 1)),
    )
    sum +=
      Math.abs(inside.reduce((total, { confidence }) => total + confidence, 0) - right) * Math.sign(cells)
  }
  return verdicts.length === 0 ? 0 : sum / verdicts.length
}

/** Of the wrong cells, the share among the least sure part of all. */
export function wrongAmongLeastSure(verdicts: readonly Verdict[], part: number): number {
  const sorted = [...verdicts].sort((a, b) => a.confidence - b.confidence)
  const wrong = sorted.filter(({ right }) => !right).length
  const least = sorted.slice(0, Math.round(part * sorted.length))
  return wrong === 0 ? 1 : least.filter(({ right }) => !right).length / wrong
}

/** Share of right cells among those of at least this confidence, and the share of all that lies below it. */
export function aboveThreshold(
  verdicts: readonly Verdict[],
  threshold: number,
): { right: number; asks: number } {
  const sure = verdicts.filter(({ confidence }) => confidence >= threshold)
  return {
    right: sure.length === 0 ? 1 : sure.filter(({ right }) => right).length / sure.length,
    asks: verdicts.length === 0 ? 0 : 1 - sure.length / verdicts.length,
  }
}
