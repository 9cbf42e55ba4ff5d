import type { Scores } from '../../schemas/plan.js'

/** A printed score: a number, or an achieved score over its maximum ('9,49/9,5'). */
export interface PrintedScore {
  value: number
  max: number | null
}

/** What '1.000' is in a table: a thousand, one, or (`null`) nobody can tell. */
export type DotMeaning = 'thousands' | 'decimal' | null

const single = /^([-–−+]?\d{1,4}(?:[.,]\d{1,4})?)\s*(?:điểm|đ|%)?$/iu
const pair = /^(\d{1,4}(?:[.,]\d{1,4})?)\s*\/\s*(\d{1,4}(?:[.,]\d{1,4})?)\s*(?:điểm|đ)?$/iu
const openDot = /^[-–−+]?[1-9]\d{0,2}\.\d{3}$/u

/** Reads '7,5', '7.5', '-0,5', '6,805', '9,49/9,5'; null for anything else and where a dot may mean two things. */
export function parseScore(text: string, dot: DotMeaning): PrintedScore | null {
  const bare = text.trim().replace(/[.;]$/u, '')
  const both = pair.exec(bare)
  if (both !== null) {
    const value = toNumber(both[1] ?? '', dot)
    const max = toNumber(both[2] ?? '', dot)
    return value === null || max === null ? null : { value, max }
  }
  const one = single.exec(bare)
  const value = one === null ? null : toNumber(one[1] ?? '', dot)
  return value === null ? null : { value, max: null }
}

/**
 * A table that writes its decimals with a comma divides thousands with a dot, and one that writes '7.25' does not;
 * where both or neither are printed, it stays open.
 */
export function dotMeaning(texts: string[]): DotMeaning {
  const comma = texts.some((text) => /\d,\d/u.test(text))
  const dot = texts.some((text) => /\d\.\d/u.test(text.replace(/\b[1-9]\d{0,2}\.\d{3}(?!\d)/gu, '')))
  if (comma === dot) return null
  return comma ? 'thousands' : 'decimal'
}

function toNumber(text: string, dot: DotMeaning): number | null {
  const plain = text.replace(/[–−]/u, '-')
  if (!openDot.test(plain)) return Number(plain.replace(',', '.'))
  if (dot === null) return null
  return Number(dot === 'thousands' ? plain.replace('.', '') : plain)
}

/** A cell that says on purpose that there is no score. */
export function isNoScore(text: string): boolean {
  return /^(?:[-–—xX/…. ]*|không|k\.?)$/u.test(text.trim())
}

export function emptyScores(): Scores {
  return { max: null, achieved: [], target: [] }
}
