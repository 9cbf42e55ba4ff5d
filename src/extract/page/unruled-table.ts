import type { TableBlock } from '../../../schemas/document.js'
import { parseCode } from '../../language/codes.js'
import { cell, row, table } from '../blocks.js'
import { cellLinesOf } from './cell-lines.js'
import { around, type Box, centreX, centreY, type Glyph } from './ink.js'
import { confidenceOf, isBold, type Line, linesOf, type Word } from './lines.js'
import type { PagePlaces } from './places.js'
import { pitchOf } from './wrapping.js'

/** Narrower strips may be the spaces of a few lines that happen to stand below each other. */
const narrowestStrip = 8
/** Fewer columns are two blocks beside each other or a list with its numbers. */
const fewestColumns = 3
const fewestLines = 3

/** The middles of the empty strips that part the columns of these lines; null where they are no table. */
export function columnBorders(lines: Line[]): number[] | null {
  const strips = emptyStrips(lines.flatMap((line) => line.words))
  const filled = lines.filter((line) => columnsOf(line, strips) > 1).length
  if (lines.length < fewestLines || strips.length < fewestColumns - 1 || filled < fewestLines) return null
  return strips
}

/** Where no word of any line stands. */
function emptyStrips(words: Word[]): number[] {
  const boxes = words.map((word) => word.box).sort((a, b) => a[0] - b[0])
  const middles: number[] = []
  let right = boxes[0]?.[2] ?? 0
  for (const box of boxes) {
    if (box[0] - right >= narrowestStrip) middles.push((box[0] + right) / 2)
    right = Math.max(right, box[2])
  }
  return middles
}

function columnsOf(line: Line, borders: number[]): number {
  return new Set(line.words.map((word) => columnAt(centreX(word.box), borders))).size
}

function columnAt(x: number, borders: number[]): number {
  return borders.filter((border) => border < x).length
}

/** A table without rules: columns by the strips between them, rows by the codes of the first column or by the space. */
export function unruledTable(
  lines: Line[],
  borders: number[],
  glyphs: Glyph[],
  spaced: boolean,
  places: PagePlaces,
): TableBlock {
  const box = around(lines.map((line) => line.box))
  const at = places.here(box)
  const widths = edgesOf(lines, borders)
  const rows = rowsOf(lines, borders).map((group) => {
    const part = around(group.map((line) => line.box))
    const own = glyphs.filter((glyph) => isWithin(centreY(glyph.box), part))
    const cells = widths.map((edges, column) => {
      const inside = linesOf(own.filter((glyph) => columnAt(centreX(glyph.box), borders) === column))
      const texts = cellLinesOf(inside, { ...edges, printsSpaces: spaced })
      const place = places.here([edges.left, part[1], edges.right, part[3]])
      const strong = inside.length > 0 && inside.every(isBold)
      return cell(texts, place, { strong, confidence: confidenceOf(inside) })
    })
    return row(cells, places.take(part))
  })
  return { ...table(rows), at }
}

function isWithin(y: number, box: Box): boolean {
  return y >= box[1] && y <= box[3]
}

function edgesOf(lines: Line[], borders: number[]): { left: number; right: number }[] {
  const words = lines.flatMap((line) => line.words)
  return [...borders, Number.POSITIVE_INFINITY].map((_, column) => {
    const [left, , right] = around(
      words.filter((word) => columnAt(centreX(word.box), borders) === column).map((word) => word.box),
    )
    return { left, right }
  })
}

/** A row begins with a code in the first column; where none are printed, below a wider space. */
function rowsOf(lines: Line[], borders: number[]): Line[][] {
  const coded = lines.map((line) => hasCode(line, borders))
  const hasCodes = coded.filter(Boolean).length > 1
  const pitch = pitchOf(lines)
  const groups: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const isApart = above === undefined || line.baseline - above.baseline > 1.3 * pitch + 0.5
    if (above === undefined || (hasCodes ? coded[index] : isApart)) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}

function hasCode(line: Line, borders: number[]): boolean {
  const first = line.words.filter((word) => columnAt(centreX(word.box), borders) === 0)
  return first.length > 0 && parseCode(first.map((word) => word.text).join(' ')) !== null
}
