import type { Cell, TableBlock } from '../../../schemas/document.js'
import type { Place } from '../../../schemas/place.js'
import { labelLength } from '../../language/captions.js'
import { isCode, splitLeadingCode } from '../../language/codes.js'
import { isCodeHeader } from '../../language/header-terms.js'
import { fold } from '../../language/letters.js'
import { namesState } from '../../language/motto.js'
import { namesRecipients } from '../../language/signatures.js'
import { cell, place, row, table } from '../blocks.js'
import { readInline } from '../html/inline-html.js'
import { isDelimiter, type PipeRun } from './pipe-row.js'
import { type FittedTable, fitRows } from './row-fit.js'
import { isBlankLine, isLonePipe, type SourceLine } from './source-line.js'

/** The text between two lone pipes. */
interface Segment {
  text: string
  /** Number of its first line, or of the pipe before it. */
  line: number
  lines: SourceLine[]
}

/**
 * Tables whose cells stand between lone pipes, before the first and behind the last of a row, too. Two pipes that meet end
 * a row or hold a blank cell; which, the table as a whole tells (`row-fit`). Prose between two tables is no cell.
 */
export function findFramedRuns(lines: readonly SourceLine[]): PipeRun[] {
  return stretches(lines).flatMap((segments) => {
    const fitted = fitRows(segments.map(({ text }) => text))
    if (fitted === null || fitted.rows.length === 0) return []
    const used = segments.flatMap((segment) => segment.lines)
    return [{ lines: used, read: (page) => tableOf(fitted, segments, page) }]
  })
}

/** The segments of each table. */
function stretches(lines: readonly SourceLine[]): Segment[][] {
  const found: Segment[][] = []
  let open: Segment[] = []
  const close = (): void => {
    while (open.at(-1)?.text === '') open.pop()
    while (open[0]?.text === '') open.shift()
    if (open.length > 1) found.push(open)
    open = []
  }
  for (let index = lines.findIndex(isLonePipe); index >= 0 && index < lines.length; ) {
    const next = nextPipe(lines, index)
    const inner = lines.slice(index + 1, next)
    const pipes = [lines[index], lines[next]].filter((line) => line !== undefined)
    if (next >= lines.length || !isCell(inner)) {
      close()
      index = next
      continue
    }
    const segment = {
      text: textOf(inner),
      line: lines[index]?.number ?? 1,
      lines: [...pipes.slice(0, 1), ...inner, ...pipes.slice(1)],
    }
    if (open.length > 0 && beginsTable(segment.text, textOf(lines.slice(next + 1, nextPipe(lines, next)))))
      close()
    open.push(segment)
    index = next
  }
  close()
  return found
}

function textOf(inner: readonly SourceLine[]): string {
  return inner
    .map((line) => line.text.trim())
    .filter((line) => line !== '' && !/^-{3,}$/u.test(line) && !isDelimiter(line))
    .join('\n')
}

function nextPipe(lines: readonly SourceLine[], index: number): number {
  for (let at = index + 1; at < lines.length; at++) if (isLonePipe(lines[at])) return at
  return lines.length
}

/** Cells follow their pipe at once; a single blank line is a blank cell. */
function isCell(inner: readonly SourceLine[]): boolean {
  if (inner.length === 0) return true
  if (isBlankLine(inner[0])) return inner.length === 1
  return !isProse(
    inner.filter((line) => !isBlankLine(line)).map((line) => line.text.replace(/[*_#]+/gu, '').trim()),
  )
}

const structure =
  /^(?:phần|chương|mục|điều)\s*[.:]?$|^điều \d+(?!\p{L})|^căn cứ (?:hiến|luật|bộ luật|nghị|quyết|thông|chỉ|kế|kết)|^(?:theo|xét) đề nghị của\s|^(?:kế hoạch|quyết định|chỉ thị|thông báo|báo cáo|tờ trình|công điện|hướng dẫn|chương trình|nghị quyết|quy chế|quy định|đề án)\s*:?$/iu
const numberedPart = /^(?:phần|mục|chương|điều)\s+([\p{L}\d]+)\s*[.:]?$/iu
/** Headings of rows are broken over two or three lines; a section has text below its heading. */
const linesOfSection = 4

function isStructure(line: string): boolean {
  const part = numberedPart.exec(line)?.[1]?.toUpperCase() ?? ''
  return structure.test(line) || labelLength(line) > 0 || isCode(part)
}

function isSection(line: string): boolean {
  const leading = splitLeadingCode(line)
  return leading?.code.style === 'roman' && /^\p{Lu}{2}/u.test(leading.rest)
}

/** Several lines of which one is a heading, a caption, a preamble or the type of a document. */
function isProse(lines: readonly string[]): boolean {
  if (lines.length < 2) return false
  return lines.some((line) => isStructure(line)) || (lines.length >= linesOfSection && lines.some(isSection))
}

/** A cell that only the first row of a table has: the number's heading, the recipients, the organ beside the motto. */
function beginsTable(text: string, next: string): boolean {
  const bare = text.replace(/[*_]+/gu, '').trim()
  return isCodeHeader(bare) || namesRecipients(fold(bare)) || namesState(fold(next))
}

/** Rows with the columns their fit gave them: what hangs over from above has a span there. */
function tableOf(
  { width, rows }: FittedTable,
  segments: readonly Segment[],
  page: number | null,
): TableBlock {
  let above: (Cell | undefined)[] = []
  return table(
    rows.map(({ first, cells, columns, spans, isHeading }) => {
      const at = place(page, segments[first]?.line ?? null)
      if (isHeading) above = []
      const own: Cell[] = []
      for (let column = 0; column < width; ) {
        const index = columns.indexOf(column)
        const hanging = above[column]
        if (index >= 0) {
          const made = madeCell(cells[index] ?? '', at, spans[index] ?? 1)
          own.push(made)
          for (let step = 0; step < made.colSpan; step++) above[column + step] = isHeading ? undefined : made
          column += made.colSpan
        } else {
          if (hanging !== undefined && hanging.lines.length > 0 && hanging.colSpan === 1) hanging.rowSpan++
          else own.push(cell([], at))
          column++
        }
      }
      return row(own, at)
    }),
  )
}

function madeCell(text: string, at: Place, colSpan: number): Cell {
  const inline = readInline(text)
  return cell(inline.lines, at, { strong: inline.strong, colSpan })
}
