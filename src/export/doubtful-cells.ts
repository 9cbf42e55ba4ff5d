import type { CorrectableField } from '../../schemas/corrections.js'
import type { Issue } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Action, Criterion, Evidence, Plan } from '../../schemas/plan.js'

/** A cell that a reader should look at. */
export interface DoubtfulCell {
  criterion: string
  action: number | null
  field: CorrectableField
  /** Least sure of its pieces. */
  confidence: number
  /** As it stood in the source. */
  raw: string
  alternatives: string[]
  issues: Issue[]
  at: Place
}

const fields = new Set<string>([
  'code',
  'name',
  'maxScore',
  'achievedScore',
  'targetScore',
  'task',
  'requirement',
  'deliverable',
  'note',
  'deadline',
  'lead',
  'coordinating',
  'implementing',
])

/** The cell that an issue of a code speaks of. */
const fieldOfIssue: Partial<Record<Issue['code'], CorrectableField>> = {
  'deadline-unparsed': 'deadline',
  'deadline-outside-plan': 'deadline',
  'agency-missing': 'lead',
  'agency-unknown': 'lead',
  'score-unreadable': 'achievedScore',
  'score-exceeds-max': 'achievedScore',
  'score-sum-mismatch': 'achievedScore',
  'code-inferred': 'code',
  'code-gap': 'code',
  'code-duplicate': 'code',
  'suspected-typo': 'task',
  'bullets-unpaired': 'task',
  'merged-cell-shift-suspected': 'lead',
}

/** Cells less sure than the threshold, and those that an issue speaks of; the least sure first. */
export function doubtfulCells(plan: Plan, threshold: number): DoubtfulCell[] {
  const cells: DoubtfulCell[] = []
  for (const criterion of plan.appendices.flatMap((appendix) => appendix.criteria)) {
    const issues = plan.issues.filter(
      ({ target, severity }) => target === criterion.id && severity !== 'info',
    )
    cells.push(...cellsOf(criterion.id, null, criterion.evidence, threshold))
    criterion.actions.forEach((action, index) => {
      cells.push(...cellsOf(criterion.id, index, action.evidence, threshold))
    })
    addIssues(cells, criterion, issues)
  }
  return cells.sort((a, b) => a.confidence - b.confidence)
}

function cellsOf(
  criterion: string,
  action: number | null,
  evidence: readonly Evidence[],
  threshold: number,
): DoubtfulCell[] {
  const cells = new Map<string, DoubtfulCell>()
  for (const entry of evidence) {
    if (entry.confidence >= threshold || !fields.has(entry.role)) continue
    const known = cells.get(entry.role)
    const alternatives = entry.repairs.flatMap((repair) => repair.alternatives.map(({ text }) => text))
    if (known === undefined)
      cells.set(entry.role, {
        criterion,
        action,
        field: entry.role as CorrectableField,
        confidence: entry.confidence,
        raw: entry.raw,
        alternatives,
        issues: [],
        at: entry.at,
      })
    else {
      known.confidence = Math.min(known.confidence, entry.confidence)
      known.raw = `${known.raw} ${entry.raw}`
      known.alternatives.push(...alternatives)
    }
  }
  return [...cells.values()]
}

/** An issue joins the cell that it speaks of, or makes it one to look at. */
function addIssues(cells: DoubtfulCell[], criterion: Criterion, issues: readonly Issue[]): void {
  for (const issue of issues) {
    const field = fieldOfIssue[issue.code]
    if (field === undefined) continue
    const known = cells.find((cell) => cell.criterion === criterion.id && cell.field === field)
    if (known !== undefined) known.issues.push(issue)
    else cells.push(cellOfIssue(criterion, field, issue))
  }
}

/** How sure a value is that a check speaks against, where its own reading raised no doubt. */
const checkedConfidence = 0.8

function cellOfIssue(criterion: Criterion, field: CorrectableField, issue: Issue): DoubtfulCell {
  const ofCriterion = ['code', 'name', 'maxScore', 'achievedScore', 'targetScore'].includes(field)
  const action = ofCriterion ? null : actionAt(criterion.actions, issue)
  const evidence = action === null ? criterion.evidence : (criterion.actions[action]?.evidence ?? [])
  const own = evidence.find(({ role }) => role === field)
  return {
    criterion: criterion.id,
    action,
    field,
    confidence: Math.min(own?.confidence ?? 1, checkedConfidence),
    raw: own?.raw ?? '',
    alternatives: [],
    issues: [issue],
    at: own?.at ?? issue.at ?? { page: null, line: null, bbox: null },
  }
}

/** The action at the issue's line, else the first. */
function actionAt(actions: readonly Action[], issue: Issue): number | null {
  if (actions.length === 0) return null
  const at = actions.findIndex(({ evidence }) => evidence.some((entry) => entry.at.line === issue.at?.line))
  return Math.max(0, at)
}
