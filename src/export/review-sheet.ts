import type { Place } from '../../schemas/place.js'
import type { Criterion, Plan } from '../../schemas/plan.js'
import { planKey } from '../../schemas/plan-key.js'
import type { DoubtfulCell } from './doubtful-cells.js'
import type { SheetColumn, SheetValue } from './sheet.js'
import type { SheetWords } from './sheet-words.js'

/** The cells to look at. The key names plan and cell, so that a correction finds its way back. */
export const reviewColumns = (words: SheetWords): readonly SheetColumn[] => [
  { title: words.plan, width: 24 },
  { title: words.criterion, width: 30 },
  { title: words.review.field, width: 14 },
  { title: words.review.value, width: 44 },
  { title: words.review.input, width: 44, input: true },
  { title: words.review.alternatives, width: 24 },
  { title: words.review.reason, width: 44 },
  { title: words.confidence, width: 9, format: '0%' },
  { title: words.review.page, width: 7 },
  { title: words.review.line, width: 7 },
  { title: words.review.picture, width: 62 },
  { title: words.review.key, width: 12, quiet: true },
]

/** A row of the review sheet, and what its picture is made from; the plan itself can be forgotten. */
export interface ReviewRow {
  values: SheetValue[]
  confidence: number
  at: Place
  source: { file: string; sha256: string }
}

/** What a reader is told of a doubtful cell: its value in the plan and why it should be looked at. */
export interface ReviewText {
  value: string | null
  reason: string
}

export function reviewRow(
  plan: Plan,
  criterion: Criterion,
  cell: DoubtfulCell,
  { value, reason }: ReviewText,
  words: SheetWords,
): ReviewRow {
  const key = { plan: planKey(plan), criterion: cell.criterion, action: cell.action, field: cell.field }
  const { file, sha256 } = plan.sources[cell.at.source ?? 0] ?? plan.source
  const values = [
    [plan.header.number, file].filter((part) => part !== null).join('\n'),
    [criterion.code, criterion.name].filter((part) => part !== null).join(' ') || criterion.id,
    words.fields[cell.field],
    value,
    null,
    [...new Set(cell.alternatives)].slice(0, 5).join('; '),
    reason,
    cell.confidence,
    cell.at.page,
    cell.at.line,
    cell.raw,
    JSON.stringify(key),
  ]
  return { values, confidence: cell.confidence, at: cell.at, source: { file, sha256 } }
}

/** Why a cell without any issue is doubted: the readings that were unsure, as far as they fit. */
export function doubtOf(cell: DoubtfulCell, { unsure }: SheetWords): string {
  const readings = cell.readings.slice(0, 3).map(({ from, to }) => `“${from}” → “${to}”`)
  return readings.length === 0 ? `${unsure}.` : `${unsure}: ${readings.join(', ')}.`
}
