import type { Finding, SourceCell } from '../../schemas/message.js'
import type { Column, LogicalCell, LogicalRow } from '../../schemas/table.js'
import { parseCode, splitLeadingCode } from '../language/codes.js'
import { startsLower } from '../language/letters.js'
import { sourceCell } from '../result.js'
import type { ColumnModel } from './columns/column-model.js'
import { type Evidence, type RowContext, rowContinuation } from './continuation.js'
import { cellText, type DataRow } from './physical-rows.js'

/** What was found where one piece ends and the next begins. */
export interface Seam {
  /** Index of the lower piece. */
  piece: number
  evidence: string[]
  splitRow: boolean
  uncertain: boolean
}

export interface JoinedRows {
  rows: LogicalRow[]
  seams: Seam[]
  issues: Finding[]
}

/** Evidence from which two rows are one; below it the join is made but flagged, down to the lower bound. */
const sure = 2
const possible = 1

/** Rows of all pieces → logical rows: a row that a page break cut is one row again. */
export function joinRows(data: DataRow[], model: ColumnModel): JoinedRows {
  const context = contextOf(data, model)
  const rows: LogicalRow[] = []
  const seams: Seam[] = []
  const issues: Finding[] = []
  let open: DataRow | null = null
  for (const [index, row] of data.entries()) {
    const next = data[index + 1]
    const verdict = open === null ? apart : judge(open, row, next, context)
    if (verdict.join && open !== null) {
      if (verdict.uncertain) issues.push(uncertainJoin(row, context))
      if (row.first && row.piece !== open.piece)
        seams.push(seamOf(row, verdict.evidence, true, verdict.uncertain))
      open = merge(open, row)
      rows[rows.length - 1] = logical(open)
    } else {
      const inside = open === null ? -1 : beginsInside(row, context)
      if (inside >= 0) issues.push(lostBeginning(row, inside, context))
      if (open !== null && row.first && row.piece !== open.piece)
        seams.push(seamOf(row, [...numberingEvidence(open, row, context), ...verdict.evidence], false, false))
      open = row
      rows.push(logical(row))
    }
  }
  return { rows, seams, issues }
}

interface Verdict {
  join: boolean
  uncertain: boolean
  evidence: string[]
}
const apart: Verdict = { join: false, uncertain: false, evidence: [] }

interface Context {
  columns: Column[]
  codeColumn: number
  nameColumns: number[]
  usuallyFilled: number[]
  roles: RowContext['roles']
}

function contextOf(data: DataRow[], model: ColumnModel): Context {
  const codeColumn = model.columns.findIndex((column) => column.role === 'code')
  const nameColumns = model.columns.flatMap((column, index) => (column.role === 'name' ? [index] : []))
  const withText = data.filter((row) => filledColumns(row).length > 2)
  return {
    columns: model.columns,
    codeColumn,
    nameColumns,
    roles: model.columns.map((column) => column.role),
    usuallyFilled: model.columns.map((_, column) =>
      withText.length === 0
        ? 0
        : withText.filter((row) => cellText(row.cells[column]) !== '').length / withText.length,
    ),
  }
}

function filledColumns(row: DataRow): number[] {
  return row.cells.flatMap((cell, column) => (cell.pieces.length > 0 ? [column] : []))
}

/** A page ends between two rows: another piece begins, or the header was printed again. */
function isBreak(above: DataRow, below: DataRow): boolean {
  return above.piece !== below.piece || above.stretch !== below.stretch
}

/** Is `row` the rest of `open`? `next` is asked too: a row may be the upper part of the one below it. */
function judge(open: DataRow, row: DataRow, next: DataRow | undefined, context: Context): Verdict {
  const atBreak = isBreak(open, row)
  if (row.cells.some((cell) => cell.merged)) return apart
  const evidence = continuation(open, row, context, atBreak)
  if (hasOwnCode(row, context)) return joinsUpwards(open, evidence, context, atBreak)
  if (hasOwnName(row, context)) {
    const nameGoesOn = nameContinues(open, row, context)
    const headless = atBreak && isOrphan(open, context) && evidence.score >= sure
    if (!nameGoesOn && !headless) return apart
    return evidence.score >= possible ? joined(evidence) : apart
  }
  if (!atBreak) return evidence.score >= 3 ? joined(evidence) : apart
  if (
    next !== undefined &&
    isBreak(row, next) &&
    continuation(row, next, context, true).score > evidence.score
  )
    return apart
  return evidence.score >= possible ? joined(evidence) : apart
}

/**
 * A row with a code begins something; it is the lower part of the row above only where that row, the last of its page,
 * has neither code nor name (they are centred over the whole row and fell on the next page).
 */
function joinsUpwards(open: DataRow, evidence: Evidence, context: Context, atBreak: boolean): Verdict {
  return atBreak && isOrphan(open, context) && evidence.score >= 3 ? joined(evidence) : apart
}

function isOrphan(row: DataRow, context: Context): boolean {
  if (hasOwnCode(row, context) && context.nameColumns.length < 2) return false
  const inner = context.nameColumns.at(-1)
  return inner === undefined || cellText(row.cells[inner]) === ''
}

function joined(evidence: Evidence): Verdict {
  return { join: true, uncertain: evidence.score < sure, evidence: evidence.reasons }
}

function continuation(above: DataRow, below: DataRow, context: Context, atBreak: boolean): Evidence {
  return rowContinuation(
    { texts: above.cells.map(cellText), cut: [] },
    { texts: below.cells.map(cellText), cut: below.cells.map(isCutAbove) },
    {
      roles: context.roles,
      atBreak,
      orphan: atBreak && isOrphan(above, context),
      newlyStrong: below.strong && !above.strong,
      usuallyFilled: context.usuallyFilled,
    },
  )
}

/** The first line of a cell is marked as the rest of one that had no room above. */
function isCutAbove(cell: LogicalCell): boolean {
  return cell.pieces[0]?.lines[0]?.start === 'break'
}

function hasOwnCode(row: DataRow, context: Context): boolean {
  const printed = cellText(row.cells[context.codeColumn])
  if (printed !== '') return parseCode(printed) !== null || splitLeadingCode(printed) !== null
  const outer = context.nameColumns[0]
  const name = outer === undefined ? '' : cellText(row.cells[outer]).replaceAll('\n', ' ')
  return name !== '' && splitLeadingCode(name) !== null
}

function hasOwnName(row: DataRow, context: Context): boolean {
  return context.nameColumns.some((column) => cellText(row.cells[column]) !== '')
}

/** The name of the lower row carries on the unfinished name above it ('Kiểm soát tham' / 'nhũng trong …'). */
function nameContinues(open: DataRow, row: DataRow, context: Context): boolean {
  return context.nameColumns.some((column) => {
    const above = cellText(open.cells[column])
    const below = cellText(row.cells[column])
    if (above === '' || below === '') return false
    // Where the format knows that the line above had no room for the next word, the text goes on for certain.
    const cut = row.cells[column]?.pieces[0]?.lines[0]?.start === 'break'
    return cut || startsLower(below) || /[,(\-–/]$/u.test(above) || /^[(,;]/u.test(below)
  })
}

function merge(above: DataRow, below: DataRow): DataRow {
  const cells: LogicalCell[] = above.cells.map((cell, column) => ({
    pieces: [...cell.pieces, ...(below.cells[column]?.pieces ?? [])],
    merged: cell.merged,
  }))
  return { ...above, cells, piece: below.piece, stretch: below.stretch, strong: above.strong && below.strong }
}

function logical(row: DataRow): LogicalRow {
  return { at: row.at, cells: row.cells, strong: row.strong, spanning: row.spanning }
}

function seamOf(row: DataRow, evidence: string[], splitRow: boolean, uncertain: boolean): Seam {
  return { piece: row.piece, evidence, splitRow, uncertain }
}

function numberingEvidence(above: DataRow, below: DataRow, context: Context): string[] {
  const upper = cellText(above.cells[context.codeColumn])
  const lower = cellText(below.cells[context.codeColumn])
  if (parseCode(upper) === null || parseCode(lower) === null) return []
  return [`numbering goes on: ${parseCode(upper)?.value} → ${parseCode(lower)?.value}`]
}

/** The column of a row of its own whose text begins in the middle of a sentence: what came before it is not in the source. */
function beginsInside(row: DataRow, context: Context): number {
  return context.roles.findIndex((role, column) => {
    if (role !== 'task' && role !== 'requirement' && role !== 'deliverable') return false
    const text = cellText(row.cells[column])
    return text !== '' && /^\p{Ll}{2,}/u.test(text) && text.length < 400 && startsLower(text)
  })
}

function lostBeginning(row: DataRow, column: number, context: Context): Finding {
  const about = {
    severity: 'warning',
    at: row.at,
    subject: null,
    cell: cellAt(row, column, context),
  } as const
  return row.first
    ? { ...about, code: 'page-missing-suspected', details: {} }
    : { ...about, code: 'merged-cell-shift-suspected', details: { what: 'begins-inside' } }
}

function uncertainJoin(row: DataRow, context: Context): Finding {
  const cell = cellAt(row, filledColumns(row)[0] ?? 0, context)
  return { severity: 'warning', code: 'table-join-uncertain', at: row.at, subject: null, cell, details: {} }
}

function cellAt(row: DataRow, column: number, { roles }: Context): SourceCell {
  return sourceCell(row.cells[column]?.pieces[0]?.at ?? row.at, roles[column] ?? null)
}
