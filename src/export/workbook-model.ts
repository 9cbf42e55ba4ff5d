import type { CellKey } from '../../schemas/corrections.js'
import type { Action, Criterion, Plan } from '../../schemas/plan.js'
import type { ExportedPlan } from './flat-table.js'
import type { SheetColumn, SheetValue } from './sheet.js'
import type { SheetWords } from './sheet-words.js'

export const taskColumns = (words: SheetWords): readonly SheetColumn[] => [
  { title: words.plan, width: 22 },
  { title: words.province, width: 16 },
  { title: words.appendix, width: 9 },
  { title: words.code, width: 10 },
  { title: words.criterion, width: 36 },
  { title: words.fields.task, width: 60 },
  { title: words.fields.requirement, width: 30 },
  { title: words.fields.deliverable, width: 26 },
  { title: words.fields.lead, width: 28 },
  { title: words.fields.coordinating, width: 28 },
  { title: words.fields.implementing, width: 28 },
  { title: words.fields.deadline, width: 20 },
  { title: words.due, width: 12 },
  { title: words.fields.note, width: 24 },
  { title: words.corrected, width: 16 },
]

/** One row an action. */
export function taskRows(exported: ExportedPlan, words: SheetWords): SheetValue[][] {
  const { plan } = exported
  return plan.appendices.flatMap((appendix) =>
    appendix.criteria.flatMap((criterion) =>
      criterion.actions.map((action, index) => [
        ...taskRow(plan, appendix.id, criterion, action),
        correctedFields(exported, criterion.id, index, words),
      ]),
    ),
  )
}

/** The fields that a reader corrected, for a reader; null where there are none. */
function correctedFields(
  { corrections }: ExportedPlan,
  criterion: string,
  action: number | null,
  words: SheetWords,
): string | null {
  const own = corrections.filter((entry) => entry.criterion === criterion && entry.action === action)
  return own.length === 0
    ? null
    : own.map(({ field }: Pick<CellKey, 'field'>) => words.fields[field]).join(', ')
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

export const criterionColumns = (words: SheetWords): readonly SheetColumn[] => [
  { title: words.plan, width: 22 },
  { title: words.appendix, width: 9 },
  { title: words.code, width: 10 },
  { title: words.level, width: 6 },
  { title: words.criterion, width: 70 },
  { title: words.fields.maxScore, width: 12 },
  { title: words.fields.achievedScore, width: 12 },
  { title: words.fields.targetScore, width: 14 },
  { title: words.maxOfParts, width: 16 },
  { title: words.achievedOfParts, width: 16 },
  { title: words.standard, width: 18 },
  { title: words.corrected, width: 16 },
]

/** The trees with their scores, and beside each the sums of its children. */
export function criterionRows(exported: ExportedPlan, words: SheetWords): SheetValue[][] {
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
      correctedFields(exported, criterion.id, null, words),
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

export const planColumns = (words: SheetWords): readonly SheetColumn[] => [
  { title: words.plan, width: 22 },
  { title: words.issuer, width: 40 },
  { title: words.province, width: 18 },
  { title: words.issuedOn, width: 14 },
  { title: words.title, width: 70 },
  { title: words.file, width: 34 },
  { title: words.route, width: 12 },
  { title: words.sheets.criteria, width: 9 },
  { title: words.sheets.tasks, width: 9 },
  { title: words.confidence, width: 9, format: '0%' },
  { title: words.needsReview, width: 12 },
  { title: words.issues, width: 8 },
  { title: words.corrected, width: 8 },
]

/** One row a plan, with its quality. */
export function planRow({ plan, corrections }: ExportedPlan, words: SheetWords): SheetValue[] {
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
    quality.needsReview ? words.yes : words.no,
    plan.issues.length,
    corrections.length,
  ]
}
