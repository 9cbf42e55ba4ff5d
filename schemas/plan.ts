import { z } from 'zod'
import { Issue, type Noted } from './message.js'
import { Place } from './place.js'
import { Repair } from './repair.js'
import { SourceRecord } from './source.js'
import { AppendixKind, PhysicalTable, Role } from './table.js'

const Year = z.number().int()
const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Confidence = z.number().min(0).max(1)

/** Where a value stands and what stood there; two entries where a page break cut the cell. */
export const Evidence = z.object({
  role: Role,
  at: Place,
  raw: z.string(),
  confidence: Confidence,
  repairs: z.array(Repair),
})
export type Evidence = z.infer<typeof Evidence>

export const Agency = z.object({ name: z.string(), id: z.string().nullable() })
export const AgencyList = z.object({ text: z.string(), agencies: z.array(Agency) })
export type AgencyList = z.infer<typeof AgencyList>

export const Deadline = z.object({
  text: z.string(),
  kind: z.enum(['by', 'within', 'from', 'continuous', 'periodic', 'conditional', 'unknown']),
  start: IsoDate.nullable(),
  end: IsoDate.nullable(),
  period: z.enum(['month', 'quarter', 'half-year', 'nine-months', 'year']).nullable(),
  /**
   * What the dates were counted from where the print gives no year of the calendar ('năm trước liền kề', 'trước ngày
   * 31/01'): the plan's first year, or the year of issue where the plan names none. Null where the print has the year.
   */
  relativeTo: z.enum(['plan-year', 'issue-date']).nullable().default(null),
})
export type Deadline = z.infer<typeof Deadline>

/** A figure that a text states. */
export const Quantity = z.object({
  /** Every figure is one of these; 'rank' is a place in an order ('nhóm 10 tỉnh dẫn đầu', 'đứng thứ 04'). */
  comparator: z.enum(['>=', '<=', '=', 'range', 'increase', 'decrease', 'rank']),
  value: z.number(),
  /** The end of a range; of a ratio ('14,49/17 điểm') or rank ('4/12') of how many; else null. */
  upper: z.number().nullable(),
  /** '%', 'điểm', 'lần/tháng', 'hồ sơ'; null where a noun is counted that is no common measure (it begins `of`). */
  unit: z.string().nullable(),
  /** As printed, with the words that bound it and what is counted. */
  text: z.string(),
  /** What is counted or measured: 'số văn bản', 'tỷ lệ hồ sơ đúng hạn'. */
  of: z.string().nullable(),
})
export type Quantity = z.infer<typeof Quantity>

/** A quantity of an action, with the field it stands in. */
export const ActionQuantity = Quantity.extend({
  role: z.enum(['task', 'requirement', 'deliverable', 'note']),
})
export type ActionQuantity = z.infer<typeof ActionQuantity>

/** One thing to be done: the cells of one row (or of one of several rows under the same criterion). */
export const Action = z.object({
  task: z.array(z.string()),
  requirement: z.array(z.string()),
  deliverable: z.array(z.string()),
  note: z.array(z.string()),
  deadline: z.object({ text: z.string(), items: z.array(Deadline) }).nullable(),
  lead: AgencyList.nullable(),
  coordinating: AgencyList.nullable(),
  implementing: AgencyList.nullable(),
  other: z.array(z.object({ header: z.string(), text: z.array(z.string()) })),
  /** The figures that its task, requirement, deliverable and note state, in that order. */
  quantities: z.array(ActionQuantity).default([]),
  mergedFrom: z.array(Role),
  sharedFrom: z.array(Role),
  evidence: z.array(Evidence),
})
export type Action = z.infer<typeof Action>

export const YearScore = z.object({ year: Year.nullable(), value: z.number() })
export type YearScore = z.infer<typeof YearScore>

export const Scores = z.object({
  max: z.number().nullable(),
  achieved: z.array(YearScore),
  target: z.array(YearScore),
})
export type Scores = z.infer<typeof Scores>

export const Standard = z.object({
  framework: z.string(),
  code: z.string(),
  name: z.string(),
  similarity: z.number().min(0).max(1),
})

/** One row of the criteria tree; `level` 1 is a domain (or an item of a flat list). */
export const Criterion = z.object({
  id: z.string(),
  code: z.string().nullable(),
  codePrinted: z.string().nullable(),
  kind: z.enum(['domain', 'item', 'total']),
  level: z.number().int().positive(),
  parent: z.string().nullable(),
  name: z.string().nullable(),
  standard: Standard.nullable(),
  scores: Scores.nullable(),
  actions: z.array(Action),
  evidence: z.array(Evidence),
})
export type Criterion = z.infer<typeof Criterion>

export const IndexName = z.enum(['PAR_INDEX', 'SIPAS', 'PAPI', 'OTHER'])
export type IndexName = z.infer<typeof IndexName>

export const Appendix = z.object({
  id: z.string(),
  kind: AppendixKind,
  label: z.string().nullable(),
  title: z.string().nullable(),
  indices: z.array(IndexName),
  attachedTo: z.object({ number: z.string().nullable(), date: IsoDate.nullable() }).nullable(),
  columns: z.array(z.object({ header: z.string(), role: Role })),
  criteria: z.array(Criterion),
  /** Text of the appendix outside its tables: legends, remarks. */
  notes: z.array(z.object({ text: z.string(), at: Place })),
  tables: z.array(PhysicalTable),
})
export type Appendix = z.infer<typeof Appendix>

/** A heading of the body with its paragraphs and sub-headings. */
export interface Section {
  label: string | null
  title: string
  paragraphs: string[]
  children: Section[]
}
export const Section: z.ZodType<Section> = z
  .object({
    label: z.string().nullable(),
    title: z.string(),
    paragraphs: z.array(z.string()),
    get children() {
      return z.array(Section)
    },
  })
  .meta({ id: 'Section' })

/** A sentence of the body that states a result, sets a target or gives somebody something to do by a time. */
export const Fact = z.object({
  kind: z.enum(['result', 'target', 'assignment']),
  /** As printed, without its list number. */
  text: z.string(),
  /** The title of the section it stands in. */
  section: z.string().nullable(),
  at: Place,
  /** The criterion whose score it states. */
  criterion: z.string().nullable(),
  quantities: z.array(Quantity),
  deadline: z.object({ text: z.string(), items: z.array(Deadline) }).nullable(),
  agencies: z.array(Agency),
})
export type Fact = z.infer<typeof Fact>

export const Citation = z.object({
  type: z.string().nullable(),
  number: z.string(),
  date: IsoDate.nullable(),
  text: z.string(),
  at: Place,
})
export type Citation = z.infer<typeof Citation>

export const Footnote = z.object({ label: z.string(), text: z.string(), at: Place })
export type Footnote = z.infer<typeof Footnote>

export const Signatory = z.object({
  name: z.string().nullable(),
  position: z.string().nullable(),
  authority: z.string().nullable(),
})

export const Level = z.enum(['province', 'district', 'commune', 'ministry'])
export type Level = z.infer<typeof Level>

export const Header = z.object({
  issuer: z.string().nullable(),
  issuerPrinted: z.string().nullable(),
  level: Level.nullable(),
  province: z.object({ code: z.string(), name: z.string() }).nullable(),
  unit: z.object({ level: z.string(), name: z.string(), code: z.string().nullable() }).nullable(),
  number: z.string().nullable(),
  documentType: z.string().nullable(),
  place: z.string().nullable(),
  issuedOn: IsoDate.nullable(),
  title: z.string().nullable(),
  planYears: z.array(Year),
  signatory: Signatory.nullable(),
  recipients: z.array(z.string()),
})
export type Header = z.infer<typeof Header>

/** A document of the plan's file that is no plan: a submission letter, the decision that a plan was sent with. */
export const AccompanyingDocument = z.object({
  /** 'Tờ trình', 'Công văn'. */
  type: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: IsoDate.nullable(),
  title: z.string().nullable(),
  /** Where its first and its last block begin. */
  from: Place,
  to: Place,
  /** All of its text, a paragraph, list item or table row each. */
  texts: z.array(z.object({ text: z.string(), at: Place })),
})
export type AccompanyingDocument = z.infer<typeof AccompanyingDocument>

export const Quality = z.object({
  confidence: Confidence,
  needsReview: z.boolean(),
  syllables: z.number().int().nonnegative(),
  repairedSyllables: z.number().int().nonnegative(),
  unplacedCharacters: z.number().int().nonnegative(),
})
export type Quality = z.infer<typeof Quality>

/** The product: one plan, normalized, with evidence for every value. */
export const Plan = z.object({
  schemaVersion: z.literal('1.1'),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** The document that the plan was read from: the main one, where its appendices stand in files of their own. */
  source: SourceRecord,
  /** Every file that the plan was read from, the main one first; files written before there were joined plans have none. */
  sources: z.array(SourceRecord).default([]),
  header: Header,
  outline: z.array(Section),
  footnotes: z.array(Footnote),
  citations: z.array(Citation),
  /** Files written before there were facts have none. */
  facts: z.array(Fact).default([]),
  appendices: z.array(Appendix),
  /** Other documents of the same file; left out where there are none. */
  accompanying: z.array(AccompanyingDocument).optional(),
  issues: z.array(Issue),
  quality: Quality,
})
export type Plan = z.infer<typeof Plan>

/** A plan on its way: the sentences of its issues are not written yet. */
export type DraftPlan = Omit<Plan, 'issues'> & { issues: Noted[] }

/** A plan file as it was written → as it is now: 1.0 told neither the cell nor the facts of an issue. */
export function upgradedPlan(json: unknown): unknown {
  const older = Older.safeParse(json)
  if (!older.success) return json
  const issues = older.data.issues.map((issue) => ({ ...issue, subject: null, details: null }))
  return { ...older.data, schemaVersion: '1.1', issues }
}

const Older = z.looseObject({ schemaVersion: z.literal('1.0'), issues: z.array(z.looseObject({})) })
