import { type Abbreviations, readAbbreviations } from './abbreviations.js'
import type { AgencyEntry, AgencyFile } from './file.js'
import { type NameReading, readingsOf } from './keys.js'
import type { AgencyLevel } from './unit-suffix.js'

/** A name of a registered body under one key. */
export interface IndexedName {
  entry: AgencyEntry
  /** Canonical names are preferred to aliases. */
  rank: 'name' | 'alias'
  /** The levels that the name itself lists, where it lists more than one ('cấp huyện, cấp xã'). */
  levels: AgencyLevel[]
}

export interface AgencyIndex {
  abbreviations: Abbreviations
  byKey: Map<string, IndexedName[]>
  /** Every key under its first word, for names that are nearly right. */
  byFirstWord: Map<string, string[]>
}

export function indexAgencies(file: AgencyFile): AgencyIndex {
  const abbreviations = readAbbreviations(file.abbreviations)
  const byKey = new Map<string, IndexedName[]>()
  for (const entry of file.agencies)
    for (const [position, name] of [entry.name, ...entry.aliases].entries()) {
      const { full, short } = readingsOf(name, abbreviations)
      // A name that ends with 'liên quan' keeps it: who is concerned is another body than all of them.
      const kept = [...full, ...short].filter(
        ({ key }) => /lien quan$/u.test(key) || !/liên quan$/iu.test(name),
      )
      for (const reading of kept) add(byKey, reading, entry, position === 0 ? 'name' : 'alias')
    }
  return { abbreviations, byKey, byFirstWord: byFirstWord([...byKey.keys()]) }
}

function add(
  byKey: Map<string, IndexedName[]>,
  reading: NameReading,
  entry: AgencyEntry,
  rank: IndexedName['rank'],
): void {
  const known = byKey.get(reading.key) ?? []
  const levels = entry.level === null ? levelsListed(reading) : []
  if (known.some((name) => name.entry === entry && name.levels.join() === levels.join())) return
  byKey.set(reading.key, [...known, { entry, rank, levels }])
}

function levelsListed({ units }: NameReading): AgencyLevel[] {
  const levels = new Set(units.flatMap(({ level }) => (level === 'city' ? [] : [level])))
  return levels.size > 1 ? [...levels].sort() : []
}

function byFirstWord(keys: string[]): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const key of keys) {
    const first = key.split(' ')[0] ?? ''
    const known = words.get(first)
    if (known === undefined) words.set(first, [key])
    else known.push(key)
  }
  return words
}
