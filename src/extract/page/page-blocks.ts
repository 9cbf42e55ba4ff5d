import type { Block, FigureBlock, TableBlock } from '../../../schemas/document.js'
import { cell, row, table } from '../blocks.js'
import { cellLinesOf, centredLinesOf } from './cell-lines.js'
import { findGrids, type TableGrid } from './grid.js'
import { around, type Box, centreX, centreY, type Glyph, type PageInk } from './ink.js'
import { confidenceOf, isBold, type Line, linesOf } from './lines.js'
import type { CellEdges } from './page-seams.js'
import { type Flow, paragraphsOf } from './paragraphs.js'
import { PagePlaces } from './places.js'
import { wholeRules } from './rule-bands.js'
import { type Stretch, stretchesOf } from './side-by-side.js'
import { holds, tableBlock } from './table-block.js'
import { back, mainTurn, type Turn, turnBox, turnGlyph, turnInk } from './turns.js'
import { columnBorders, unruledTable } from './unruled-table.js'
import { areCentred, printsSpaces } from './wrapping.js'

/** What a page prints → its blocks in reading order. Text that runs up or down the page is read with the page turned. */
export function pageBlocks(printed: PageInk, page: number, edges: CellEdges): Block[] {
  const turn = mainTurn(printed.glyphs)
  const ink = turnInk(printed, back(turn))
  const blocks = uprightBlocks(ink, page, edges)
  return turn === 0 ? blocks : blocks.map((block) => turnPlaces(block, ink, turn))
}

function uprightBlocks(ink: PageInk, page: number, edges: CellEdges): Block[] {
  const grids = outermost(findGrids(ink.rules))
  const places = new PagePlaces(page)
  const free = ink.glyphs.filter((glyph) => !grids.some((grid) => holds(grid.box, glyph)))
  const flow = flowOf(ink, grids, free)
  const blocks: Block[] = []
  for (let band = 0; band <= grids.length; band++) {
    const own = free.filter((glyph) => bandOf(glyph, grids) === band)
    blocks.push(...textBlocks(own, flow, places))
    const grid = grids[band]
    if (grid === undefined) continue
    const inside = ink.glyphs.filter((glyph) => holds(grid.box, glyph))
    blocks.push(tableBlock(grid, inside, { spaced: flow.measure.printsSpaces, places, edges }))
  }
  return [...blocks, ...figures(ink, grids, places)]
}

/** A table inside a cell of another is read as that cell's text. */
export function outermost(grids: TableGrid[]): TableGrid[] {
  return grids.filter((grid) => !grids.some((other) => other !== grid && isInside(grid.box, other.box)))
}

function isInside(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

/** How many tables stand above a sign. */
function bandOf(glyph: Glyph, grids: TableGrid[]): number {
  return grids.filter((grid) => centreY(grid.box) < centreY(glyph.box)).length
}

/** The edges of the page's text, tables included, and the line above its footnotes. */
function flowOf(ink: PageInk, grids: TableGrid[], free: Glyph[]): Flow {
  const text = free.filter((glyph) => glyph.turn === 0 && glyph.text.trim() !== '').map((glyph) => glyph.box)
  const [left, , right] = around([...text, ...grids.map((grid) => grid.box)])
  const separator = wholeRules(ink.rules.horizontal)
    .filter((rule) => !grids.some((grid) => rule.at >= grid.box[1] - 2 && rule.at <= grid.box[3] + 2))
    .filter((rule) => Math.abs(rule.from - left) < 6 && rule.to - rule.from < 0.5 * (right - left))
    .filter((rule) => rule.at > ink.height / 3)
    .at(-1)
  const spaced = printsSpaces(ink.glyphs)
  return { measure: { left, right, printsSpaces: spaced }, footnotesBelow: separator?.at ?? null }
}

function textBlocks(glyphs: Glyph[], flow: Flow, places: PagePlaces): Block[] {
  const upright = glyphs.filter((glyph) => glyph.turn === 0)
  const spaced = flow.measure.printsSpaces
  const blocks = stretchesOf(linesOf(upright), flow.measure).flatMap((stretch): Block[] => {
    if (stretch.strip === null) return paragraphsOf(stretch.lines, flow, places)
    const borders = columnBorders(stretch.lines)
    return borders === null
      ? [besides(stretch, stretch.strip, upright, spaced, places)]
      : [unruledTable(stretch.lines, borders, upright, spaced, places)]
  })
  return [...blocks, ...turnedBlocks(glyphs, places)]
}

/** Two blocks beside each other: a table without rules, of one row with two cells. */
function besides(
  stretch: Stretch,
  strip: [number, number],
  glyphs: Glyph[],
  spaced: boolean,
  places: PagePlaces,
): TableBlock {
  const box = around(stretch.lines.map((line) => line.box))
  const middle = (strip[0] + strip[1]) / 2
  const own = glyphs.filter((glyph) => centreY(glyph.box) >= box[1] - 1 && centreY(glyph.box) <= box[3] + 1)
  const sides = [
    own.filter((glyph) => centreX(glyph.box) < middle),
    own.filter((glyph) => centreX(glyph.box) >= middle),
  ]
  const cells = sides.map((side) => {
    const lines = linesOf(side)
    const own = boxOf(lines, box)
    const isCentred = lines.slice(1).some((line, index) => areCentred(lines[index] as Line, line))
    const texts = isCentred
      ? centredLinesOf(lines)
      : cellLinesOf(lines, { left: own[0], right: own[2], printsSpaces: spaced })
    return cell(texts, places.here(own), { strong: lines.every(isBold), confidence: confidenceOf(lines) })
  })
  const at = places.take(box, stretch.lines.length)
  return { ...table([row(cells, at)]), at }
}

function boxOf(lines: Line[], otherwise: Box): Box {
  return lines.length === 0 ? otherwise : around(lines.map((line) => line.box))
}

/** Text in the margin that runs another way than the page's: one paragraph for each direction. */
function turnedBlocks(glyphs: Glyph[], places: PagePlaces): Block[] {
  return ([1, 2, 3] as Turn[]).flatMap((turn) => {
    const own = glyphs.filter((glyph) => glyph.turn === turn)
    if (own.length === 0) return []
    const frame = around(own.map((glyph) => glyph.box))
    const size = { width: frame[0] + frame[2], height: frame[1] + frame[3] }
    const lines = linesOf(own.map((glyph) => turnGlyph(glyph, size, back(turn))))
    if (lines.length === 0) return []
    const box = around(lines.map((line) => line.box))
    const flow = {
      measure: { left: box[0], right: box[2], printsSpaces: printsSpaces(own) },
      footnotesBelow: null,
    }
    const [place] = [places.here(frame)]
    return paragraphsOf(lines, flow, places).map((block) => ({
      ...block,
      at: { ...block.at, bbox: place?.bbox ?? null },
    }))
  })
}

const smallestFigure = 30

/** Pictures outside the tables; inside, they are stamps or marks over the text. */
function figures(ink: PageInk, grids: TableGrid[], places: PagePlaces): FigureBlock[] {
  return ink.images
    .filter((box) => box[2] - box[0] >= smallestFigure && box[3] - box[1] >= smallestFigure)
    .filter((box) => !grids.some((grid) => isInside(box, grid.box)))
    .map((box) => ({ kind: 'figure', text: '', at: places.take(box) }))
}

/** The places of a page that was read turned, as they are on the page itself. */
function turnPlaces(block: Block, frame: PageInk, turn: Turn): Block {
  const turned = <T extends { at: Block['at'] }>(part: T): T =>
    part.at.bbox === null ? part : { ...part, at: { ...part.at, bbox: turnBox(part.at.bbox, frame, turn) } }
  if (block.kind !== 'table') return turned(block)
  return turned({
    ...block,
    rows: block.rows.map((each) => turned({ ...each, cells: each.cells.map(turned) })),
  })
}
