import type { Correction } from '../../schemas/corrections.js'
import type { Place } from '../../schemas/place.js'
import type { Evidence, Plan } from '../../schemas/plan.js'

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'json'
export type Value = string | number | boolean | null

export interface TableColumn {
  name: string
  type: ColumnType
  /** What a reader of the table is told. */
  about: string
}

/** A plan as it is exported: its corrections put in, and the list of those that were. */
export interface ExportedPlan {
  plan: Plan
  corrections: readonly Correction[]
}

/** One table of the flat model: its columns, and the rows that a plan adds to it, values in the columns' order. */
export interface FlatTable {
  name: TableName
  columns: readonly TableColumn[]
  rows(exported: ExportedPlan): Value[][]
}

export const tableNames = [
  'plans',
  'criteria',
  'actions',
  'agencies',
  'deadlines',
  'quantities',
  'facts',
  'citations',
  'issues',
  'corrections',
] as const
export type TableName = (typeof tableNames)[number]

export const text = (name: string, about: string): TableColumn => ({ name, type: 'text', about })
export const integer = (name: string, about: string): TableColumn => ({ name, type: 'integer', about })
export const number = (name: string, about: string): TableColumn => ({ name, type: 'number', about })
export const date = (name: string, about: string): TableColumn => ({ name, type: 'date', about })
export const yesNo = (name: string, about: string): TableColumn => ({ name, type: 'boolean', about })
export const json = (name: string, about: string): TableColumn => ({ name, type: 'json', about })

export const ofPlan = text('plan_key', 'the plan: plans.plan_key')
export const ofCriterion = text('criterion_id', 'the criterion: criteria.criterion_id within the plan')
export const ofAction = integer('action_index', 'the action among those of its criterion, from 0')
export const placed = [
  integer('page', 'page of the source, from 1; null where it has no pages'),
  integer('line', 'line of the source, from 1'),
]

export function placeOf(at: Place | null | undefined): Value[] {
  return [at?.page ?? null, at?.line ?? null]
}

/** The confidence of the least sure piece; null where there is none. */
export function leastSure(evidence: readonly Evidence[]): number | null {
  return evidence.length === 0 ? null : Math.min(...evidence.map(({ confidence }) => confidence))
}

/** The fields of a criterion (`action` null) or of an action that a reader corrected, as JSON. */
export function correctedIn({ corrections }: ExportedPlan, criterion: string, action: number | null): string {
  const own = corrections.filter((entry) => entry.criterion === criterion && entry.action === action)
  return JSON.stringify(own.map(({ field }) => field))
}
