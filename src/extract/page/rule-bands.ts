import type { Rule } from './ink.js'

/** Parallel lines this close are one line, drawn double or in pieces. */
const bandWidth = 2.6
/** Pieces of a dashed or dotted line lie no farther apart. */
const dashGap = 4.5
/** What is shorter after joining is a dot, a stroke of a letter or a flourish. */
const shortest = 7

/** Lines drawn double, dashed, dotted or piece by piece → whole ones, sorted by position. */
export function wholeRules(rules: Rule[]): Rule[] {
  return bandsOf(rules)
    .flatMap(joinPieces)
    .filter((rule) => rule.to - rule.from >= shortest)
    .sort((a, b) => a.at - b.at || a.from - b.from)
}

function bandsOf(rules: Rule[]): Rule[][] {
  const bands: Rule[][] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const band = bands.at(-1)
    if (band !== undefined && rule.at - (band[0]?.at ?? 0) <= bandWidth) band.push(rule)
    else bands.push([rule])
  }
  return bands
}

function joinPieces(band: Rule[]): Rule[] {
  const sorted = [...band].sort((a, b) => a.from - b.from)
  const joined: Rule[] = []
  const at = weightedPosition(band)
  for (const piece of sorted) {
    const open = joined.at(-1)
    if (open !== undefined && piece.from - open.to <= dashGap) open.to = Math.max(open.to, piece.to)
    else joined.push({ at, from: piece.from, to: piece.to })
  }
  return joined
}

/** Longer pieces decide where the line stands. */
function weightedPosition(band: Rule[]): number {
  const weight = (rule: Rule): number => rule.to - rule.from + 0.1
  const sum = band.reduce((total, rule) => total + weight(rule), 0)
  return band.reduce((total, rule) => total + rule.at * weight(rule), 0) / sum
}
