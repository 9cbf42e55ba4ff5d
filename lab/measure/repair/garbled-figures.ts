import { readColumns } from '../../../src/columns/index.js'
import { commonItems } from '../../../src/language/align.js'
import { placeTone } from '../../../src/language/syllable.js'
import { isUncertain } from '../../../src/repair/changes.js'
import { repairText, type TextChange } from '../../../src/repair/index.js'
import type { RepairOptions } from '../../../src/repair/repair-lines.js'

/** A line as it was recognised, and what the print says; null where nobody has read it, '⟦?⟧' for what nobody can. */
export interface JudgedLine {
  found: string
  print: string | null
}

/** What reading wrong-language recognition gave, in counts of words and milliseconds. */
export interface GarbledFigures {
  words: number
  right: number
  rawRight: number
  /** Words of the result that have a digit or come from letters with one. */
  withDigit: number
  withDigitRight: number
  /** Words of the result in lines that can be read throughout. */
  found: number
  flagged: number
  unflaggedRight: number
  milliseconds: number
}

const word = /[\p{L}\p{N}]+/gu
const unreadable = '⟦?⟧'

/** Reads the lines together and compares them word by word, case and place of the tone mark folded. */
export function measureGarbled(lines: readonly JudgedLine[], options: RepairOptions): GarbledFigures[] {
  const began = performance.now()
  const { value } = repairText(lines.map(({ found }) => found).join('\n'), {
    readAgain: readColumns,
    ...options,
  })
  const milliseconds = (performance.now() - began) / lines.length
  const changes = new Map<number, TextChange[]>()
  for (const change of value.changes) changes.set(change.line, [...(changes.get(change.line) ?? []), change])
  return value.text
    .split('\n')
    .map((text, index) => ({ ...compare(lines[index], text, changes.get(index + 1) ?? []), milliseconds }))
}

function compare(line: JudgedLine | undefined, text: string, changes: readonly TextChange[]): GarbledFigures {
  const figures = emptyGarbledFigures()
  const print = line?.print ?? null
  if (line === undefined || print === null) return figures
  const truth = wordsOf(print.replaceAll(unreadable, ' '))
  const result = [...text.matchAll(word)]
  const matched = new Set(
    alignedWith(
      truth,
      result.map(({ 0: found }) => folded(found)),
    ),
  )
  figures.words = truth.length
  figures.right = matched.size
  figures.rawRight = alignedWith(truth, wordsOf(line.found)).length
  if (print.includes(unreadable)) return figures
  const places = placesOf(text, changes)
  result.forEach(({ 0: found, index }, at) => {
    const change = places.find(({ start, end }) => index >= start && index < end)?.change
    const right = matched.has(at) ? 1 : 0
    figures.found++
    if (change !== undefined && isUncertain(change)) figures.flagged++
    else figures.unflaggedRight += right
    if (!/\d/u.test(found + (change?.from ?? ''))) return
    figures.withDigit++
    figures.withDigitRight += right
  })
  return figures
}

function placesOf(
  text: string,
  changes: readonly TextChange[],
): { start: number; end: number; change: TextChange }[] {
  let at = 0
  return changes
    .filter(({ method }) => method === 'ocr')
    .flatMap((change) => {
      const start = text.indexOf(change.to, at)
      if (start < 0) return []
      at = start + change.to.length
      return [{ start, end: at, change }]
    })
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(word)].map(({ 0: found }) => folded(found))
}

function folded(text: string): string {
  return placeTone(text.toLowerCase())
}

/** Places in `found` of the words that it has in common with `truth`. */
function alignedWith(truth: readonly string[], found: readonly string[]): number[] {
  return commonItems(truth, found).map(([, at]) => at)
}

function emptyGarbledFigures(): GarbledFigures {
  return {
    words: 0,
    right: 0,
    rawRight: 0,
    withDigit: 0,
    withDigitRight: 0,
    found: 0,
    flagged: 0,
    unflaggedRight: 0,
    milliseconds: 0,
  }
}

export function sumOfGarbled(all: readonly GarbledFigures[]): GarbledFigures {
  const sum = emptyGarbledFigures()
  for (const figures of all)
    for (const key of Object.keys(sum) as (keyof GarbledFigures)[]) sum[key] += figures[key]
  return sum
}
