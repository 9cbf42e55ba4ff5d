import { CorrectableField } from '../../schemas/corrections.js'
import type { Issue } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Criterion, Evidence, Plan } from '../../schemas/plan.js'
import { criterionRoles } from '../../schemas/table.js'

/** A cell that a reader should look at. */
export interface DoubtfulCell {
  criterion: string
  action: number | null
  field: CorrectableField
  /** Of its least sure piece or repair. */
  confidence: number
  /** As it stood in the source. */
  raw: string
  alternatives: string[]
  /** Repairs less sure than the threshold. */
  readings: { from: string; to: string }[]
  issues: Issue[]
  at: Place
}

const isCorrectable = (role: string): role is CorrectableField => CorrectableField.safeParse(role).success

/**
 * Notes that ask a reader for nothing that a corrected cell could answer: probable misprints stay as printed, names
 * may be right though no registry knows them.
 */
const asksNothing = new Set<Issue['code']>([
  'suspected-typo',
  'agency-unknown',
  'count-mismatch',
  'date-implausible',
])

/** Cells less sure than the threshold, and those that an issue speaks of; the least sure first. */
export function doubtfulCells(plan: Plan, threshold: number): DoubtfulCell[] {
  const cells: DoubtfulCell[] = []
  const issues = byTarget(plan.issues)
  for (const criterion of plan.appendices.flatMap((appendix) => appendix.criteria)) {
    const own = cellsOf(criterion.id, null, criterion.evidence, threshold)
    criterion.actions.forEach((action, index) => {
      own.push(...cellsOf(criterion.id, index, action.evidence, threshold))
    })
    for (const issue of issues.get(criterion.id) ?? [])
      if (!asksNothing.has(issue.code)) addIssue(own, criterion, issue)
    cells.push(...own)
  }
  return cells.sort((a, b) => a.confidence - b.confidence)
}

function byTarget(issues: readonly Issue[]): Map<string | null, Issue[]> {
  const groups = new Map<string | null, Issue[]>()
  for (const issue of issues) {
    const group = groups.get(issue.target)
    if (group === undefined) groups.set(issue.target, [issue])
    else group.push(issue)
  }
  return groups
}

function cellsOf(
  criterion: string,
  action: number | null,
  evidence: readonly Evidence[],
  threshold: number,
): DoubtfulCell[] {
  const cells = new Map<string, DoubtfulCell>()
  for (const entry of evidence) {
    const sure = surenessOf(entry)
    if (!isCorrectable(entry.role)) continue
    const known = cells.get(entry.role)
    const cell = known ?? { ...blank(criterion, action, entry.role), confidence: 1, at: entry.at }
    cells.set(entry.role, cell)
    if (sure < cell.confidence) {
      cell.confidence = sure
      cell.at = entry.at
    }
    cell.raw = cell.raw === '' ? entry.raw : `${cell.raw} ${entry.raw}`
    const unsure = entry.repairs.filter(({ confidence }) => confidence < threshold)
    cell.readings.push(...unsure.map(({ from, to }) => ({ from, to })))
    cell.alternatives.push(...unsure.flatMap(({ alternatives }) => alternatives.map(({ text }) => text)))
  }
  return [...cells.values()].filter(({ confidence }) => confidence < threshold)
}

function surenessOf({ confidence, repairs }: Evidence): number {
  return Math.min(confidence, ...repairs.map((repair) => repair.confidence))
}

function blank(
  criterion: string,
  action: number | null,
  field: CorrectableField,
): Omit<DoubtfulCell, 'confidence' | 'at'> {
  return { criterion, action, field, raw: '', alternatives: [], readings: [], issues: [] }
}

/** An issue joins the cell that is its subject, or makes it one to look at. */
function addIssue(cells: DoubtfulCell[], criterion: Criterion, issue: Issue): void {
  const { field, action } = issue.subject ?? { field: null, action: null }
  if (field === null || !isCorrectable(field)) return
  if ((action === null) !== criterionRoles.includes(field)) return
  const known = cells.find((cell) => cell.field === field && cell.action === action)
  if (known !== undefined) known.issues.push(issue)
  else cells.push(cellOfIssue(criterion, action, field, issue))
}

/** How sure a value is that a check speaks against, where its own reading raised no doubt. */
const checkedConfidence = { error: 0.5, warning: 0.8, info: 0.89 }

function cellOfIssue(
  criterion: Criterion,
  action: number | null,
  field: CorrectableField,
  issue: Issue,
): DoubtfulCell {
  const evidence = action === null ? criterion.evidence : (criterion.actions[action]?.evidence ?? [])
  const own = evidence.find(({ role }) => role === field)
  return {
    ...blank(criterion.id, action, field),
    confidence: Math.min(own === undefined ? 1 : surenessOf(own), checkedConfidence[issue.severity]),
    raw: own?.raw ?? '',
    issues: [issue],
    at: own?.at ?? issue.at ?? { page: null, line: null, bbox: null },
  }
}
