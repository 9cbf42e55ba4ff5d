import type { Block } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { Appendix } from '../../schemas/plan.js'
import { looksLikeAgency } from '../language/agency-words.js'
import type { Loss } from './ledger.js'

const ordinalHeader = /(?:^|\s)(?:STT|TT|Stt|Số TT)(?:\s|$)/u
const ordinal = /^(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*)[.)]?\s+\S/u

/**
 * An appendix without a table whose text looks like one (the ordinal's header, or line after line with a number first)
 * holds a table that no reader understood, columns kept by blanks as a rule. Its text is then notes, and says so.
 */
export function checkUnreadTable(appendix: Appendix): Loss {
  if (appendix.tables.length > 0 || appendix.kind === 'form') return { issues: [], unplaced: 0 }
  const texts = appendix.notes.map((note) => note.text)
  const numbered = texts.filter((text) => ordinal.test(text)).length
  // Without a title of its own the appendix takes the header's line for one.
  const hasHeader = [appendix.title ?? '', ...texts].some((text) => ordinalHeader.test(text))
  if (!hasHeader || numbered < 2) return { issues: [], unplaced: 0 }
  const size = texts.join('').replace(/\s+/gu, '').length
  return {
    unplaced: size,
    issues: [
      {
        severity: 'warning',
        code: 'text-unplaced',
        at: appendix.notes[0]?.at ?? null,
        subject: { appendix: appendix.id, criterion: null, action: null, field: null },
        details: { what: 'unread-table' },
      },
    ],
  }
}

const fewestRows = 2

/**
 * Tables that stayed in the body although row after row has a number first and an agency in one column: their headers
 * are lost, or no reader knew them. Their rows are no tasks of the plan, only text of its sections, and say so.
 */
export function checkBodyTables(body: readonly Block[]): Finding[] {
  return body.flatMap((block) => {
    if (block.kind !== 'table') return []
    const rows = block.rows
      .map(({ cells }) => cells.map(({ lines }) => lines.map(({ text }) => text.trim()).join(' ')))
      .filter(
        ([first, ...others]) =>
          /^(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*)[.)]?$/u.test(first ?? '') && others.length > 1,
      )
    const width = Math.max(0, ...rows.map((cells) => cells.length))
    const agencies = Array.from(
      { length: width },
      (_, column) => rows.filter((cells) => looksLikeAgency(cells[column] ?? '')).length,
    )
    const most = Math.max(0, ...agencies)
    if (most < fewestRows || most * 2 < rows.length) return []
    return [
      {
        severity: 'warning',
        code: 'text-unplaced',
        at: block.at,
        subject: null,
        details: { what: 'rows-without-header', rows: rows.length },
      },
    ]
  })
}
