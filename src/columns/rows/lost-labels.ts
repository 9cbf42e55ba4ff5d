import type { InterleavedLine } from '../lines.js'
import { fewestForStyle, usualStyle } from '../parameters.js'
import { hasCentredLabels } from './centred-rows.js'
import { numeralValue } from './labels.js'

/**
 * Labels that counting alone does not find or finds where there is none: a digit that was taken for a letter or for
 * another digit, where a number is missing, and the numbers of a list inside of a name.
 */

/** Letters that digits are taken for. */
const lookAlikes: Record<string, string> = {
  ...{ A: '4', a: '4', S: '5', s: '5', B: '8', I: '1', l: '1', Z: '2', z: '2' },
  ...{ O: '0', g: '9', q: '9', b: '6', G: '6', T: '7' },
}

interface Counted {
  line: number
  value: number
  roman: boolean
}

/** Adds labels where a number is missing and one line in between begins with a sign that may stand for it. */
export function findLostLabels(lines: readonly InterleavedLine[], labels: Map<number, string>): void {
  const domains = new Map([...labels].filter(([, label]) => numeralValue(label) > 0))
  if (!hasCentredLabels(lines, labels, domains)) return
  if ([...labels.values()].some((label) => /\d[.,]\d/u.test(label))) return
  const counted = [...labels]
    .sort(([a], [b]) => a - b)
    .map(([line, label]): Counted => {
      const roman = numeralValue(label)
      return roman > 0
        ? { line, value: roman, roman: true }
        : { line, value: Number.parseInt(label, 10), roman: false }
    })
  for (const { from, to, due } of gapsOf(counted, lines.length)) {
    const places = placesFor(due, lines, from, to)
    if (places.length === 1) labels.set(places[0] as number, String(due))
  }
}

interface Gap {
  /** The label is on a line after `from` and before `to`. */
  from: number
  to: number
  due: number
}

/** Where a number is passed over, and domains without any number among others that have some. */
function gapsOf(counted: readonly Counted[], end: number): Gap[] {
  const gaps: Gap[] = []
  let number: Counted | null = null
  const domains = counted.filter(({ roman }) => roman)
  const anew = domains.filter(({ line }) => counted.find((other) => other.line > line)?.value === 1).length
  const countsOn = anew * 2 <= domains.length
  counted.forEach((own, index) => {
    const next = counted[index + 1]
    if (own.roman && (next === undefined || next.roman)) {
      const due = (countsOn ? (number?.value ?? 0) : 0) + 1
      gaps.push({ from: own.line, to: next?.line ?? end, due })
      number = { line: own.line, value: due, roman: false }
    }
    if (own.roman) return
    const missing = number === null ? 0 : own.value - number.value - 1
    const from = counted[index - 1]?.roman === true ? (counted[index - 1] as Counted).line : number?.line
    if (missing === 1 && from !== undefined) gaps.push({ from, to: own.line, due: own.value - 1 })
    number = own
  })
  return gaps
}

/** Lines that begin with one sign that the number may have been taken for; otherwise with one digit. */
function placesFor(due: number, lines: readonly InterleavedLine[], from: number, to: number): number[] {
  const alike: number[] = []
  const digits: number[] = []
  for (let index = from + 1; index < to; index++) {
    const [token, next] = lines[index]?.tokens ?? []
    if (token === undefined || next === undefined) continue
    const sign = token.raw.replace(/[.,)]$/u, '')
    if (lookAlikes[sign] === String(due) || sign === String(due)) alike.push(index)
    else if (/^\d$/u.test(sign)) digits.push(index)
  }
  return alike.length > 0 ? alike : digits
}

/** The lines of lists inside of names: where lists begin, rows without a label, and where their items do. */
export interface ListedNames {
  begins: Set<number>
  items: Set<number>
}

/**
 * Takes out numbers with a dot that no rule follows, where other labels have no dot and a rule behind them: they count
 * a list inside of a name.
 */
export function dropListedNames(lines: readonly InterleavedLine[], labels: Map<number, string>): ListedNames {
  const own = [...labels].filter(([, label]) => /^\d+$/u.test(label)).map(([line]) => line)
  const ruled = own.filter((line) => lines[line]?.tokens.some(({ bar }) => bar))
  const isListed = (line: number): boolean => {
    const [token, next] = lines[line]?.tokens ?? []
    return token !== undefined && /^\d{1,2}[.)]$/u.test(token.raw) && next?.bar !== true
  }
  const found: ListedNames = { begins: new Set(), items: new Set() }
  const listed = ruled.filter(isListed)
  if (ruled.length < fewestForStyle || listed.length > (1 - usualStyle) * ruled.length) return found
  lines.forEach((_, line) => {
    if (!isListed(line)) return
    if (labels.get(line) === '1') found.begins.add(line)
    found.items.add(line)
    labels.delete(line)
  })
  return found
}
