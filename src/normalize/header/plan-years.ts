import { foldInPlace } from '../folded-text.js'

const period = /(?:giai doan|tu nam|cac nam|nam)\s*(\d{4})\s*(?:[-–—]|den(?: nam)?)\s*(\d{4})/gu
const outlook = /(?:dinh huong|tam nhin|den)\s+(?:den\s+)?(?:nam\s+)?\d{4}(?:\s*[-–—]\s*\d{4})?/gu
const dates = /ngay\s*\d{1,2}\s*thang\s*\d{1,2}\s*nam\s*\d{4}/gu
const singleYears = /(?:^|[^\p{L}])nam\s*(\d{4}(?:\s*(?:,|va|&)\s*(?:nam\s*)?\d{4})*)/gu
const longestPeriod = 15

/**
 * The years a title plans for: 'năm 2023', 'giai đoạn 2021-2025' (all of them), 'năm 2023 và những năm tiếp theo'
 * (2023). An outlook ('định hướng đến năm 2030') is none, nor is a
 * cited document's date. Of several years those before the issue are what it looks back on.
 */
export function planYearsOf(text: string, issuedOn: string | null): number[] {
  const folded = foldInPlace(text).replace(dates, ' ')
  const inPeriods = [...folded.matchAll(period)].flatMap((match) => range(Number(match[1]), Number(match[2])))
  const rest = folded.replace(period, ' ').replace(outlook, ' ')
  const named = [...rest.matchAll(singleYears)].flatMap((match) =>
    (match[1]?.match(/\d{4}/gu) ?? []).map(Number),
  )
  const years = ascending(named.filter(isYear))
  if (years.length === 0) return ascending(inPeriods)
  const issued = issuedOn === null ? null : Number(issuedOn.slice(0, 4))
  const ahead = years.filter((year) => issued !== null && year >= issued)
  return ahead.length > 0 ? ahead : years
}

function range(from: number, to: number): number[] {
  if (!isYear(from) || !isYear(to) || to < from || to - from > longestPeriod) return []
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function isYear(year: number): boolean {
  return year >= 1990 && year <= 2100
}

function ascending(years: number[]): number[] {
  return [...new Set(years)].sort((a, b) => a - b)
}
