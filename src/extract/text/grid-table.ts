import type { TableBlock } from '../../../schemas/document.js'
import { cell, place, row, table } from '../blocks.js'
import type { PipeRun } from './pipe-row.js'
import type { SourceLine } from './source-line.js'
import { readWrappedCell } from './wrapped-cell.js'

const border = /^\s*\+(?:[-=:]{2,}\+)+\s*$/u
const content = /^\s*\|.*\|\s*$/u

/**
 * Grid tables as pandoc writes them: `+---+---+` between rows, cells wrapped to the width of their column. A blank
 * line in a cell parts paragraphs; other line ends are wrapping.
 */
export function findGridRuns(lines: SourceLine[]): PipeRun[] {
  const runs: PipeRun[] = []
  let current: SourceLine[] = []
  const close = (): void => {
    if (current.length >= 3 && border.test(current.at(-1)?.text ?? '')) runs.push(gridRun(current))
    current = []
  }
  for (const line of lines) {
    const continues =
      current.length > 0 &&
      (border.test(line.text) || content.test(line.text) || /^\s*[|+].*[|+]\s*$/u.test(line.text))
    if (continues || border.test(line.text)) current.push(line)
    else close()
  }
  close()
  return runs
}

function gridRun(lines: SourceLine[]): PipeRun {
  return { lines, read: (page) => readGrid(lines, page) }
}

function readGrid(lines: SourceLine[], page: number | null): TableBlock {
  const edges = edgesOf(lines)
  const rows: SourceLine[][] = []
  let headerRows: number | null = null
  for (const line of lines) {
    if (border.test(line.text)) {
      if (line.text.includes('=')) headerRows = rows.filter((part) => part.length > 0).length
      rows.push([])
    } else rows.at(-1)?.push(line)
  }
  const filled = rows.filter((part) => part.length > 0)
  return table(
    filled.map((part) => readRow(part, edges, page)),
    headerRows,
  )
}

/** Columns at which any border has a corner, in order. */
function edgesOf(lines: SourceLine[]): number[] {
  const edges = new Set<number>()
  for (const line of lines)
    if (border.test(line.text)) for (const match of line.text.matchAll(/\+/gu)) edges.add(match.index)
  return [...edges].toSorted((a, b) => a - b)
}

/** One row: between two edges a cell, wider where no line of the row has a bar at the edge between. */
function readRow(lines: SourceLine[], edges: number[], page: number | null) {
  const at = place(page, lines[0]?.number ?? null)
  const cells = []
  for (let left = 0; left < edges.length - 1; ) {
    let right = left + 1
    while (right < edges.length - 1 && lines.every((line) => line.text[edges[right] ?? 0] !== '|')) right++
    const source = lines.map((line) => line.text.slice((edges[left] ?? 0) + 1, edges[right]))
    const read = readWrappedCell(source)
    cells.push(cell(read.lines, at, { colSpan: right - left, strong: read.strong }))
    left = right
  }
  return row(cells, at)
}
