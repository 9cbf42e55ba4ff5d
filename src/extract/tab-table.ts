import type { Cell, Row, TableBlock } from '../../schemas/document.js'
import { cell, place, row, table } from './blocks.js'
import { readInline } from './inline-html.js'
import type { SourceLine } from './source-line.js'

/** A run of lines that hold one physical table. */
export interface LineRun {
  first: number
  last: number
  lines: SourceLine[]
}

/**
 * Finds the runs of TAB-separated rows. A row has a TAB between two cells, or at least two at its start (the cells
 * before the first filled one are blank). One TAB at the start of a line of prose is an indent.
 */
export function findTabRuns(lines: SourceLine[]): LineRun[] {
  const runs: LineRun[] = []
  let current: SourceLine[] = []
  const close = (): void => {
    const first = current[0]
    const last = current.at(-1)
    if (first !== undefined && last !== undefined && isTable(current))
      runs.push({ first: first.number, last: last.number, lines: current })
    current = []
  }
  for (const line of lines) {
    if (isTabRow(line.text) || (current.length > 0 && continuesQuotedCell(current, line))) current.push(line)
    else close()
  }
  close()
  return mergeSpacedRows(runs, lines)
}

function isTabRow(text: string): boolean {
  if (!text.includes('\t')) return false
  const inner = text.replace(/^\t+/u, '')
  return inner.includes('\t') || (/^\t\t+\S/u.test(text) && inner.trim() !== '')
}

/**
 * Lines with a single TAB hold no table: a letterhead keeps its two columns that way, a list its numbers. Both stay
 * paragraphs (with the TAB in their text).
 */
function isTable(lines: SourceLine[]): boolean {
  return lines.some((line) => line.text.split('\t').length >= 3)
}

/** A cell copied from a spreadsheet may hold line breaks: its text stands between an open and a closing quote. */
function continuesQuotedCell(current: SourceLine[], line: SourceLine): boolean {
  if (line.text.trim() === '') return false
  const open =
    current
      .map((row) => row.text)
      .join('\n')
      .match(/(?:^|\t|\n)"/gu)?.length ?? 0
  const closed =
    current
      .map((row) => row.text)
      .join('\n')
      .match(/"(?=\t|\n|$)/gu)?.length ?? 0
  return open > closed
}

/** Some converters put a blank line after every row: then blank lines end no table. */
function mergeSpacedRows(runs: LineRun[], lines: SourceLine[]): LineRun[] {
  const singles = runs.filter((run) => run.lines.length === 1).length
  if (runs.length < 6 || singles < runs.length * 0.7) return runs
  const blank = new Set(lines.filter((line) => line.text.trim() === '').map((line) => line.number))
  const merged: LineRun[] = []
  for (const run of runs) {
    const previous = merged.at(-1)
    const gapIsOneBlank =
      previous !== undefined && run.first - previous.last === 2 && blank.has(previous.last + 1)
    if (previous !== undefined && gapIsOneBlank) {
      previous.lines.push(...run.lines)
      previous.last = run.last
    } else {
      merged.push({ ...run, lines: [...run.lines] })
    }
  }
  return merged
}

/** A run of TAB-separated lines → a table; every row as wide as the widest. */
export function readTabTable(run: LineRun, page: number | null): TableBlock {
  const raw = joinCutRows(run.lines.map((line) => ({ number: line.number, cells: splitRow(line.text) })))
  const width = Math.max(...raw.map((entry) => entry.cells.length))
  const rows: Row[] = raw.map((entry) => {
    const at = place(page, entry.number)
    const cells: Cell[] = []
    for (let column = 0; column < width; column++) {
      const inline = readInline(entry.cells[column] ?? '')
      cells.push(cell(inline.lines, at, { strong: inline.strong }))
    }
    return row(cells, at)
  })
  return table(rows)
}

interface RawRow {
  number: number
  cells: string[]
}

function splitRow(text: string): string[] {
  return text.split('\t')
}

/** Puts a row together again whose cells were broken over lines: the parts fill exactly the width of the first row. */
function joinCutRows(rows: RawRow[]): RawRow[] {
  const width = rows[0]?.cells.length ?? 0
  const joined: RawRow[] = []
  for (const current of rows) {
    const previous = joined.at(-1)
    if (previous !== undefined && hasOpenQuote(previous.cells.at(-1))) {
      const [head = '', ...rest] = current.cells
      previous.cells = [...previous.cells.slice(0, -1), `${previous.cells.at(-1) ?? ''}\n${head}`, ...rest]
    } else if (
      previous !== undefined &&
      previous !== joined[0] &&
      previous.cells.length > 1 &&
      previous.cells.length < width &&
      current.cells.length < width &&
      previous.cells.length + current.cells.length - 1 === width &&
      (current.cells[0] ?? '').trim() !== ''
    ) {
      const [head = '', ...rest] = current.cells
      previous.cells = [...previous.cells.slice(0, -1), `${previous.cells.at(-1) ?? ''}\n${head}`, ...rest]
    } else {
      joined.push({ number: current.number, cells: [...current.cells] })
    }
  }
  for (const entry of joined) entry.cells = entry.cells.map(unquote)
  return joined
}

function hasOpenQuote(text = ''): boolean {
  return text.startsWith('"') && (text.length === 1 || !text.endsWith('"'))
}

function unquote(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') && text.includes('\n')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text
}
