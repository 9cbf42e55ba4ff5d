import type { Header } from '../../../schemas/plan.js'
import { fold, foldWords } from '../../language/letters.js'
import type { AgencyLevel, UnitSuffix } from './unit-suffix.js'

/** What of a plan tells which of several bodies of one name is meant. */
export interface PlanContext {
  level: AgencyLevel | null
  /** The issuing unit is a city, so that a bare 'thành phố' is the issuer. */
  isCity: boolean
  province: string | null
  unit: string | null
  /** ISO date, or the first day of the plan's first year. */
  date: string | null
}

export function contextOf(header: Header): PlanContext {
  const year = header.planYears[0]
  return {
    level: header.level === 'ministry' ? 'central' : header.level,
    isCity: /thanh pho|\btp\b/u.test(fold(header.issuer ?? '')),
    province: header.province === null ? null : foldWords(header.province.name),
    unit: header.unit === null ? null : foldWords(header.unit.name),
    date: header.issuedOn ?? (year === undefined ? null : `${year}-01-01`),
  }
}

/** The levels of the units that a name ends with, as the plan's place tells them. */
export function levelsOf(units: UnitSuffix['units'], context: PlanContext): AgencyLevel[] {
  const plain = new Set(units.flatMap(({ level }) => (level === 'city' ? [] : [level])))
  const cities = units.filter(({ level }) => level === 'city')
  const levels = new Set(plain)
  for (const { name } of cities) levels.add(cityLevel(name, plain, context))
  return [...levels].sort()
}

function cityLevel(name: string | null, beside: Set<AgencyLevel>, context: PlanContext): AgencyLevel {
  if (name !== null && name === context.unit) return context.level ?? 'district'
  if (name !== null && name === context.province) return 'province'
  if (beside.has('district')) return 'district'
  if (beside.has('province')) return 'province'
  if (name !== null) return context.level === 'province' ? 'district' : 'province'
  if (context.level === 'commune') return 'province'
  if (context.level === 'province') return context.isCity ? 'province' : 'district'
  return context.level ?? 'province'
}
