import type { CellKey, CorrectableField } from '../../schemas/corrections.js'
import type { Action, AgencyList, Criterion, Deadline, Plan, YearScore } from '../../schemas/plan.js'

/** How a corrected text becomes data again; the same readers that the import uses. */
export interface CellReaders {
  deadlines(text: string): Deadline[]
  agencies(text: string): AgencyList['agencies']
}

export function findCriterion(plan: Plan, id: string): Criterion | null {
  for (const appendix of plan.appendices)
    for (const criterion of appendix.criteria) if (criterion.id === id) return criterion
  return null
}

/** The value of a cell as a reader sees it: null where it is blank, undefined where the plan has no such cell. */
export function cellValue(plan: Plan, key: CellKey): string | null | undefined {
  const criterion = findCriterion(plan, key.criterion)
  if (criterion === null) return undefined
  if (key.action === null) return criterionValue(criterion, key.field)
  const action = criterion.actions[key.action]
  return action === undefined ? undefined : actionValue(action, key.field)
}

function criterionValue(
  { code, name, scores }: Criterion,
  field: CorrectableField,
): string | null | undefined {
  switch (field) {
    case 'code':
      return code
    case 'name':
      return name
    case 'maxScore':
      return scores?.max?.toString() ?? null
    case 'achievedScore':
      return last(scores?.achieved)?.value.toString() ?? null
    case 'targetScore':
      return last(scores?.target)?.value.toString() ?? null
    default:
      return undefined
  }
}

function last(scores: readonly YearScore[] | undefined): YearScore | undefined {
  return scores?.at(-1)
}

function actionValue(action: Action, field: CorrectableField): string | null | undefined {
  switch (field) {
    case 'task':
    case 'requirement':
    case 'deliverable':
    case 'note':
      return action[field].length === 0 ? null : action[field].join('\n')
    case 'deadline':
    case 'lead':
    case 'coordinating':
    case 'implementing':
      return action[field]?.text ?? null
    default:
      return undefined
  }
}

/** A number as it is typed, with comma or point; null where the text is none. */
export function typedNumber(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/u.test(trimmed) ? Number(trimmed) : null
}

/** Puts a value into a plan's cell; the plan is changed. The cell counts as sure from then on. */
export function setCell(plan: Plan, key: CellKey, value: string | null, readers: CellReaders): void {
  const criterion = findCriterion(plan, key.criterion)
  if (criterion === null) return
  if (key.action === null) {
    setCriterion(criterion, key.field, value)
    makeSure(criterion.evidence, key.field)
    return
  }
  const action = criterion.actions[key.action]
  if (action === undefined) return
  setAction(action, key.field, value, readers)
  makeSure(action.evidence, key.field)
}

function makeSure(evidence: Action['evidence'], field: CorrectableField): void {
  for (const entry of evidence) if (entry.role === field) entry.confidence = 1
}

function setCriterion(criterion: Criterion, field: CorrectableField, value: string | null): void {
  if (field === 'code') criterion.code = value
  else if (field === 'name') criterion.name = value
  else setScore(criterion, field, value === null ? null : typedNumber(value))
}

function setScore(criterion: Criterion, field: CorrectableField, value: number | null): void {
  const scores = criterion.scores ?? { max: null, achieved: [], target: [] }
  criterion.scores = scores
  if (field === 'maxScore') scores.max = value
  else if (field === 'achievedScore') setLast(scores.achieved, value)
  else if (field === 'targetScore') setLast(scores.target, value)
}

function setLast(scores: YearScore[], value: number | null): void {
  const open = scores.pop()
  if (value !== null) scores.push({ year: open?.year ?? null, value })
}

function setAction(
  action: Action,
  field: CorrectableField,
  value: string | null,
  readers: CellReaders,
): void {
  switch (field) {
    case 'task':
    case 'requirement':
    case 'deliverable':
    case 'note':
      action[field] = value === null ? [] : value.split('\n').filter((line) => line.trim() !== '')
      break
    case 'deadline':
      action.deadline = value === null ? null : { text: value, items: readers.deadlines(value) }
      break
    case 'lead':
    case 'coordinating':
    case 'implementing':
      action[field] = value === null ? null : { text: value, agencies: readers.agencies(value) }
      break
  }
}
