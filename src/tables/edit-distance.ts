import levenshtein from 'fast-levenshtein'

/** Levenshtein distance in characters. */
export function distance(a: string, b: string): number {
  return levenshtein.get(a, b)
}
