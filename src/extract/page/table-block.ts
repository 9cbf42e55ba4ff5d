import type { Cell, TableBlock } from '../../../schemas/document.js'
import { cell, row, table } from '../blocks.js'
import { cellLinesOf } from './cell-lines.js'
import type { GridCell, TableGrid } from './grid.js'
import { type Box, centreX, centreY, type Glyph } from './ink.js'
import { confidenceOf, isBold, type Line, linesOf } from './lines.js'
import type { CellEdges } from './page-seams.js'
import type { PagePlaces } from './places.js'
import { back, type Turn, turnBox, turnGlyph } from './turns.js'

interface FilledCell {
  place: GridCell
  /** Lines of each direction of writing, upright first, with the edges between which they stand. */
  parts: { lines: Line[]; edges: { left: number; right: number } }[]
}

/** How the cells of a table are set: the distance from rule to text, and whether lines end in printed spaces. */
interface Setting {
  inset: number
  spaced: boolean
}

/** What is kept for the page while its tables are read. */
export interface TableSheet {
  /** The page prints the spaces at its lines' ends. */
  spaced: boolean
  places: PagePlaces
  edges: CellEdges
}

/** A ruled table and the signs inside it → one block; cells that lines join are spans. */
export function tableBlock(grid: TableGrid, glyphs: Glyph[], sheet: TableSheet): TableBlock {
  const { places, spaced } = sheet
  const filled = fillCells(grid.cells, glyphs)
  const setting = { inset: insetOf(filled), spaced }
  const at = places.here(grid.box)
  const rows = Array.from({ length: grid.rows }, (_, index) => {
    const own = filled.filter(({ place }) => place.row === index)
    const box = rowBox(grid, own, index)
    const cells = own.map((content) => cellOf(content, setting, sheet))
    return row(cells, places.take(box))
  })
  return { ...table(rows), at }
}

function rowBox(grid: TableGrid, cells: FilledCell[], index: number): Box {
  const single = cells.find(({ place }) => place.rowSpan === 1) ?? cells[0]
  const [, top = grid.box[1], , bottom = grid.box[3]] = single?.place.box ?? []
  const edge = grid.cells.find((other) => other.row + other.rowSpan - 1 === index)?.box[3]
  return [grid.box[0], top, grid.box[2], edge ?? bottom]
}

/** Every sign belongs to the cell in which its middle stands. */
function fillCells(cells: GridCell[], glyphs: Glyph[]): FilledCell[] {
  const inside = new Map<GridCell, Glyph[]>()
  for (const glyph of glyphs) {
    const home = cells.find((candidate) => holds(candidate.box, glyph))
    if (home === undefined) continue
    const group = inside.get(home)
    if (group === undefined) inside.set(home, [glyph])
    else group.push(glyph)
  }
  return cells.map((place) => ({ place, parts: partsOf(place.box, inside.get(place) ?? []) }))
}

export function holds(box: Box, glyph: Glyph): boolean {
  const x = centreX(glyph.box)
  const y = centreY(glyph.box)
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3]
}

/** Lines of a cell by direction of writing; turned text is set upright, and its cell with it. */
function partsOf(box: Box, glyphs: Glyph[]): FilledCell['parts'] {
  const frame = { width: box[0] + box[2], height: box[1] + box[3] }
  return ([0, 1, 2, 3] as Turn[]).flatMap((turn) => {
    const own = glyphs.filter((glyph) => glyph.turn === turn)
    if (own.length === 0) return []
    const [left, , right] = turnBox(box, frame, back(turn))
    const lines = linesOf(own.map((glyph) => turnGlyph(glyph, frame, back(turn))))
    return [{ lines, edges: { left, right } }]
  })
}

const widestInset = 9

/** The distance that a table keeps between its rules and its text. */
function insetOf(cells: FilledCell[]): number {
  const insets = cells.flatMap(({ parts }) =>
    parts.flatMap(({ lines, edges }) => lines.map((line) => line.box[0] - edges.left)),
  )
  return Math.min(widestInset, Math.max(0, Math.min(...insets)))
}

function cellOf({ place, parts }: FilledCell, { inset, spaced }: Setting, sheet: TableSheet): Cell {
  const set = parts.map(({ lines, edges }) => ({
    lines,
    measure: { left: edges.left + inset, right: edges.right - inset, printsSpaces: spaced },
  }))
  const lines = set.flatMap((part) => cellLinesOf(part.lines, part.measure))
  const [first, last] = [set[0]?.lines[0], set.at(-1)?.lines.at(-1)]
  const measure = set.at(-1)?.measure
  if (first !== undefined && last !== undefined && measure !== undefined)
    sheet.edges.set(lines, { first, last, measure })
  return cell(lines, sheet.places.here(place.box), {
    rowSpan: place.rowSpan,
    colSpan: place.colSpan,
    strong: set.length > 0 && set.every((part) => part.lines.every(isBold)),
    confidence: confidenceOf(set.flatMap((part) => part.lines)),
  })
}
