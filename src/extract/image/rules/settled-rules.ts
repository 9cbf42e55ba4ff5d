import type { Rule, Rules } from '../../page/ink.js'

/** All in points. */
const limits = {
  /** An end this near to a line across meets it. */
  meets: 3.5,
  /** An end may stop short of the line across by this much, where ink is worn. */
  short: 9,
  /** Ends that stick out by this much are flaws. */
  overhang: 13,
  /** Pieces lie in one line when their positions differ by less. */
  inLine: 2,
  /** No wear takes away more of a rule at once. */
  lostPiece: 72,
  /** A rule this long needs fewer witnesses; letters and lines of letters are shorter. */
  long: 40,
  /** Brackets under each other in narrow rows look like a rule that is shorter than this. */
  longer: 60,
  /** Rows and columns less than this apart may be as near as a letter is tall. */
  letter: 22,
}

/** Share of the way to the next line across; what covers less of it may be a letter. */
const nearlyAll = 0.8

/**
 * The rules of a table bear each other out: they begin and end where others cross. What ends in the open was worn off
 * and goes on in its next piece; a short line that others do not bear out is a letter or a flourish.
 */
export function settledRules(found: Rules): Rules {
  const horizontal = bridged(found.horizontal, longOf(found.vertical))
  const vertical = bridged(found.vertical, longOf(horizontal))
  const posts = borneOut(vertical, longOf(horizontal)).map(toMeet(longOf(horizontal)))
  const beams = borneOut(horizontal, posts).map(toMeet(posts))
  return {
    horizontal: [...beams, ...standingAlone(horizontal, posts)].sort((a, b) => a.at - b.at),
    vertical: posts,
  }
}

function longOf(rules: Rule[]): Rule[] {
  return rules.filter((rule) => rule.to - rule.from >= limits.long)
}

/** Whether a line runs across at `place` of the other's direction, at the height `at`. */
function crosses(line: Rule, at: number): boolean {
  return line.from - limits.meets <= at && at <= line.to + limits.meets
}

/** Joins pieces of one line that stop where nothing crosses, both by a little or one by far. */
function bridged(rules: Rule[], across: Rule[]): Rule[] {
  /** How far the nearest line across is from an end. */
  const openness = (at: number, end: number): number =>
    Math.min(...across.filter((line) => crosses(line, at)).map((line) => Math.abs(line.at - end)))
  const joined: Rule[] = []
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    const length = rule.to - rule.from
    const before = joined.find((other) => {
      const gap = rule.from - other.to
      if (Math.abs(other.at - rule.at) > limits.inLine || gap < 0) return false
      if (gap > Math.min(limits.lostPiece, length, other.to - other.from)) return false
      const ends = [openness(other.at, other.to), openness(rule.at, rule.from)]
      return Math.min(...ends) > limits.meets || Math.max(...ends) > limits.short
    })
    if (before === undefined) joined.push({ ...rule })
    else {
      before.at =
        (before.at * (before.to - before.from) + rule.at * length) / (before.to - before.from + length)
      before.to = rule.to
    }
  }
  return joined
}

/**
 * Ends that nearly reach a line across are set upon it; ends that stick out by less than a letter's height are cut off,
 * because they may be one.
 */
function toMeet(across: Rule[]): (rule: Rule) => Rule {
  return (rule) => {
    const places = across.filter((line) => crosses(line, rule.at)).map((line) => line.at)
    const to = settledEnd(places, rule.to)
    const from = -settledEnd(
      places.map((place) => -place),
      -rule.from,
    )
    return from < to ? { at: rule.at, from, to } : rule
  }
}

function settledEnd(places: number[], end: number): number {
  const last = Math.max(...places.filter((place) => place <= end + limits.meets))
  const next = Math.min(...places.filter((place) => place > end + limits.meets))
  if (next - end <= limits.short && end - last >= nearlyAll * (next - last)) return next
  return end - last <= limits.overhang ? last : end
}

/** Lines that are long and meet another; short ones that reach from line to line, or that others are like. */
function borneOut(rules: Rule[], across: Rule[]): Rule[] {
  const open = rules.filter((rule) => rule.to - rule.from >= limits.letter)
  return rules.filter((rule) => {
    const met = across
      .filter((line) => crosses(line, rule.at))
      .map((line) => line.at)
      .filter((place) => place >= rule.from - limits.meets && place <= rule.to + limits.meets)
    const length = rule.to - rule.from
    if (met.length === 0) return false
    if (length >= limits.longer) return true
    const witnesses = [spansWholly(rule, met), hasLike(rule, rules)].filter((isOne) => isOne).length
    if (length >= limits.long || met.length > 1) return witnesses >= (length < limits.letter ? 2 : 1)
    return length >= limits.letter && open.filter((other) => endsLike(rule, other)).length > 2
  })
}

/** Reaches exactly from one line to another. */
function spansWholly(rule: Rule, met: number[]): boolean {
  const exact = 1.3
  return [rule.from, rule.to].every((end) => met.some((place) => Math.abs(place - end) <= exact))
}

/** Another rule stands in the same line, or two begin and end beside it. */
function hasLike(rule: Rule, rules: Rule[]): boolean {
  const isInLine = (other: Rule): boolean => other !== rule && Math.abs(other.at - rule.at) <= limits.inLine
  return rules.some(isInLine) || rules.filter((other) => endsLike(rule, other)).length > 2
}

function endsLike(rule: Rule, other: Rule): boolean {
  return Math.abs(rule.from - other.from) <= limits.meets && Math.abs(rule.to - other.to) <= limits.meets
}

/** Lines outside tables: below a letterhead, above footnotes, in forms. */
function standingAlone(rules: Rule[], across: Rule[]): Rule[] {
  return longOf(rules).filter(
    (rule) =>
      !across.some(
        (line) =>
          crosses(line, rule.at) && line.at >= rule.from - limits.meets && line.at <= rule.to + limits.meets,
      ),
  )
}
