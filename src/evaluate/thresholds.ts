import type { Comparison } from '../../schemas/comparison.js'
import type { Thresholds } from '../../schemas/expectation.js'

const tolerance = 1e-9

/** The thresholds that a comparison misses, each as a sentence; none when it meets them all. */
export function meets(comparison: Comparison, thresholds: Thresholds): string[] {
  const { criteria, cells, agencies, scores, header, citations, outline } = comparison
  const floors: [string, number, number][] = [
    ['criteria precision', criteria.precision, thresholds.criteriaPrecision],
    ['criteria recall', criteria.recall, thresholds.criteriaRecall],
    ['the share of cells exactly right', cells.exact.share, thresholds.cellsExact],
    ['the mean similarity of cells', cells.similarity, thresholds.cellSimilarity],
    ['agencies F1', agencies.f1, thresholds.agenciesF1],
    ['the share of scores exactly right', scores.share, thresholds.scoresExact],
    ['the share of header fields right', header.share, thresholds.headerFields],
    ['citations F1', citations.f1, thresholds.citationsF1],
    ['outline F1', outline.f1, thresholds.outlineF1],
  ]
  const missed = floors
    .filter(([, value, floor]) => value < floor - tolerance)
    .map(([name, value, floor]) => `${name} is ${value.toFixed(4)}, at least ${floor.toFixed(4)} is wanted`)
  if (comparison.unplacedCharacters > thresholds.maxUnplacedCharacters) {
    const most = thresholds.maxUnplacedCharacters
    missed.push(
      `${comparison.unplacedCharacters} characters of the source are unplaced, at most ${most} are allowed`,
    )
  }
  return missed.map((sentence) => `${comparison.plan}: ${sentence}`)
}
