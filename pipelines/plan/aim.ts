import type { Noted } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Criterion } from '../../schemas/plan.js'

/**
 * An issue raised before the criteria had ids is aimed at the criterion whose evidence stands at its place; where a
 * heading shares its line with an item, at the one that has something to do.
 */
export function aim(issues: Noted[], criteria: Criterion[][]): Noted[] {
  const byPlace = new Map<string, string>()
  const key = (at: Place): string => `${at.page}:${at.line}`
  for (const criterion of criteria.flat()) {
    for (const entry of criterion.evidence)
      if (!byPlace.has(key(entry.at))) byPlace.set(key(entry.at), criterion.id)
    for (const action of criterion.actions)
      for (const entry of action.evidence) byPlace.set(key(entry.at), criterion.id)
  }
  return issues.map((issue) =>
    !('target' in issue) || issue.target !== null || issue.at === null
      ? issue
      : { ...issue, target: byPlace.get(key(issue.at)) ?? null },
  )
}
