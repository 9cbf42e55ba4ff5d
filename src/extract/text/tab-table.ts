import type { Cell, Row, TableBlock } from '../../../schemas/document.js'
import { isCode } from '../../language/codes.js'
import { beginsItem, isItemMark } from '../../language/list-marks.js'
import { cell, place, row, table } from '../blocks.js'
import { readInline } from '../html/inline-html.js'
import type { SourceLine } from './source-line.js'

/** A run of lines that hold one physical table. */
export interface LineRun {
  first: number
  last: number
  lines: SourceLine[]
  /** Numbers of lines that go on in a quoted cell of the line above. */
  continued?: ReadonlySet<number>
}

/**
 * Finds the runs of TAB-separated rows. A row has a TAB between two cells, or at least two at its start (the cells
 * before the first filled one are blank). One TAB at the start of a line of prose is an indent.
 */
export function findTabRuns(lines: SourceLine[]): LineRun[] {
  const runs: LineRun[] = []
  const continued = new Set<number>()
  let current: SourceLine[] = []
  const close = (): void => {
    const first = current[0]
    const last = current.at(-1)
    if (first !== undefined && last !== undefined && isTable(current))
      runs.push({ first: first.number, last: last.number, lines: current, continued })
    current = []
  }
  let quotedUntil = -1
  for (const [index, line] of lines.entries()) {
    const quoted = index <= quotedUntil
    if (quoted) continued.add(line.number)
    if (quoted || isTabRow(line.text)) current.push(line)
    else close()
    if (quoted ? index === quotedUntil : isTabRow(line.text))
      quotedUntil = Math.max(quotedUntil, closingLine(lines, index))
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
  return lines.some((line) => line.text.split('\t').length >= 3 && !isItemWithParts(line.text))
}

/** '2.⇥Bảo đảm tiến độ:⇥a) đúng hạn;⇥b) đủ.': a numbered paragraph whose parts are items of their own. */
function isItemWithParts(text: string): boolean {
  const [label = '', , ...parts] = text.split('\t')
  return isItemMark(label) && parts.every((part) => beginsItem(part.trim()))
}

const longestQuotedCell = 40

/**
 * A cell copied from a spreadsheet may hold line breaks: its text stands between quotes (RFC 4180). The index of the
 * line with the closing quote, which stands right before a TAB or a line end; -1 where the line's last cell opens none.
 */
function closingLine(lines: SourceLine[], index: number): number {
  if (!/^"[^"]*$/u.test(lines[index]?.text.split('\t').at(-1) ?? '')) return -1
  for (let at = index + 1; at < Math.min(lines.length, index + longestQuotedCell); at++) {
    const quote = lines[at]?.text.replaceAll('""', '  ').search(/"/u) ?? -1
    if (quote >= 0) return /^"(?:\t|\s*$)/u.test(lines[at]?.text.slice(quote) ?? '') ? at : -1
  }
  return -1
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
  const raw = joinCutRows(
    run.lines.map((line) => ({ number: line.number, cells: splitRow(line.text) })),
    run.continued ?? new Set(),
  )
  const width = raw.reduce((widest, entry) => Math.max(widest, entry.cells.length), 0)
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
function joinCutRows(rows: RawRow[], continued: ReadonlySet<number>): RawRow[] {
  const width = rows[0]?.cells.length ?? 0
  const joined: RawRow[] = []
  for (const current of rows) {
    const previous = joined.at(-1)
    if (previous !== undefined && continued.has(current.number)) {
      const [head = '', ...rest] = current.cells
      previous.cells = [...previous.cells.slice(0, -1), `${previous.cells.at(-1) ?? ''}\n${head}`, ...rest]
    } else if (
      previous !== undefined &&
      previous !== joined[0] &&
      previous.cells.length > 1 &&
      previous.cells.length < width &&
      current.cells.length < width &&
      previous.cells.length + current.cells.length - 1 === width &&
      (current.cells[0] ?? '').trim() !== '' &&
      !isCode(current.cells[0] ?? '')
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

function unquote(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') && text.includes('\n')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text
}
