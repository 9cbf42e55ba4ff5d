import type { Role } from '../../../schemas/table.js'
import type { InterleavedLine } from '../lines.js'
import { openingsOf } from '../openings.js'
import { fewestLinesWithTime, mostDissent } from '../parameters.js'
import type { Column } from './header-columns.js'

const agencyRoles: readonly Role[] = ['lead', 'coordinating', 'implementing']

/**
 * Columns in the order that their contents have: where a header is beyond reading, the lines on which rules are left
 * still show whether times stand before the agencies or behind them.
 */
export function inOrderOfContents(
  columns: readonly Column[],
  lines: readonly InterleavedLine[],
): readonly Column[] {
  const deadline = columns.find(({ role }) => role === 'deadline')
  const agencies = columns.filter(({ role }) => agencyRoles.includes(role))
  if (deadline === undefined || agencies.length === 0) return columns
  const places = lines.flatMap((line) => placeOfTime(line, agencies.length))
  const first = places.filter((place) => place === 0).length
  const dissent = Math.min(first, places.length - first)
  if (places.length < fewestLinesWithTime || dissent > mostDissent * places.length) return columns
  const others = columns.filter((column) => column !== deadline)
  const isAgency = ({ role }: Column): boolean => agencyRoles.includes(role)
  const at = first > dissent ? others.findIndex(isAgency) : others.findLastIndex(isAgency) + 1
  return [...others.slice(0, at), deadline, ...others.slice(at)]
}

/** How many agencies begin before the time, on a line whose rules show all of them. */
function placeOfTime({ tokens }: InterleavedLine, agencies: number): number[] {
  const openings = openingsOf(tokens)
  const begun = tokens.flatMap((token, index) =>
    token.bar && index > 0 && (token.capital || token.numeric) ? [openings[index]] : [],
  )
  const time = begun.findIndex((own) => own?.time === true && !own.agency)
  const own = begun.filter((opening) => opening?.agency === true)
  const before = begun.slice(0, Math.max(0, time)).filter((opening) => opening?.agency === true).length
  return time >= 0 && own.length === agencies && (before === 0 || before === agencies) ? [before] : []
}
