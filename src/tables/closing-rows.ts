import type { Block, TableBlock } from '../../schemas/document.js'
import { parseCode } from '../language/codes.js'
import { fold } from '../language/letters.js'
import { beginsWithState } from '../language/motto.js'
import {
  isAuthority,
  isPosition,
  isRecipientsMark,
  isSigningWord,
  namesPosition,
} from '../language/signatures.js'
import { cellText, type DataRow } from './physical-rows.js'

const mostClosingRows = 12
const personName = /^\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,5}$/u

/**
 * Where the signature begins that a converter left in the rows of a table ('Người lập biểu | Trưởng phòng', 'Nơi nhận:
 * … | TM. ỦY BAN NHÂN DÂN'): the index of its first row among the data rows, their number where there is none.
 */
export function closingStart(rows: DataRow[], codeColumn: number): number {
  for (let index = Math.max(0, rows.length - mostClosingRows); index < rows.length; index++) {
    const below = rows.slice(index).map((row) => row.cells.map(cellText))
    if (below.some((cells) => parseCode(cells[codeColumn] ?? '') !== null)) continue
    if (isClosingRow(below[0] ?? [], below[1])) return index
  }
  return rows.length
}

/** Every cell belongs to a signature, and it is more than a single position (which may be an agency's rest). */
function isClosingRow(cells: string[], next: string[] | undefined): boolean {
  const filled = cells.filter((text) => text !== '')
  if (filled.length === 0 || !filled.every(isClosingCell)) return false
  const certain = filled.some((text) => isCertain(firstLine(text)))
  const positions = filled.filter((text) => namesPosition(firstLine(text))).length
  const signed =
    next?.some((text) => personName.test(text)) === true && filled.some((text) => isPosition(text))
  return certain || positions >= 2 || signed
}

function isClosingCell(text: string): boolean {
  const first = firstLine(text)
  return isCertain(first) || (text.length < 150 && namesPosition(first)) || personName.test(first)
}

function isCertain(line: string): boolean {
  return isAuthority(line) || isSigningWord(line) || isRecipientsMark(fold(line))
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').trim()
}

/** A table that only places a letterhead or a signature on the page is no piece of an appendix. */
export function isPlacing(block: Block): boolean {
  if (block.kind !== 'table' || block.rows.length > mostClosingRows) return false
  const cells = textsOf(block)
  const width = block.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  if (width > 4) return false
  const isLetterhead = cells.flat().some((text) => beginsWithState(fold(text)))
  const [first = [], second] = cells.filter((row) => row.some((text) => text !== ''))
  return isLetterhead || isClosingRow(first, second)
}

function textsOf(table: TableBlock): string[][] {
  return table.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text).join('\n')))
}
