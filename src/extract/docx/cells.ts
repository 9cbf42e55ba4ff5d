import { create, type Element, numberOf, prepend, remove, wordChild } from '../office/xml.js'

/** A new cell with a copy of `content` in it, blank without. */
export function createCell(like: Element, content: Element | null = null): Element {
  const cell = create(like, 'tc')
  cell.appendChild(content === null ? create(like, 'p') : content.cloneNode(true))
  return cell
}

/** The cell's properties, made where it has none. */
export function cellProperties(cell: Element): Element {
  return wordChild(cell, 'tcPr') ?? prepend(cell, create(cell, 'tcPr'))
}

/** Columns of the grid that a cell takes. */
export function spanOf(cell: Element): number {
  return Math.max(1, numberOf(wordChild(cell, 'tcPr', 'gridSpan')) ?? 1)
}

export function setSpan(cell: Element, columns: number): void {
  const properties = cellProperties(cell)
  const old = wordChild(properties, 'gridSpan')
  if (old !== null) remove(old)
  if (columns > 1) properties.insertBefore(create(cell, 'gridSpan', String(columns)), properties.firstChild)
}
