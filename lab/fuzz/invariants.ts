import { validatePlan } from '../../pipelines/validate-plan.js'
import type { Plan } from '../../schemas/plan.js'
import { collapse } from '../../src/language/letters.js'

/** What every plan promises, whatever it was read from; each breach as a sentence. */
export function breachesOf(plan: Plan): string[] {
  const text = JSON.stringify(plan)
  const breaches = validatePlan(JSON.parse(text)).issues.map((issue) => `schema: ${issue.message}`)
  if (!isNormal(plan)) breaches.push('a text is not in NFC')
  return [...breaches, ...ledgerBreaches(plan)]
}

/** Text by text: in JSON the 'n' of an escaped line end would take an accent that stands first in its line. */
function isNormal(plan: Plan): boolean {
  let normal = true
  JSON.stringify(plan, (_, value: unknown) => {
    if (typeof value === 'string' && value.normalize('NFC') !== value) normal = false
    return value
  })
  return normal
}

const withCriteria = new Set(['tasks', 'scores', 'assignment'])

/** Counted anew from the plan alone: characters of table lines that no evidence has are what the plan calls unplaced. */
function ledgerBreaches(plan: Plan): string[] {
  const { unplacedCharacters } = plan.quality
  const missing = plan.appendices
    .filter(({ kind }) => withCriteria.has(kind))
    .reduce((sum, appendix) => sum + missingCharacters(appendix), 0)
  const told = plan.issues.some(({ code }) => code === 'text-unplaced')
  const breaches: string[] = []
  if (unplacedCharacters > 0 && !told)
    breaches.push(`${unplacedCharacters} characters unplaced, and no issue says so`)
  // Page furniture is no evidence and is not unplaced, so that less may be unplaced than is missing; never more.
  const furniture = plan.appendices.some(({ kind }) => !withCriteria.has(kind))
  if (!furniture && unplacedCharacters > missing)
    breaches.push(`${unplacedCharacters} characters are said to be unplaced, ${missing} are missing`)
  return breaches
}

function missingCharacters(appendix: Plan['appendices'][number]): number {
  const entries = new Set(
    appendix.criteria.flatMap(({ evidence, actions }) => [
      ...evidence,
      ...actions.flatMap((action) => action.evidence),
    ]),
  )
  const placed = new Map<string, number>()
  for (const { raw } of entries)
    for (const line of raw.split('\n')) placed.set(collapse(line), (placed.get(collapse(line)) ?? 0) + 1)
  let missing = 0
  for (const row of appendix.tables.flatMap(({ rows }) => rows)) {
    if (row.use !== 'data') continue
    for (const line of row.cells.flatMap(({ text }) => text.split('\n').map(collapse))) {
      const left = placed.get(line) ?? 0
      if (left > 0) placed.set(line, left - 1)
      else missing += line.replace(/\s+/gu, '').length
    }
  }
  return missing
}
