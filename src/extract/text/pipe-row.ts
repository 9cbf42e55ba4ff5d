import type { TableBlock } from '../../../schemas/document.js'
import { cell, place, row, table } from '../blocks.js'
import { readInline } from '../html/inline-html.js'
import type { PipeRow, SourceLine } from './source-line.js'

/** A table written with pipes in a way that Markdown does not take for a table. */
export interface PipeRun {
  lines: SourceLine[]
  read(page: number | null): TableBlock
}

const delimiterRow = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u

/** Whether a line is the `---|:-:` line under a header; single dashes alone are cells that say nothing. */
export function isDelimiter(text: string): boolean {
  return text.includes('|') && /--|:-|-:/u.test(text) && delimiterRow.test(text)
}

/** Rows of source texts → a table; every row as wide as the widest. */
export function toTable(rows: PipeRow[], page: number | null): TableBlock {
  const width = rows.reduce((widest, entry) => Math.max(widest, entry.cells.length), 0)
  return table(
    rows.map((entry) => {
      const at = place(page, entry.line)
      const cells = Array.from({ length: width }, (_, column) => {
        const inline = readInline(entry.cells[column] ?? '')
        return cell(inline.lines, at, { strong: inline.strong })
      })
      return row(cells, at)
    }),
  )
}
