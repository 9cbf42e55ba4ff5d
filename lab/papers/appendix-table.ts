import type { ExpectedAppendix } from '../../schemas/evaluation/expectation.js'
import { appendixRows, type PaperCell } from './appendix-rows.js'
import type { PaperStyle } from './style.js'
import { cell, mixedRuns, paragraph, row, run, table, textWidth } from './word-xml.js'

/** The ruled table of an appendix, its header rows repeated on every page. */
export function appendixTable(appendix: ExpectedAppendix, style: PaperStyle): string {
  const rows = appendixRows(appendix, style)
  const headers = appendix.columns.map((column) => column.header)
  const widths = columnWidths(headers, rows)
  const body = rows.map((cells) => {
    let column = 0
    const set = cells.map((content) => {
      const width = widths.slice(column, column + content.span).reduce((sum, each) => sum + each, 0)
      const isShort =
        appendix.columns[column]?.role === 'code' || appendix.columns[column]?.role.endsWith('Score')
      column += content.span
      return bodyCell(content, width, isShort === true, style)
    })
    return row(set, { whole: style.wholeRows, height: style.rowHeight })
  })
  return table([...headerRows(headers, widths, style), ...body], widths, style.border, style.openSides)
}

function bodyCell(content: PaperCell, width: number, centred: boolean, style: PaperStyle): string {
  const traits = { bold: content.strong, size: style.tableSize }
  const align = centred ? 'center' : style.justify ? 'both' : 'left'
  const paragraphs = content.paragraphs.map((text) =>
    paragraph(mixedRuns(text, traits, style.second), { align }),
  )
  return cell(paragraphs.join(''), { width, span: content.span, merge: content.merge })
}

const leafHeight = 1000

type HeaderGroup = PaperStyle['headerGroups'][number]

function headerRows(headers: string[], widths: number[], style: PaperStyle): string[] {
  const traits = { bold: true, size: style.tableSize, font: style.second }
  const centred = (text: string): string => paragraph(run(text, traits), { align: 'center' })
  const groups = style.headerGroups.filter(([, last]) => last < headers.length)
  const leaves = headers.map((text, column) =>
    groups.length === 0 || groupAt(groups, column) !== undefined
      ? cell(centred(text), { width: widths[column] ?? 0, middle: true })
      : cell('', { width: widths[column] ?? 0, merge: 'continue', middle: true }),
  )
  const numbers = headers.map((_, column) => cell(centred(`(${column + 1})`), { width: widths[column] ?? 0 }))
  const rows = [
    ...(groups.length === 0 ? [] : [groupRow(headers, widths, groups, centred)]),
    leaves,
    ...(style.numberingRow ? [numbers] : []),
  ]
  // A merged header cell does not make its rows higher: LibreOffice prints what is too long over the next row.
  return rows.map((cells) =>
    row(cells, { header: true, whole: true, height: cells === leaves && groups.length > 0 ? leafHeight : 0 }),
  )
}

/** The upper header row: groups over several columns, and the headers that reach down through both rows. */
function groupRow(
  headers: string[],
  widths: number[],
  groups: HeaderGroup[],
  centred: (text: string) => string,
): string[] {
  return headers.flatMap((text, column) => {
    const group = groupAt(groups, column)
    if (group === undefined)
      return [cell(centred(text), { width: widths[column] ?? 0, merge: 'begin', middle: true })]
    const [first, last, title] = group
    if (first !== column) return []
    const width = widths.slice(first, last + 1).reduce((sum, each) => sum + each, 0)
    return [cell(centred(title), { width, span: last - first + 1, middle: true })]
  })
}

function groupAt(groups: HeaderGroup[], column: number): HeaderGroup | undefined {
  return groups.find(([first, last]) => first <= column && column <= last)
}

const twipsPerLetter = 125

/** Wider where more text stands, never narrower than the longest word. */
function columnWidths(headers: string[], rows: PaperCell[][]): number[] {
  const total = textWidth(true)
  const texts = headers.map((header, column) => [
    header,
    ...rows.flatMap((row) => (row[column]?.span === 1 ? row[column].paragraphs : [])),
  ])
  const least = texts.map((column) => {
    const longest = Math.max(...column.flatMap((text) => text.split(/\s+/u)).map((word) => word.length))
    return 230 + longest * twipsPerLetter
  })
  const weights = texts.map((column) => Math.sqrt(column.join('').length))
  const spare = total - least.reduce((sum, width) => sum + width, 0)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const widths = least.map((width, column) =>
    Math.round(width + (Math.max(0, spare) * (weights[column] ?? 0)) / sum),
  )
  const excess = widths.reduce((all, width) => all + width, 0) - total
  widths[widths.length - 1] = (widths.at(-1) ?? 0) - excess
  return widths
}
