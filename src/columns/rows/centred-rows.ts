import type { Piece } from '../cut/pieces.js'
import type { Column } from '../header/header-columns.js'
import type { InterleavedLine } from '../lines.js'
import { mostCapitals, mostMissing } from '../parameters.js'
import { numeralValue } from './labels.js'

/**
 * Tables whose labels stand in the middle of their rows: a row begins at a paragraph between two labels, the one that
 * leaves both labels nearest to the middle.
 */

/** Whether labels stand beside the middle of their rows: then what follows them seldom begins a sentence. */
export function hasCentredLabels(
  lines: readonly InterleavedLine[],
  labels: ReadonlyMap<number, string>,
  sections: ReadonlyMap<number, unknown>,
): boolean {
  const rows = [...labels.keys()].filter(
    (index) => !sections.has(index) && (lines[index]?.tokens.length ?? 0) > 1,
  )
  const capitals = rows.filter((index) => lines[index]?.tokens[1]?.capital === true)
  return rows.length >= 3 && capitals.length < mostCapitals * rows.length
}

/** Where the rows of such a table begin, and what the labels must be. */
export function centredRows(
  lines: readonly InterleavedLine[],
  pieces: readonly (readonly Piece[])[],
  marked: ReadonlySet<number>,
  sections: ReadonlyMap<number, unknown>,
  columns: readonly Column[],
): Set<number> {
  const named = columns.findIndex(({ role }) => role === 'name')
  const text = named >= 0 ? named : columns.findIndex(({ role }) => role === 'task')
  const starts = new Set([...marked].filter((index) => sections.has(index)))
  let block: number[] = []
  const close = (): void => {
    for (const start of startsWithin(block, lines, pieces, text)) starts.add(start)
    block = []
  }
  lines.forEach((_, index) => {
    if (sections.has(index)) close()
    else block.push(index)
  })
  close()
  return starts
}

function startsWithin(
  block: readonly number[],
  lines: readonly InterleavedLine[],
  pieces: readonly (readonly Piece[])[],
  task: number,
): number[] {
  const first = block[0]
  if (first === undefined) return []
  const labels = block.filter((index) => pieces[index]?.some(({ column }) => column === 0))
  const paragraphs = block.filter((index) =>
    pieces[index]?.some(({ column, fresh }) => column === task && fresh),
  )
  const capitals = block.filter((index) => {
    const text = pieces[index]?.find(({ column }) => column === task)
    return text !== undefined && lines[index]?.tokens[text.text]?.capital === true
  })
  const opened = block.filter((index) => pieces[index]?.some(({ opensRow }) => opensRow))
  const starts = [first, ...opened]
  for (let place = 1; place < labels.length; place++) {
    const [before, after] = [labels[place - 1] as number, labels[place] as number]
    const isBetween = (index: number): boolean => index > before && index <= after
    if (opened.some(isBetween)) continue
    const begun = paragraphs.filter(isBetween)
    const between = begun.length > 0 ? begun : capitals.filter(isBetween)
    const middle = (before + after) / 2
    between.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    if (between[0] !== undefined) starts.push(between[0])
  }
  return starts
}

const digitLike: Record<string, string> = { A: '4', S: '5', B: '8', I: '1', Z: '2', O: '0' }

/** Labels that count on from row to row: one that does not is the next number. */
export function countLabels(lines: readonly InterleavedLine[], pieces: readonly (readonly Piece[])[]): void {
  const labels = pieces.flatMap((own, index) => {
    const label = own.find(({ column }) => column === 0)
    return label === undefined ? [] : [lines[index]?.tokens[label.text]?.text ?? '']
  })
  if (labels.some((label) => /\d\.\d/u.test(label))) return
  let previous = 0
  pieces.forEach((own, index) => {
    const label = own.find(({ column }) => column === 0)
    const token = lines[index]?.tokens[label?.text ?? -1]
    if (token === undefined || numeralValue(token.text) > 0) return
    const digits = [...token.text].map((letter) => digitLike[letter] ?? letter).join('')
    const value = /^\d{1,2}\.?$/u.test(digits) ? Number.parseInt(digits, 10) : 0
    previous = value === 1 || (value > previous && value <= previous + mostMissing) ? value : previous + 1
    token.text = String(previous)
  })
}
