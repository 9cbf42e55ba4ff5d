import type { Comparison } from '../../schemas/evaluation/comparison.js'
import type { MissedThreshold, Thresholds } from '../../schemas/evaluation/expectation.js'

const tolerance = 1e-9

/** The thresholds that a comparison misses; none when it meets them all. */
export function meets(comparison: Comparison, thresholds: Thresholds): MissedThreshold[] {
  const { criteria, cells, agencies, scores, header, citations, outline } = comparison
  const floors: [keyof Thresholds, number][] = [
    ['criteriaPrecision', criteria.precision],
    ['criteriaRecall', criteria.recall],
    ['cellsExact', cells.exact.share],
    ['cellSimilarity', cells.similarity],
    ['agenciesF1', agencies.f1],
    ['scoresExact', scores.share],
    ['headerFields', header.share],
    ['citationsF1', citations.f1],
    ['outlineF1', outline.f1],
  ]
  const missed = floors
    .map(([threshold, value]) => ({ threshold, value, wanted: thresholds[threshold] }))
    .filter(({ value, wanted }) => value < wanted - tolerance)
  const { unplacedCharacters: value } = comparison
  const wanted = thresholds.maxUnplacedCharacters
  return value > wanted ? [...missed, { threshold: 'maxUnplacedCharacters', value, wanted }] : missed
}
