import type { Plan } from '../../schemas/plan.js'
import { openCase } from './case.js'
import { compareCells } from './cells.js'
import { judgeCodes } from './codes.js'
import { rereadDeadlines } from './deadlines.js'
import { judgeHeader } from './header.js'
import { judgeKinds } from './kinds.js'
import { weighWords } from './ledger.js'
import type { RawSource } from './raw-source.js'
import { judgeRows } from './rows.js'
import type { Suspicion } from './suspicion.js'
import { judgeWording } from './wording.js'

export { findingOf } from './finding.js'
export type { RawSource } from './raw-source.js'
export { readRaw } from './read/index.js'
export type { Suspicion } from './suspicion.js'

/**
 * What speaks against the plans of a source, by the source's own words and by the shapes of the plans' values. It knows
 * nothing of how they were read, so that plans made by anybody are judged alike.
 */
export function audit(source: RawSource, plans: readonly Plan[]): Suspicion[] {
  const audited = openCase(source, plans)
  return [
    weighWords,
    compareCells,
    judgeRows,
    rereadDeadlines,
    judgeCodes,
    judgeKinds,
    judgeHeader,
    judgeWording,
  ].flatMap((signals) => signals(audited))
}
