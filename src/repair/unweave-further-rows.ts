import type { WovenLine, WovenToken } from './unweave-lines.js'
import { openingsOf } from './unweave-openings.js'

const fewestParts = 3
const opensList = /^(?:\p{L}\)|[-–+•])/u

/**
 * Lines without a label that begin a row all the same: a text, agencies and a time, or agencies twice, begin side by
 * side, parted by rules.
 */
export function findFurtherRows(
  lines: readonly WovenLine[],
  labels: ReadonlyMap<number, string>,
): Set<number> {
  return new Set(lines.flatMap((line, index) => (!labels.has(index) && beginsCells(line) ? [index] : [])))
}

function isOpening(token: WovenToken): boolean {
  return token.capital || token.numeric
}

function beginsCells({ tokens }: WovenLine): boolean {
  const first = tokens[0]
  const begins = tokens.flatMap(({ bar }, index) => (bar && index > 0 ? [index] : []))
  if (first === undefined || begins.length + 1 < fewestParts) return false
  if (!first.capital && !opensList.test(first.text)) return false
  const openings = openingsOf(tokens)
  const opening = begins.map((index) => openings[index])
  const agencies = opening.filter((own) => own?.agency === true).length
  const times = opening.filter((own, at) => own?.time === true && own.agency !== true && at > 0).length
  const alien = opening.length - agencies - times
  return (
    begins.every((index) => isOpening(tokens[index] as WovenToken)) && alien <= 1 && agencies + times >= 2
  )
}
