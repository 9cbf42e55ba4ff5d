import { romanValue } from '../../language/codes.js'
/** The forms of a plan's words (marks at the end of each) with their counts, by what they have in common. */
export interface WordForms {
  counts: Map<string, number>
  byFolded: Map<string, string[]>
  /** Frequent forms by their folded form and by what is left of it without one letter. */
  byShortened: Map<string, string[]>
}

/** How often a form stands that a word which stands once is measured by. */
const oftenFrom = 4

export function countForms(counts: Map<string, number>): WordForms {
  const byFolded = new Map<string, string[]>()
  const byShortened = new Map<string, string[]>()
  for (const [form, count] of counts) {
    const folded = foldForm(form)
    push(byFolded, folded, form)
    if (count >= oftenFrom) for (const short of shortened(folded)) push(byShortened, short, form)
  }
  return { counts, byFolded, byShortened }
}

/**
 * The forms that a word may be a misprint of: the same letters with other marks; for one that stands once, also one
 * letter more, less or other.
 */
export function rivalsOf(form: string, { counts, byFolded, byShortened }: WordForms): string[] {
  const own = counts.get(form) ?? 0
  const folded = foldForm(form)
  const marked = (byFolded.get(folded) ?? []).filter(
    (other) => other !== form && (counts.get(other) ?? 0) > 1,
  )
  if (own > 1 || romanValue(folded.toUpperCase()) > 0) return marked
  const close = new Set(shortened(folded).flatMap((short) => byShortened.get(short) ?? []))
  const isClose = (other: string): boolean => {
    const letters = foldForm(other)
    return letters !== folded && letters.length >= 2 && Math.abs(letters.length - folded.length) <= 1
  }
  return [...marked, ...[...close].filter(isClose)]
}

/** A form without marks, as far as they are apart from the letters; đ, ă, â … are folded by decomposition. */
function foldForm(form: string): string {
  return form.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd')
}

/** The word itself and what is left of it without one of its letters. */
function shortened(folded: string): string[] {
  return [folded, ...Array.from(folded, (_, index) => folded.slice(0, index) + folded.slice(index + 1))]
}

function push(map: Map<string, string[]>, key: string, form: string): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [form])
  else known.push(form)
}
