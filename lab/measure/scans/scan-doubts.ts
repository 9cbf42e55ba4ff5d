import type { Evidence, Plan } from '../../../pipelines/index.js'
import type { Comparison } from '../../../schemas/evaluation/comparison.js'

/** Of the cells that are not exactly right, the share among the least sure part (`share`) of all cells. */
export function shareAmongDoubtful(plan: Plan, { cells }: Comparison, share: number): number {
  const known = cellsOf(plan)
  const sorted = [...known.values()].sort((a, b) => a - b)
  const limit = sorted[Math.floor(share * sorted.length)] ?? 1
  const wrong = cells.inexact
    .map((cell) => known.get(keyOf(cell.criterion, cell.action, cell.role)))
    .filter((confidence) => confidence !== undefined)
  return wrong.length === 0 ? 1 : wrong.filter((confidence) => confidence <= limit).length / wrong.length
}

/** The least confidence of each cell, by criterion, action and role. */
function cellsOf(plan: Plan): Map<string, number> {
  const known = new Map<string, number>()
  const note = (criterion: string, action: number | null, evidence: readonly Evidence[]): void => {
    for (const { role, confidence } of evidence) {
      const key = keyOf(criterion, action, role)
      known.set(key, Math.min(known.get(key) ?? 1, confidence))
    }
  }
  for (const criterion of plan.appendices.flatMap((appendix) => appendix.criteria)) {
    note(criterion.id, null, criterion.evidence)
    for (const [index, action] of criterion.actions.entries()) note(criterion.id, index + 1, action.evidence)
  }
  return known
}

function keyOf(criterion: string, action: number | null, role: string): string {
  return `${criterion} ${action ?? ''} ${role}`
}
