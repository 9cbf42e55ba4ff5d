import type { CellsResult, Comparison, Overlap, Share } from '../../schemas/evaluation/comparison.js'
import { overlap, share } from './measures.js'

/** Several comparisons as one: the counts are added, so a plan weighs by what there was to judge in it. */
export function sumComparisons(comparisons: readonly Comparison[], name = 'all'): Comparison {
  const all = <T>(read: (comparison: Comparison) => T[]) => comparisons.flatMap(read)
  return {
    plan: name,
    criteria: {
      ...sumOverlaps(comparisons.map((one) => one.criteria)),
      found: total(comparisons.map((one) => one.criteria.found)),
      faults: all((one) => one.criteria.faults),
    },
    cells: sumCells(comparisons.map((one) => one.cells)),
    agencies: {
      ...sumOverlaps(comparisons.map((one) => one.agencies)),
      faults: all((one) => one.agencies.faults),
    },
    scores: { ...sumShares(comparisons.map((one) => one.scores)), faults: all((one) => one.scores.faults) },
    deadlines: {
      ...sumShares(comparisons.map((one) => one.deadlines)),
      faults: all((one) => one.deadlines.faults),
    },
    header: { ...sumShares(comparisons.map((one) => one.header)), faults: all((one) => one.header.faults) },
    ...sumReferences(comparisons),
    unplacedCharacters: total(comparisons.map((one) => one.unplacedCharacters)),
    anomalies: {
      raised: sumShares(comparisons.map((one) => one.anomalies.raised)),
      missed: all((one) => one.anomalies.missed),
      alarms: all((one) => one.anomalies.alarms),
    },
  }
}

function sumReferences(
  comparisons: readonly Comparison[],
): Pick<Comparison, 'citations' | 'outline' | 'footnotes' | 'appendices' | 'columns'> {
  const citations = comparisons.map((one) => one.citations)
  const outlines = comparisons.map((one) => one.outline)
  const footnotes = comparisons.map((one) => one.footnotes)
  const appendices = comparisons.map((one) => one.appendices)
  const columns = comparisons.map((one) => one.columns)
  return {
    citations: {
      ...sumOverlaps(citations),
      dates: sumShares(citations.map((one) => one.dates)),
      types: sumShares(citations.map((one) => one.types)),
      faults: citations.flatMap((one) => one.faults),
    },
    outline: {
      ...sumOverlaps(outlines),
      paragraphs: sumShares(outlines.map((one) => one.paragraphs)),
      faults: outlines.flatMap((one) => one.faults),
    },
    footnotes: { ...sumOverlaps(footnotes), faults: footnotes.flatMap((one) => one.faults) },
    appendices: { ...sumShares(appendices), faults: appendices.flatMap((one) => one.faults) },
    columns: { ...sumShares(columns), faults: columns.flatMap((one) => one.faults) },
  }
}

function sumCells(cells: readonly CellsResult[]): CellsResult {
  const exact = sumShares(cells.map((one) => one.exact))
  const similarities = total(cells.map((one) => one.similarity * one.exact.of))
  return {
    exact,
    similarity: exact.of === 0 ? 1 : similarities / exact.of,
    sameItems: sumShares(cells.map((one) => one.sameItems)),
    notJudged: total(cells.map((one) => one.notJudged)),
    inexact: cells.flatMap((one) => one.inexact),
  }
}

function sumShares(shares: readonly Share[]): Share {
  return share(total(shares.map((one) => one.right)), total(shares.map((one) => one.of)))
}

function sumOverlaps(overlaps: readonly Overlap[]): Overlap {
  const sum = (read: (one: Overlap) => number) => total(overlaps.map(read))
  return overlap(
    sum((one) => one.matched),
    sum((one) => one.expected),
    sum((one) => one.got),
  )
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
