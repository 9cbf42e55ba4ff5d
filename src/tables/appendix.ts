import type { Block, TableBlock } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { AppendixTable, PhysicalTable } from '../../schemas/table.js'
import { titlesForm } from '../language/captions.js'
import { collapse } from '../language/letters.js'
import { ok, type Result } from '../result.js'
import { closingStart, isPlacing } from './closing-rows.js'
import { type ColumnModel, headerFit, learnColumns, type Piece } from './columns/column-model.js'
import { readHeader } from './columns/header-rows.js'
import { rawText, toGrid } from './grid.js'
import { joinRows, type Seam } from './join.js'
import { kindOf } from './kind.js'
import { placeParagraph } from './paragraphs.js'
import { cellText, type DataRow, type SortedRows, sortRows } from './physical-rows.js'
import { foldRepeatedCells } from './repeated-cells.js'
import { namesTable, sectionRow } from './section-rows.js'
import type { AppendixSegment } from './segment.js'
import { headingOf } from './table-titles.js'

export interface TableOptions {
  /** False leaves the pieces of a table apart (`--no-join`). */
  join: boolean
}

/** A segment may hold several tables of different make: each becomes an appendix of its own under the same caption. */
export function buildSegment(segment: AppendixSegment, options: TableOptions): Result<AppendixTable[]> {
  const groups = groupPieces(segment.blocks, options)
  const issues: Finding[] = []
  if (groups.length === 0) return ok([emptyAppendix(segment)])
  const appendices = groups.map((group, index) => {
    const built = buildAppendix(index === 0 ? segment : headingOf(segment, group.between.get(0) ?? []), group)
    for (const issue of built.issues) issues.push(issue)
    return built.value
  })
  return ok(appendices, issues)
}

interface PieceGroup {
  pieces: Piece[]
  tables: TableBlock[]
  /** Paragraphs that stand before the piece of that index. */
  between: Map<number, Block[]>
}

function groupPieces(blocks: Block[], options: TableOptions): PieceGroup[] {
  const groups: PieceGroup[] = []
  let pending: Block[] = []
  for (const found of blocks) {
    if (found.kind !== 'table' || isPlacing(found)) {
      pending.push(found)
      continue
    }
    const block = foldRepeatedCells(found)
    const grid = toGrid(block)
    const piece: Piece = { grid, header: readHeader(grid) }
    const group = groups.at(-1)
    const fits = group !== undefined && options.join && belongsTo(piece, group)
    const target: PieceGroup = fits ? group : { pieces: [], tables: [], between: new Map() }
    if (!fits) groups.push(target)
    if (pending.length > 0) target.between.set(target.pieces.length, pending)
    pending = []
    target.pieces.push(piece)
    target.tables.push(block)
  }
  const last = groups.at(-1)
  if (last !== undefined && pending.length > 0) last.between.set(last.pieces.length, pending)
  return groups
}

/** A piece without a header, or with the same one, goes on with the table above; another header begins another table. */
function belongsTo(piece: Piece, group: PieceGroup): boolean {
  if (
    !group.pieces.some((other) => other.header.count > 0) &&
    piece.header.count > 0 &&
    group.pieces.length > 0
  )
    return group.pieces[0]?.grid.width === piece.grid.width
  return (
    headerFit(
      piece,
      group.pieces.flatMap((other) => other.header.paths.flat()),
    ) >= 0.5
  )
}

function buildAppendix(segment: AppendixSegment, group: PieceGroup): Result<AppendixTable> {
  const model = learnColumns(group.pieces)
  const sorted = group.pieces.map((piece, index) => sortRows(piece, index, model))
  const notes: AppendixTable['notes'] = []
  const furniture = [
    ...segment.repeated.map((line) => ({ type: 'repeated-caption', ...line })),
    ...sorted.flatMap((piece) => piece.furniture),
  ]
  const printed = sorted.flatMap((piece, index) => {
    const rows = [...piece.data]
    const before = group.between.get(index) ?? []
    for (const [position, block] of before.entries()) {
      // Only what stands right above the table can be its heading row.
      const row = position === before.length - 1 ? sectionRow(block, model, index) : null
      if (row !== null && rows.length > 0 && !(index === 0 && namesTable(row, rows, model))) rows.unshift(row)
      else placeParagraph(block, notes, furniture)
    }
    return rows
  })
  const data = cutSignature(printed, sorted, model, notes)
  for (const block of group.between.get(group.pieces.length) ?? []) placeParagraph(block, notes, furniture)
  const joined = joinRows(data, model)
  const kind = kindOf(model, segment.title, joined.rows.length)
  return ok(
    {
      label: segment.label,
      title: segment.title,
      caption: segment.caption,
      captionAt: segment.captionAt,
      kind,
      columns: model.columns,
      rows: joined.rows,
      tables: group.tables.map((table, index) =>
        physicalTable(table, index, sorted[index], joined.seams, model),
      ),
      notes,
      furniture,
    },
    kind === 'other' || kind === 'form' ? [] : joined.issues,
  )
}

/** A signature that stands in the last rows is no task: its words are notes. */
function cutSignature(
  rows: DataRow[],
  sorted: SortedRows[],
  model: ColumnModel,
  notes: AppendixTable['notes'],
): DataRow[] {
  const start = closingStart(
    rows,
    model.columns.findIndex((column) => column.role === 'code'),
  )
  for (const row of rows.slice(start)) {
    const uses = sorted[row.piece]?.uses
    if (uses !== undefined && row.index >= 0) uses[row.index] = 'furniture'
    for (const cell of row.cells)
      if (cell.pieces.length > 0)
        notes.push({ text: collapse(cellText(cell)), at: cell.pieces[0]?.at ?? row.at })
  }
  return rows.slice(0, start)
}

function physicalTable(
  table: TableBlock,
  index: number,
  sorted: SortedRows | undefined,
  seams: Seam[],
  model: ColumnModel,
): PhysicalTable {
  const seam = seams.find((candidate) => candidate.piece === index)
  const uses = sorted?.uses ?? []
  const rows = table.rows.map((row, rowIndex) => ({
    at: row.at,
    cells: row.cells.map((cell) => ({
      text: rawText(cell.lines),
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      at: cell.at,
    })),
    use: uses[rowIndex] ?? ('data' as const),
  }))
  const headerRows = rows.filter(
    (_, rowIndex) => uses[rowIndex] === 'header' || uses[rowIndex] === 'repeated-header',
  )
  const agreement = headerRows.length > 0 ? 'header repeated' : `columns agree (${model.columns.length})`
  return {
    id: `t${index + 1}`,
    at: table.at,
    header: headerRows.map((row) => row.cells.map((cell) => cell.text)),
    rows,
    continues:
      index === 0
        ? null
        : {
            table: `t${index}`,
            verdict: seam?.uncertain === true ? 'uncertain' : 'joined',
            evidence: [agreement, ...(seam?.evidence ?? [])],
            splitRow: seam?.splitRow ?? false,
          },
  }
}

function emptyAppendix(segment: AppendixSegment): AppendixTable {
  const notes: AppendixTable['notes'] = []
  const furniture: AppendixTable['furniture'] = []
  for (const block of segment.blocks) placeParagraph(block, notes, furniture)
  return {
    label: segment.label,
    title: segment.title,
    caption: segment.caption,
    captionAt: segment.captionAt,
    kind: titlesForm(segment.title ?? '') ? 'form' : 'other',
    columns: [],
    rows: [],
    tables: [],
    notes,
    furniture,
  }
}
