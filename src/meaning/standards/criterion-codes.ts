import type { Criterion } from '../../../schemas/plan.js'
import { ordinalOf, parseCode } from '../../language/codes.js'

/** A criterion's number as a path of arabic numbers ('III' over '2' is '3.2'); null where it has none. */
export function codePaths(criteria: Criterion[]): Map<string, string | null> {
  const paths = new Map<string, string | null>()
  for (const criterion of criteria) {
    const above = criterion.parent === null ? null : (paths.get(criterion.parent) ?? null)
    paths.set(criterion.id, pathOf(criterion.code, above, criterion.parent === null))
  }
  return paths
}

function pathOf(code: string | null, above: string | null, isTop: boolean): string | null {
  const parsed = code === null ? null : parseCode(code)
  if (parsed === null) return null
  if (parsed.style === 'arabic' && parsed.parts.length > 1) return parsed.value
  const ordinal = ordinalOf(parsed.parts.at(-1) ?? '', parsed.style)
  if (ordinal === null) return null
  if (isTop) return String(ordinal)
  return above === null ? null : `${above}.${ordinal}`
}
