import { type Element, numberOf, remove, textOf, wordChild, wordChildren } from '../office/xml.js'
import { setSpan, spanOf } from './cells.js'

/** A column narrower than this (in twentieths of a point: 2.5 mm) holds no text: a border was dragged off its line. */
const sliverWidth = 142
/** And it is that much narrower than the middle column, so that tables with wrong widths stay as they are. */
const sliverShare = 0.15

/**
 * Borders that miss each other by a hair make columns of the grid that nobody sees, and cells of one printed column
 * then stand in different ones. Such columns are joined to their left neighbour.
 */
export function joinSlivers(table: Element, rows: Element[]): void {
  const widths = wordChildren(wordChild(table, 'tblGrid'), 'gridCol').map(
    (column) => numberOf(column, 'w') ?? 0,
  )
  const slivers = findSlivers(widths)
  if (slivers.size === 0) return
  const edges = newEdges(widths.length, slivers)
  const changes: [Element, number][] = []
  for (const row of rows) {
    let column = 0
    for (const cell of wordChildren(row, 'tc')) {
      const end = column + spanOf(cell)
      const span = (edges[end] ?? end) - (edges[column] ?? column)
      // Where a sliver has a cell with text, it is a column after all.
      if (end > widths.length || (span < 1 && textOf(cell).trim() !== '')) return
      changes.push([cell, span])
      column = end
    }
  }
  for (const [cell, span] of changes)
    if (span < 1) remove(cell)
    else setSpan(cell, span)
}

function findSlivers(widths: number[]): Set<number> {
  const middle = [...widths].sort((a, b) => a - b)[widths.length >> 1] ?? 0
  const slivers = new Set<number>()
  for (const [index, width] of widths.entries())
    if (index > 0 && width < sliverWidth && width < middle * sliverShare) slivers.add(index)
  return slivers
}

/** Old edge of the grid → new edge. */
function newEdges(count: number, slivers: Set<number>): number[] {
  const edges = [0]
  for (let column = 0; column < count; column++) {
    const last = edges[column] ?? 0
    edges.push(slivers.has(column) ? last : last + 1)
  }
  return edges
}
