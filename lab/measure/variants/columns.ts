import type { Role } from '../../../schemas/table.js'
import type { Random } from '../../random.js'
import {
  type Draft,
  type DraftAppendix,
  type DraftColumn,
  fixedColumns,
  mapPieces,
  paddedTo,
  spannedGroup,
} from './draft.js'
import { isNumbering, piecesOf, type TablePiece } from './source-model.js'

/** A change of a draft; null where it has nothing to work on. */
export type Change = (draft: Draft, random: Random) => Draft | null

/** The columns that do not name the row stand in another order; those under one spanning header stay under it. */
export const reorderColumns: Change = (draft, random) => {
  let result = draft
  let changed = false
  for (const appendix of draft.appendices) {
    const [first] = piecesOf(draft.model, appendix.appendix)
    const group = spannedGroup(first)
    const movable = movableColumns(appendix, group)
    if (movable.length < 2) continue
    const order = orderWith(appendix.columns.length, movable, shuffledAnew(movable, random))
    result = withOrder(result, appendix, order, group !== null)
    changed = true
  }
  return changed ? result : null
}

function movableColumns({ columns }: DraftAppendix, group: [number, number] | null): number[] {
  const from = fixedColumns(columns)
  const all = columns.map((_, column) => column)
  if (group === null) return all.filter((column) => column >= from)
  return all.filter((column) => column >= Math.max(from, group[0]) && column <= group[1])
}

function shuffledAnew(list: readonly number[], random: Random): number[] {
  for (;;) {
    const shuffled = random.shuffle(list)
    if (shuffled.some((column, index) => column !== list[index])) return shuffled
  }
}

function orderWith(width: number, places: readonly number[], members: readonly number[]): number[] {
  const order = Array.from({ length: width }, (_, column) => column)
  for (const [index, place] of places.entries()) order[place] = members[index] ?? place
  return order
}

function withOrder(draft: Draft, appendix: DraftAppendix, order: readonly number[], spanned: boolean): Draft {
  const reordered = (row: readonly string[]) => {
    const cells = paddedTo(row, order.length)
    return [...order.map((column) => cells[column] ?? ''), ...cells.slice(order.length)]
  }
  const model = mapPieces(draft, appendix.appendix, (piece) => ({
    ...piece,
    header: piece.header.map((row, level) => {
      if (isNumbering(row) || (spanned && level === 0)) return paddedTo(row, order.length)
      return reordered(row)
    }),
    rows: piece.rows.map(reordered),
  }))
  const columns = order.map((column) => appendix.columns[column]).filter((one) => one !== undefined)
  return { ...draft, model, appendices: withAppendix(draft, { ...appendix, columns }) }
}

const droppable: readonly Role[] = [
  ...(['requirement', 'deadline', 'coordinating', 'implementing', 'deliverable', 'note', 'other'] as const),
]

/** One column less in one appendix: never one that names the row, its task, its lead or its scores. */
export const dropColumn: Change = (draft, random) => {
  const choices = draft.appendices.flatMap((appendix) => {
    const unique = (column: DraftColumn) =>
      appendix.columns.filter((other) => other.role === column.role).length === 1
    return appendix.columns
      .map((column, place) => ({ appendix, column, place }))
      .filter(({ column, place }) => droppable.includes(column.role) && unique(column) && place > 0)
      .filter(() => appendix.columns.length > 3)
  })
  if (choices.length === 0) return null
  const { appendix, column, place } = random.pick(choices)
  const model = mapPieces(draft, appendix.appendix, (piece) => withoutColumn(piece, place))
  const columns = appendix.columns.filter((one) => one !== column)
  const dropped = [...draft.changes.dropped, { appendix: appendix.id, ...column }]
  return {
    ...{ model, appendices: withAppendix(draft, { ...appendix, columns }) },
    changes: { ...draft.changes, dropped },
  }
}

/** Rows that held nothing else are gone with the column. */
function withoutColumn(piece: TablePiece, place: number): TablePiece {
  const shorten = (row: readonly string[]) => row.filter((_, column) => column !== place)
  const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '')
  const kept = piece.rows.filter((row) => isBlank(row) || !isBlank(shorten(row)))
  return { ...piece, header: piece.header.map(shorten), rows: kept.map(shorten) }
}

const additions: readonly { header: string; role: Role; texts: readonly string[] }[] = [
  {
    header: 'Ghi chú',
    role: 'note',
    texts: ['Nhiệm vụ mới', 'Chuyển tiếp từ năm trước', 'Theo chỉ đạo của tỉnh'],
  },
  {
    header: 'Nguồn kinh phí',
    role: 'other',
    texts: ['Ngân sách nhà nước', 'Kinh phí thường xuyên', 'Xã hội hóa'],
  },
]

/** One column more at the end of every appendix, filled in about a fifth of the rows that have work in them. */
export const addColumn: Change = (draft, random) => {
  const addition = random.pick(additions)
  const { header, role } = addition
  const open = draft.appendices.filter(({ columns }) => !columns.some((column) => column.role === role))
  if (open.length === 0) return null
  let result = draft
  for (const appendix of open) {
    const width = appendix.columns.length
    const fill = (row: readonly string[]) =>
      isWork(row, appendix.columns) && random.chance(0.2) ? random.pick(addition.texts) : ''
    const model = mapPieces(result, appendix.appendix, (piece) => ({
      ...piece,
      header: piece.header.map((row, level) => {
        const text = isNumbering(row) ? `(${lastNumber(row) + 1})` : level === 0 ? header : ''
        return [...paddedTo(row, width), text]
      }),
      rows: piece.rows.map((row) => [...paddedTo(row, width), fill(row)]),
    }))
    const columns = [...appendix.columns, { header, role }]
    const added = [...result.changes.added, { appendix: appendix.id, header, role }]
    result = {
      ...{ model, appendices: withAppendix(result, { ...appendix, columns }) },
      changes: { ...result.changes, added },
    }
  }
  return result
}

/** Printed numbers may leave some out: a column that is not in this table. */
function lastNumber(row: readonly string[]): number {
  return Math.max(...row.map((cell) => Number(cell.replace(/\D/gu, ''))))
}

/** A row that begins with its number or name and says something besides names and scores. */
function isWork(row: readonly string[], columns: readonly DraftColumn[]): boolean {
  const quiet: readonly Role[] = ['code', 'name', 'maxScore', 'achievedScore', 'targetScore']
  const filled = columns.filter((_, column) => (row[column] ?? '').trim() !== '')
  const named = row.slice(0, fixedColumns(columns)).some((cell) => cell.trim() !== '')
  return named && filled.length >= 3 && filled.some((column) => !quiet.includes(column.role))
}

export function withAppendix(draft: Draft, appendix: DraftAppendix): DraftAppendix[] {
  return draft.appendices.map((one) => (one.appendix === appendix.appendix ? appendix : one))
}
