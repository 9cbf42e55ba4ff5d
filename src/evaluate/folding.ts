import { collapse } from '../language/letters.js'

/**
 * What the comparison does not look at: Unicode form, white space, bullets and closing punctuation (contract rule 12),
 * and case where the print's capitals cannot be read.
 */
export interface Folding {
  foldCase: boolean
}

const bullets = /(?:^|(?<=\s))[-–—+*•●▪‑·](?=\s)/gu
const closing = /[\s.;:,…]+$/u

/** One text as the comparison sees it. */
export function foldText(text: string, folding: Folding): string {
  const pieces = collapse(text.normalize('NFC')).split(bullets)
  const folded = pieces.map((piece) => piece.trim().replace(closing, '')).filter((piece) => piece !== '')
  return withCase(folded.join(' '), folding)
}

/** A text as an exact name: only its form, white space, closing punctuation and leading bullet are folded. */
export function foldName(text: string, folding: Folding): string {
  const plain = collapse(text.normalize('NFC')).replace(/^[-–—+*•]\s+/u, '')
  return withCase(plain.replace(closing, ''), folding)
}

/** A list of paragraphs or bullets, read as one text. */
export function foldItems(items: readonly string[], folding: Folding): string {
  return foldText(items.join(' '), folding)
}

/** The same list with each item's closing punctuation folded, for print that closes its items differently. */
export function foldEachItem(items: readonly string[], folding: Folding): string[] {
  return items.map((item) => foldText(item, folding)).filter((item) => item !== '')
}

function withCase(text: string, folding: Folding): string {
  return folding.foldCase ? text.toLowerCase() : text
}
