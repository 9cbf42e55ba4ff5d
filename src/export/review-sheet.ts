import type { CellKey } from '../../schemas/corrections.js'
import type { Place } from '../../schemas/place.js'
import type { Criterion, Plan } from '../../schemas/plan.js'
import type { DoubtfulCell } from './doubtful-cells.js'
import { planKey } from './flat-table.js'
import type { SheetColumn, SheetValue } from './sheet.js'

export const reviewSheet = 'Cần kiểm tra'
export const keyColumn = 'Khóa (không sửa)'
export const valueColumn = 'Giá trị đã đọc'
export const inputColumn = 'Sửa thành'
export const pictureColumn = 'Ảnh vị trí'

/** The cells to look at. The key names plan and cell, so that a correction finds its way back. */
export const reviewColumns: readonly SheetColumn[] = [
  { title: 'Kế hoạch', width: 24 },
  { title: 'Tiêu chí', width: 30 },
  { title: 'Trường', width: 14 },
  { title: valueColumn, width: 44 },
  { title: inputColumn, width: 44, input: true },
  { title: 'Phương án khác', width: 24 },
  { title: 'Lý do', width: 44 },
  { title: 'Tin cậy', width: 9, format: '0%' },
  { title: 'Trang', width: 7 },
  { title: 'Dòng', width: 7 },
  { title: pictureColumn, width: 62 },
  { title: keyColumn, width: 12, quiet: true },
]

export const fieldNames: Record<CellKey['field'], string> = {
  code: 'Số thứ tự',
  name: 'Tên tiêu chí',
  maxScore: 'Điểm tối đa',
  achievedScore: 'Điểm đạt',
  targetScore: 'Điểm mục tiêu',
  task: 'Nhiệm vụ',
  requirement: 'Yêu cầu',
  deliverable: 'Sản phẩm',
  note: 'Ghi chú',
  deadline: 'Thời hạn',
  lead: 'Chủ trì',
  coordinating: 'Phối hợp',
  implementing: 'Thực hiện',
}

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
): ReviewRow {
  const key = { plan: planKey(plan), criterion: cell.criterion, action: cell.action, field: cell.field }
  const values = [
    [plan.header.number, plan.source.file].filter((part) => part !== null).join('\n'),
    [criterion.code, criterion.name].filter((part) => part !== null).join(' ') || criterion.id,
    fieldNames[cell.field],
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
  const { file, sha256 } = plan.source
  return { values, confidence: cell.confidence, at: cell.at, source: { file, sha256 } }
}

/** Why a cell without any issue is doubted: the readings that were unsure, as far as they fit. */
export function doubtOf(cell: DoubtfulCell): string {
  const readings = cell.readings.slice(0, 3).map(({ from, to }) => `“${from}” → “${to}”`)
  return readings.length === 0 ? 'Đọc không chắc.' : `Đọc không chắc: ${readings.join(', ')}.`
}
