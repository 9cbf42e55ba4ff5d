import type { Criterion } from '../../schemas/plan.js'
import { emptyAction } from './actions.js'
import type { TableRoles } from './rows.js'

/**
 * Where a merged outer column carries the hierarchy, the lead is merged over neighbouring items as well: a blank lead
 * is filled from the preceding sibling, and `mergedFrom` says so.
 */
export function fillBlankLeads(criteria: Criterion[], roles: TableRoles): void {
  if (roles.names.length < 2 || !roles.columns.some((column) => column.role === 'lead')) return
  const lastOf = new Map<string, Criterion>()
  for (const criterion of criteria) {
    if (criterion.parent === null) continue
    const sibling = lastOf.get(criterion.parent)
    const lead = sibling?.actions.at(-1)?.lead ?? null
    const isLeaf = !criteria.some((other) => other.parent === criterion.id)
    if (criterion.actions.length === 0 && isLeaf && lead !== null) criterion.actions.push(emptyAction())
    const first = criterion.actions[0]
    if (first !== undefined && first.lead === null && lead !== null) {
      first.lead = { text: lead.text, agencies: [] }
      first.mergedFrom.push('lead')
      const evidence = sibling?.actions.at(-1)?.evidence.filter((entry) => entry.role === 'lead') ?? []
      first.evidence.push(
        ...evidence.map((entry) => ({ ...entry, confidence: Math.min(entry.confidence, 0.8) })),
      )
    }
    lastOf.set(criterion.parent, criterion)
  }
}
