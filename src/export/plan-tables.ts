import type { Issue } from '../../schemas/message.js'
import { planKey } from '../../schemas/plan-key.js'
import type { FlatTable } from './flat-table.js'
import {
  date,
  integer,
  json,
  number,
  ofCriterion,
  ofPlan,
  placed,
  placeOf,
  text,
  yesNo,
} from './flat-table.js'

export const plans: FlatTable = {
  name: 'plans',
  columns: [
    text(
      'plan_key',
      'key: id, the first 32 signs of sha256, and from the second on which plan of the document',
    ),
    text('id', 'readable id'),
    text('sha256', "the document's checksum"),
    text('file', 'the document, relative to the path that was imported'),
    text('media_type', 'of the document'),
    text('route', 'how it was read'),
    text('ocr_engine', 'what recognised pages that are pictures; null where none was'),
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
    text('signatory_position', 'as what'),
    json('recipients', 'who it was sent to'),
    number('confidence', 'how sure the values are, 0 to 1'),
    yesNo('needs_review', 'a reader is asked for'),
    integer('syllables', 'of the document'),
    integer('repaired_syllables', 'of which a repair changed'),
    integer('unplaced_characters', 'characters of the appendices that found no place'),
  ],
  rows: ({ plan }) => {
    const { header, source, quality } = plan
    return [
      [
        planKey(plan),
        plan.id,
        source.sha256,
        source.file,
        source.mediaType,
        source.route,
        source.ocrEngine,
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
        header.signatory?.position ?? null,
        JSON.stringify(header.recipients),
        quality.confidence,
        quality.needsReview,
        quality.syllables,
        quality.repairedSyllables,
        quality.unplacedCharacters,
      ],
    ]
  },
}

export const facts: FlatTable = {
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
  rows: ({ plan }) =>
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

export const citations: FlatTable = {
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
  rows: ({ plan }) =>
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

export const issues: FlatTable = {
  name: 'issues',
  columns: [
    ofPlan,
    text('issue_key', 'key within the plan, the same as long as code, criterion and place are'),
    integer('ordinal', 'place in the list, from 1'),
    text('severity', 'error, warning or info'),
    text('code', 'what kind'),
    text('message', 'in English'),
    text('criterion_id', 'the criterion it concerns'),
    ...placed,
    text('appendix_id', 'the appendix it concerns'),
    integer('action_index', 'the action; null for a cell of the criterion itself'),
    text('field', 'the cell: a role, or a field of the header'),
    json('details', 'the facts that the message states'),
  ],
  rows: ({ plan }) => {
    const keys = issueKeys(plan.issues)
    return plan.issues.map((issue, index) => [
      planKey(plan),
      keys[index] ?? null,
      index + 1,
      issue.severity,
      issue.code,
      issue.message,
      issue.target,
      ...placeOf(issue.at),
      issue.subject?.appendix ?? null,
      issue.subject?.action ?? null,
      issue.subject?.field ?? null,
      issue.details === null ? null : JSON.stringify(issue.details),
    ])
  },
}

/** `code@criterion:page.line`, numbered where several are alike: what a reader noted about an issue finds it again. */
function issueKeys(list: readonly Issue[]): string[] {
  const seen = new Map<string, number>()
  return list.map(({ code, target, at }) => {
    const key = `${code}@${target ?? ''}:${at?.page ?? ''}.${at?.line ?? ''}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}#${count}`
  })
}

export const corrections: FlatTable = {
  name: 'corrections',
  columns: [
    ofPlan,
    ofCriterion,
    integer('action_index', 'the action; null for a cell of the criterion itself'),
    text('field', 'the cell'),
    text('old_value', 'as phuluc read it; null for a blank cell'),
    text('new_value', 'as a reader corrected it; null where the cell was emptied'),
    text('corrected_at', 'when, in universal time'),
  ],
  rows: ({ plan, corrections: applied }) =>
    applied.map((entry) => [
      planKey(plan),
      entry.criterion,
      entry.action,
      entry.field,
      entry.old,
      entry.new,
      entry.when,
    ]),
}
