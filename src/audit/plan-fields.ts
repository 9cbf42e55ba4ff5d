import type { Place } from '../../schemas/place.js'
import type { Action, Appendix, Criterion, Plan, Section } from '../../schemas/plan.js'
import type { Role } from '../../schemas/table.js'

/** Fields of a plan beside the cells of its criteria. */
export type OtherField =
  | 'issuer'
  | 'number'
  | 'documentType'
  | 'place'
  | 'issuedOn'
  | 'title'
  | 'signatory'
  | 'recipients'
  | 'section'
  | 'paragraph'
  | 'footnote'
  | 'caption'
  | 'notes'
  | 'columnHeader'
  | 'record'
  | 'furniture'
  | 'accompanying'

/** One text that a reader of the plan sees, and where in the plan it stands. */
export interface PlanField {
  field: Role | OtherField
  text: string
  appendix: string | null
  criterion: Criterion | null
  action: number | null
  /** Its cell of the print gives this text to other rows, too. */
  isShared: boolean
}

/** Every typed text of plans of one file, in order; of appendices without criteria the cells of their rows. */
export function fieldsOf(plans: readonly Plan[]): PlanField[] {
  const fields: PlanField[] = []
  for (const plan of plans) {
    const add = adder(fields, null)
    addHeader(add, plan)
    for (const section of plan.outline) addSection(add, section)
    for (const { label, text } of plan.footnotes) add('footnote', `${label} ${text}`)
    for (const { texts } of plan.accompanying ?? []) for (const { text } of texts) add('accompanying', text)
    for (const appendix of plan.appendices) addAppendix(fields, appendix)
  }
  return fields
}

interface Adding {
  criterion?: Criterion
  action?: number
  shared?: ReadonlySet<string>
}

type Add = (field: PlanField['field'], ...texts: (string | null | undefined)[]) => void

function adder(
  fields: PlanField[],
  appendix: string | null,
  { criterion, action, shared }: Adding = {},
): Add {
  const place = { appendix, criterion: criterion ?? null, action: action ?? null }
  return (field, ...texts) => {
    for (const text of texts)
      if (text != null && text !== '')
        fields.push({ field, text, ...place, isShared: shared?.has(field) ?? false })
  }
}

function addHeader(add: Add, { header }: Plan): void {
  add('issuer', header.issuerPrinted ?? header.issuer)
  add('number', header.number)
  add('documentType', header.documentType)
  add('place', header.place)
  add('issuedOn', header.issuedOn)
  add('title', header.title)
  add('signatory', header.signatory?.authority, header.signatory?.position, header.signatory?.name)
  add('recipients', ...header.recipients)
}

function addSection(add: Add, section: Section): void {
  add('section', [section.label, section.title].filter((part) => part !== null).join(' '))
  add('paragraph', ...section.paragraphs)
  for (const child of section.children) addSection(add, child)
}

function addAppendix(fields: PlanField[], appendix: Appendix): void {
  const add = adder(fields, appendix.id)
  add('caption', appendix.label, appendix.title)
  add('notes', ...appendix.notes.map(({ text }) => text))
  add('columnHeader', ...appendix.columns.map(({ header }) => header))
  for (const { cells, use } of appendix.tables.flatMap(({ rows }) => rows))
    if (use !== 'data') add('furniture', cells.map(({ text }) => text).join(' '))
    else if (appendix.criteria.length === 0) add('record', ...cells.map(({ text }) => text))
  for (const criterion of appendix.criteria) addCriterion(fields, appendix, criterion)
}

function addCriterion(fields: PlanField[], appendix: Appendix, criterion: Criterion): void {
  const add = adder(fields, appendix.id, { criterion })
  add('code', criterion.codePrinted ?? criterion.code)
  add('name', criterion.name)
  add('maxScore', numberText(criterion.scores?.max))
  add('achievedScore', ...(criterion.scores?.achieved ?? []).map(({ value }) => numberText(value)))
  add('targetScore', ...(criterion.scores?.target ?? []).map(({ value }) => numberText(value)))
  criterion.actions.forEach((action, index) => {
    const shared = new Set<string>([...action.mergedFrom, ...action.sharedFrom])
    addAction(adder(fields, appendix.id, { criterion, action: index, shared }), action)
  })
}

function numberText(value: number | null | undefined): string | null {
  return value == null ? null : String(value)
}

function addAction(add: Add, action: Action): void {
  add('task', ...action.task)
  add('requirement', ...action.requirement)
  add('deliverable', ...action.deliverable)
  add('note', ...action.note)
  add('deadline', action.deadline?.text)
  add('lead', action.lead?.text)
  add('coordinating', action.coordinating?.text)
  add('implementing', action.implementing?.text)
  for (const { text } of action.other) add('other', ...text)
}

/** Where a criterion stands in the source, as its own evidence or that of its actions says. */
export function placeOf(criterion: Criterion): Place | null {
  return criterion.evidence[0]?.at ?? criterion.actions[0]?.evidence[0]?.at ?? null
}
