import type { Finding } from '../../schemas/message.js'
import type { Appendix } from '../../schemas/plan.js'
import type { AppendixTable } from '../../schemas/table.js'
import { collapse } from '../language/letters.js'
import { cellOf } from '../result.js'
import { entriesOf, evidenceOf } from './confidence.js'

/** What of an appendix's source found no place in the plan, in characters without white space. */
export interface Loss {
  issues: Finding[]
  unplaced: number
}

/** Characters (without white space) of an appendix's source, by what became of them. */
export interface Ledger extends Loss {
  placed: number
  repeatedHeaders: number
  furniture: number
}

const withCriteria = new Set(['tasks', 'scores', 'assignment'])

/**
 * Accounts for every line of text in the appendix's physical tables: it is evidence of a criterion or action, header,
 * typed furniture, or unplaced. Counted from the source side, not from what the program believes it placed: a line that
 * stands twice in the source needs evidence twice.
 */
export function balance(appendix: Appendix, table: AppendixTable): Ledger {
  const ledger: Ledger = { placed: 0, repeatedHeaders: 0, furniture: 0, unplaced: 0, issues: [] }
  for (const piece of table.furniture) ledger.furniture += size(piece.text)
  const isCriteria = withCriteria.has(appendix.kind)
  // Actions that were made of one row share its entries: each counts once.
  const entries = new Set(appendix.criteria.flatMap(evidenceOf))
  const evidence = countLines([...entries].map((entry) => entry.raw))
  const pages = countLines(table.furniture.map((piece) => piece.text))
  for (const physical of appendix.tables) {
    for (const row of physical.rows) {
      for (const cell of row.cells) {
        if (row.use !== 'data' || !isCriteria) {
          if (row.use === 'repeated-header') ledger.repeatedHeaders += size(cell.text)
          else ledger.placed += size(cell.text)
          continue
        }
        for (const line of cell.text.split('\n')) place(line, cell.at, evidence, pages, ledger)
      }
    }
  }
  return ledger
}

function place(
  line: string,
  at: Finding['at'],
  evidence: Map<string, number>,
  pages: Map<string, number>,
  ledger: Ledger,
): void {
  const key = collapse(line)
  if (key === '') return
  const left = evidence.get(key) ?? 0
  if (left > 0) {
    evidence.set(key, left - 1)
    ledger.placed += size(key)
  } else if (!pages.has(key)) {
    ledger.unplaced += size(key)
    ledger.issues.push({
      severity: 'warning',
      code: 'text-unplaced',
      at,
      subject: null,
      details: { what: 'text', text: key.slice(0, 120) },
    })
  }
}

function countLines(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const line of text.split('\n')) {
      const key = collapse(line)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return counts
}

function size(text: string): number {
  return text.replace(/\s+/gu, '').length
}

/** Letters of another script that stood for Latin ones, or bytes of an older encoding, in a cell's source. */
export function checkConversions(appendix: Appendix): Finding[] {
  return appendix.criteria.flatMap((criterion) =>
    entriesOf(criterion).flatMap(({ entry: { role, repairs, at }, action }): Finding[] => {
      const converted = repairs.filter(({ from, method }) => method === 'encoding' || isForeign(from))
      if (converted.length === 0) return []
      const words = converted.map(({ from, to }) => ({ from, to }))
      const subject = cellOf(criterion.id, role, action)
      return [
        { severity: 'info', code: 'encoding-converted', at, subject, details: { what: 'letters', words } },
      ]
    }),
  )
}

function isForeign(text: string): boolean {
  return /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)
}
