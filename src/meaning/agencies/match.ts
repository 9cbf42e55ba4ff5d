import { letterDistance } from '../../language/align.js'
import { chooseEntry } from './choice.js'
import { type NameReading, readingsOf } from './keys.js'
import type { AgencyIndex } from './name-index.js'
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

/**
 * How like two keys are: 0 unless every word of one is the other's or a misprint of it. A short word that differs is
 * another word: 'Thanh tra Bộ' is no 'Thanh tra Sở'.
 */
function similarityOf(a: string, b: string): number {
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')]
  const lostBlank = a.replaceAll(' ', '') === b.replaceAll(' ', '')
  const alike =
    wordsA.length === wordsB.length && wordsA.every((word, at) => isMisprint(word, wordsB[at] ?? ''))
  return lostBlank || alike ? 1 - letterDistance(a, b) / Math.max(a.length, b.length) : 0
}

const shortestWord = 3

function isMisprint(word: string, other: string): boolean {
  if (word === other) return true
  const shorter = Math.min(word.length, other.length)
  if (shorter < shortestWord || word[0] !== other[0]) return false
  return Math.abs(word.length - other.length) <= 1 && letterDistance(word, other) === 1
}
