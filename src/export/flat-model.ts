import type { Issue } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Action, Criterion, Evidence, Plan } from '../../schemas/plan.js'

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'json'
export type Value = string | number | boolean | null

export interface TableColumn {
  name: string
  type: ColumnType
  /** What a reader of the table is told. */
  about: string
}

/** One table of the flat model: its columns, and the rows that a plan adds to it, values in the columns' order. */
export interface FlatTable {
  name: TableName
  columns: readonly TableColumn[]
  rows(plan: Plan): Value[][]
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
] as const
export type TableName = (typeof tableNames)[number]

/** Stable while the document is: the plan's id and the first eight signs of the document's checksum. */
export function planKey(plan: Plan): string {
  return `${plan.id}-${plan.source.sha256.slice(0, 8)}`
}

const text = (name: string, about: string): TableColumn => ({ name, type: 'text', about })
const integer = (name: string, about: string): TableColumn => ({ name, type: 'integer', about })
const number = (name: string, about: string): TableColumn => ({ name, type: 'number', about })
const date = (name: string, about: string): TableColumn => ({ name, type: 'date', about })
const yesNo = (name: string, about: string): TableColumn => ({ name, type: 'boolean', about })
const json = (name: string, about: string): TableColumn => ({ name, type: 'json', about })

const ofPlan = text('plan_key', 'the plan: plans.plan_key')
const ofCriterion = text('criterion_id', 'the criterion: criteria.criterion_id within the plan')
const ofAction = integer('action_index', 'the action among those of its criterion, from 0')
const placed = [
  integer('page', 'page of the source, from 1; null where it has no pages'),
  integer('line', 'line of the source, from 1'),
]

function placeOf(at: Place | null | undefined): Value[] {
  return [at?.page ?? null, at?.line ?? null]
}

const plans: FlatTable = {
  name: 'plans',
  columns: [
    text('plan_key', 'key: id and the first eight signs of sha256'),
    text('id', 'readable id'),
    text('sha256', "the document's checksum"),
    text('file', 'the document, relative to the path that was imported'),
    text('route', 'how it was read'),
    integer('pages', 'pages of the source'),
    text('issuer', 'issuing body, written out'),
    text('level', 'province, district, commune or ministry'),
    text('province_code', 'General Statistics Office code on the map of the plan’s date'),
    text('province', 'province'),
    text('unit', 'the issuing unit below the province'),
    text('unit_code', 'its code'),
    text('number', "the document's number"),
    text('document_type', 'Kế hoạch, Quyết định …'),
    text('place', 'place of issue'),
    date('issued_on', 'date of issue'),
    text('title', 'title'),
    json('plan_years', 'years the plan is for'),
    text('signatory', 'who signed'),
    number('confidence', 'how sure the values are, 0 to 1'),
    yesNo('needs_review', 'a reader is asked for'),
    integer('unplaced_characters', 'characters of the appendices that found no place'),
  ],
  rows: (plan) => {
    const { header, source, quality } = plan
    return [
      [
        planKey(plan),
        plan.id,
        source.sha256,
        source.file,
        source.route,
        source.pages,
        header.issuer,
        header.level,
        header.province?.code ?? null,
        header.province?.name ?? null,
        header.unit?.name ?? null,
        header.unit?.code ?? null,
        header.number,
        header.documentType,
        header.place,
        header.issuedOn,
        header.title,
        JSON.stringify(header.planYears),
        header.signatory?.name ?? null,
        quality.confidence,
        quality.needsReview,
        quality.unplacedCharacters,
      ],
    ]
  },
}

const criteria: FlatTable = {
  name: 'criteria',
  columns: [
    ofPlan,
    text('criterion_id', 'key within the plan: pl1/1.3.1'),
    integer('ordinal', 'place in the document, from 1'),
    text('appendix_id', 'pl1, pl2 …'),
    text('appendix_kind', 'tasks, scores or assignment'),
    text('appendix_label', 'as printed'),
    text('appendix_title', 'title of the appendix'),
    text('code', 'number, without closing dot'),
    text('code_printed', 'as printed; null where none is'),
    text('kind', 'domain, item or total'),
    integer('level', '1 is a domain'),
    text('parent_id', 'the enclosing criterion'),
    text('name', 'name'),
    text('framework', 'the official list it has a place in'),
    text('standard_code', 'its code there'),
    text('standard_name', 'its name there'),
    number('max_score', 'points to be had'),
    integer('achieved_year', 'year of the last result; null where none is printed'),
    number('achieved_score', 'the last result'),
    integer('target_year', 'year of the last target'),
    number('target_score', 'the last target'),
    json('scores', 'all results and targets'),
    number('confidence', 'of its least sure cell'),
    ...placed,
  ],
  rows: (plan) => {
    let ordinal = 0
    return plan.appendices.flatMap((appendix) =>
      appendix.criteria.map((criterion) => {
        ordinal++
        const { scores, standard } = criterion
        const achieved = latest(scores?.achieved)
        const target = latest(scores?.target)
        return [
          planKey(plan),
          criterion.id,
          ordinal,
          appendix.id,
          appendix.kind,
          appendix.label,
          appendix.title,
          criterion.code,
          criterion.codePrinted,
          criterion.kind,
          criterion.level,
          criterion.parent,
          criterion.name,
          standard?.framework ?? null,
          standard?.code ?? null,
          standard?.name ?? null,
          scores?.max ?? null,
          achieved?.year ?? null,
          achieved?.value ?? null,
          target?.year ?? null,
          target?.value ?? null,
          scores === null ? null : JSON.stringify(scores),
          leastSure(criterion.evidence),
          ...placeOf(criterion.evidence[0]?.at ?? criterion.actions[0]?.evidence[0]?.at),
        ]
      }),
    )
  },
}

function latest(
  scores: readonly { year: number | null; value: number }[] | undefined,
): { year: number | null; value: number } | undefined {
  return scores?.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)).at(-1)
}

function leastSure(evidence: readonly Evidence[]): number | null {
  return evidence.length === 0 ? null : Math.min(...evidence.map(({ confidence }) => confidence))
}

const actions: FlatTable = {
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
    ...placed,
  ],
  rows: (plan) =>
    eachAction(plan, (criterion, action, index) => [
      [
        planKey(plan),
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
  plan: Plan,
  rowsOf: (criterion: Criterion, action: Action, index: number) => Value[][],
): Value[][] {
  return plan.appendices.flatMap((appendix) =>
    appendix.criteria.flatMap((criterion) =>
      criterion.actions.flatMap((action, index) => rowsOf(criterion, action, index)),
    ),
  )
}

const agencies: FlatTable = {
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
  rows: (plan) =>
    eachAction(plan, (criterion, action, index) =>
      (['lead', 'coordinating', 'implementing'] as const).flatMap((role) =>
        (action[role]?.agencies ?? []).map(({ name, id }, at) => [
          planKey(plan),
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

const deadlines: FlatTable = {
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
    text('period', 'of a periodic one'),
  ],
  rows: (plan) =>
    eachAction(plan, (criterion, action, index) =>
      (action.deadline?.items ?? []).map((item, at) => [
        planKey(plan),
        criterion.id,
        index,
        at + 1,
        item.text,
        item.kind,
        item.start,
        item.end,
        item.period,
      ]),
    ),
}

const quantities: FlatTable = {
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
  rows: (plan) =>
    eachAction(plan, (criterion, action, index) =>
      action.quantities.map((entry, at) => [
        planKey(plan),
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

const facts: FlatTable = {
  name: 'facts',
  columns: [
    ofPlan,
    integer('ordinal', 'place in the body, from 1'),
    text('kind', 'result, target or assignment'),
    text('text', 'as printed'),
    text('section', 'title of its section'),
    text('criterion_id', 'the criterion whose score it states'),
    text('deadline', 'as printed'),
    json('quantities', 'its figures'),
    json('agencies', 'the bodies it names'),
    ...placed,
  ],
  rows: (plan) =>
    plan.facts.map((fact, index) => [
      planKey(plan),
      index + 1,
      fact.kind,
      fact.text,
      fact.section,
      fact.criterion,
      fact.deadline?.text ?? null,
      JSON.stringify(fact.quantities),
      JSON.stringify(fact.agencies),
      ...placeOf(fact.at),
    ]),
}

const citations: FlatTable = {
  name: 'citations',
  columns: [
    ofPlan,
    integer('ordinal', 'place among the cited documents, from 1'),
    text('type', 'Nghị định, Quyết định …'),
    text('number', 'number'),
    date('date', 'date'),
    text('text', 'as printed'),
    ...placed,
  ],
  rows: (plan) =>
    plan.citations.map((entry, index) => [
      planKey(plan),
      index + 1,
      entry.type,
      entry.number,
      entry.date,
      entry.text,
      ...placeOf(entry.at),
    ]),
}

const issues: FlatTable = {
  name: 'issues',
  columns: [
    ofPlan,
    integer('ordinal', 'place in the list, from 1'),
    text('severity', 'error, warning or info'),
    text('code', 'what kind'),
    text('message', 'in English'),
    text('criterion_id', 'the criterion it concerns'),
    ...placed,
  ],
  rows: (plan) =>
    plan.issues.map((issue: Issue, index) => [
      planKey(plan),
      index + 1,
      issue.severity,
      issue.code,
      issue.message,
      issue.target,
      ...placeOf(issue.at),
    ]),
}

/** The flat model: every plan's rows and cells, in tables for other programs. */
export const flatTables: readonly FlatTable[] = [
  plans,
  criteria,
  actions,
  agencies,
  deadlines,
  quantities,
  facts,
  citations,
  issues,
]
