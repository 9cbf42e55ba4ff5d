import type { Repair } from '../../schemas/repair.js'

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
