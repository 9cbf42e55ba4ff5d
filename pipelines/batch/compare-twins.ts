import type { Plan } from '../../schemas/plan.js'
import type { Disagreement, TwinCells } from '../../schemas/related.js'
import type { Role } from '../../schemas/table.js'
import { comparePlan, withWholeRows } from '../../src/evaluate/index.js'
import { expectedOf } from '../export/export-fixtures.js'

/** How many disagreements of two readings are written into the report. */
const listedAtMost = 50

/** Holds two readings of one document against each other, criterion by criterion: the kept one is what is expected. */
export function compareTwins(kept: Plan, twin: Plan): TwinCells {
  const comparison = comparePlan(twin, expectedOf({ ...kept, appendices: withWholeRows(kept.appendices) }))
  const rows: Disagreement[] = comparison.criteria.faults.flatMap(({ kind, id, text }) => {
    if (kind === 'wrong') return []
    const sides = kind === 'missing' ? { kept: text, twin: null } : { kept: null, twin: text }
    return [{ criterion: id, action: null, role: 'row' as const, ...sides }]
  })
  const lost = new Set(rows.map(({ criterion }) => criterion))
  const cells = comparison.cells.inexact
    .filter(({ criterion }) => !lost.has(criterion))
    .map(({ criterion, action, role, expected, got }) => ({
      ...{ criterion, action, role },
      ...{ kept: expected === '' ? null : expected, twin: got === '' ? null : got },
    }))
  const scores = comparison.scores.faults
    .filter(({ criterion }) => !lost.has(criterion))
    .map(({ criterion, field, expected, got }) => ({
      ...{ criterion, action: null, role: scoreRole(field) },
      ...{ kept: expected, twin: got },
    }))
  const all = inOrder([...rows, ...cells, ...scores], kept)
  return {
    cells: comparison.cells.exact.of + comparison.scores.of,
    disagreements: all.length,
    listed: all.slice(0, listedAtMost),
  }
}

function scoreRole(field: string): Role {
  if (field === 'max') return 'maxScore'
  return field.startsWith('achieved') ? 'achievedScore' : 'targetScore'
}

/** As the criteria stand in the kept plan; what only its twin has comes last. */
function inOrder(disagreements: Disagreement[], kept: Plan): Disagreement[] {
  const ids = kept.appendices.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  const places = new Map(ids.map((id, index) => [id, index]))
  const place = ({ criterion }: Disagreement): number => places.get(criterion) ?? ids.length
  return disagreements.toSorted((a, b) => place(a) - place(b))
}
