import type { Evidence, Scores } from '../../schemas/plan.js'
import type { Column } from '../../schemas/table.js'
import { evidenceOf } from './actions.js'
import { cellLine } from './items.js'
import type { RowFinding } from './row-findings.js'
import type { CriterionRow, TableRoles } from './rows.js'
import { type DotMeaning, emptyScores, isNoScore, parseScore } from './scores.js'

/** What the score cells of a row say, null where the table has no score columns. */
export interface RowScores {
  scores: Scores | null
  evidence: Evidence[]
  issues: RowFinding[]
}

/** Reads the score cells of a row. */
export function readScores(row: CriterionRow, roles: TableRoles, dot: DotMeaning): RowScores {
  const read: RowScores = { scores: null, evidence: [], issues: [] }
  if (roles.scores.length === 0) return read
  const scores = emptyScores()
  read.scores = scores
  for (const column of roles.scores) {
    const cell = row.cells[column]
    const definition = roles.columns[column]
    if (cell === undefined || definition === undefined || cell.pieces.length === 0) continue
    const text = cellLine(cell)
    const printed = parseScore(text, dot)
    read.evidence.push(...evidenceOf(definition.role, cell))
    if (printed === null) {
      if (!isNoScore(text)) read.issues.push(unreadableScore(row, definition, text))
      continue
    }
    const year = definition.years[0] ?? null
    if (definition.role === 'maxScore') scores.max = printed.max ?? printed.value
    else if (definition.role === 'achievedScore') scores.achieved.push({ year, value: printed.value })
    else scores.target.push({ year, value: printed.value })
    if (printed.max !== null && definition.role === 'achievedScore') scores.max ??= printed.max
  }
  return read
}

/** The printed scores of a row. */
export function scoreTexts(row: CriterionRow, roles: TableRoles): string[] {
  return roles.scores.flatMap((column) =>
    row.cells[column] === undefined ? [] : cellLine(row.cells[column]),
  )
}

function unreadableScore({ at }: CriterionRow, { header, role }: Column, printed: string): RowFinding {
  const details = { header, printed }
  return { severity: 'warning', code: 'score-unreadable', at, field: role, subject: null, details }
}
