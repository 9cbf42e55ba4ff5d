import type { IndexName } from '../../schemas/plan.js'
import { fold } from '../language/letters.js'

const patterns: [IndexName, RegExp][] = [
  ['PAR_INDEX', /par[\s-]*index|chi so (?:cai cach hanh chinh|cchc)/u],
  ['SIPAS', /sipas|chi so (?:do luong )?(?:su |muc do )?hai long|do luong (?:su|muc do) hai long/u],
  ['PAPI', /\bpapi\b|hieu qua quan tri/u],
]

/** The public indices that a title names, in a fixed order. */
export function indicesIn(text: string | null): IndexName[] {
  const folded = fold(text ?? '')
  return patterns.filter(([, pattern]) => pattern.test(folded)).map(([name]) => name)
}
