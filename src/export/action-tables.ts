import type { Action, Criterion } from '../../schemas/plan.js'
import { planKey } from '../../schemas/plan-key.js'
import type { ExportedPlan, FlatTable, Value } from './flat-table.js'
import {
  correctedIn,
  date,
  integer,
  json,
  leastSure,
  number,
  ofAction,
  ofCriterion,
  ofPlan,
  placed,
  placeOf,
  text,
} from './flat-table.js'

export const actions: FlatTable = {
  name: 'actions',
  columns: [
    ofPlan,
    ofCriterion,
    ofAction,
    text('task', 'one line a bullet'),
    text('requirement', 'one line a bullet'),
    text('deliverable', 'one line a bullet'),
    text('note', 'one line a bullet'),
    text('deadline', 'as printed'),
    date('due', 'the last day that any of its deadlines names'),
    text('lead', 'leading agencies as printed'),
    text('coordinating', 'coordinating agencies as printed'),
    text('implementing', 'implementing agencies as printed'),
    json('other', 'columns without a role of their own'),
    json('merged_from', 'roles that one merged cell of the print gave to several rows'),
    json('shared_from', 'roles repeated from the first action of a row that was split'),
    number('confidence', 'of its least sure cell'),
    json('corrected', 'its cells that a reader corrected'),
    ...placed,
  ],
  rows: (exported) =>
    eachAction(exported, (criterion, action, index) => [
      [
        planKey(exported.plan),
        criterion.id,
        index,
        lines(action.task),
        lines(action.requirement),
        lines(action.deliverable),
        lines(action.note),
        action.deadline?.text ?? null,
        dueOf(action),
        action.lead?.text ?? null,
        action.coordinating?.text ?? null,
        action.implementing?.text ?? null,
        JSON.stringify(action.other),
        JSON.stringify(action.mergedFrom),
        JSON.stringify(action.sharedFrom),
        leastSure(action.evidence),
        correctedIn(exported, criterion.id, index),
        ...placeOf(action.evidence[0]?.at ?? criterion.evidence[0]?.at),
      ],
    ]),
}

function lines(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('\n')
}

function dueOf(action: Action): string | null {
  const ends = (action.deadline?.items ?? []).flatMap(({ end }) => end ?? [])
  return ends.sort().at(-1) ?? null
}

function eachAction(
  { plan }: ExportedPlan,
  rowsOf: (criterion: Criterion, action: Action, index: number) => Value[][],
): Value[][] {
  return plan.appendices.flatMap((appendix) =>
    appendix.criteria.flatMap((criterion) =>
      criterion.actions.flatMap((action, index) => rowsOf(criterion, action, index)),
    ),
  )
}

export const agencies: FlatTable = {
  name: 'agencies',
  columns: [
    ofPlan,
    ofCriterion,
    ofAction,
    text('role', 'lead, coordinating or implementing'),
    integer('ordinal', 'place in its cell, from 1'),
    text('name', 'as printed'),
    text('agency_id', 'in the registry of phuluc; null where it is not known'),
  ],
  rows: (exported) =>
    eachAction(exported, (criterion, action, index) =>
      (['lead', 'coordinating', 'implementing'] as const).flatMap((role) =>
        (action[role]?.agencies ?? []).map(({ name, id }, at) => [
          planKey(exported.plan),
          criterion.id,
          index,
          role,
          at + 1,
          name,
          id,
        ]),
      ),
    ),
}

export const deadlines: FlatTable = {
  name: 'deadlines',
  columns: [
    ofPlan,
    ofCriterion,
    ofAction,
    integer('ordinal', 'place in its cell, from 1'),
    text('text', 'as printed'),
    text('kind', 'by, within, from, continuous, periodic, conditional or unknown'),
    date('start', 'first day'),
    date('end', 'last day'),
    text('period', 'of a periodic one: month, quarter, half-year, nine-months or year'),
    text('relative_to', 'what the year was counted from where none is printed: plan-year or issue-date'),
  ],
  rows: (exported) =>
    eachAction(exported, (criterion, action, index) =>
      (action.deadline?.items ?? []).map((item, at) => [
        planKey(exported.plan),
        criterion.id,
        index,
        at + 1,
        item.text,
        item.kind,
        item.start,
        item.end,
        item.period,
        item.relativeTo,
      ]),
    ),
}

export const quantities: FlatTable = {
  name: 'quantities',
  columns: [
    ofPlan,
    ofCriterion,
    ofAction,
    integer('ordinal', 'place in its action, from 1'),
    text('role', 'task, requirement, deliverable or note'),
    text('comparator', '>=, <=, =, range, increase, decrease or rank'),
    number('value', 'the figure, or the lower end of a range'),
    number('upper', 'the upper end of a range, the whole of a ratio or rank'),
    text('unit', '%, điểm, hồ sơ …'),
    text('of', 'what is counted or measured'),
    text('text', 'as printed'),
  ],
  rows: (exported) =>
    eachAction(exported, (criterion, action, index) =>
      action.quantities.map((entry, at) => [
        planKey(exported.plan),
        criterion.id,
        index,
        at + 1,
        entry.role,
        entry.comparator,
        entry.value,
        entry.upper,
        entry.unit,
        entry.of,
        entry.text,
      ]),
    ),
}
