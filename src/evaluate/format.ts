import type { Comparison, Overlap, Share } from '../../schemas/comparison.js'
import { faultSections } from './fault-lines.js'

/** How much of a comparison to print. */
export interface FormatOptions {
  /** How many faults of each kind to list; 0 for figures only. Default 10. */
  faults?: number
  /** Texts longer than this are cut. Default 90. */
  width?: number
}

/** One comparison as text for a terminal: its figures, then its faults by kind. */
export function formatComparison(comparison: Comparison, options: FormatOptions = {}): string {
  const { faults = 10, width = 90 } = options
  const sections = faultSections(comparison, width)
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => formatSection(title, lines, faults))
  const figures = figureLines(comparison).map(([name, figure]) => `  ${name.padEnd(12)} ${figure}`)
  return [comparison.plan, ...figures, ...(faults === 0 ? [] : sections)].join('\n')
}

/** Several comparisons as one table, a line for each. */
export function formatSummary(
  comparisons: readonly Comparison[],
  told: (words: string) => string = (words) => words,
): string {
  const rows = [summaryHead.map(told), ...comparisons.map(summaryRow)]
  const widths = summaryHead.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return rows.map(line).join('\n')
}

const summaryHead = [
  ...['plan', 'precision', 'recall', 'cells', 'similar', 'agencies', 'scores', 'deadlines'],
  ...['header', 'citations', 'outline', 'unplaced', 'anomalies', 'alarms'],
]

function summaryRow(one: Comparison): string[] {
  const { raised, alarms } = one.anomalies
  return [
    one.plan,
    ...[one.criteria.precision, one.criteria.recall, one.cells.exact.share, one.cells.similarity].map(figure),
    ...[one.agencies.f1, one.scores.share, one.deadlines.share, one.header.share].map(figure),
    ...[one.citations.f1, one.outline.f1].map(figure),
    ...[String(one.unplacedCharacters), `${raised.right}/${raised.of}`, String(alarms.length)],
  ]
}

function figureLines(one: Comparison): [string, string][] {
  const { criteria, cells, citations, outline, anomalies } = one
  const found = `${criteria.matched} right, ${criteria.found} found of ${criteria.expected}; ${criteria.got} got`
  const unjudged = cells.notJudged > 0 ? `, ${cells.notJudged} not judged` : ''
  const parts = `same items ${figure(cells.sameItems.share)}${unjudged}`
  const cited = `dates ${figure(citations.dates.share)}, types ${figure(citations.types.share)}`
  return [
    ['criteria', `precision ${figure(criteria.precision)}, recall ${figure(criteria.recall)} (${found})`],
    ['cells', `exact ${ofShare(cells.exact)}, similarity ${cells.similarity.toFixed(4)}, ${parts}`],
    ['agencies', ofOverlap(one.agencies)],
    ['scores', ofShare(one.scores)],
    ['deadlines', ofShare(one.deadlines)],
    ['header', ofShare(one.header)],
    ['citations', `${ofOverlap(citations)}, ${cited}`],
    ['outline', `${ofOverlap(outline)}, paragraphs ${figure(outline.paragraphs.share)}`],
    ['footnotes', ofOverlap(one.footnotes)],
    ['appendices', ofShare(one.appendices)],
    ['columns', ofShare(one.columns)],
    ['unplaced', `${one.unplacedCharacters} characters`],
    ['anomalies', `${ofShare(anomalies.raised)} raised, ${anomalies.alarms.length} further alarms`],
  ]
}

function ofShare({ right, of, share }: Share): string {
  return `${figure(share)} (${right} of ${of})`
}

function ofOverlap({ f1, matched, expected, got }: Overlap): string {
  return `F1 ${figure(f1)} (${matched} of ${expected}, ${got} got)`
}

function formatSection(title: string, lines: readonly string[], most: number): string {
  const shown = lines.slice(0, most).map((line) => `    ${line.trim()}`)
  const left = lines.length - shown.length
  const more = left > 0 ? [`    … and ${left} more`] : []
  return [`  ${title}: ${lines.length}`, ...shown, ...more].join('\n')
}

function figure(value: number): string {
  return value.toFixed(3)
}
