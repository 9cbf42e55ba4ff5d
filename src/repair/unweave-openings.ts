import { looksLikeAgency } from '../language/agency-words.js'
import { plain } from './plain.js'
import type { WovenToken } from './unweave-lines.js'

/** Whether a text that begins with a token reads like an agency, or like a time. */
export interface Opening {
  agency: boolean
  time: boolean
}

const wordsOfAgency = 3
const time =
  /^(?:thuong|quy|nam|cuoi|dau|giua|truoc|sau|thang|hang|hai|tuan|ngay|tu|den|trong|dinh|theo|khi|bao cao|hoan|moi|lien|6|0?\d|\d+\/|quy\/)/u

/** What a cell that begins with each token of a line may be. */
export function openingsOf(tokens: readonly WovenToken[]): Opening[] {
  return tokens.map((token, index) => {
    const text = tokens
      .slice(index, index + wordsOfAgency)
      .map((other) => other.text)
      .join(' ')
    return { agency: looksLikeAgency(text), time: token.numeric || time.test(plain(text)) }
  })
}
