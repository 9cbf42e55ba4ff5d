import type { CellKey, Correction, CorrectionFile } from '../../schemas/corrections.js'
import type { Plan } from '../../schemas/plan.js'
import { printableLines } from '../language/printable.js'
import { type CellReaders, cellValue, setCell, typedNumber } from './cell-values.js'

export { type CellReaders, cellValue, findCriterion } from './cell-values.js'

/** Why a typed correction was not taken. */
export interface Refusal {
  key: CellKey
  reason: 'no-such-cell' | 'value-changed' | 'not-a-number'
  /** What stands in the plan now. */
  current: string | null
}

/** A correction as it was typed, before it is known to fit. */
export type TypedCorrection = Omit<Correction, 'when'>

/** Sorts typed corrections: those that fit the plan as phuluc read it, and those that do not, each with the reason. */
export function fitCorrections<T extends TypedCorrection>(
  plan: Plan,
  typed: readonly T[],
): { fitting: T[]; refused: Refusal[] } {
  const fitting: T[] = []
  const refused: Refusal[] = []
  for (const correction of typed) {
    const current = cellValue(plan, correction)
    const reason = refusalOf(correction, current)
    if (reason === null) fitting.push(correction)
    else refused.push({ key: keyOf(correction), reason, current: current ?? null })
  }
  return { fitting, refused }
}

/** A workbook shows signs that cannot be seen as what they are. */
function asShown(text: string | null): string | null {
  return text === null ? null : printableLines(text)
}

function refusalOf(
  correction: TypedCorrection,
  current: string | null | undefined,
): Refusal['reason'] | null {
  if (current === undefined) return 'no-such-cell'
  if (asShown(current) !== asShown(correction.old)) return 'value-changed'
  const isScore = correction.field.endsWith('Score')
  return isScore && correction.new !== null && typedNumber(correction.new) === null ? 'not-a-number' : null
}

function keyOf({ criterion, action, field }: CellKey): CellKey {
  return { criterion, action, field }
}

/** Adds fitting corrections to those known; one that says what is known already changes nothing. */
export function mergeCorrections(
  known: readonly Correction[],
  fitting: readonly TypedCorrection[],
  when: string,
): Correction[] {
  const merged = [...known]
  for (const correction of fitting) {
    const at = merged.findIndex((other) => sameCell(other, correction))
    const same = at >= 0 && merged[at]?.new === correction.new && merged[at]?.old === correction.old
    if (same) continue
    const entry = { ...keyOf(correction), old: correction.old, new: correction.new, when }
    if (at < 0) merged.push(entry)
    else merged[at] = entry
  }
  return merged
}

function sameCell(one: CellKey, other: CellKey): boolean {
  return one.criterion === other.criterion && one.action === other.action && one.field === other.field
}

/** A plan with its corrections; those that no longer fit are left out and told. The plan given stays as it is. */
export function applyCorrections(
  plan: Plan,
  file: CorrectionFile,
  readers: CellReaders,
): { plan: Plan; applied: Correction[]; refused: Refusal[] } {
  const corrected = structuredClone(plan)
  const { fitting, refused } = fitCorrections(plan, file.corrections)
  for (const correction of fitting) setCell(corrected, correction, correction.new, readers)
  return { plan: corrected, applied: fitting, refused }
}
