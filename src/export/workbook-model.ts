import type { CellKey } from '../../schemas/corrections.js'
import type { Action, Criterion, Plan } from '../../schemas/plan.js'
import type { ExportedPlan } from './flat-table.js'
import { fieldNames } from './review-sheet.js'
import type { SheetColumn, SheetValue } from './sheet.js'

export const taskColumns: readonly SheetColumn[] = [
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
  { title: 'Đã sửa', width: 16 },
]

/** One row an action. */
export function taskRows(exported: ExportedPlan): SheetValue[][] {
  const { plan } = exported
  return plan.appendices.flatMap((appendix) =>
    appendix.criteria.flatMap((criterion) =>
      criterion.actions.map((action, index) => [
        ...taskRow(plan, appendix.id, criterion, action),
        correctedFields(exported, criterion.id, index),
      ]),
    ),
  )
}

/** The fields that a reader corrected, for a reader; null where there are none. */
function correctedFields(
  { corrections }: ExportedPlan,
  criterion: string,
  action: number | null,
): string | null {
  const own = corrections.filter((entry) => entry.criterion === criterion && entry.action === action)
  return own.length === 0
    ? null
    : own.map(({ field }: Pick<CellKey, 'field'>) => fieldNames[field]).join(', ')
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

export const criterionColumns: readonly SheetColumn[] = [
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
  { title: 'Đã sửa', width: 16 },
]

/** The trees with their scores, and beside each the sums of its children. */
export function criterionRows(exported: ExportedPlan): SheetValue[][] {
  const { plan } = exported
  return plan.appendices.flatMap((appendix) => {
    const children = new Map<string | null, Criterion[]>()
    for (const criterion of appendix.criteria) {
      const siblings = children.get(criterion.parent)
      if (siblings === undefined) children.set(criterion.parent, [criterion])
      else siblings.push(criterion)
    }
    return appendix.criteria.map((criterion) => [
      ...criterionRow(plan, appendix.id, criterion, children.get(criterion.id) ?? []),
      correctedFields(exported, criterion.id, null),
    ])
  })
}

function criterionRow(
  plan: Plan,
  appendix: string,
  { code, level, name, scores, standard }: Criterion,
  children: readonly Criterion[],
): SheetValue[] {
  return [
    plan.header.number ?? plan.id,
    appendix,
    code,
    level,
    `${'    '.repeat(level - 1)}${name ?? ''}`,
    scores?.max ?? null,
    scores?.achieved.at(-1)?.value ?? null,
    scores?.target.at(-1)?.value ?? null,
    sum(children.map((child) => child.scores?.max ?? null)),
    sum(children.map((child) => child.scores?.achieved.at(-1)?.value ?? null)),
    standard === null ? null : `${standard.framework} ${standard.code}`,
  ]
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.round(known.reduce((total, value) => total + value, 0) * 1e4) / 1e4
}

export const planColumns: readonly SheetColumn[] = [
  { title: 'Kế hoạch', width: 22 },
  { title: 'Cơ quan ban hành', width: 40 },
  { title: 'Tỉnh, thành phố', width: 18 },
  { title: 'Ngày ban hành', width: 14 },
  { title: 'Tên', width: 70 },
  { title: 'Tệp', width: 34 },
  { title: 'Cách đọc', width: 12 },
  { title: 'Tiêu chí', width: 9 },
  { title: 'Nhiệm vụ', width: 9 },
  { title: 'Tin cậy', width: 9, format: '0%' },
  { title: 'Cần xem lại', width: 12 },
  { title: 'Lưu ý', width: 8 },
  { title: 'Đã sửa', width: 8 },
]

/** One row a plan, with its quality. */
export function planRow({ plan, corrections }: ExportedPlan): SheetValue[] {
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
    corrections.length,
  ]
}
