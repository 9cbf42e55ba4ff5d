import type { Block } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Appendix } from '../../schemas/plan.js'
import { looksLikeAgency } from '../language/agency-words.js'
import { beginsWithCode, isCode } from '../language/codes.js'
import { isCodeHeader, isHeaderLine } from '../language/header-terms.js'
import type { Loss } from './ledger.js'

/** Fewer texts with a code below a header are a list. */
const fewestCodes = 2

/**
 * An appendix without a table whose text looks like one holds a table that no reader understood, columns kept by
 * blanks as a rule. Its text is then notes, and says so.
 */
export function checkUnreadTable(appendix: Appendix): Loss {
  if (appendix.tables.length > 0 || appendix.kind === 'form') return { issues: [], unplaced: 0 }
  const texts = appendix.notes.map((note) => note.text)
  // Without a title of its own the appendix takes the header's line for one.
  if (unreadRows([appendix.title ?? '', ...texts]) === null) return { issues: [], unplaced: 0 }
  const size = texts.join('').replace(/\s+/gu, '').length
  const at = appendix.notes[0]?.at ?? null
  const subject = { appendix: appendix.id, criterion: null, action: null, field: null }
  const details = { what: 'unread-table' } as const
  return {
    unplaced: size,
    issues: [{ severity: 'warning', code: 'text-unplaced', at, subject, details }],
  }
}

/** A table of the body that no reader understood: its lines stand among the paragraphs of a section. */
export function checkUnreadBody(body: readonly Block[]): Finding[] {
  const lines = body.flatMap(linesOf)
  const found = unreadRows(lines.map(({ text }) => text))
  if (found === null) return []
  const at = lines[found.header]?.at ?? null
  const details = { what: 'unread-body-table', rows: found.rows } as const
  return [{ severity: 'warning', code: 'text-unplaced', at, subject: null, details }]
}

function linesOf(block: Block): { text: string; at: Place }[] {
  if (block.kind === 'table') return []
  const parts = block.kind === 'list' ? block.items : [block]
  return parts.flatMap(({ text, at }) => text.split('\n').map((line) => ({ text: line.trim(), at })))
}

/** Cells of a header that stand on lines of their own, with what parts them. */
const longestHeader = 16

/** Where texts hold the header of a table, and how many texts below it are a code or begin with one. */
function unreadRows(texts: readonly string[]): { header: number; rows: number } | null {
  const header = texts.findIndex((text, index) => {
    if (!isCodeHeader(text)) return isHeaderLine(text)
    const ahead = texts.slice(index, index + longestHeader)
    const firstRow = ahead.findIndex((cell) => isCode(cell))
    return firstRow > 0 && isHeaderLine(ahead.slice(0, firstRow).join(' '))
  })
  if (header < 0) return null
  const rows = texts.slice(header + 1).filter((text) => isCode(text) || beginsWithCode(text)).length
  return rows < fewestCodes ? null : { header, rows }
}

const fewestRows = 2

/**
 * Tables that stayed in the body although row after row has a number first and an agency in one column: their headers
 * are lost, or no reader knew them. Their rows are no tasks of the plan, only text of its sections, and say so.
 */
export function checkBodyTables(body: readonly Block[]): Finding[] {
  return body.flatMap((block): Finding[] => {
    if (block.kind !== 'table') return []
    const rows = block.rows
      .map(({ cells }) => cells.map(({ lines }) => lines.map(({ text }) => text.trim()).join(' ')))
      .filter(([first, ...others]) => isCode(first ?? '') && others.length > 1)
    const width = Math.max(0, ...rows.map((cells) => cells.length))
    const agencies = Array.from(
      { length: width },
      (_, column) => rows.filter((cells) => looksLikeAgency(cells[column] ?? '')).length,
    )
    const most = Math.max(0, ...agencies)
    if (most < fewestRows || most * 2 < rows.length) return []
    const details = { what: 'rows-without-header', rows: rows.length } as const
    return [{ severity: 'warning', code: 'text-unplaced', at: block.at, subject: null, details }]
  })
}
