import { foldWords } from '../../../src/language/letters.js'

/** How a table is written down: TAB-separated lines, pipe rows, or html2text's cells between lone pipes. */
export type Layout = 'tab' | 'pipe' | 'lone-pipe'

/** Lines that are no table of an appendix, kept as they are. */
export interface TextRun {
  kind: 'text'
  lines: string[]
}

/** The piece of an appendix table that stands together; `header` has no row where the page repeats none. */
export interface TablePiece {
  kind: 'table'
  /** Ordinal of the appendix among those with a table, from 0. */
  appendix: number
  layout: Layout
  header: string[][]
  rows: string[][]
}

/** A source text, taken apart into tables and what stands between them. */
export interface SourceModel {
  segments: (TextRun | TablePiece)[]
}

const caption = /^[\s*#_>]*(?:<[^>]+>\s*)*phụ lục(?![\p{L}])/iu
const separator = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)*\s*:?-{2,}:?\s*\|?\s*$/u

/** Takes a source apart. A table before the first caption is body text, unless the source has no caption at all. */
export function readSource(text: string): SourceModel {
  const lines = text.split('\n')
  const captioned = lines.some((line) => caption.test(line))
  const segments: SourceModel['segments'] = []
  let appendix = captioned ? -1 : 0
  let opened = false
  for (let at = 0; at < lines.length; ) {
    const layout = appendix < 0 && !opened ? null : layoutOf(lines[at] ?? '')
    if (layout !== null) {
      if (opened) appendix += 1
      opened = false
      const end = blockEnd(lines, at, layout)
      segments.push(readPiece(lines.slice(at, end), layout, appendix))
      at = end
      continue
    }
    const line = lines[at++] ?? ''
    if (caption.test(line)) opened = true
    const last = segments.at(-1)
    if (last?.kind === 'text') last.lines.push(line)
    else segments.push({ kind: 'text', lines: [line] })
  }
  return { segments: splitHeaders(segments) }
}

/** The pieces of one appendix, in order. */
export function piecesOf(model: SourceModel, appendix: number): TablePiece[] {
  return model.segments.filter((one): one is TablePiece => one.kind === 'table' && one.appendix === appendix)
}

/** How many appendices have a table. */
export function appendixCount(model: SourceModel): number {
  return 1 + Math.max(-1, ...model.segments.map((one) => (one.kind === 'table' ? one.appendix : -1)))
}

/** A cell's words without marks, for recognising a header. */
export function wordsOf(cell: string): string {
  return foldWords(cell.replace(/<[^>]*>/gu, ' '))
}

/** A row of column numbers, '(1)', '(2)' …, as some plans print it under the header. */
export function isNumbering(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  return filled.length >= 3 && filled.every((cell) => /^\s*\(?\d{1,2}\)?\s*$/u.test(cell))
}

function layoutOf(line: string): Layout | null {
  if ((line.match(/\t/gu) ?? []).length >= 2) return 'tab'
  return /^\s*\|.*\|\s*$/u.test(line) ? 'pipe' : null
}

function blockEnd(lines: readonly string[], from: number, layout: Layout): number {
  let end = from
  while (end < lines.length && layoutOf(lines[end] ?? '') === layout) end += 1
  return end
}

function readPiece(lines: readonly string[], layout: Layout, appendix: number): TablePiece {
  const rows = lines.filter((line) => layout === 'tab' || !separator.test(line))
  return { kind: 'table', appendix, layout, header: [], rows: rows.map((line) => cellsOf(line, layout)) }
}

function cellsOf(line: string, layout: Layout): string[] {
  if (layout === 'tab') return line.split('\t')
  const inner = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
  return inner.split(/(?<!\\)\|/u).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/** Tells each piece's header rows from its data; what the first piece of an appendix begins with is its header. */
function splitHeaders(segments: readonly (TextRun | TablePiece)[]): SourceModel['segments'] {
  const first = new Map<number, string[][]>()
  return segments.map((segment) => {
    if (segment.kind === 'text') return segment
    const known = first.get(segment.appendix)
    const height = known === undefined ? firstHeaderHeight(segment.rows) : repeatedHeight(segment.rows, known)
    const header = segment.rows.slice(0, height)
    if (known === undefined) first.set(segment.appendix, header)
    return { ...segment, header, rows: segment.rows.slice(height) }
  })
}

function firstHeaderHeight(rows: readonly string[][]): number {
  const [top, second = []] = rows
  if (top === undefined) return 0
  const grouped = top.some((cell) => cell.trim() === '')
  const isSecondLevel = grouped && second[0]?.trim() === '' && second.some((cell) => cell.trim() !== '')
  const height = isSecondLevel ? 2 : 1
  return isNumbering(rows[height] ?? []) ? height + 1 : height
}

function repeatedHeight(rows: readonly string[][], header: readonly string[][]): number {
  const [top = []] = rows
  const wanted = header[0] ?? []
  const alike = top.filter((cell, column) => isStartOf(wordsOf(cell), wordsOf(wanted[column] ?? '')))
  const filled = top.filter((cell) => cell.trim() !== '')
  if (alike.length === 0 || alike.length * 2 < filled.length) return 0
  const same = header.filter((row, level) => level > 0 && row.join('|') === (rows[level] ?? []).join('|'))
  const height = 1 + same.length
  return isNumbering(rows[height] ?? []) ? height + 1 : height
}

function isStartOf(part: string, whole: string): boolean {
  return part !== '' && whole.startsWith(part)
}
