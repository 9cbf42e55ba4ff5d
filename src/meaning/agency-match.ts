import levenshtein from 'fast-levenshtein'
import { chooseEntry } from './agency-choice.js'
import type { AgencyIndex } from './agency-index.js'
import { type NameReading, readingsOf } from './agency-keys.js'
import type { PlanContext } from './plan-context.js'

/** Shortest key that may be misspelt: shorter names differ from each other by a letter or two. */
const shortestKey = 9
const nearEnough = 0.9
const margin = 0.04

/** The id of the body that a printed name means; null where the registry has none or cannot tell. */
export function matchAgency(name: string, index: AgencyIndex, context: PlanContext): string | null {
  const { full, short } = readingsOf(name, index.abbreviations)
  const readings = [...full, ...withoutPlace(full, context), ...short, ...withoutPlace(short, context)]
  for (const reading of readings) {
    const names = index.byKey.get(reading.key)
    const chosen = names === undefined ? null : chooseEntry(names, reading.units, context)
    if (chosen !== null) return chosen.entry.id
  }
  return nearestId(readings, index, context)
}

/** 'Báo Hải Phòng' in a plan of Hải Phòng: the place stands behind the name without its kind. */
function withoutPlace(readings: NameReading[], { province, unit }: PlanContext): NameReading[] {
  return readings.flatMap(({ key, units }) =>
    [province, unit].flatMap((place) =>
      place !== null && key.endsWith(` ${place}`) ? [{ key: key.slice(0, -place.length - 1), units }] : [],
    ),
  )
}

/** A misspelt name: the nearest key, if it is near and no other body is nearly as near. */
function nearestId(readings: NameReading[], index: AgencyIndex, context: PlanContext): string | null {
  const best = new Map<string, number>()
  for (const { key, units } of readings) {
    if (key.length < shortestKey) continue
    for (const known of index.byFirstWord.get(key.split(' ')[0] ?? '') ?? []) {
      const similarity = similarityOf(key, known)
      if (similarity < nearEnough - margin) continue
      const chosen = chooseEntry(index.byKey.get(known) ?? [], units, context)
      if (chosen !== null) best.set(chosen.entry.id, Math.max(similarity, best.get(chosen.entry.id) ?? 0))
    }
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < nearEnough) return null
  return second !== undefined && first[1] - second[1] < margin ? null : first[0]
}

/** A misspelt name has as many words as the right one, or one more or less where a blank was lost or won. */
function similarityOf(a: string, b: string): number {
  const sameWords = a.split(' ').length === b.split(' ').length
  if (!sameWords && a.replaceAll(' ', '') !== b.replaceAll(' ', '')) return 0
  const longer = Math.max(a.length, b.length)
  if (Math.abs(a.length - b.length) > longer * (1 - nearEnough + margin)) return 0
  return 1 - levenshtein.get(a, b) / longer
}
