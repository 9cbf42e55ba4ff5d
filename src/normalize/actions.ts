import type { Action, AgencyList, Criterion } from '../../schemas/plan.js'
import { collapse } from '../language/letters.js'
import { splitAgencies } from './agencies.js'
import { readDeadlines } from './deadlines.js'

export interface DateContext {
  planYears: number[]
  issuedOn: string | null
}

/** Reads the agencies and deadlines of every action; texts come in with their lines apart and leave in one line. */
export function normalizeActions(criteria: Criterion[], context: DateContext): Criterion[] {
  return criteria.map((criterion) => ({
    ...criterion,
    actions: criterion.actions.map((action) => normalizeAction(action, context)),
  }))
}

function normalizeAction(action: Action, context: DateContext): Action {
  return {
    ...action,
    deadline:
      action.deadline === null
        ? null
        : { text: oneLine(action.deadline.text), items: readDeadlines(action.deadline.text, context) },
    lead: agencies(action.lead),
    coordinating: agencies(action.coordinating),
    implementing: agencies(action.implementing),
  }
}

function agencies(list: AgencyList | null): AgencyList | null {
  return list === null ? null : { text: oneLine(list.text), agencies: splitAgencies(list.text) }
}

function oneLine(text: string): string {
  return collapse(
    text
      .split('\n')
      .map((line) => line.replace(/^\s*[-–—+•*]\s+/u, ''))
      .join(' '),
  )
}
