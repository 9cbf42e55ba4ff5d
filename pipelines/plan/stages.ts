import type { DraftPlan, Plan } from '../../schemas/plan.js'
import type { SourceFile } from '../../schemas/source.js'
import { judgePlan, runChecks } from '../../src/check/index.js'
import { findColumns } from '../../src/columns/index.js'
import { nameSourceCells, readCriteria } from '../../src/criteria/index.js'
import { writtenPlan } from '../../src/messages/index.js'
import { normalize } from '../../src/normalize/index.js'
import { loadUnits } from '../engines/reference.js'
import { checksFor, checkTools } from './checks.js'
import { type Draft, recordOf } from './draft.js'
import type { ImportOptions } from './options.js'
import { plansInFile } from './plans-in-file.js'
import { readDocument } from './read-document.js'
import { repairExtracted } from './repair-extracted.js'
import { resolveMeaning } from './resolve-meaning.js'

/** What is asked of the stages: a source, and how it is to be read. */
export interface Job {
  source: SourceFile
  options: ImportOptions
}

/** One step from a source to its plan. It leaves the draft that it gets as it is. */
export interface Stage {
  name: string
  /** What its document is called. */
  makes: string
  /** One draft for one, but where a file turns out to hold several plans. */
  run(draft: Draft, job: Job): Draft | Draft[] | Promise<Draft>
  /** What the stage made, as it is written down. */
  document(draft: Draft): unknown
}

/** The way from a source to its plans. The import, `phuluc inspect` and the tests walk it. */
export const stages = [
  { name: 'extract', makes: 'document', run: extractStage, document: ({ document }) => document },
  { name: 'repair', makes: 'repaired', run: repairStage, document: ({ document }) => document },
  { name: 'columns', makes: 'columns', run: columnsStage, document: ({ document }) => document },
  {
    name: 'tables',
    makes: 'tables',
    run: tablesStage,
    document: ({ body, tables }) => ({ body, appendices: tables }),
  },
  { name: 'criteria', makes: 'criteria', run: criteriaStage, document: ({ criteria }) => criteria },
  { name: 'normalize', makes: 'normalized', run: normalizeStage, document: planDocument },
  { name: 'check', makes: 'checked', run: checkStage, document: planDocument },
  { name: 'meaning', makes: 'plan', run: meaningStage, document: planDocument },
] as const satisfies readonly Stage[]

export type StageName = (typeof stages)[number]['name']

async function extractStage(draft: Draft, { source, options }: Job): Promise<Draft> {
  const { value, issues } = await readDocument(source, options)
  return { ...draft, document: value, issues }
}

function repairStage(draft: Draft, { options }: Job): Draft {
  const { value, issues } = repairExtracted(draft.document, options.repair ?? 'auto', options.onCell)
  return { ...draft, ...value, issues: [...draft.issues, ...issues] }
}

function columnsStage(draft: Draft, { options: { columns = true } }: Job): Draft {
  const { value, issues } = findColumns(draft.document, draft.reading, { columns })
  return { ...draft, document: value, reading: null, issues: [...draft.issues, ...issues] }
}

function tablesStage(draft: Draft, { source, options }: Job): Draft[] {
  const { join = true, separate = false } = options
  const record = recordOf(source, draft.document)
  return plansInFile(draft.document, { join, separate }).map((found) => ({
    ...draft,
    source: found.part === null ? record : { ...record, part: found.part },
    document: found.document,
    body: found.tables.value.body,
    tables: found.tables.value.appendices,
    accompanying: found.accompanying,
    beside: found.beside,
    issues: [...draft.issues.filter(found.concerns), ...found.tables.issues],
  }))
}

function criteriaStage(draft: Draft): Draft {
  const read = draft.tables.map((table, index) => readCriteria(table, `pl${index + 1}`))
  return {
    ...draft,
    criteria: read.map(({ value }) => value),
    issues: [...draft.issues, ...read.flatMap(({ issues }) => issues)],
  }
}

/** The plan's keys are made in the order of its schema, which later stages keep. */
function normalizeStage(draft: Draft, { source: { file } }: Job): Draft {
  const { source, accompanying } = draft
  const { value, issues } = normalize(draft, loadUnits(), file)
  const { id, appendices, ...text } = value
  const plan: DraftPlan = {
    schemaVersion: '1.1',
    id,
    source,
    sources: [source],
    ...text,
    facts: [],
    appendices,
    ...(accompanying.length === 0 ? {} : { accompanying }),
    issues: [],
    quality: { confidence: 0, needsReview: true, syllables: 0, repairedSyllables: 0, unplacedCharacters: 0 },
  }
  return { ...draft, plan, issues: [...draft.issues, ...issues] }
}

function checkStage(draft: Draft, { options: { separate = false } }: Job): Draft {
  const plan = planOf(draft)
  const checks = checksFor({ separate })
  const early = runChecks(checks, 'tables', plan, draft, checkTools)
  const late = runChecks(checks, 'normalize', plan, draft, checkTools)
  const issues = [...nameSourceCells([...draft.issues, ...early.issues], draft.criteria), ...late.issues]
  return { ...draft, issues, plan: judgePlan(plan, issues, draft.document, late.value) }
}

function meaningStage(draft: Draft, { options: { separate = false } }: Job): Draft {
  const plan = resolveMeaning(planOf(draft), draft.body)
  const { issues: found } = runChecks(checksFor({ separate }), 'meaning', plan, draft, checkTools)
  const issues = [...plan.issues, ...found]
  return { ...draft, issues, plan: { ...plan, issues } }
}

function planDocument(draft: Draft): Plan {
  return writtenPlan(planOf(draft))
}

function planOf({ plan }: Draft): DraftPlan {
  if (plan === null) throw new Error('no plan has been made yet')
  return plan
}
