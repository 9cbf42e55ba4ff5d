import type { Parts } from '../office/package.js'
import { type Document, descendants, type Element, isElement, parseXml } from '../office/xml.js'
import { cellKey } from './sheet.js'

/** Keys of the cells of a sheet (by its ordinal in the workbook) that are set in bold, which the reader does not tell. */
export function readBoldCells(parts: Parts, index: number): Set<string> {
  const styles = boldStyles(part(parts, 'xl/styles.xml'))
  const sheet = part(parts, sheetPath(parts, index))
  const keys = new Set<string>()
  if (styles.size === 0 || sheet === null) return keys
  for (const element of named(sheet, 'c')) {
    const address = readAddress(element.getAttribute('r') ?? '')
    if (address !== null && styles.has(Number(element.getAttribute('s') ?? 0)))
      keys.add(cellKey(address.row, address.column))
  }
  return keys
}

function part(parts: Parts, path: string | null): Document | null {
  const bytes = path === null ? undefined : parts.get(path)
  if (bytes === undefined) return null
  try {
    return parseXml(bytes)
  } catch {
    return null
  }
}

function named(root: Document | Element, name: string): Element[] {
  return descendants(root, (element) => element.localName === name)
}

function childrenOf(element: Element | undefined): Element[] {
  return element === undefined ? [] : [...element.childNodes].filter(isElement)
}

/** Ordinals of the cell formats whose font is bold. */
function boldStyles(styles: Document | null): Set<number> {
  if (styles === null) return new Set()
  const fonts = childrenOf(named(styles, 'fonts')[0]).map((font) =>
    childrenOf(font).some(
      (trait) => trait.localName === 'b' && !['0', 'false'].includes(trait.getAttribute('val') ?? ''),
    ),
  )
  const formats = childrenOf(named(styles, 'cellXfs')[0])
  return new Set(
    formats.flatMap((format, index) =>
      fonts[Number(format.getAttribute('fontId') ?? 0)] === true ? [index] : [],
    ),
  )
}

function sheetPath(parts: Parts, index: number): string | null {
  const workbook = part(parts, 'xl/workbook.xml')
  const relations = part(parts, 'xl/_rels/workbook.xml.rels')
  if (workbook === null || relations === null) return null
  const sheet = named(workbook, 'sheet')[index]
  const id = [...(sheet?.attributes ?? [])].find((attribute) => attribute.localName === 'id')?.value
  const target = named(relations, 'Relationship')
    .find((element) => element.getAttribute('Id') === id)
    ?.getAttribute('Target')
  if (target == null) return null
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** 'AB12' → row 11, column 27. */
function readAddress(address: string): { row: number; column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/u.exec(address)
  if (match === null) return null
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(match[2]) - 1, column }
}
