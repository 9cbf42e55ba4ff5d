import { commonItems, letterDistance } from '../../../src/language/align.js'
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
  figures.errorsBefore = letterDistance(clean, found)
  figures.errorsAfter = text === found ? figures.errorsBefore : letterDistance(clean, text)
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

/** Places of the words that two texts have in common. */
function matchedWith(
  truth: readonly string[],
  found: readonly string[],
): { truth: Set<number>; found: Set<number> } {
  const common = commonItems(truth, found)
  return { truth: new Set(common.map(([own]) => own)), found: new Set(common.map(([, at]) => at)) }
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
