import type { ExpectedAppendix, ExpectedPlan } from '../../../schemas/evaluation/expectation.js'
import type { Role } from '../../../schemas/table.js'
import { appendixCount, piecesOf, type SourceModel, type TablePiece } from './source-model.js'

/** A column of an appendix as the draft has it now; `header` is the leaf header of its first piece, without marks. */
export interface DraftColumn {
  header: string
  role: Role
}

/** An appendix whose columns are known, because its expectation has as many. */
export interface DraftAppendix {
  /** Ordinal among the source's tables. */
  appendix: number
  /** Id in the expectation. */
  id: string
  columns: DraftColumn[]
}

export interface ColumnChange {
  /** Id of the appendix in the expectation. */
  appendix: string
  header: string
  role: Role
}

export interface HeaderChange extends ColumnChange {
  to: string
}

export interface NameChange {
  from: string
  to: string
}

/** What was done to a source, as far as the expectation has to follow. */
export interface Changes {
  dropped: ColumnChange[]
  added: ColumnChange[]
  renamed: HeaderChange[]
  names: NameChange[]
}

/** A variant in the making. */
export interface Draft {
  model: SourceModel
  appendices: DraftAppendix[]
  changes: Changes
}

export function draftFrom(model: SourceModel, expected: ExpectedPlan): Draft {
  const changes: Changes = { dropped: [], added: [], renamed: [], names: [] }
  return { model, appendices: knownAppendices(model, expected.appendices), changes }
}

/** Expected appendices and tables of the source, matched in order by their number of columns. */
function knownAppendices(model: SourceModel, expected: readonly ExpectedAppendix[]): DraftAppendix[] {
  const known: DraftAppendix[] = []
  let from = 0
  for (let appendix = 0; appendix < appendixCount(model); appendix++) {
    const width = widthOf(piecesOf(model, appendix))
    const place = expected.findIndex((one, index) => index >= from && one.columns.length === width)
    const match = expected[place]
    if (match === undefined) continue
    from = place + 1
    known.push({
      appendix,
      id: match.id,
      columns: match.columns.map(({ header, role }) => ({ header, role })),
    })
  }
  return known
}

function widthOf(pieces: readonly TablePiece[]): number {
  return pieces[0]?.header[0]?.length ?? 0
}

/** The draft with every piece of one appendix changed. */
export function mapPieces(
  draft: Draft,
  appendix: number,
  change: (piece: TablePiece) => TablePiece,
): SourceModel {
  const segments = draft.model.segments.map((one) =>
    one.kind === 'table' && one.appendix === appendix ? change(one) : one,
  )
  return { segments }
}

/** The leading columns that say which row it is; they keep their place. */
export function fixedColumns(columns: readonly DraftColumn[]): number {
  const named = columns.some((column) => column.role === 'name')
  const fixed = new Set<Role>(named ? ['code', 'name'] : ['code', 'task'])
  return 1 + columns.findLastIndex((column) => fixed.has(column.role))
}

/** First and last column of a heading that spans several, where the header has two levels. */
export function spannedGroup(piece: TablePiece | undefined): [number, number] | null {
  const [top, second] = piece?.header ?? []
  if (top === undefined || second === undefined) return null
  const blank = top.findIndex((cell, column) => cell.trim() === '' && (second[column] ?? '').trim() !== '')
  if (blank < 1) return null
  let last = blank
  while (last + 1 < top.length && (top[last + 1] ?? '').trim() === '') last += 1
  return [blank - 1, last]
}

/** A row with as many cells as the appendix has columns. */
export function paddedTo(row: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(width, row.length) }, (_, column) => row[column] ?? '')
}
