import type { Comparison, Overlap, Share } from '../../schemas/evaluation/comparison.js'
import type { MissedThreshold } from '../../schemas/evaluation/expectation.js'
import type { Saying } from '../../schemas/saying.js'
import type { Language } from '../sentences.js'
import { type MessageKey, saying, sentence } from './catalogue.js'
import { faultSections } from './comparison-faults.js'

/** How much of a comparison to print. */
export interface FormatOptions {
  /** How many faults of each kind to list; 0 for figures only. Default 10. */
  faults?: number
  /** Texts longer than this are cut. Default 90. */
  width?: number
}

/** One comparison as text for a terminal: its figures, then its faults by kind. */
export function comparisonText(
  comparison: Comparison,
  language: Language,
  { faults = 10, width = 90 }: FormatOptions = {},
): string {
  const figures = figuresOf(comparison).map(
    ([name, figure]) => `  ${sentence(saying(name), language).padEnd(12)} ${sentence(figure, language)}`,
  )
  const sections = faultSections(comparison, language, width)
    .filter(({ lines }) => lines.length > 0)
    .map((section) => sectionText(section, language, faults))
  return [comparison.plan, ...figures, ...(faults === 0 ? [] : sections)].join('\n')
}

/** Several comparisons as one table, a line for each. */
export function comparisonTable(comparisons: readonly Comparison[], language: Language): string {
  const head = summaryHead.map((key) => sentence(saying(key), language))
  const rows = [head, ...comparisons.map(summaryRow)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return rows.map(line).join('\n')
}

/** A threshold that a plan misses. */
export function missedSaying(plan: string, { threshold, value, wanted }: MissedThreshold): Saying {
  if (threshold === 'maxUnplacedCharacters')
    return saying('threshold.maxUnplacedCharacters', { plan, value, wanted })
  const name = saying(`threshold.${threshold}`)
  return saying('threshold.missed', { plan, name, value: value.toFixed(4), wanted: wanted.toFixed(4) })
}

const summaryHead = [
  ...(['measure.plan', 'measure.precision', 'measure.recall', 'measure.cells', 'measure.similar'] as const),
  ...(['measure.agencies', 'measure.scores', 'measure.deadlines', 'measure.header'] as const),
  ...(['measure.citations', 'measure.outline', 'measure.unplaced', 'measure.anomalies'] as const),
  'measure.alarms' as const,
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

type PlainKey = Extract<MessageKey, `measure.${string}`>

function figuresOf(one: Comparison): [PlainKey, Saying][] {
  const { criteria, cells, citations, outline, anomalies } = one
  const { matched, found, expected, got } = criteria
  return [
    [
      'measure.criteria',
      saying('figures.criteria', {
        ...{ matched, found, expected, got },
        ...{ precision: figure(criteria.precision), recall: figure(criteria.recall) },
      }),
    ],
    [
      'measure.cells',
      saying('figures.cells', {
        exact: ofShare(cells.exact),
        similarity: cells.similarity.toFixed(4),
        items: sameItems(cells),
      }),
    ],
    ['measure.agencies', ofOverlap(one.agencies)],
    ['measure.scores', ofShare(one.scores)],
    ['measure.deadlines', ofShare(one.deadlines)],
    ['measure.header', ofShare(one.header)],
    [
      'measure.citations',
      saying('figures.citations', {
        cited: ofOverlap(citations),
        dates: figure(citations.dates.share),
        types: figure(citations.types.share),
      }),
    ],
    [
      'measure.outline',
      saying('figures.outline', {
        outline: ofOverlap(outline),
        paragraphs: figure(outline.paragraphs.share),
      }),
    ],
    ['measure.footnotes', ofOverlap(one.footnotes)],
    ['measure.appendices', ofShare(one.appendices)],
    ['measure.columns', ofShare(one.columns)],
    ['measure.unplaced', saying('figures.unplaced', { count: one.unplacedCharacters })],
    [
      'measure.anomalies',
      saying('figures.anomalies', { raised: ofShare(anomalies.raised), alarms: anomalies.alarms.length }),
    ],
  ]
}

function sameItems({ sameItems: { share }, notJudged }: Comparison['cells']): Saying {
  return notJudged > 0
    ? saying('figures.same-items-of-judged', { share: figure(share), notJudged })
    : saying('figures.same-items', { share: figure(share) })
}

function ofShare({ right, of, share }: Share): Saying {
  return saying('figures.share', { share: figure(share), right, of })
}

function ofOverlap({ f1, matched, expected, got }: Overlap): Saying {
  return saying('figures.overlap', { f1: figure(f1), matched, expected, got })
}

function sectionText(
  { title, lines }: { title: Saying; lines: readonly string[] },
  language: Language,
  most: number,
): string {
  const shown = lines.slice(0, most).map((line) => `    ${line.trim()}`)
  const count = lines.length - shown.length
  const more = count > 0 ? [`    ${sentence(saying('faults.more', { count }), language)}`] : []
  return [`  ${sentence(title, language)}: ${lines.length}`, ...shown, ...more].join('\n')
}

function figure(value: number): string {
  return value.toFixed(3)
}
