import type { Scores } from '../../schemas/plan.js'

/** A printed score: a number, or an achieved score over its maximum ('9,49/9,5'). */
export interface PrintedScore {
  value: number
  max: number | null
}

const single = /^[-–]?\s*(\d{1,4}(?:[.,]\d{1,4})?)\s*(?:điểm|đ|%)?$/iu
const pair = /^(\d{1,4}(?:[.,]\d{1,4})?)\s*\/\s*(\d{1,4}(?:[.,]\d{1,4})?)\s*(?:điểm|đ)?$/iu

/** Reads '7,5', '7.5', '6,805', '9,49/9,5'; null for anything else. */
export function parseScore(text: string): PrintedScore | null {
  const bare = text.trim().replace(/[.;]$/u, '')
  const both = pair.exec(bare)
  if (both !== null) return { value: toNumber(both[1] ?? ''), max: toNumber(both[2] ?? '') }
  const one = single.exec(bare)
  return one === null ? null : { value: toNumber(one[1] ?? ''), max: null }
}

function toNumber(text: string): number {
  return Number(text.replace(',', '.'))
}

/** A cell that says on purpose that there is no score. */
export function isNoScore(text: string): boolean {
  return /^(?:[-–—xX/…. ]*|không|k\.?)$/u.test(text.trim())
}

export function emptyScores(): Scores {
  return { max: null, achieved: [], target: [] }
}
