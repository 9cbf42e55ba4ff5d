import type { TableBlock } from '../../schemas/document.js'
import { cell, place, row, table } from './blocks.js'
import { readInline } from './inline-html.js'
import { findLonePipeRuns } from './lone-pipes.js'
import type { SourceLine } from './tab-table.js'

/** A table written with pipes in a way that Markdown does not take for a table. */
export interface PipeRun {
  lines: SourceLine[]
  read(page: number | null): TableBlock
}

/** A row as its cells' source texts and the line on which it begins. */
export interface PipeRow {
  line: number
  cells: string[]
}

const delimiterRow = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u
const pipeRow = /^\s*\|.*\|\s*$/u

/** Pipe rows without a proper delimiter row, and cells on lines of their own between lone pipes. */
export function findPipeRuns(lines: SourceLine[]): PipeRun[] {
  return [...findNakedRuns(lines), ...findLonePipeRuns(lines)]
}

/** Whether a line is the `---|---` line under a header. */
export function isDelimiter(text: string): boolean {
  return text.includes('|') && delimiterRow.test(text)
}

export function splitPipes(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
  return inner.split(/(?<!\\)\|/u).map((part) => part.trim().replaceAll('\\|', '|'))
}

function findNakedRuns(lines: SourceLine[]): PipeRun[] {
  const runs: PipeRun[] = []
  let current: SourceLine[] = []
  const close = (): void => {
    if (current.length > 0 && !isMarkdownTable(current) && widthOf(current) > 1) runs.push(nakedRun(current))
    current = []
  }
  for (const line of lines) {
    if (pipeRow.test(line.text) && line.text.trim() !== '|') current.push(line)
    else close()
  }
  close()
  return runs
}

function widthOf(lines: SourceLine[]): number {
  return Math.max(...lines.map((line) => splitPipes(line.text).length))
}

function isMarkdownTable(lines: SourceLine[]): boolean {
  const [header, delimiter] = lines
  if (header === undefined || delimiter === undefined || !isDelimiter(delimiter.text)) return false
  return splitPipes(header.text).length === splitPipes(delimiter.text).length
}

function nakedRun(lines: SourceLine[]): PipeRun {
  const rows = lines
    .filter((line) => !isDelimiter(line.text))
    .map((line) => ({ line: line.number, cells: splitPipes(line.text) }))
  return { lines, read: (page) => toTable(rows, page) }
}

/** Rows of source texts → a table; every row as wide as the widest. */
export function toTable(rows: PipeRow[], page: number | null): TableBlock {
  const width = Math.max(...rows.map((entry) => entry.cells.length))
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
