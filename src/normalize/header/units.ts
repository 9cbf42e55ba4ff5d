import { z } from 'zod'
import { foldWords } from '../../language/letters.js'

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const ProvinceCode = z.string().regex(/^\d{2}$/)

/** A province for as long as it had this code, name and kind; null is open. */
const ProvinceRecord = z.object({
  code: ProvinceCode,
  name: z.string(),
  kind: z.enum(['tỉnh', 'thành phố']),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
  aliases: z.array(z.string()).optional(),
})
export type ProvinceRecord = z.infer<typeof ProvinceRecord>

const DistrictRow = z.tuple([z.string(), z.string(), z.enum(['quận', 'huyện', 'thị xã', 'thành phố'])])

/** The administrative map of the country, before and since 1 July 2025. Every fact names its source. */
export const Units = z.object({
  sources: z.record(z.string(), z.string()),
  provinces: z.array(ProvinceRecord),
  districtsUntil: IsoDate,
  /** By province code: code, name, kind. */
  districts: z.record(ProvinceCode, z.array(DistrictRow)),
  communesFrom: IsoDate,
  /** By province code: names by kind. */
  communes: z.record(
    ProvinceCode,
    z.object({ phường: z.array(z.string()), xã: z.array(z.string()), 'đặc khu': z.array(z.string()) }),
  ),
})
export type Units = z.infer<typeof Units>

/** The reference file → `Units`; throws a ZodError where it is none. */
export function parseUnits(json: unknown): Units {
  return Units.parse(json)
}

export interface District {
  code: string
  name: string
  kind: string
  province: string
}

export interface Commune {
  name: string
  kind: string
  province: string
}

/** The provinces of the map in force on a date. */
export function provincesOn(units: Units, date: string): ProvinceRecord[] {
  return units.provinces.filter(
    (province) =>
      (province.from === null || province.from <= date) &&
      (province.until === null || province.until >= date),
  )
}

/** The province of that name on that date, whatever tone placement or case the name is printed with. */
export function findProvince(units: Units, date: string, name: string): ProvinceRecord | null {
  const wanted = foldWords(name)
  return provincesOn(units, date).find((province) => namesOf(province).includes(wanted)) ?? null
}

/** Names a province is known by, folded. */
function namesOf(province: ProvinceRecord): string[] {
  return [province.name, ...(province.aliases ?? [])].map(foldWords)
}

/** Every district of that name; only those of that kind where there are any (a town may have become a city). */
export function findDistricts(units: Units, date: string, kind: string, name: string): District[] {
  if (date > units.districtsUntil) return []
  const wanted = foldWords(name)
  const named = Object.entries(units.districts).flatMap(([province, rows]) =>
    rows
      .filter((row) => foldWords(row[1]) === wanted)
      .map((row) => ({ code: row[0], name: row[1], kind: row[2], province })),
  )
  const ofKind = named.filter((district) => district.kind === kind)
  return ofKind.length > 0 ? ofKind : named
}

/** Every commune of that kind and name on the map since 2025. */
export function findCommunes(units: Units, date: string, kind: string, name: string): Commune[] {
  if (date < units.communesFrom) return []
  const wanted = foldWords(name)
  return Object.entries(units.communes).flatMap(([province, byKind]) =>
    (kind === 'phường' || kind === 'xã' || kind === 'đặc khu' ? byKind[kind] : [])
      .filter((commune) => foldWords(commune) === wanted)
      .map((commune) => ({ name: commune, kind, province })),
  )
}
