import {
  create,
  type Element,
  isElement,
  isWord,
  numberOf,
  remove,
  settingOf,
  toggle,
  wordChild,
  wordChildren,
  wordDescendants,
} from '../office/xml.js'
import { cellProperties, createCell, setSpan, spanOf } from './cells.js'
import { joinSlivers } from './columns.js'

/**
 * Makes every table regular, so that mammoth keeps its merges: nothing but rows in tables and cells in rows, blank
 * cells where a row is indented, merges that begin where they are said to, header rows only where Word repeats them.
 */
export function settleTables(root: Element): void {
  for (const table of wordDescendants(root, 'tbl')) {
    settleChildren(table)
    const rows = wordChildren(table, 'tr')
    if (rows.length === 0) remove(table)
    for (const row of rows) {
      fillIndent(row)
      joinHorizontalMerges(row)
    }
    joinSlivers(table, rows)
    settleVerticalMerges(rows)
    settleHeaderRows(rows)
  }
}

/** Text that stands between rows moves behind the table, text between cells into a cell; anything else goes. */
function settleChildren(table: Element): void {
  for (const child of elementsOf(table)) {
    if (isWord(child, 'p', 'tbl')) table.parentNode?.insertBefore(child, table.nextSibling)
    else if (!isWord(child, 'tblPr', 'tblGrid', 'tr')) remove(child)
  }
  for (const row of wordChildren(table, 'tr')) {
    for (const child of elementsOf(row)) {
      if (isWord(child, 'p', 'tbl')) row.replaceChild(createCell(row, child), child)
      else if (!isWord(child, 'trPr', 'tc')) remove(child)
    }
    if (wordChildren(row, 'tc').length === 0) remove(row)
  }
}

function elementsOf(parent: Element): Element[] {
  return [...parent.childNodes].filter(isElement)
}

/** `gridBefore` and `gridAfter`: columns that a row leaves out at its ends. */
function fillIndent(row: Element): void {
  const properties = wordChild(row, 'trPr')
  const before = numberOf(wordChild(properties, 'gridBefore')) ?? 0
  const after = numberOf(wordChild(properties, 'gridAfter')) ?? 0
  if (before > 0) row.insertBefore(spanning(row, before), wordChildren(row, 'tc')[0] ?? null)
  if (after > 0) row.appendChild(spanning(row, after))
}

function spanning(row: Element, columns: number): Element {
  const cell = createCell(row)
  setSpan(cell, columns)
  return cell
}

/** `hMerge`, the older way to say that a cell goes on with the one to its left. */
function joinHorizontalMerges(row: Element): void {
  let first: Element | null = null
  for (const cell of wordChildren(row, 'tc')) {
    const merge = wordChild(cell, 'tcPr', 'hMerge')
    if (merge === null) first = null
    else if (settingOf(merge) === 'restart' || first === null) first = cell
    else {
      setSpan(first, spanOf(first) + spanOf(cell))
      remove(cell)
    }
  }
}

interface Merge {
  span: number
}

/** A cell goes on with the one above only where that one is merged, too, and as wide; what it covers is not printed. */
function settleVerticalMerges(rows: Element[]): void {
  let above = new Map<number, Merge>()
  for (const row of rows) {
    const current = new Map<number, Merge>()
    let column = 0
    for (const cell of wordChildren(row, 'tc')) {
      const span = spanOf(cell)
      const merge = wordChild(cell, 'tcPr', 'vMerge')
      if (merge !== null) {
        const goesOn = settingOf(merge) !== 'restart' && above.get(column)?.span === span
        remove(merge)
        cellProperties(cell).appendChild(create(cell, 'vMerge', goesOn ? 'continue' : 'restart'))
        if (goesOn) clear(cell)
        current.set(column, { span })
      }
      column += span
    }
    above = current
  }
}

function clear(cell: Element): void {
  for (const child of elementsOf(cell)) if (!isWord(child, 'tcPr')) remove(child)
  cell.appendChild(create(cell, 'p'))
}

/** Word repeats only rows at the top, and never a whole table: such marks mean nothing. */
function settleHeaderRows(rows: Element[]): void {
  const marks = rows.map((row) => wordChild(row, 'trPr', 'tblHeader'))
  const count = Math.max(
    0,
    marks.findIndex((mark) => toggle(mark) !== true),
  )
  for (const mark of marks.slice(count)) if (mark !== null) remove(mark)
}
