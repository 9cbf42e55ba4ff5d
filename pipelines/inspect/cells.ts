import type { Place } from '../../schemas/place.js'
import type { Action, Criterion, Evidence, Plan } from '../../schemas/plan.js'
import { type Role, roles } from '../../schemas/table.js'
import type { TracedText } from '../../schemas/trace.js'
import { samePlace } from './texts.js'

/** A cell of a plan. `action` counts from 0 and is null for the criterion's own cells. */
export interface CellRef {
  criterion: string
  action: number | null
  field: Role
}

type Criteria = Pick<Plan, 'appendices'>

/** 'pl1/1.2.3/deadline', 'pl1/1.2.3/deadline/2' or 'pl1/1.2.3' → what is asked for; null stands for all. */
export function parseCell(name: string): { criterion: string; field: Role | null; action: number | null } {
  const parts = name.split('/')
  const isRole = (part: string | undefined): part is Role =>
    (roles as readonly (string | undefined)[]).includes(part)
  const [before, last] = [parts.at(-2), parts.at(-1)]
  if (isRole(last)) return { criterion: parts.slice(0, -1).join('/'), field: last, action: null }
  if (isRole(before) && /^[1-9]\d*$/u.test(last ?? ''))
    return { criterion: parts.slice(0, -2).join('/'), field: before, action: Number(last) - 1 }
  return { criterion: name, field: null, action: null }
}

/** How a cell is called; the action is named where there are several. */
export function cellName({ criterion, action, field }: CellRef, plan: Criteria): string {
  const several = (criterionIn(plan, criterion)?.actions.length ?? 0) > 1
  return [criterion, field, ...(several && action !== null ? [action + 1] : [])].join('/')
}

export function criterionIn({ appendices }: Criteria, id: string): Criterion | null {
  return appendices.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id) ?? null
}

/** The cells of a criterion that something is printed in. */
export function cellsOf(criterion: Criterion): CellRef[] {
  const named = (evidence: Evidence[], action: number | null): CellRef[] =>
    [...new Set(evidence.map(({ role }) => role))].map((field) => ({
      criterion: criterion.id,
      action,
      field,
    }))
  return [
    ...named(criterion.evidence, null),
    ...criterion.actions.flatMap((action, index) => named(action.evidence, index)),
  ]
}

/** What is printed in a cell: a piece for each part that a page break left of it. */
export function evidenceIn(plan: Criteria, cell: CellRef): Evidence[] {
  const criterion = criterionIn(plan, cell.criterion)
  const holder = cell.action === null ? criterion : criterion?.actions[cell.action]
  return holder?.evidence.filter(({ role }) => role === cell.field) ?? []
}

/** The field of a cell as it stands in a plan. */
export function valueIn(plan: Criteria, { criterion: id, action: index, field }: CellRef): unknown {
  const criterion = criterionIn(plan, id)
  const action = index === null ? undefined : criterion?.actions[index]
  if (action !== undefined) return field in action ? action[field as keyof Action] : action.other
  if (field === 'code' || field === 'name') return criterion?.[field] ?? null
  const scores = criterion?.scores
  if (field === 'maxScore') return scores?.max ?? null
  if (field === 'achievedScore') return scores?.achieved ?? null
  return field === 'targetScore' ? (scores?.target ?? null) : null
}

/** '12' or '3:12' → page and line. */
export function parsePlace(text: string): { page: number | null; line: number } | null {
  const [, page, line] = /^(?:(\d+):)?(\d+)$/u.exec(text) ?? []
  if (line === undefined) return null
  return { page: page === undefined ? null : Number(page), line: Number(line) }
}

/** Where the text begins that goes over a line; null where the document has no such line. */
export function placeOver(
  texts: readonly TracedText[],
  { page, line }: { page: number | null; line: number },
): Place | null {
  const there = texts.filter(({ at }) => at.page === page && at.line !== null)
  const last = there.findLast(({ at }) => (at.line ?? 0) <= line)
  if (last === undefined) return null
  const isLast = there.every(({ at }) => (at.line ?? 0) <= line)
  const length = Math.max(...there.filter(({ at }) => samePlace(at, last.at)).map(linesIn))
  return isLast && line >= (last.at.line ?? 0) + length ? null : last.at
}

function linesIn({ text }: TracedText): number {
  return text.split('\n').length
}

/** The cells whose words begin on the same line as a place. */
export function cellsAt(plan: Criteria, { page, line }: Place): CellRef[] {
  return plan.appendices
    .flatMap(({ criteria }) => criteria)
    .flatMap((criterion) =>
      cellsOf(criterion).filter((cell) =>
        evidenceIn(plan, cell).some(({ at }) => at.page === page && at.line === line),
      ),
    )
}
