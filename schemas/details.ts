import { z } from 'zod'
import { HeaderField } from './subject.js'
import { Signal } from './suspicion.js'
import { Role } from './table.js'

const Count = z.number().int().nonnegative()
const Year = z.number().int()
/** Words of the document. */
const Words = z.string()
const IsoDate = z.iso.date()
const nothing = z.object({})

/** A row by its id, and what it calls itself. */
export const RowName = z.object({ criterion: z.string(), code: z.string().nullable() })
export type RowName = z.infer<typeof RowName>

/** What stood there and what it was read as. */
const Reading = z.object({ from: Words, to: Words })

const headerFieldMissing = z.discriminatedUnion('what', [
  z.object({ what: z.literal('not-printed'), field: HeaderField }),
  z.object({ what: z.literal('not-in-letterhead'), field: HeaderField }),
  z.object({ what: z.literal('not-below-type'), field: HeaderField }),
  z.object({ what: z.literal('no-year'), field: HeaderField }),
  z.object({ what: z.literal('years-in-text'), field: HeaderField }),
  z.object({ what: z.literal('no-signature'), field: HeaderField }),
  /** What the letterhead has in its place: nothing, a blank to fill in, or a part of a date. */
  z.object({
    what: z.literal('letterhead'),
    field: HeaderField,
    letterhead: z.enum(['none', 'blank', 'part']),
    fromCaption: z.boolean(),
  }),
  z.object({ what: z.literal('partly-blank'), field: HeaderField, printed: Words }),
  z.object({ what: z.literal('named-nowhere'), field: HeaderField }),
  z.object({
    what: z.literal('read-elsewhere'),
    field: HeaderField,
    from: z.enum(['caption', 'text']),
    printed: Words,
  }),
  z.object({ what: z.literal('not-written-out'), field: HeaderField, printed: Words }),
  z.object({ what: z.literal('no-unit'), field: HeaderField, printed: Words }),
  z.object({ what: z.literal('several-units'), field: HeaderField, kind: Words, name: Words }),
  z.object({ what: z.literal('unknown-unit'), field: HeaderField, kind: Words, name: Words, date: IsoDate }),
])

const numberMismatch = z.discriminatedUnion('what', [
  z.object({ what: z.literal('number'), caption: Words, plan: Words }),
  z.object({ what: z.literal('date'), caption: IsoDate, plan: IsoDate }),
])

const dateImplausible = z.discriminatedUnion('what', [
  z.object({ what: z.literal('far-from-years'), field: HeaderField, date: IsoDate, years: z.array(Year) }),
  z.object({ what: z.literal('impossible'), field: HeaderField, printed: Words }),
  z.object({ what: z.literal('cited-impossible'), printed: Words }),
  z.object({ what: z.literal('cited-other-year'), printed: Words, year: Year }),
  z.object({ what: z.literal('cited-later'), printed: Words, issued: IsoDate }),
  z.object({
    what: z.literal('dated-later'),
    type: Words.nullable(),
    number: Words,
    date: IsoDate,
    issued: IsoDate,
  }),
  z.object({
    what: z.literal('dated-long-before'),
    type: Words.nullable(),
    number: Words,
    date: IsoDate,
    years: Count,
  }),
  z.object({ what: z.literal('early-results'), year: Year, published: Year, text: Words }),
])

const scoreMismatch = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('parts'),
    field: Role,
    year: Year.nullable(),
    printed: z.number(),
    sum: z.number(),
  }),
  /** The body's sentence, and what the table has; `stated` is the maximum where the field is. */
  z.object({
    what: z.literal('body'),
    field: Role,
    text: Words,
    stated: z.number(),
    printed: z.array(z.number()),
    name: Words.nullable(),
    row: RowName,
  }),
])

const countMismatch = z.discriminatedUnion('what', [
  z.object({ what: z.literal('rows'), appendix: z.string(), printed: Count, criteria: Count }),
  z.object({ what: z.literal('tasks'), stated: Words, appendix: z.string(), rows: Count }),
  z.object({
    what: z.literal('criteria'),
    stated: z.object({ criteria: Count.nullable(), components: Count.nullable() }),
    appendix: z.string(),
    listed: z.object({ criteria: Count, components: Count }),
  }),
  z.object({ what: z.literal('names'), stated: Words, named: Count, text: Words }),
])

const deadlineOutsidePlan = z.discriminatedUnion('what', [
  z.object({ what: z.literal('outside'), printed: Words, end: IsoDate }),
  z.object({ what: z.literal('late'), printed: Words, end: IsoDate, lastYear: Year }),
])

const agencyMissing = z.discriminatedUnion('what', [
  z.object({ what: z.literal('no-lead') }),
  z.object({ what: z.literal('blank'), field: Role }),
  z.object({ what: z.literal('undecided'), header: Words }),
])

const textUnplaced = z.discriminatedUnion('what', [
  z.object({ what: z.literal('text'), text: Words }),
  z.object({ what: z.literal('unread-table') }),
  z.object({ what: z.literal('unread-body-table'), rows: Count }),
  z.object({ what: z.literal('rows-without-header'), rows: Count }),
  z.object({ what: z.literal('objects'), pictures: Count, charts: Count, embedded: Count }),
  z.object({ what: z.literal('field-numbers'), count: Count }),
  z.object({ what: z.literal('missing-notes'), count: Count }),
  z.object({ what: z.literal('undefined-lists'), count: Count }),
  z.object({ what: z.literal('unread-letters'), count: Count }),
  z.object({ what: z.literal('hidden-sheet'), sheet: Words }),
  z.object({ what: z.literal('hidden-cells'), sheet: Words, count: Count }),
  z.object({ what: z.literal('formulas'), sheet: Words, count: Count }),
])

const ocrLowConfidence = z.discriminatedUnion('what', [
  z.object({ what: z.literal('page'), doubtful: Count, words: Count }),
  /** How many cells of a row, and the least sure one. */
  z.object({ what: z.literal('row'), cells: Count, percent: Count, text: Words }),
])

const repairUncertain = z.object({
  readings: z.array(Reading.extend({ alternatives: z.array(Words) })),
  /** How many readings more. */
  more: Count,
})

const encodingConverted = z.discriminatedUnion('what', [
  z.object({ what: z.literal('document'), encoding: z.string() }),
  z.object({ what: z.literal('letters'), words: z.array(Reading) }),
])

const codeInferred = z.discriminatedUnion('what', [
  z.object({ what: z.literal('not-printed'), number: Words }),
  z.object({ what: z.literal('misread'), printed: Words, number: Words }),
])

const mergedCellShift = z.discriminatedUnion('what', [
  z.object({ what: z.literal('column'), header: Words, field: Role }),
  z.object({ what: z.literal('begins-inside') }),
  z.object({ what: z.literal('lead-beside'), text: Words, header: Words, lead: Words }),
  z.object({ what: z.literal('item-beside'), text: Words, header: Words, inner: Words }),
  z.object({ what: z.literal('serves-both'), above: RowName, below: RowName }),
  z.object({ what: z.literal('product-above'), product: Words, above: RowName }),
  z.object({ what: z.literal('mid-sentence'), text: Words }),
  z.object({ what: z.literal('speaks-of-above'), name: Words }),
  z.object({ what: z.literal('spoken-of-below') }),
  /** Two places of an official index: where the row stands and where it belongs. */
  z.object({
    what: z.literal('other-dimension'),
    name: Words,
    under: z.object({ code: z.string(), name: z.string() }),
    own: z.object({ code: z.string(), domain: z.string(), name: z.string() }),
  }),
])

const suspectedTypo = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('words'),
    words: z.array(z.object({ printed: Words, likely: Words })),
    more: z.boolean(),
  }),
  z.object({ what: z.literal('dropped-word'), printed: Words, elsewhere: Words }),
  z.object({ what: z.literal('variant'), printed: Words, elsewhere: Words, times: Count }),
  z.object({ what: z.literal('repeated'), text: Words }),
  z.object({ what: z.literal('reversed-years'), text: Words }),
  z.object({ what: z.literal('broken-list'), text: Words }),
  z.object({ what: z.literal('no-unit'), text: Words }),
  z.object({ what: z.literal('odd-code'), printed: Words }),
  z.object({ what: z.literal('comma-code'), printed: Words }),
  z.object({ what: z.literal('copied'), row: RowName }),
])

/** Where in the file: pages, or lines where it has none. */
const Stretch = z.object({ unit: z.enum(['page', 'line']), from: Count, to: Count })

const severalDocuments = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('plan'),
    type: Words.nullable(),
    number: Words.nullable(),
    stretch: Stretch,
  }),
  z.object({
    what: z.literal('accompanying'),
    type: Words.nullable(),
    number: Words.nullable(),
    stretch: Stretch,
  }),
])

/** Why the text layer of a page is of no use; `percent` of its signs, where it is their letters. */
const unreadable = z.discriminatedUnion('what', [
  z.object({ what: z.literal('other-language') }),
  z.object({ what: z.literal('not-recognised'), page: Count, reason: z.string() }),
  z.object({
    what: z.literal('no-text-layer'),
    page: Count,
    fault: z.enum(['unknown-letters', 'foreign-letters', 'stamp', 'other-recognition', 'scan', 'no-text']),
    percent: Count.nullable(),
  }),
])

/** Of a page, a file, or (from `phuluc validate`) a plan file: `id` is the appendix or criterion that is wrong. */
const damaged = z.discriminatedUnion('what', [
  z.object({ what: z.literal('page'), page: Count, reason: z.string() }),
  z.object({ what: z.literal('cut-off') }),
  z.object({ what: z.literal('shape'), path: z.string().nullable(), problem: z.string() }),
  z.object({ what: z.literal('id-twice'), id: z.string() }),
  z.object({ what: z.literal('id-prefix'), id: z.string(), appendix: z.string() }),
  z.object({ what: z.literal('no-parent'), id: z.string(), parent: z.string() }),
  z.object({ what: z.literal('level'), id: z.string(), level: Count, parentLevel: Count }),
  z.object({ what: z.literal('shares-first'), id: z.string() }),
  z.object({ what: z.literal('issue-target'), id: z.string(), code: z.string() }),
  z.object({ what: z.literal('fact-criterion'), id: z.string() }),
])

/**
 * The facts that the sentences of an issue state, by its code; `what` tells them apart where one code has several kinds
 * of sentences. Words of the document are as printed.
 */
export const detailSchemas = {
  'header-field-missing': headerFieldMissing,
  'number-mismatch': numberMismatch,
  'date-implausible': dateImplausible,
  'code-gap': z.object({ from: Words, to: Words }),
  'code-duplicate': z.object({ number: Words }),
  'code-out-of-order': z.object({ before: Words, number: Words }),
  'score-sum-mismatch': scoreMismatch,
  'score-exceeds-max': z.object({ field: Role, year: Year.nullable(), score: z.number(), max: z.number() }),
  'score-unreadable': z.object({ header: Words, printed: Words }),
  'total-mismatch': scoreMismatch,
  'count-mismatch': countMismatch,
  'deadline-unparsed': z.object({ printed: Words }),
  'deadline-outside-plan': deadlineOutsidePlan,
  'agency-unknown': z.object({ name: Words }),
  'agency-missing': agencyMissing,
  'bullets-unpaired': z.object({
    tasks: Count,
    beside: z.array(z.object({ field: Role, count: Count })),
  }),
  'table-join-uncertain': nothing,
  'page-missing-suspected': nothing,
  'text-unplaced': textUnplaced,
  'ocr-low-confidence': ocrLowConfidence,
  'repair-uncertain': repairUncertain,
  'encoding-converted': encodingConverted,
  'code-inferred': codeInferred,
  'merged-cell-shift-suspected': mergedCellShift,
  'suspected-typo': suspectedTypo,
  /** What the auditor holds against a plan: how many such there are of how many, and examples. */
  'suspected-misreading': z.object({ signal: Signal, count: Count, of: Count, examples: z.array(Words) }),
  'tracked-changes': z.object({ insertions: Count, deletions: Count }),
  'appendix-missing': z.object({ ordinal: Count, appendices: Count }),
  'no-appendix': nothing,
  'appendix-alone': z.object({ number: Words.nullable(), issuedOn: IsoDate.nullable() }),
  'several-documents': severalDocuments,
  unreadable,
  damaged,
} as const

/** The facts of an issue by its code. */
export type Details = { [Code in keyof typeof detailSchemas]: z.infer<(typeof detailSchemas)[Code]> }
