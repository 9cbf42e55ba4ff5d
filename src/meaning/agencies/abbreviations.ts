import { type NameToken, tokensOf } from './name-tokens.js'

/** Abbreviations by their first folded word, the longest first. */
export type Abbreviations = Map<string, { short: string[]; full: NameToken[] }[]>

export function readAbbreviations(entries: Record<string, string>): Abbreviations {
  const byFirst: Abbreviations = new Map()
  for (const [short, full] of Object.entries(entries)) {
    const words = tokensOf(short).map((token) => token.folded)
    const list = byFirst.get(words[0] ?? '') ?? []
    list.push({ short: words, full: tokensOf(full) })
    byFirst.set(
      words[0] ?? '',
      list.sort((a, b) => b.short.length - a.short.length),
    )
  }
  return byFirst
}

/** Writes out every abbreviation; a short one must stand in capitals, 'ca' in 'cá nhân' is no 'CA'. */
export function writeOut(tokens: NameToken[], abbreviations: Abbreviations): NameToken[] {
  const written: NameToken[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = abbreviations.get(tokens[at]?.folded ?? '')?.find(({ short }) => stands(tokens, at, short))
    const token = tokens[at]
    if (token === undefined) break
    if (found === undefined) {
      written.push(token)
      at++
      continue
    }
    written.push(...found.full.map((word, index) => (index === 0 ? { ...word, joined: token.joined } : word)))
    at += found.short.length
  }
  return written
}

function stands(tokens: NameToken[], at: number, short: string[]): boolean {
  const long = short.join('').length >= 4
  return short.every((word, index) => {
    const token = tokens[at + index]
    return token?.folded === word && (long || token.capital)
  })
}
