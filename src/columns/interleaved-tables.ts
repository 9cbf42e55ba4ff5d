import { beginsLabel } from '../language/captions.js'
import { type LanguageModel, special } from '../language/model/language-model.js'
import { ColumnSegmenter } from './cut/beam-search.js'
import type { Piece } from './cut/pieces.js'
import { inOrderOfContents } from './header/column-order.js'
import { findHeaders } from './header/header.js'
import type { Column, Header } from './header/header-columns.js'
import type { InterleavedLine, LineToken } from './lines.js'
import { fewestRows, longestCaption } from './parameters.js'
import { centredRows, countLabels, hasCentredLabels } from './rows/centred-rows.js'
import { repairLabels } from './rows/labels.js'
import { dropListedNames, findLostLabels, type ListedNames } from './rows/lost-labels.js'
import { findFurtherRows, findLabels } from './rows/row-starts.js'
import { sectionsOf } from './rows/sections.js'
import { gridOf, mergeSharedCells } from './table/grid.js'
import { partNamesInBothCells } from './table/split-names.js'
import type { InterleavedTable } from './table/table-block.js'

/** Words of the document, each with the next one on its line. */
export type Neighbours = readonly (readonly [number, number])[]

/**
 * Finds the tables whose columns run into each other line by line, and cuts their lines apart. A table goes on over
 * pages, up to the next caption.
 */
export function findInterleavedTables(
  lines: readonly InterleavedLine[],
  model: LanguageModel,
  neighbours: Neighbours = [],
): InterleavedTable[] {
  return regionsOf(lines).flatMap((region) => {
    const table = tableOf(region, model, neighbours)
    return table === null ? [] : [table]
  })
}

/** Stretches from a header to the next caption of an appendix or the end. */
function regionsOf(lines: readonly InterleavedLine[]): InterleavedLine[][] {
  const { headers } = findHeaders(lines)
  const regions: InterleavedLine[][] = []
  let end = 0
  for (const header of headers) {
    if (header.first < end) continue
    const next = lines.findIndex(
      ({ text }, index) => index > header.first && text.trim().length <= longestCaption && beginsLabel(text),
    )
    end = next < 0 ? lines.length : next
    regions.push(lines.slice(header.first, end))
  }
  return regions
}

function tableOf(
  region: readonly InterleavedLine[],
  model: LanguageModel,
  neighbours: Neighbours,
): InterleavedTable | null {
  const { headers, columns: named } = findHeaders(region)
  if (named.length < 3 || !named.some(({ role }) => role === 'name' || role === 'task')) return null
  const body = region.filter((_, index) => !headers.some((header) => inHeader(header, index)))
  const found = findLabels(body)
  const listed = dropListedNames(body, found)
  findLostLabels(body, found)
  const firstRow = Math.min(...found.keys(), ...listed.begins)
  const ruled = [...found.keys()].filter((index) => body[index]?.tokens.some(({ bar }) => bar))
  if (ruled.length < fewestRows) return null
  const rows = body.slice(firstRow)
  const labels = new Map(
    [...found].sort(([a], [b]) => a - b).map(([line, label]) => [line - firstRow, label]),
  )
  const columns = inOrderOfContents(withCodes(named), rows)
  setLabels(rows, labels)
  const inRows = (own: ReadonlySet<number>): Set<number> => new Set([...own].map((line) => line - firstRow))
  const listedNames = { begins: inRows(listed.begins), items: inRows(listed.items) }
  const grid = gridOfRows(
    rows,
    { labels, further: findFurtherRows(rows, labels), listedNames },
    columns,
    new ColumnSegmenter(model, columns, neighbours),
  )
  partNamesInBothCells(grid, columns)
  mergeSharedCells(grid, columns)
  const start = region.indexOf(rows[0] as InterleavedLine)
  const header = headers.findLast(({ first }) => first <= start)?.first ?? 0
  return {
    first: region[header]?.index ?? 0,
    last: region.at(-1)?.index ?? 0,
    headers: headers.map((own) => region.slice(own.first, own.end).map(({ index }) => index)),
    columns,
    grid,
  }
}

/** Lines that begin rows: with their labels, and without. */
interface RowStarts {
  labels: ReadonlyMap<number, string>
  further: ReadonlySet<number>
  listedNames: ListedNames
}

function gridOfRows(
  rows: readonly InterleavedLine[],
  { labels, further, listedNames }: RowStarts,
  columns: readonly Column[],
  segmenter: ColumnSegmenter,
): ReturnType<typeof gridOf> {
  const sections = sectionsOf(rows, labels, columns)
  const centred = hasCentredLabels(rows, labels, sections)
  const starts = new Set([...labels.keys(), ...(centred ? [] : [...further, ...listedNames.begins])])
  if (columns.some(({ role }) => role === 'achievedScore'))
    for (const index of starts) readScores(rows[index] as InterleavedLine)
  for (const index of sections.keys()) {
    starts.add(index)
    if (!sections.has(index + 1) && index + 1 < rows.length) starts.add(index + 1)
  }
  for (const index of sections.keys()) if (sections.has(index - 1) && !labels.has(index)) starts.delete(index)
  const headings = new Set([...starts].filter((index) => sections.has(index)))
  const marks = {
    ...{ starts: centred ? headings : starts, labels: new Set(labels.keys()), centred },
    ...{ further, items: listedNames.items },
  }
  const cut = cutRows(rows, marks, sections, segmenter)
  if (!centred) return gridOf(rows, cut, starts, sections, columns)
  countLabels(rows, cut)
  return gridOf(rows, cut, centredRows(rows, cut, starts, sections, columns), sections, columns)
}

/** Where rows begin with labels there is a column of them, even if its header could not be read. */
function withCodes(columns: readonly Column[]): readonly Column[] {
  return columns[0]?.role === 'code' ? columns : [{ role: 'code', header: 'STT' }, ...columns]
}

function inHeader(header: Header, index: number): boolean {
  return index >= header.first && index < header.end
}

/** Labels as their neighbours want them; they are numbers by their place, however they were read. */
function setLabels(lines: readonly InterleavedLine[], labels: Map<number, string>): void {
  const repaired = repairLabels([...labels.values()])
  ;[...labels.keys()].forEach((line, place) => {
    const token = lines[line]?.tokens[0]
    const label = repaired[place]
    if (token === undefined || label === undefined) return
    token.text = label
    token.numeric = true
    labels.set(line, label)
  })
}

function cutRows(
  lines: readonly InterleavedLine[],
  marks: Parameters<ColumnSegmenter['cut']>[1],
  sections: ReadonlyMap<number, Piece[]>,
  segmenter: ColumnSegmenter,
): Piece[][] {
  const uncut = lines.map((line, index) => (sections.has(index) ? { ...line, tokens: [] } : line))
  const pieces = segmenter.cut(uncut, marks)
  return lines.map((_, index) => sections.get(index) ?? pieces[index] ?? [])
}

const decimal = /^\d{1,2}[.,]\d+$/u
const lostComma = /^0\d{3,4}$/u
const likeOne = /^[lI!]$/u

/**
 * Scores on the first line of a row: a comma that was lost after 0, a 1 that was taken for a letter or, standing
 * where the rules of the table stand, for one of them.
 */
function readScores(line: InterleavedLine): void {
  const { tokens } = line
  for (const token of tokens) if (lostComma.test(token.text)) setNumber(token, `0,${token.text.slice(1)}`)
  const at = tokens.findIndex(({ text }, index) => index > 0 && decimal.test(text))
  const score = tokens[at]
  const before = tokens[at - 1]
  if (score === undefined || before === undefined || before.numeric || tokens[at + 1]?.numeric === true)
    return
  if (likeOne.test(before.text)) setNumber(before, '1')
  else if (score.bar) {
    tokens.splice(at, 0, { ...score, text: '1', end: score.start, numeric: true, id: special.number })
    score.bar = false
  }
}

function setNumber(token: LineToken, text: string): void {
  token.text = text
  token.numeric = true
  token.id = special.number
}
