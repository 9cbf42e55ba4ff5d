import type { Level } from '../../../schemas/plan.js'
import { type MentionCount, nameCase, type UnitKind } from './unit-names.js'
import {
  type Commune,
  type District,
  findCommunes,
  findDistricts,
  findProvince,
  type ProvinceRecord,
  provincesOn,
  type Units,
} from './units.js'

/** Why it is not known where a unit lies: several provinces have it, or the map of that day has none. */
type UnitDoubt =
  | { what: 'several-units'; kind: UnitKind; name: string }
  | { what: 'unknown-unit'; kind: UnitKind; name: string; date: string }

/** A named unit found on the map of the plan's date. */
export interface UnitReading {
  level: Level
  kind: UnitKind
  name: string
  province: { code: string; name: string } | null
  unit: { level: string; name: string; code: string | null } | null
  /** Why a part of it is not known. */
  doubt: UnitDoubt | null
}

/** The map to read by, and what else the document names. */
export interface MapView {
  units: Units
  /** The plan's date, or the best that is known of it. */
  date: string
  mentions: MentionCount
}

const communeKinds: UnitKind[] = ['phường', 'xã', 'thị trấn', 'đặc khu']

/** Where a named unit stands on the map: a city may be a province of its own or a unit below one. */
export function readUnit(kind: UnitKind, name: string, view: MapView): UnitReading {
  const province = findProvince(view.units, view.date, name)
  if (kind === 'tỉnh') return provinceReading(kind, name, province, view)
  if (kind === 'thành phố') {
    const isCity =
      province !== null && (province.kind === 'thành phố' || view.date > view.units.districtsUntil)
    if (isCity) return provinceReading(kind, name, province, view)
  }
  return communeKinds.includes(kind) ? communeReading(kind, name, view) : districtReading(kind, name, view)
}

function provinceReading(
  kind: UnitKind,
  name: string,
  province: ProvinceRecord | null,
  view: MapView,
): UnitReading {
  const known = province === null ? null : { code: province.code, name: province.name }
  const doubt = known === null ? doubtOf(kind, nameCase(name), false, view) : null
  return { level: 'province', kind, name: known?.name ?? nameCase(name), province: known, unit: null, doubt }
}

function districtReading(kind: UnitKind, name: string, view: MapView): UnitReading {
  const district = choose(findDistricts(view.units, view.date, kind, name), view)
  const ownName = district.chosen?.name ?? district.spelling ?? nameCase(name)
  return {
    level: 'district',
    kind,
    name: ownName,
    province: provinceOf(district.chosen, view),
    unit: { level: 'district', name: ownName, code: district.chosen?.code ?? null },
    doubt: district.chosen === null ? doubtOf(kind, ownName, district.spelling !== null, view) : null,
  }
}

function communeReading(kind: UnitKind, name: string, view: MapView): UnitReading {
  const commune = choose(findCommunes(view.units, view.date, kind, name), view)
  const ownName = commune.chosen?.name ?? commune.spelling ?? nameCase(name)
  const province = provinceOf(commune.chosen, view) ?? provinceAround(view, commune.spelling !== null)
  return {
    level: 'commune',
    kind,
    name: ownName,
    province,
    unit: { level: 'commune', name: ownName, code: null },
    doubt: province === null ? doubtOf(kind, ownName, commune.spelling !== null, view) : null,
  }
}

function doubtOf(kind: UnitKind, name: string, several: boolean, { date }: MapView): UnitDoubt {
  return several ? { what: 'several-units', kind, name } : { what: 'unknown-unit', kind, name, date }
}

/** The one candidate, or the one whose province the document names most. */
function choose<T extends District | Commune>(
  candidates: T[],
  view: MapView,
): { chosen: T | null; spelling: string | null } {
  const spelling = candidates[0]?.name ?? null
  if (candidates.length <= 1) return { chosen: candidates[0] ?? null, spelling }
  const votes = provinceVotes(view)
  const ranked = candidates
    .map((candidate) => ({ candidate, votes: votes.get(candidate.province) ?? 0 }))
    .sort((a, b) => b.votes - a.votes)
  const [best, second] = ranked
  const isClear = best !== undefined && best.votes > 0 && best.votes > (second?.votes ?? 0)
  return { chosen: isClear ? best.candidate : null, spelling }
}

function provinceVotes(view: MapView): Map<string, number> {
  const votes = new Map<string, number>()
  for (const { kind, name, count } of view.mentions.ofKinds('tỉnh', 'thành phố')) {
    const province = findProvince(view.units, view.date, name)
    if (province === null || (kind === 'thành phố' && province.kind !== 'thành phố')) continue
    votes.set(province.code, (votes.get(province.code) ?? 0) + count)
  }
  return votes
}

/** The province that a commune lies in, from the district or the province that the document names around it. */
function provinceAround(view: MapView, severalHaveIt: boolean): { code: string; name: string } | null {
  if (severalHaveIt) return null
  const districts = view.mentions.ofKinds('huyện', 'quận', 'thị xã', 'thành phố').flatMap((entry) => {
    const found = findDistricts(view.units, view.date, entry.kind, entry.name)
    return found.length === 1 ? found : []
  })
  const provinces = new Set(districts.map((district) => district.province))
  const votes = [...provinceVotes(view)].sort((a, b) => b[1] - a[1])
  const [first, second] = votes
  const code =
    provinces.size === 1
      ? [...provinces][0]
      : first !== undefined && first[1] > (second?.[1] ?? 0)
        ? first[0]
        : undefined
  return code === undefined ? null : named(code, view)
}

function provinceOf(unit: District | Commune | null, view: MapView): { code: string; name: string } | null {
  return unit === null ? null : named(unit.province, view)
}

function named(code: string, view: MapView): { code: string; name: string } | null {
  const province = provincesOn(view.units, view.date).find((entry) => entry.code === code)
  return province === undefined ? null : { code: province.code, name: province.name }
}
