import { placeTone } from '../../../src/language/syllable.js'
import type { RepairedLine } from '../../../src/repair/changes.js'
import { isUncertain } from '../../../src/repair/changes.js'

/** A line as it was set, as it was recognised, and the words' confidences. */
export interface ScanLine {
  clean: string
  found: string
  confidences: number[]
  /** The cell or paragraph that it belongs to, counted over the page. */
  cell: number
}

/** What the light pass did, in counts of words (runs of letters and digits) and of characters. */
export interface LightFigures {
  words: number
  /** Words of the print that the recognition lacks or has wrongly, before and after. */
  wrongBefore: number
  wrongAfter: number
  rightBefore: number
  /** Words that were right and are not any more. */
  broken: number
  /** Words changed without flag, and how many of them are right now. */
  applied: number
  appliedRight: number
  /** Words changed without flag that are wrong now, of which the print itself, read without doubt, is changed likewise: misprints. */
  appliedMisprints: number
  flagged: number
  /** Character errors (edit distance) of the cells. */
  characters: number
  errorsBefore: number
  errorsAfter: number
}

/** Runs of letters and digits with a letter among them: numbers by themselves are read by another engine. */
const word = /\p{N}*\p{L}[\p{L}\p{N}]*/gu

/**
 * Compares cells: the lines of one together, as set, as recognised and as repaired. `meant` is what the pass makes of
 * the lines as set.
 */
export function compareCells(
  lines: readonly ScanLine[],
  repaired: readonly RepairedLine[],
  meant: readonly RepairedLine[],
): LightFigures {
  const sum = emptyLightFigures()
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    while (to < lines.length && lines[to]?.cell === lines[from]?.cell) to++
    add(sum, compareCell(lines.slice(from, to), repaired.slice(from, to), meant.slice(from, to)))
    from = to
  }
  return sum
}

function compareCell(
  lines: readonly ScanLine[],
  repaired: readonly RepairedLine[],
  meant: readonly RepairedLine[],
): LightFigures {
  const clean = inOneLine(lines.map((line) => line.clean))
  const found = inOneLine(lines.map((line) => line.found))
  const text = inOneLine(repaired.map((line) => line.text))
  const truth = wordsOf(clean)
  const before = matchedWith(truth, wordsOf(found))
  const after = text === found ? before : matchedWith(truth, wordsOf(text))
  const figures = emptyLightFigures()
  figures.words = truth.length
  figures.rightBefore = before.truth.size
  figures.wrongBefore = truth.length - before.truth.size
  figures.wrongAfter = truth.length - after.truth.size
  for (const at of before.truth) if (!after.truth.has(at)) figures.broken++
  const asMeant = matchedWith(wordsOf(inOneLine(meant.map((line) => line.text))), wordsOf(text))
  countChanges(figures, repaired, after.found, asMeant.found)
  figures.characters = clean.length
  figures.errorsBefore = editDistance(clean, found)
  figures.errorsAfter = text === found ? figures.errorsBefore : editDistance(clean, text)
  return figures
}

/** Where lines are broken is no matter of the words. */
function inOneLine(lines: readonly string[]): string {
  return lines.join(' ').replace(/\s+/gu, ' ').trim()
}

function countChanges(
  figures: LightFigures,
  repaired: readonly RepairedLine[],
  right: ReadonlySet<number>,
  meant: ReadonlySet<number>,
): void {
  let words = 0
  for (const { text, repairs } of repaired) {
    const starts = [...text.matchAll(word)].map(({ index }) => index)
    let at = 0
    for (const repair of repairs) {
      const start = text.indexOf(repair.to, at)
      at = start + repair.to.length
      if (isUncertain(repair)) {
        figures.flagged++
        continue
      }
      const own = starts.flatMap((place, index) => (place >= start && place < at ? [words + index] : []))
      figures.applied++
      if (own.every((index) => right.has(index))) figures.appliedRight++
      else if (own.every((index) => right.has(index) || meant.has(index))) figures.appliedMisprints++
    }
    words += starts.length
  }
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(word)].map(({ 0: found }) => placeTone(found))
}

/** Places of the words that two texts have in common, in order (longest common subsequence). */
function matchedWith(
  truth: readonly string[],
  found: readonly string[],
): { truth: Set<number>; found: Set<number> } {
  const width = found.length + 1
  const longest = new Uint16Array((truth.length + 1) * width)
  const at = (t: number, f: number): number => longest[t * width + f] as number
  for (let t = truth.length - 1; t >= 0; t--) {
    for (let f = found.length - 1; f >= 0; f--) {
      longest[t * width + f] =
        truth[t] === found[f] ? at(t + 1, f + 1) + 1 : Math.max(at(t + 1, f), at(t, f + 1))
    }
  }
  const matched = { truth: new Set<number>(), found: new Set<number>() }
  for (let t = 0, f = 0; t < truth.length && f < found.length; ) {
    if (truth[t] === found[f] && at(t, f) === at(t + 1, f + 1) + 1) {
      matched.truth.add(t++)
      matched.found.add(f++)
    } else if (at(t + 1, f) >= at(t, f + 1)) t++
    else f++
  }
  return matched
}

/** Insertions, deletions and substitutions between two texts. */
export function editDistance(a: string, b: string): number {
  let row = Uint16Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint16Array(b.length + 1)
    next[0] = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      next[j] = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same)
    }
    row = next
  }
  return row[b.length] as number
}

export function emptyLightFigures(): LightFigures {
  return {
    words: 0,
    wrongBefore: 0,
    wrongAfter: 0,
    rightBefore: 0,
    broken: 0,
    applied: 0,
    appliedRight: 0,
    appliedMisprints: 0,
    flagged: 0,
    characters: 0,
    errorsBefore: 0,
    errorsAfter: 0,
  }
}

/** Adds figures to a sum. */
export function add(sum: LightFigures, figures: LightFigures): void {
  for (const key of Object.keys(sum) as (keyof LightFigures)[]) sum[key] += figures[key]
}
