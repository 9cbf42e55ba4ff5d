import type { ExpectedPlan } from '../../../schemas/evaluation/expectation.js'
import { type Random, randomFrom } from '../../random.js'
import { addColumn, type Change, dropColumn, reorderColumns } from './columns.js'
import { type Changes, type Draft, draftFrom } from './draft.js'
import { numberHeaders, renameHeaders, upperHeaders } from './headers.js'
import { type HeadlessStyle, inLayout, writeSource } from './layouts.js'
import { chooseNames, exchangeNames } from './names.js'
import { breakBetweenRows } from './page-breaks.js'
import { breakInRow } from './row-cuts.js'
import { type Layout, readSource, type SourceModel } from './source-model.js'

/** Parts of a comparison that a variant leaves as they were. */
const comparableParts = [
  ...(['criteria', 'cells', 'scores', 'agencies', 'deadlines', 'header', 'citations', 'outline'] as const),
  ...(['footnotes', 'appendices', 'columns'] as const),
]
export type ComparablePart = (typeof comparableParts)[number]

/** A source changed in ways that leave its plan the same, or change it in a way that is known. */
export interface Variant extends Changes {
  name: string
  seed: number
  transformations: Transformation[]
  bytes: Uint8Array
  /** What may be compared; the rest has changed along. */
  compare: ComparablePart[]
}

/** In the order in which they are carried out. */
export const transformations = [
  ...(['other-names', 'add-column', 'drop-column', 'reorder-columns', 'rename-headers'] as const),
  ...(['upper-headers', 'number-headers', 'break-between-rows', 'break-in-row'] as const),
  ...(['to-pipes', 'to-tabs', 'to-lone-pipes', 'nfd', 'crlf', 'bom', 'utf16'] as const),
]
export type Transformation = (typeof transformations)[number]

const changes: Partial<Record<Transformation, Change>> = {
  'add-column': addColumn,
  'drop-column': dropColumn,
  'reorder-columns': reorderColumns,
  'rename-headers': renameHeaders,
  'upper-headers': upperHeaders,
  'number-headers': numberHeaders,
  'break-between-rows': breakBetweenRows,
  'break-in-row': breakInRow,
  'to-pipes': layoutChange('pipe'),
  'to-tabs': layoutChange('tab'),
  'to-lone-pipes': layoutChange('lone-pipe'),
}

/** Of each of these, one at most. */
const exclusive: readonly (readonly Transformation[])[] = [
  ['to-pipes', 'to-tabs', 'to-lone-pipes'],
  ['bom', 'utf16'],
]

/** Makes variants of one source; the same seed makes the same variant, byte for byte. */
export interface VariantMaker {
  /** What can be done to this source. */
  transformations: Transformation[]
  /** Even seeds change one thing, taking turns; odd seeds two to four at once. Or exactly what is asked for. */
  make(seed: number, chosen?: readonly Transformation[]): Variant
}

export function variantMaker(source: string, expected: ExpectedPlan): VariantMaker {
  const model = readSource(source)
  const draft = draftFrom(model, expected)
  const possible = transformations.filter((one) => isPossible(one, draft, source, expected))
  const make = (seed: number, chosen?: readonly Transformation[]) => {
    const random = randomFrom(seed)
    const wanted = chosen ?? choose(possible, seed, random)
    return build(source, draft, expected, seed, wanted, random)
  }
  return { transformations: possible, make }
}

function isPossible(one: Transformation, draft: Draft, source: string, expected: ExpectedPlan): boolean {
  if (one === 'other-names') return chooseNames(source, expected, randomFrom(0)) !== null
  const change = changes[one]
  return change === undefined || change(draft, randomFrom(0)) !== null
}

function choose(possible: readonly Transformation[], seed: number, random: Random): Transformation[] {
  const turn = possible[(seed / 2) % possible.length]
  if (seed % 2 === 0 && turn !== undefined) return [turn]
  const chosen: Transformation[] = []
  const wanted = random.integer(2, 4)
  for (const one of random.shuffle(possible)) {
    const excluded = exclusive.some(
      (group) => group.includes(one) && group.some((other) => chosen.includes(other)),
    )
    if (!excluded && chosen.length < wanted) chosen.push(one)
  }
  return transformations.filter((one) => chosen.includes(one))
}

function build(
  source: string,
  base: Draft,
  expected: ExpectedPlan,
  seed: number,
  wanted: readonly Transformation[],
  random: Random,
): Variant {
  const done: Transformation[] = []
  let draft = base
  for (const one of transformations.filter((name) => wanted.includes(name))) {
    const next =
      one === 'other-names' ? withNames(draft, source, expected, random) : changes[one]?.(draft, random)
    if (next === null) continue
    draft = next ?? draft
    done.push(one)
  }
  const headless: HeadlessStyle = random.chance(0.5) ? 'first-row' : 'blank'
  return {
    ...draft.changes,
    ...{ name: `${done.join('+')}#${seed}`, seed, transformations: done },
    bytes: encode(writeSource(draft.model, headless), done),
    compare: comparableParts.filter((part) => !changedParts(done).includes(part)),
  }
}

function changedParts(done: readonly Transformation[]): ComparablePart[] {
  const parts: ComparablePart[] = []
  if (done.includes('other-names')) parts.push('header')
  if (done.includes('add-column')) parts.push('columns')
  return parts
}

/** Another layout, where some table is not in it yet. */
function layoutChange(layout: Layout): Change {
  return (draft) => {
    const other = draft.model.segments.some((one) => one.kind === 'table' && one.layout !== layout)
    return other ? { ...draft, model: inLayout(draft.model, layout) } : null
  }
}

function withNames(draft: Draft, source: string, expected: ExpectedPlan, random: Random): Draft | null {
  const names = chooseNames(source, expected, random)
  if (names === null) return null
  const exchanged = (text: string) => exchangeNames(text, names)
  const rows = (list: readonly string[][]) => list.map((row) => row.map(exchanged))
  const segments: SourceModel['segments'] = draft.model.segments.map((one) =>
    one.kind === 'text'
      ? { ...one, lines: exchanged(one.lines.join('\n')).split('\n') }
      : { ...one, header: rows(one.header), rows: rows(one.rows) },
  )
  return { ...draft, model: { segments }, changes: { ...draft.changes, names } }
}

function encode(text: string, done: readonly Transformation[]): Uint8Array {
  const form = done.includes('nfd') ? text.normalize('NFD') : text
  const lines = done.includes('crlf') ? form.replaceAll('\n', '\r\n') : form
  if (done.includes('utf16')) return Buffer.from(`\ufeff${lines}`, 'utf16le')
  return Buffer.from(done.includes('bom') ? `\ufeff${lines}` : lines, 'utf8')
}
