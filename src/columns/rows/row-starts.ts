import type { InterleavedLine, LineToken } from '../lines.js'
import { openingsOf } from '../openings.js'
import {
  costOfMisreadDigit,
  countsBack,
  countsOn,
  fewestParts,
  jumps,
  missedRule,
  mostChains,
} from '../parameters.js'
import { numeralValue } from './labels.js'

/**
 * Which lines begin a row: numbers at the beginnings of lines are labels where they count on from each other. A
 * number without a rule behind it may be any number of the text.
 */

/** A number that a line begins with, as a label. */
interface Candidate {
  line: number
  label: string
  parts: readonly number[]
  roman: boolean
  /** How much speaks for a label there, whatever its number. */
  evidence: number
}

/** A way to take candidates for labels. */
interface Chain {
  score: number
  candidate: Candidate
  before: Chain | null
  /** The last numeral and the last number, whatever came after. */
  numeral: readonly number[]
  number: readonly number[]
}

/** Lines that begin rows, with their labels. */
export function findLabels(lines: readonly InterleavedLine[]): Map<number, string> {
  let chains: Chain[] = []
  let skipped = 0
  lines.forEach((line, index) => {
    const own = candidatesAt(line, index)
    if (own.length === 0) return
    const passed = own[0]?.evidence ?? 0
    const extended = own.flatMap((candidate) => {
      const bests = chains.map((chain) => extend(chain, candidate))
      return [...bests, extend(null, candidate, skipped)]
    })
    const skip = passed > 2 ? missedRule : 0
    skipped += skip
    for (const chain of chains) chain.score += skip
    chains = [...chains, ...extended].sort((a, b) => b.score - a.score).slice(0, mostChains)
  })
  const labels: [number, string][] = []
  for (let chain = chains[0] ?? null; chain !== null; chain = chain.before)
    labels.push([chain.candidate.line, chain.candidate.label])
  return new Map(labels.reverse())
}

const arabic = /^\d{1,2}(?:[.,]\d{1,2}){0,3}[.,)]?$/u
const runTogether = /^(?:\d[.,]?){2,4}$/u
const score = /^\d{1,2}[.,]\d{1,4}$/u

function candidatesAt({ tokens }: InterleavedLine, line: number): Candidate[] {
  const [token, next] = tokens
  if (token === undefined) return []
  const found: Candidate[] = []
  for (const text of new Set([token.raw, token.text])) {
    const scored = tokens.slice(2).some((other) => score.test(other.raw)) && /\d{2}|\d[.,]\d/u.test(text)
    const evidence =
      evidenceFor(text, next?.bar === true, next?.capital === true, tokens.length) + (scored ? 4 : 0)
    const roman = numeralValue(text)
    if (roman > 0) {
      const label = text.replace(/[.,)]$/u, '')
      found.push({
        line,
        label,
        parts: [roman],
        roman: true,
        evidence: evidence + (next === undefined ? 2 : 0),
      })
      continue
    }
    if (arabic.test(text)) {
      const label = text.replace(/[.,)]$/u, '').replaceAll(',', '.')
      found.push({ line, label, parts: label.split('.').map(Number), roman: false, evidence })
    }
    if (!runTogether.test(text)) continue
    const parts = (text.match(/\d/gu) ?? []).map(Number)
    found.push({ line, label: parts.join('.'), parts, roman: false, evidence: evidence - 1 })
    if (parts.length < 3 || !(scored || next?.bar === true)) continue
    for (let last = 1; last <= 9; last++) {
      const misread = [...parts.slice(0, -1), last]
      found.push({
        line,
        label: misread.join('.'),
        parts: misread,
        roman: false,
        evidence: evidence - 1 - costOfMisreadDigit,
      })
    }
  }
  return found.filter(
    (candidate, index) => found.findIndex(({ label }) => label === candidate.label) === index,
  )
}

function evidenceFor(text: string, bar: boolean, capital: boolean, tokens: number): number {
  const dotted = /\d[.,]\d/u.test(text)
  return (bar ? 3 : -2) + (capital ? 1 : -1) + (dotted ? 1.5 : 0) - (tokens === 1 ? 1 : 0)
}

function extend(chain: Chain | null, candidate: Candidate, skipped = 0): Chain {
  const { roman, parts, evidence } = candidate
  const relation = chain === null ? (parts.at(-1) === 1 ? 2 : 0) + skipped : relationOf(chain, candidate)
  return {
    score: (chain?.score ?? 0) + evidence + relation,
    candidate,
    before: chain,
    numeral: roman ? parts : (chain?.numeral ?? []),
    number: roman ? [] : parts,
  }
}

function relationOf(chain: Chain, { roman, parts }: Candidate): number {
  if (roman) {
    const step = (parts[0] ?? 0) - (chain.numeral[0] ?? 0)
    return step === 1 ? countsOn : step === 0 ? jumps : step > 0 ? jumps - step : countsBack
  }
  if (chain.number.length === 0) {
    const first = parts.at(-1) === 1 ? countsOn : jumps
    const above = chain.candidate.roman ? lastNumber(chain) : []
    return above.length > 0 ? Math.max(first, follows(above, parts)) : first
  }
  return follows(chain.number, parts)
}

/** The last number before the numerals that a chain ends with. */
function lastNumber(chain: Chain): readonly number[] {
  for (let at: Chain | null = chain; at !== null; at = at.before) if (at.number.length > 0) return at.number
  return []
}

/** How well a number follows another: as the next one, the first under it, or the next of one above. */
function follows(before: readonly number[], after: readonly number[]): number {
  let common = 0
  while (common < before.length && common < after.length && before[common] === after[common]) common++
  if (common === after.length) return countsBack
  const value = after[common] ?? 0
  const rest = after.length - common - 1
  if (common === before.length) return (value === 1 ? countsOn : jumps + 1) - 1.5 * rest
  const step = value - (before[common] ?? 0)
  if (step < 0) return countsBack
  return (step === 1 ? countsOn : jumps - 0.3 * step) - (rest > 0 ? 1.5 * rest - 1 : 0)
}

const opensList = /^(?:\p{L}\)|[-–+•])/u

/**
 * Lines without a label that begin a row all the same: a text, agencies and a time, or agencies twice, begin side by
 * side, parted by rules.
 */
export function findFurtherRows(
  lines: readonly InterleavedLine[],
  labels: ReadonlyMap<number, string>,
): Set<number> {
  return new Set(lines.flatMap((line, index) => (!labels.has(index) && beginsCells(line) ? [index] : [])))
}

function isOpening(token: LineToken): boolean {
  return token.capital || token.numeric
}

function beginsCells({ tokens }: InterleavedLine): boolean {
  const first = tokens[0]
  const begins = tokens.flatMap(({ bar }, index) => (bar && index > 0 ? [index] : []))
  if (first === undefined || begins.length + 1 < fewestParts) return false
  if (!first.capital && !opensList.test(first.text)) return false
  const openings = openingsOf(tokens)
  const opening = begins.map((index) => openings[index])
  const agencies = opening.filter((own) => own?.agency === true).length
  const times = opening.filter((own, at) => own?.time === true && own.agency !== true && at > 0).length
  const alien = opening.length - agencies - times
  return begins.every((index) => isOpening(tokens[index] as LineToken)) && alien <= 1 && agencies + times >= 2
}
