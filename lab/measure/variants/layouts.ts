import { collapse } from '../../../src/language/letters.js'
import type { Layout, SourceModel, TablePiece } from './source-model.js'

/** What a pipe table shows as header where the page has none: its first row, or blanks. */
export type HeadlessStyle = 'first-row' | 'blank'

/** The model with all its appendix tables in one layout. */
export function inLayout(model: SourceModel, layout: Layout): SourceModel {
  return { segments: model.segments.map((one) => (one.kind === 'text' ? one : { ...one, layout })) }
}

/** The source text again; unchanged TAB tables come out letter for letter. */
export function writeSource(model: SourceModel, headless: HeadlessStyle = 'first-row'): string {
  const lines = model.segments.flatMap((one) => (one.kind === 'text' ? one.lines : pieceLines(one, headless)))
  return lines.join('\n')
}

function pieceLines(piece: TablePiece, headless: HeadlessStyle): string[] {
  const all = [...piece.header, ...piece.rows]
  if (piece.layout === 'tab') return all.map((row) => row.join('\t'))
  const width = Math.max(...all.map((row) => row.length))
  const rows = all.map((row) => padded(row, width))
  if (piece.layout === 'lone-pipe') return lonePipeLines(rows, width)
  const withHead = piece.header.length === 0 && headless === 'blank' ? [padded([], width), ...rows] : rows
  return pipeLines(withHead, width)
}

function pipeLines(rows: readonly string[][], width: number): string[] {
  const lines = rows.map((row) => `| ${row.map((cell) => cell.trim().replaceAll('|', '\\|')).join(' | ')} |`)
  const rule = `|${Array.from({ length: width }, () => '---').join('|')}|`
  return [...lines.slice(0, 1), rule, ...lines.slice(1)]
}

/** As html2text writes cells that hold paragraphs: a pipe alone between cells, two blanks where a row ends. */
function lonePipeLines(rows: readonly string[][], width: number): string[] {
  const lines = ['']
  for (const [index, row] of rows.entries()) {
    lines.push(...lonePipeRow(row.map(markdownText)), '  ')
    if (index === 0) lines.push(`${Array.from({ length: width }, () => '---').join('|')}  `, '  ')
  }
  return [...lines, '']
}

function lonePipeRow(cells: readonly string[]): string[] {
  const lines = cells.flatMap((cell, column) => {
    if (column === 0) return cell === '' ? [] : [cell]
    const pipe = lineBefore(cells, column) ? ['', '|'] : ['|']
    return cell === '' ? pipe : [...pipe, '', cell]
  })
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}  `]
}

/** Nothing stands before the first pipe of a row whose first cell is blank. */
function lineBefore(cells: readonly string[], column: number): boolean {
  return column > 1 || cells[0] !== ''
}

/** A cell as one line of Markdown: lists and breaks become spaces, letters that would start a list are escaped. */
function markdownText(cell: string): string {
  const marked = cell
    .replace(/^\s*<b>(.*)<\/b>\s*$/u, '**$1**')
    .replace(/^\s*<i>(.*)<\/i>\s*$/u, '_$1_')
    .replace(/<\/?(?:p|ul|ol|li|br)\b[^>]*>/giu, ' ')
    .replace(/<[^>]*>/gu, '')
  return collapse(marked)
    .replace(/^([-+])(?= )/u, '\\$1')
    .replace(/^(\d+)\.(?= )/u, '$1\\.')
}

function padded(row: readonly string[], width: number): string[] {
  return [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => '')]
}
