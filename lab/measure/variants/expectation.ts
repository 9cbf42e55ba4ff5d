import {
  type ExpectedAction,
  type ExpectedAppendix,
  ExpectedPlan,
} from '../../../schemas/evaluation/expectation.js'
import type { Action, Plan } from '../../../schemas/plan.js'
import { withWholeRows } from '../../../src/evaluate/whole-rows.js'
import { foldWords } from '../../../src/language/letters.js'
import type { Changes, ColumnChange } from './draft.js'
import { exchangeNames } from './names.js'

/** What is expected of a variant: names exchanged, cells of dropped columns gone, columns under their new headings. */
export function expectedForVariant(expected: ExpectedPlan, variant: Changes): ExpectedPlan {
  const named = variant.names.length === 0 ? expected : withNames(expected, variant)
  const appendices = named.appendices.map((appendix) => {
    const dropped = variant.dropped.filter((change) => change.appendix === appendix.id)
    const renamed = variant.renamed.filter((change) => change.appendix === appendix.id)
    const short = dropped.reduce(withoutColumn, appendix)
    return renamed.reduce((sum, { header, to }) => withHeader(sum, header, to), short)
  })
  return { ...named, appendices }
}

/** The plan without the cells of columns that the variant added. */
export function withoutAddedColumns(plan: Plan, variant: Changes): Plan {
  const appendices = plan.appendices.map((appendix) => {
    const added = variant.added.filter((change) => change.appendix === appendix.id)
    return added.reduce(withoutColumn, appendix)
  })
  return { ...plan, appendices }
}

/** What a plan says, as if it were expected: the measure for variants of its source. */
export function expectationOf(plan: Plan): ExpectedPlan {
  return ExpectedPlan.parse({ ...plan, appendices: withWholeRows(plan.appendices), anomalies: [] })
}

function withNames(expected: ExpectedPlan, variant: Changes): ExpectedPlan {
  const exchanged = (value: unknown): unknown => {
    if (typeof value === 'string') return exchangeNames(value, variant.names)
    if (Array.isArray(value)) return value.map(exchanged)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exchanged(inner)]))
  }
  return { ...ExpectedPlan.parse(exchanged(expected)), id: expected.id }
}

function withoutColumn<T extends ExpectedAppendix>(appendix: T, change: ColumnChange): T {
  const columns = appendix.columns.filter((column) => !isSame(column.header, change.header))
  const criteria = appendix.criteria.map((criterion) => ({
    ...criterion,
    actions: criterion.actions.map((action) => withoutCell(action, change)).filter(isFilled),
  }))
  return { ...appendix, columns, criteria }
}

function withoutCell<T extends ExpectedAction>(action: T, { role, header }: ColumnChange): T {
  const mergedFrom = action.mergedFrom.filter((one) => one !== role)
  const other = action.other.filter((one) => role !== 'other' || !isSame(one.header, header))
  const blank = emptied[role] ?? {}
  return { ...action, ...blank, mergedFrom, other }
}

const emptied: Partial<Record<ColumnChange['role'], Partial<Action>>> = {
  requirement: { requirement: [] },
  deliverable: { deliverable: [] },
  note: { note: [] },
  deadline: { deadline: null },
  coordinating: { coordinating: null },
  implementing: { implementing: null },
}

function isFilled(action: ExpectedAction): boolean {
  const { task, requirement, deliverable, note, other, deadline, lead, coordinating, implementing } = action
  const texts = [...task, ...requirement, ...deliverable, ...note, ...other.flatMap((one) => one.text)]
  return texts.length > 0 || [deadline, lead, coordinating, implementing].some((cell) => cell !== null)
}

function withHeader(appendix: ExpectedAppendix, from: string, to: string): ExpectedAppendix {
  const renamed = (header: string) => (isSame(header, from) ? to : header)
  return {
    ...appendix,
    columns: appendix.columns.map((column) => ({ ...column, header: renamed(column.header) })),
    criteria: appendix.criteria.map((criterion) => ({
      ...criterion,
      actions: criterion.actions.map((action) => ({
        ...action,
        other: action.other.map((one) => ({ ...one, header: renamed(one.header) })),
      })),
    })),
  }
}

function isSame(left: string, right: string): boolean {
  return foldWords(left) === foldWords(right)
}
