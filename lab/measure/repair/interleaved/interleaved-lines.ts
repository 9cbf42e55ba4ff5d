import type { Role } from '../../../../schemas/table.js'
import { widthOf } from '../../../../src/columns/cut/letter-widths.js'
import type { Random } from '../../../random.js'
import type { PrintedCell, PrintedTable } from './printed-table.js'

/** A line of the recognised page as pieces of columns, before any letter is misread. */
export interface PageLine {
  pieces: { column: number; text: string }[]
  /** It is the first of a row: rules between columns are seen best there. */
  top: boolean
  kind: 'row' | 'header' | 'wide' | 'blank'
}

const shares: Record<Role, number> = {
  code: 2.6,
  name: 12,
  maxScore: 3.4,
  achievedScore: 4,
  targetScore: 4,
  task: 22,
  requirement: 18,
  deadline: 5.5,
  lead: 7,
  coordinating: 10,
  implementing: 9,
  deliverable: 8,
  note: 5,
  other: 7,
}
const pageWidth = 66
const mostLines = 32

/** Sets a table on pages and reads every page line by line across its columns, as recognition without layout does. */
export function interleave(table: PrintedTable, random: Random): PageLine[] {
  const widths = columnWidths(table.roles, random)
  const jitter = 0.96 + 0.08 * random.next()
  const centred = table.roles.map((role) => role === 'code' && random.chance(0.3))
  const header = headerLines(table, widths, jitter)
  const body: PageLine[][] = []
  for (let index = 0; index < table.rows.length; ) {
    let end = index + 1
    while (end < table.rows.length && table.rows[end]?.cells.includes(null)) end++
    body.push(...rowLines(table, index, end, widths, jitter, centred))
    index = end
  }
  return paginate(body, header, random)
}

function columnWidths(roles: readonly Role[], random: Random): number[] {
  const wished = roles.map((role) => shares[role] * (0.85 + 0.3 * random.next()))
  const total = wished.reduce((sum, width) => sum + width, 0)
  return wished.map((width, column) =>
    Math.max(shares[roles[column] as Role] * 0.7, (width * pageWidth) / total),
  )
}

function wrap(paragraph: string, width: number, jitter: number): string[] {
  const lines: string[] = []
  for (const word of paragraph.split(/\s+/u)) {
    const last = lines.at(-1)
    const together = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(together) * jitter <= width) lines[lines.length - 1] = together
    else lines.push(word)
  }
  return lines
}

function linesOf(cell: PrintedCell, width: number, jitter: number): string[] {
  return cell.paragraphs.flatMap((paragraph) => wrap(paragraph, width, jitter))
}

function headerLines(table: PrintedTable, widths: readonly number[], jitter: number): PageLine[] {
  const wrapped = table.headers.map((header, column) => wrap(header, widths[column] as number, jitter))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => ({
    kind: 'header' as const,
    top: line === Math.floor((height - 1) / 2),
    pieces: wrapped.flatMap((lines, column) => {
      const text = lines[line - Math.floor((height - lines.length) / 2)]
      return text === undefined ? [] : [{ column, text }]
    }),
  }))
}

/** Rows that share merged cells are set together: a merged cell runs on beside all of them. */
function rowLines(
  table: PrintedTable,
  from: number,
  to: number,
  widths: readonly number[],
  jitter: number,
  centred: readonly boolean[],
): PageLine[][] {
  const rows = table.rows.slice(from, to)
  const heights = rows.map((row) =>
    Math.max(
      1,
      ...row.cells.map((cell, column) =>
        cell === null || cell.rows > 1 || row.wide
          ? 1
          : linesOf(cell, widths[column] as number, jitter).length,
      ),
    ),
  )
  const merged = Math.max(
    0,
    ...(rows[0]?.cells ?? []).map((cell, column) =>
      cell !== null && cell.rows > 1 ? linesOf(cell, widths[column] as number, jitter).length : 0,
    ),
  )
  const sum = heights.reduce((total, height) => total + height, 0)
  heights[heights.length - 1] = (heights.at(-1) ?? 1) + Math.max(0, merged - sum)
  let below = 0
  return rows.map((row, index) => {
    const height = heights[index] as number
    const before = below
    below += height
    if (row.wide) return [wideLine(row.cells)]
    return Array.from({ length: height }, (_, line) => ({
      kind: 'row' as const,
      top: line === 0,
      pieces: row.cells.flatMap((cell, column) => {
        const owner = cell ?? rows[0]?.cells[column] ?? null
        if (owner === null) return []
        const lines = linesOf(owner, widths[column] as number, jitter)
        const shift = centred[column] === true ? Math.floor((height - lines.length) / 2) : 0
        const text = lines[cell === null ? line + before : line - shift]
        return text === undefined ? [] : [{ column, text }]
      }),
    }))
  })
}

function wideLine(cells: readonly (PrintedCell | null)[]): PageLine {
  const pieces = cells.flatMap((cell, column) =>
    cell === null || cell.paragraphs.length === 0 ? [] : [{ column, text: cell.paragraphs.join(' ') }],
  )
  return { kind: 'wide', top: true, pieces }
}

const blank: PageLine = { kind: 'blank', top: false, pieces: [] }
const pagesApart = 0.08

function paginate(rows: readonly PageLine[][], header: PageLine[], random: Random): PageLine[] {
  const lines = rows.flat()
  const pages: PageLine[] = []
  for (let first = 0; first < lines.length; first += mostLines) {
    if (first > 0) pages.push(blank, blank, blank, blank)
    const page = lines.slice(first, first + mostLines)
    pages.push(...header)
    pages.push(...(random.chance(pagesApart) ? apart(page) : withGaps(page, random)))
  }
  return pages
}

function withGaps(lines: readonly PageLine[], random: Random): PageLine[] {
  return lines.flatMap((line) => (random.chance(line.top ? 0.2 : 0.03) ? [blank, line] : [line]))
}

/** Cells as paragraphs one after another, as recognition gives them where it saw the columns. */
function apart(lines: readonly PageLine[]): PageLine[] {
  const result: PageLine[] = []
  let row: PageLine[] = []
  const close = (): void => {
    const columns = [...new Set(row.flatMap(({ pieces }) => pieces.map(({ column }) => column)))].sort(
      (a, b) => a - b,
    )
    for (const column of columns) {
      const own = row.flatMap(({ pieces }) => pieces.filter((piece) => piece.column === column))
      result.push(
        ...own.map((piece, index) => ({
          kind: 'row' as const,
          top: index === 0 && column === 0,
          pieces: [piece],
        })),
        blank,
      )
    }
    row = []
  }
  for (const line of lines) {
    if (line.top) close()
    if (line.kind === 'wide') result.push(line, blank)
    else row.push(line)
  }
  close()
  return result
}
