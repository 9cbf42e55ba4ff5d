import type { Rule, Rules } from '../pdf/ink.js'

/** All in points. */
const limits = {
  /** An end this near to a line across meets it. */
  meets: 3.5,
  /** An end may stop short of the line across by this much, where ink is worn. */
  short: 9,
  /** Ends that stick out by this much are flaws. */
  overhang: 8,
  /** Pieces lie in one line when their positions differ by less. */
  inLine: 2,
  /** No wear takes away more of a rule at once. */
  lostPiece: 72,
  /** A rule this long needs fewer witnesses; letters and lines of letters are shorter. */
  long: 40,
  /** Rows and columns less than this apart may be as near as a letter is tall. */
  letter: 22,
}

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

/** Joins pieces of one line whose facing ends stop where nothing crosses. */
function bridged(rules: Rule[], across: Rule[]): Rule[] {
  const isOpen = (at: number, end: number): boolean =>
    !across.some((line) => Math.abs(line.at - end) <= limits.meets && crosses(line, at))
  const joined: Rule[] = []
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    const length = rule.to - rule.from
    const before = joined.find((other) => {
      const gap = rule.from - other.to
      if (Math.abs(other.at - rule.at) > limits.inLine || gap < 0) return false
      if (gap > Math.min(limits.lostPiece, length, other.to - other.from)) return false
      return isOpen(other.at, other.to) && isOpen(rule.at, rule.from)
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

/** Ends that nearly reach a line across, or stick out beyond the last one, are set upon it. */
function toMeet(across: Rule[]): (rule: Rule) => Rule {
  return (rule) => {
    const places = across.filter((line) => crosses(line, rule.at)).map((line) => line.at)
    const from = nearest(places, rule.from, limits.short, limits.overhang)
    const to = nearest(places, rule.to, limits.overhang, limits.short)
    return from < to ? { at: rule.at, from, to } : rule
  }
}

function nearest(places: number[], end: number, before: number, after: number): number {
  let best = end
  let least = Infinity
  for (const place of places) {
    const away = Math.abs(place - end)
    if (place >= end - before && place <= end + after && away < least) [best, least] = [place, away]
  }
  return best
}

/** Lines that cross two others at least, or that are long and meet one, or end where others end as well. */
function borneOut(rules: Rule[], across: Rule[]): Rule[] {
  const open = rules.filter((rule) => rule.to - rule.from >= limits.letter)
  return rules.filter((rule) => {
    const met = across
      .filter((line) => crosses(line, rule.at))
      .map((line) => line.at)
      .filter((place) => place >= rule.from - limits.meets && place <= rule.to + limits.meets)
    const length = rule.to - rule.from
    if (met.length === 0) return false
    if (length >= limits.long) return true
    if (met.length > 1) return length >= limits.letter || (spansWholly(rule, met) && hasLike(rule, rules))
    return length >= limits.letter && open.filter((other) => endsLike(rule, other)).length > 2
  })
}

/** What is as short as a letter reaches from one line exactly to the next. */
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
