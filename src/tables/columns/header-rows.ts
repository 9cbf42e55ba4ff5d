import { letterDistance } from '../../language/align.js'
import { parseCode } from '../../language/codes.js'
import { isHeaderLike, isNumberingCell, senseOf, yearsOf } from '../../language/header-terms.js'
import { foldWords } from '../../language/letters.js'
import type { Grid, GridRow } from '../grid.js'
import { flatText, rowTexts } from '../grid.js'

/** The header rows at the top of a piece: how many, and the text of each column from the group down to the leaf. */
export interface HeaderRows {
  count: number
  /** Per column: the texts that stand above it, top down, without repetition. */
  paths: string[][]
}

/** Reads the header at the top of a grid; count 0 where the piece begins with data. */
export function readHeader(grid: Grid): HeaderRows {
  const first = grid.rows.findIndex((row) => filled(row).length > 0)
  const top = grid.rows[first]
  if (top === undefined || !isHeaderRow(top)) return { count: 0, paths: [] }
  let count = first + 1
  const levels: GridRow[] = [top]
  const second = grid.rows[count]
  if (second !== undefined && isSecondLevel(top, second)) {
    levels.push(second)
    count++
    // A third row is header only where the spans of the second say so: its words alone could be data.
    for (let above = second, next = grid.rows[count]; next !== undefined && reachesInto(above, next); ) {
      levels.push(next)
      above = next
      next = grid.rows[++count]
    }
  }
  const numbering = grid.rows[count]
  if (numbering !== undefined && isNumberingRow(numbering)) count++
  return { count, paths: headerPaths(levels, grid.width) }
}

function filled(row: GridRow): string[] {
  return rowTexts(row).filter((text) => text !== '')
}

/** Most filled cells are header words, and the row does not begin with a code. */
function isHeaderRow(row: GridRow): boolean {
  const texts = filled(row)
  const first = rowTexts(row)[0] ?? ''
  if (texts.length < 2 || parseCode(first) !== null) return false
  // Without a text over its first column a row must be nothing but header words.
  const needed = first === '' ? 0.9 : 0.6
  if (first === '' && texts.some((text) => text.length > 45)) return false
  const senses = texts.map((text) => (isHeaderLike(text) ? senseOf(text) : null))
  const known = senses.filter((sense) => sense !== null).length
  if (senses[0] === 'code' && known >= 2) return true
  return known >= 2 && known >= texts.length * needed && new Set(senses).size >= 2
}

/**
 * The row below the header that names the parts of its groups: blank or spanned where the header above stands alone,
 * header words, years or score words where it has a group.
 */
function isSecondLevel(top: GridRow, row: GridRow): boolean {
  if (reachesInto(top, row)) return true
  const own = row.slots.map((slot) => (slot.owner && !slot.fromAbove ? flatText(slot.cell.lines) : ''))
  const texts = own.filter((text) => text !== '')
  if (texts.length < 2 || (own[0] !== '' && (own[0] ?? '').length > 0)) return false
  if (!texts.every(isHeaderLike) || isNumberingRow(row)) return false
  const known = texts.filter((text) => senseOf(text) !== null || yearsOf(text).length > 0).length
  const groups = rowTexts(top)
  const start = own.findIndex((text) => text !== '')
  const underGroup =
    top.slots[start]?.cell.colSpan !== 1 || groups.slice(start + 1).some((text) => text === '')
  return underGroup && known >= texts.length * 0.5
}

/** Cells of the header reach down into this row beside cells of its own: the format itself says that it is header. */
function reachesInto(top: GridRow, row: GridRow): boolean {
  const shared = row.slots.filter((slot, column) => slot.fromAbove && slot.cell === top.slots[column]?.cell)
  return (
    shared.length > 0 && shared.length < row.slots.length && top.slots.some((slot) => slot.cell.colSpan > 1)
  )
}

const longestNumbering = 4

/** A printed '(1) (2) (3)' row; the first cell may be blank. */
export function isNumberingRow(row: GridRow): boolean {
  const texts = filled(row)
  const strange = texts.filter((text) => !isNumberingCell(text))
  // One of many may be misread: '(ổ)' for '(6)'.
  if (texts.length < 3 || strange.length > 1 || strange.some((text) => text.length > longestNumbering))
    return false
  if (strange.length === 1 && texts.length < 5) return false
  const numbers = texts
    .map((text) => Number(/\d+/u.exec(text)?.[0] ?? Number.NaN))
    .filter((value) => !Number.isNaN(value))
  return (
    numbers.length >= 2 && numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? 0))
  )
}

function headerPaths(levels: GridRow[], width: number): string[][] {
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = []
    for (const [depth, row] of levels.entries()) {
      const text = flatText(row.slots[column]?.cell.lines ?? [])
      const inherited = text === '' && depth < levels.length - 1 ? groupAbove(levels, depth, column) : text
      if (inherited !== '' && path.at(-1) !== inherited) path.push(inherited)
    }
    return path
  })
}

/** Where a format leaves the cells under a group blank, the group is the nearest text to the left. */
function groupAbove(levels: GridRow[], depth: number, column: number): string {
  const row = levels[depth]
  const below = levels[depth + 1]
  if (row === undefined || below === undefined || flatText(below.slots[column]?.cell.lines ?? []) === '')
    return ''
  for (let left = column - 1; left >= 0; left--) {
    const text = flatText(row.slots[left]?.cell.lines ?? [])
    if (text !== '') return text
  }
  return ''
}

/**
 * How much of a row repeats a known header, 0–1: cells equal, cut short ('Chỉ số Nội' for 'Chỉ số Nội dung') or nearly
 * equal to a header text of any column.
 */
export function headerLikeness(row: GridRow, headerKeys: string[]): number {
  const texts = filled(row)
  // A row with a long cell is no header; most rows end here.
  if (texts.length === 0 || texts.some((text) => text.length > 200)) return 0
  const keys = texts.map(foldWords).filter((key) => key !== '')
  const matching = keys.filter((key) => headerKeys.some((header) => resembles(key, header)))
  return keys.length === 0 ? 0 : matching.length / keys.length
}

function resembles(text: string, header: string): boolean {
  if (text === header) return true
  if (text.length >= 5 && header.startsWith(text)) return true
  const longer = Math.max(text.length, header.length)
  if (text.length < 5 || Math.abs(text.length - header.length) > longer * 0.2) return false
  return letterDistance(text, header) <= longer * 0.2
}
