import type { Repair } from '../../schemas/repair.js'
import type { LineChange } from '../language/reading.js'

/** A change and where it begins in the line as it was before the step that made it. */
export interface PlacedRepair extends Repair {
  start: number
}

/** A line after repair; `repairs` in the order in which they were made. */
export interface RepairedLine {
  text: string
  repairs: Repair[]
}

/** Readings that are less sure than this are pointed out. */
export const uncertainBelow = 0.9

/** Readings that are less sure than this are not taken: the word stays as it stands, and is pointed out. */
export const keepRawBelow = 0.4

/** Whether the reader should look at a change. */
export function isUncertain(repair: Repair): boolean {
  return repair.confidence < uncertainBelow
}

/** A line after its changes, which do not overlap. */
export function applyChanges(text: string, changes: readonly LineChange[]): RepairedLine {
  if (changes.length === 0) return { text, repairs: [] }
  const inOrder = [...changes].sort((a, b) => a.start - b.start)
  let out = ''
  let copied = 0
  for (const { start, repair } of inOrder) {
    out += text.slice(copied, start) + repair.to
    copied = start + repair.from.length
  }
  return { text: out + text.slice(copied), repairs: inOrder.map((change) => change.repair) }
}

/** A confidence as it is written down: three digits. */
export function roundConfidence(confidence: number): number {
  return Math.min(1, Math.round(confidence * 1000) / 1000)
}
