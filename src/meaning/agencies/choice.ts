import type { IndexedName } from './name-index.js'
import { levelsOf, type PlanContext } from './plan-context.js'
import type { AgencyLevel, UnitSuffix } from './unit-suffix.js'

/** The next place to look for a body that the plan names without its level: its own, then above, then below. */
const nearest: Record<AgencyLevel, AgencyLevel[]> = {
  central: ['central', 'province', 'district', 'commune'],
  province: ['province', 'district', 'commune', 'central'],
  district: ['district', 'province', 'commune', 'central'],
  commune: ['commune', 'province', 'district', 'central'],
}

/** Which of the bodies of one name is meant; null where nothing decides. */
export function chooseEntry(
  names: IndexedName[],
  units: UnitSuffix['units'],
  context: PlanContext,
): IndexedName | null {
  const levels = levelsOf(units, context)
  if (levels.length === 0) return chooseByPlan(names, context)
  if (levels.length > 1)
    return names.find((name) => name.levels.join() === levels.join()) ?? ofAnyLevel(names) ?? null
  const fitting = names.filter(({ entry }) => entry.level === levels[0])
  if (fitting.length > 0) return chooseByDate(fitting, context)
  // A city's level is a reading, not a word: 'Sở Nội vụ thành phố' in the plan of a city below the province
  const soft = units.every(({ level }) => level === 'city')
  return ofAnyLevel(names) ?? (soft ? chooseByPlan(names, context) : null)
}

function ofAnyLevel(names: IndexedName[]): IndexedName | undefined {
  return names.find((name) => name.entry.level === null && name.levels.length === 0)
}

function chooseByPlan(names: IndexedName[], context: PlanContext): IndexedName | null {
  const anyLevel = ofAnyLevel(names)
  if (anyLevel !== undefined) return anyLevel
  const single = names.filter(({ levels }) => levels.length === 0)
  const inForce = single.filter(({ entry }) => existed(entry, context))
  const usable = inForce.length > 0 ? inForce : single
  if (new Set(usable.map(({ entry }) => entry.id)).size === 1) return usable[0] ?? null
  for (const level of context.level === null ? [] : nearest[context.level]) {
    const fitting = usable.filter(({ entry }) => entry.level === level)
    if (fitting.length > 0) return chooseByDate(fitting, context)
  }
  return null
}

function chooseByDate(names: IndexedName[], context: PlanContext): IndexedName | null {
  const inForce = names.filter(({ entry }) => existed(entry, context))
  const usable = inForce.length > 0 ? inForce : names
  const canonical = usable.filter(({ rank }) => rank === 'name')
  const best = canonical.length > 0 ? canonical : usable
  return new Set(best.map(({ entry }) => entry.id)).size === 1 ? (best[0] ?? null) : null
}

function existed(entry: IndexedName['entry'], { date }: PlanContext): boolean {
  if (date === null) return true
  const year = Number(date.slice(0, 4))
  return (entry.from === null || entry.from <= year) && (entry.until === null || entry.until >= year)
}
