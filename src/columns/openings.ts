import { looksLikeAgency } from '../language/agency-words.js'
import { plain } from '../language/plain.js'
import type { InterleavedLine, LineToken } from './lines.js'
import { wordsOfAgency } from './parameters.js'

/** Whether a text that begins with a token reads like an agency, or like a time. */
export interface Opening {
  agency: boolean
  time: boolean
}

const time =
  /^(?:thuong|quy|nam|cuoi|dau|giua|truoc|sau|thang|hang|hai|tuan|ngay|tu|den|trong|dinh|theo|khi|bao cao|hoan|moi|lien|6|0?\d|\d+\/|quy\/)/u

/** What a cell that begins with each token of a line may be. */
export function openingsOf(tokens: readonly LineToken[]): Opening[] {
  return tokens.map((token, index) => {
    const text = tokens
      .slice(index, index + wordsOfAgency)
      .map((other) => other.text)
      .join(' ')
    return { agency: looksLikeAgency(text), time: token.numeric || time.test(plain(text)) }
  })
}

const opensList = /^(?:\p{L}\)|[-–+•])/u

/** Something begins in it that may be a text, and later in it what may be agencies and what may be a time. */
export function mayBeginRow({ tokens }: InterleavedLine): boolean {
  const first = tokens[0]
  if (first === undefined || !(first.capital || opensList.test(first.text))) return false
  const openings = openingsOf(tokens)
  const has = (kind: keyof Opening): boolean =>
    tokens.some(
      (token, index) => index > 0 && (token.capital || token.numeric) && openings[index]?.[kind] === true,
    )
  return has('agency') && has('time')
}
