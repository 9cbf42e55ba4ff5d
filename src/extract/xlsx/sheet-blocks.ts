import type { Block } from '../../../schemas/document.js'
import { cell, heading, paragraph, place, row, table } from '../blocks.js'
import type { Sheet, SheetCell, SheetRow } from './sheet.js'

/** Names that nobody gave: 'Sheet1', 'Trang tính2'. */
const nameless = /^(?:sheet|trang tính|bảng tính)\s*\d*$/iu

/**
 * A sheet → its name as a heading, the lines above and below its table as paragraphs, and the table. Blank rows part
 * blocks; all tables of a sheet have the same columns, so that pieces of one table still fit.
 */
export function sheetBlocks(sheet: Sheet, name: string, page: number): Block[] {
  const groups = groupRows(sheet.rows)
  const blocks = groups.flatMap((group) => groupBlocks(group, page))
  if (blocks.length === 0 || nameless.test(name.trim())) return blocks
  return [heading(1, name.trim(), place(page, sheet.rows[0]?.number ?? 1)), ...blocks]
}

function filled(sheetRow: SheetRow): SheetCell[] {
  return sheetRow.cells.filter((sheetCell) => sheetCell.lines.length > 0)
}

/** Runs of rows without a blank one between. */
function groupRows(rows: SheetRow[]): SheetRow[][] {
  const groups: SheetRow[][] = []
  for (const sheetRow of rows) {
    const group = groups.at(-1)
    if (group === undefined || sheetRow.apart) groups.push([sheetRow])
    else group.push(sheetRow)
  }
  return groups
}

/** What stands above a table are lines: titles of one cell, or a letterhead of two side by side. */
function groupBlocks(rows: SheetRow[], page: number): Block[] {
  const start = tableStart(rows)
  if (start < 0) return narrowBlocks(rows, page)
  const head = rows.slice(0, start)
  return [...narrowBlocks(head, page), tableBlock(rows.slice(start), page)]
}

/** The first row of more than two cells, or the one above it whose cells reach down into it. */
function tableStart(rows: SheetRow[]): number {
  let start = rows.findIndex((sheetRow) => filled(sheetRow).length > 2)
  while (start > 0 && rows[start - 1]?.cells.some((sheetCell) => sheetCell.rowSpan > 1)) start--
  return start
}

/** Rows of one cell are paragraphs; rows of two make a table of their own. */
function narrowBlocks(rows: SheetRow[], page: number): Block[] {
  const blocks: Block[] = []
  let pairs: SheetRow[] = []
  const close = (): void => {
    if (pairs.length > 0) blocks.push(tableBlock(pairs, page, true))
    pairs = []
  }
  for (const sheetRow of rows) {
    const cells = filled(sheetRow)
    if (cells.length > 1) pairs.push(sheetRow)
    else if (cells[0] !== undefined) {
      close()
      blocks.push(lineOf(cells[0], sheetRow, page))
    }
  }
  close()
  return blocks
}

function lineOf(sheetCell: SheetCell, sheetRow: SheetRow, page: number): Block {
  const text = sheetCell.lines.map((line) => line.text).join('\n')
  return paragraph(text, place(page, sheetRow.number), { strongLength: sheetCell.strong ? text.length : 0 })
}

function tableBlock(rows: SheetRow[], page: number, onlyFilled = false): Block {
  return table(
    rows.map((sheetRow) => {
      const at = place(page, sheetRow.number)
      const cells = onlyFilled ? filled(sheetRow) : sheetRow.cells
      return row(
        cells.map(({ lines, rowSpan, colSpan, strong }) =>
          onlyFilled ? cell(lines, at, { strong }) : cell(lines, at, { rowSpan, colSpan, strong }),
        ),
        at,
      )
    }),
  )
}
