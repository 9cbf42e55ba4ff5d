import type { CellKey } from '../../schemas/corrections.js'
import type { Action, Criterion, Plan } from '../../schemas/plan.js'
import type { DoubtfulCell } from './doubtful-cells.js'
import { planKey } from './flat-model.js'

/** One cell of a sheet. Text stays text, whatever it begins with; dates and numbers are what they are. */
export type SheetValue = string | number | Date | null

export interface SheetColumn {
  title: string
  /** In characters. */
  width: number
  /** Where the reader writes. */
  input?: boolean
}

export interface SheetModel {
  name: string
  columns: readonly SheetColumn[]
  rows: SheetValue[][]
}

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
  { title: 'Tin cậy', width: 9 },
  { title: 'Trang', width: 7 },
  { title: 'Dòng', width: 7 },
  { title: pictureColumn, width: 62 },
  { title: keyColumn, width: 12 },
]

const fieldNames: Record<CellKey['field'], string> = {
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

export interface ReviewRow {
  plan: Plan
  criterion: Criterion
  cell: DoubtfulCell
  value: string | null
  /** Why it should be looked at. */
  reason: string
}

export function reviewValues({ plan, criterion, cell, value, reason }: ReviewRow): SheetValue[] {
  const key = { plan: planKey(plan), criterion: cell.criterion, action: cell.action, field: cell.field }
  return [
    plan.header.number ?? plan.id,
    [criterion.code, criterion.name].filter((part) => part !== null).join(' ') || criterion.id,
    fieldNames[cell.field],
    value ?? '',
    null,
    [...new Set(cell.alternatives)].slice(0, 5).join('; '),
    reason,
    cell.confidence,
    cell.at.page,
    cell.at.line,
    cell.raw,
    JSON.stringify(key),
  ]
}

const taskColumns: readonly SheetColumn[] = [
  { title: 'Kế hoạch', width: 22 },
  { title: 'Tỉnh, thành phố', width: 16 },
  { title: 'Phụ lục', width: 9 },
  { title: 'Mã', width: 10 },
  { title: 'Tiêu chí', width: 36 },
  { title: 'Nhiệm vụ', width: 60 },
  { title: 'Yêu cầu', width: 30 },
  { title: 'Sản phẩm', width: 26 },
  { title: 'Chủ trì', width: 28 },
  { title: 'Phối hợp', width: 28 },
  { title: 'Thực hiện', width: 28 },
  { title: 'Thời hạn', width: 20 },
  { title: 'Hạn cuối', width: 12 },
  { title: 'Ghi chú', width: 24 },
]

/** One row an action. */
export function taskSheet(plans: readonly Plan[]): SheetModel {
  const rows = plans.flatMap((plan) =>
    plan.appendices.flatMap((appendix) =>
      appendix.criteria.flatMap((criterion) =>
        criterion.actions.map((action) => taskRow(plan, appendix.id, criterion, action)),
      ),
    ),
  )
  return { name: 'Nhiệm vụ', columns: taskColumns, rows }
}

function taskRow(plan: Plan, appendix: string, criterion: Criterion, action: Action): SheetValue[] {
  const ends = (action.deadline?.items ?? []).flatMap(({ end }) => end ?? []).sort()
  const due = ends.at(-1)
  return [
    plan.header.number ?? plan.id,
    plan.header.province?.name ?? null,
    appendix,
    criterion.code,
    criterion.name,
    action.task.join('\n'),
    action.requirement.join('\n'),
    action.deliverable.join('\n'),
    action.lead?.text ?? null,
    action.coordinating?.text ?? null,
    action.implementing?.text ?? null,
    action.deadline?.text ?? null,
    due === undefined ? null : new Date(`${due}T00:00:00Z`),
    action.note.join('\n'),
  ]
}

const criterionColumns: readonly SheetColumn[] = [
  { title: 'Kế hoạch', width: 22 },
  { title: 'Phụ lục', width: 9 },
  { title: 'Mã', width: 10 },
  { title: 'Cấp', width: 6 },
  { title: 'Tiêu chí', width: 70 },
  { title: 'Điểm tối đa', width: 12 },
  { title: 'Điểm đạt', width: 12 },
  { title: 'Điểm mục tiêu', width: 14 },
  { title: 'Tổng điểm tối đa các mục con', width: 16 },
  { title: 'Tổng điểm đạt các mục con', width: 16 },
  { title: 'Chuẩn', width: 18 },
]

/** The trees with their scores, and beside each the sums of its children. */
export function criterionSheet(plans: readonly Plan[]): SheetModel {
  const rows = plans.flatMap((plan) =>
    plan.appendices.flatMap((appendix) =>
      appendix.criteria.map((criterion): SheetValue[] => {
        const children = appendix.criteria.filter(({ parent }) => parent === criterion.id)
        const { scores, standard } = criterion
        return [
          plan.header.number ?? plan.id,
          appendix.id,
          criterion.code,
          criterion.level,
          `${'    '.repeat(criterion.level - 1)}${criterion.name ?? ''}`,
          scores?.max ?? null,
          scores?.achieved.at(-1)?.value ?? null,
          scores?.target.at(-1)?.value ?? null,
          sum(children.map((child) => child.scores?.max ?? null)),
          sum(children.map((child) => child.scores?.achieved.at(-1)?.value ?? null)),
          standard === null ? null : `${standard.framework} ${standard.code}`,
        ]
      }),
    ),
  )
  return { name: 'Tiêu chí', columns: criterionColumns, rows }
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.round(known.reduce((total, value) => total + value, 0) * 1e4) / 1e4
}

const planColumns: readonly SheetColumn[] = [
  { title: 'Kế hoạch', width: 22 },
  { title: 'Cơ quan ban hành', width: 40 },
  { title: 'Tỉnh, thành phố', width: 18 },
  { title: 'Ngày ban hành', width: 14 },
  { title: 'Tên', width: 70 },
  { title: 'Tệp', width: 34 },
  { title: 'Cách đọc', width: 12 },
  { title: 'Tiêu chí', width: 9 },
  { title: 'Nhiệm vụ', width: 9 },
  { title: 'Tin cậy', width: 9 },
  { title: 'Cần xem lại', width: 12 },
  { title: 'Lưu ý', width: 8 },
]

/** One row a plan, with its quality. */
export function planSheet(plans: readonly Plan[]): SheetModel {
  const rows = plans.map((plan): SheetValue[] => {
    const criteria = plan.appendices.flatMap((appendix) => appendix.criteria)
    const { header, quality } = plan
    return [
      header.number ?? plan.id,
      header.issuer,
      header.province?.name ?? null,
      header.issuedOn === null ? null : new Date(`${header.issuedOn}T00:00:00Z`),
      header.title,
      plan.source.file,
      plan.source.route,
      criteria.length,
      criteria.reduce((total, { actions }) => total + actions.length, 0),
      quality.confidence,
      quality.needsReview ? 'có' : 'không',
      plan.issues.length,
    ]
  })
  return { name: 'Kế hoạch', columns: planColumns, rows }
}
