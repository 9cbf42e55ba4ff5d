import type { Action, AgencyList, Criterion, Deadline } from '../../../schemas/plan.js'
import { dropQuantifier, headOf } from '../../language/agency-words.js'
import { collapse, fold } from '../../language/letters.js'
import { readDeadlines } from '../deadlines/index.js'
import { splitAgencies } from './agencies.js'

export interface DateContext {
  planYears: number[]
  issuedOn: string | null
}

/** Reads the agencies and deadlines of every action; texts come in with their lines apart and leave in one line. */
export function normalizeActions(criteria: Criterion[], context: DateContext): Criterion[] {
  const reader = new CellReader(context)
  return criteria.map((criterion) => ({
    ...criterion,
    actions: criterion.actions.map((action) => ({
      ...action,
      deadline: reader.deadline(action.deadline),
      lead: reader.agencies(action.lead),
      coordinating: reader.agencies(action.coordinating),
      implementing: reader.agencies(action.implementing),
    })),
  }))
}

/** Tables repeat the same cells over and over: each distinct text is read once. */
class CellReader {
  private readonly deadlines = new Map<string, Deadline[]>()
  private readonly names = new Map<string, AgencyList['agencies']>()

  constructor(private readonly context: DateContext) {}

  deadline(printed: Action['deadline']): Action['deadline'] {
    if (printed === null) return null
    const items = this.deadlines.get(printed.text) ?? readDeadlines(printed.text, this.context)
    this.deadlines.set(printed.text, items)
    return { text: oneLine(printed.text), items: items.map((item) => ({ ...item })) }
  }

  agencies(list: AgencyList | null): AgencyList | null {
    if (list === null) return null
    const text = partBullets(list.text)
    const agencies = this.names.get(text) ?? splitAgencies(text)
    this.names.set(text, agencies)
    return { text: oneLine(text), agencies: agencies.map((agency) => ({ ...agency })) }
  }
}

/** In a bulleted cell whose lines a converter ran together, a dash before an agency's head begins the next line. */
function partBullets(text: string): string {
  if (!/^\s*[-–—+•*]\s/u.test(text)) return text
  return text.replace(/\s+[-–—+•]\s+(?=(\S.{0,40}))/gu, (dash, ahead: string) =>
    headOf(dropQuantifier(fold(ahead))) === '' ? dash : '\n- ',
  )
}

function oneLine(text: string): string {
  return collapse(
    text
      .split('\n')
      .map((line) => line.replace(/^\s*[-–—+•*]\s+/u, ''))
      .join(' '),
  )
}
