import type { Agreement, Kin } from '../../schemas/related.js'
import { foldWords } from '../language/letters.js'

/** A document of a batch as far as it matters here. */
export interface Relative {
  /** Its place in the batch. */
  index: number
  file: string
  kin: Kin
}

export function numberKey(number: string | null): string | null {
  return number === null
    ? null
    : number
        .toUpperCase()
        .replaceAll('Đ', 'D')
        .replace(/^0+(?=\d)/u, '')
}

export function sameNumber(a: string | null, b: string | null): Agreement {
  if (a === null || b === null) return 'open'
  return numberKey(a) === numberKey(b) ? 'same' : 'different'
}

export function sameDate(a: string | null, b: string | null): Agreement {
  if (a === null || b === null) return 'open'
  return a === b ? 'same' : 'different'
}

/** 'Sở Nội vụ' leaves open which province's; 'Ủy ban nhân dân tỉnh' which province. */
export function sameIssuer(a: string | null, b: string | null): Agreement {
  if (a === null || b === null) return 'open'
  const [left, right] = [foldWords(a), foldWords(b)]
  if (left === right) return 'same'
  return `${left} `.startsWith(`${right} `) || `${right} `.startsWith(`${left} `) ? 'open' : 'different'
}

/** Whether the years of two plans overlap. */
export function sameYears(a: readonly number[], b: readonly number[]): Agreement {
  if (a.length === 0 || b.length === 0) return 'open'
  return a.some((year) => b.includes(year)) ? 'same' : 'different'
}

export function sameFolder(a: Relative, b: Relative): boolean {
  return folderOf(a.file) === folderOf(b.file)
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')))
}

const amending = /\b(?:sua doi|bo sung|dieu chinh|thay the|dinh chinh)\b/u

/** A plan that changes another one says so in its title. */
export function amends({ title }: Kin): boolean {
  return title !== null && amending.test(foldWords(title))
}

/** The years that a title names. */
export function yearsIn(title: string | null): number[] {
  return [...(title ?? '').matchAll(/(?<!\d)20\d\d(?!\d)/gu)].map(([year]) => Number(year))
}
