import type { Issue } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Evidence } from '../../schemas/plan.js'
import type { AppendixTable, PhysicalTable } from '../../schemas/table.js'
import type { Trace, TracedJoin, TracedPiece, TraceStep } from '../../schemas/trace.js'
import { structureWeights } from '../../src/check/index.js'
import { written } from '../../src/messages/index.js'
import type { Draft } from '../plan/draft.js'
import type { StageName } from '../plan/stages.js'
import { type CellRef, cellName, evidenceIn, valueIn } from './cells.js'
import { samePlace, textsOf, textsWith } from './texts.js'

/** What stands after each stage, of one plan. */
export type Walk = { stage: StageName; draft: Draft }[]

type Printed = Pick<Evidence, 'at' | 'raw'>

/** A cell of a criterion on its way through all stages. */
export function followCell(walk: Walk, cell: CellRef): Trace {
  const plan = planIn(walk.at(-1)?.draft)
  const printed = evidenceIn(plan, cell)
  return { plan: plan.id, cell: cellName(cell, plan), steps: stepsOf(walk, printed, cell) }
}

/** A text that became no cell of a criterion: of the body, a header, a note, page furniture. */
export function followText(walk: Walk, at: Place): Trace {
  const plan = planIn(walk.at(-1)?.draft)
  const read = walk.find(({ stage }) => stage === 'columns')?.draft
  const texts = read === undefined ? [] : textsOf(read.document).filter((text) => samePlace(text.at, at))
  return { plan: plan.id, cell: null, steps: stepsOf(walk, texts, null) }
}

function stepsOf(walk: Walk, printed: readonly Printed[], cell: CellRef | null): TraceStep[] {
  return walk.map(({ stage, draft }, index) => {
    const before = walk[index - 1]?.draft ?? null
    const texts = isOfText(stage)
      ? unique(printed.flatMap(({ at, raw }) => textsWith(textsOf(draft.document), at, raw)))
      : []
    const evidence = cell === null ? [] : evidenceIn(cellsIn(draft), cell)
    const pieces = stage === 'tables' ? piecesOf(draft, printed) : []
    return {
      stage,
      texts,
      pieces,
      joins: stage === 'tables' ? joinsOf(draft, pieces) : [],
      value: (cell === null ? null : valueIn(cellsIn(draft), cell)) as TraceStep['value'],
      confidence: least([...texts, ...evidence].map(({ confidence }) => confidence)),
      weights: stage === 'check' && cell !== null && before !== null ? weightsOf(before, draft, cell) : [],
      issues: raisedBy(before, draft).filter((issue) => touches(issue, printed, cell)),
    }
  })
}

function isOfText(stage: StageName): boolean {
  return stage === 'extract' || stage === 'repair' || stage === 'columns'
}

function planIn(draft: Draft | undefined): NonNullable<Draft['plan']> {
  if (draft?.plan == null) throw new Error('a cell is followed to its plan')
  return draft.plan
}

/** The criteria as far as they are made: of the plan, or before there is one, of its tables. */
function cellsIn({ plan, criteria }: Draft): Parameters<typeof valueIn>[0] {
  return (
    plan ?? {
      appendices: criteria.map((own) => ({ criteria: own })) as NonNullable<Draft['plan']>['appendices'],
    }
  )
}

function piecesOf({ tables }: Draft, printed: readonly Printed[]): TracedPiece[] {
  return printed.flatMap(({ at, raw }) =>
    tables.flatMap((table, index) => {
      const physical = physicalOf(table, at, raw)
      const logical = logicalOf(table, at, raw)
      if (physical === null && logical.length === 0) return []
      const piece = { appendix: `pl${index + 1}`, at, text: raw, ...where(physical) }
      const blank = { column: null, header: null, role: null, merged: false }
      return (logical.length === 0 ? [blank] : logical).map((column) => ({ ...piece, ...column }))
    }),
  )
}

function logicalOf({ rows, columns }: AppendixTable, at: Place, raw: string) {
  const found = rows.flatMap(({ cells }) =>
    cells.flatMap(({ pieces, merged }, column) => {
      if (!pieces.some((piece) => samePlace(piece.at, at) && piece.raw === raw)) return []
      const { header = null, role = null } = columns[column] ?? {}
      return [{ column: column + 1, header, role, merged }]
    }),
  )
  return found.filter(({ column }, index) => found.findIndex((other) => other.column === column) === index)
}

interface PhysicalPlace {
  table: PhysicalTable
  row: number
}

function physicalOf({ tables }: AppendixTable, at: Place, raw: string): PhysicalPlace | null {
  const places = tables.flatMap((table) =>
    table.rows.flatMap(({ cells }, row) =>
      cells.filter((cell) => samePlace(cell.at, at)).map((cell) => ({ table, row, text: cell.text })),
    ),
  )
  return places.find(({ text }) => text === raw) ?? places[0] ?? null
}

function where(place: PhysicalPlace | null): Pick<TracedPiece, 'table' | 'row' | 'use'> {
  if (place === null) return { table: null, row: null, use: null }
  return { table: place.table.id, row: place.row + 1, use: place.table.rows[place.row]?.use ?? null }
}

/** The joins of the tables that the pieces' rows stand in: a row may go on over a page break though the cell does not. */
function joinsOf({ tables }: Draft, pieces: readonly TracedPiece[]): TracedJoin[] {
  const isHere = (at: Place): boolean => pieces.some((piece) => samePlace(piece.at, at))
  return tables.flatMap((table) => {
    const rows = table.rows.filter(({ cells }) =>
      cells.some((cell) => cell.pieces.some(({ at }) => isHere(at))),
    )
    const places = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.pieces.map(({ at }) => at)))
    return table.tables.flatMap(({ id, continues, rows: printed }) => {
      const holds = printed.some(({ cells }) =>
        cells.some(({ at }) => places.some((own) => samePlace(own, at))),
      )
      if (continues === null || !holds) return []
      const { table: after, ...join } = continues
      return [{ table: id, ...join, after }]
    })
  })
}

function weightsOf(before: Draft, draft: Draft, cell: CellRef): TraceStep['weights'] {
  const appendix = before.plan?.appendices.find(({ criteria }) =>
    criteria.some(({ id }) => id === cell.criterion),
  )
  if (appendix === undefined) return []
  const weights = structureWeights(appendix, draft.issues)(cell.criterion, cell.field)
  const isWoven = draft.document.pages.some(({ textQuality }) => textQuality === 'misrecognised')
  return isWoven ? [...weights, ...wovenWeight(before, draft, cell, weights)] : weights
}

/** What the cutting of columns takes from a cell, beside what its column and row do. */
function wovenWeight(before: Draft, draft: Draft, cell: CellRef, weights: TraceStep['weights']) {
  const [was, is] = [before, draft].map((own) =>
    least(evidenceIn(cellsIn(own), cell).map(({ confidence }) => confidence)),
  )
  const inTable = (was ?? 1) * Math.min(1, ...weights.map(({ factor }) => factor))
  if (is == null || is >= inTable) return []
  return [{ reason: 'columns-cut', factor: Math.round((is / inTable) * 1000) / 1000 }]
}

/** The issues that a stage added. */
function raisedBy(before: Draft | null, draft: Draft): Issue[] {
  const known = new Set(before?.issues.map((issue) => keyOf(written(issue))))
  return draft.issues.map(written).filter((issue) => !known.has(keyOf(issue)))
}

function keyOf({ code, message, at }: Issue): string {
  return JSON.stringify([code, message, at])
}

/** An issue of the cell, of its whole row, or of the place where it stands. */
function touches({ subject, target, at }: Issue, printed: readonly Printed[], cell: CellRef | null): boolean {
  if (cell !== null && (subject?.criterion ?? target) !== null) {
    const isRow = (subject?.criterion ?? target) === cell.criterion
    return isRow && (subject?.field == null || subject.field === cell.field)
  }
  return at !== null && printed.some((own) => own.at.page === at.page && own.at.line === at.line)
}

function least(confidences: readonly (number | null)[]): number | null {
  const known = confidences.flatMap((confidence) => confidence ?? [])
  return known.length === 0 ? null : Math.min(...known)
}

function unique<T>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = JSON.stringify(item)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
