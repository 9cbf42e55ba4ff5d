import type { Piece } from './unweave-cuts.js'
import type { WovenColumn } from './unweave-header.js'
import type { WovenLine } from './unweave-lines.js'

/**
 * Tables whose labels stand in the middle of their rows: a row begins at a paragraph between two labels, the one that
 * leaves both labels nearest to the middle.
 */

/** Whether most parts of a table, each under the heading of a domain, begin with text instead of a label. */
export function hasCentredLabels(
  lines: readonly WovenLine[],
  rowStarts: ReadonlySet<number>,
  sections: ReadonlySet<number>,
): boolean {
  const firsts = lines.flatMap((_, index) => (sections.has(index - 1) && !sections.has(index) ? [index] : []))
  const bare = firsts.filter((index) => !rowStarts.has(index))
  return firsts.length >= 2 && bare.length > firsts.length / 2
}

/** Where the rows of such a table begin, and what the labels must be. */
export function centredRows(
  lines: readonly WovenLine[],
  pieces: readonly Piece[][],
  sections: ReadonlySet<number>,
  columns: readonly WovenColumn[],
): Set<number> {
  const task = columns.findIndex(({ role }) => role === 'task')
  const starts = new Set(sections)
  let block: number[] = []
  const close = (): void => {
    for (const start of startsWithin(block, lines, pieces, task)) starts.add(start)
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
  lines: readonly WovenLine[],
  pieces: readonly Piece[][],
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
    return text !== undefined && lines[index]?.tokens[text.first]?.capital === true
  })
  const starts = [first]
  for (let place = 1; place < labels.length; place++) {
    const [before, after] = [labels[place - 1] as number, labels[place] as number]
    const isBetween = (index: number): boolean => index > before && index <= after
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
export function countLabels(lines: readonly WovenLine[], pieces: readonly Piece[][]): void {
  let previous = 0
  pieces.forEach((own, index) => {
    const label = own.find(({ column }) => column === 0)
    const token = lines[index]?.tokens[label?.first ?? -1]
    if (token === undefined || /^[IVX]+\.?$/u.test(token.text)) return
    const digits = [...token.text].map((letter) => digitLike[letter] ?? letter).join('')
    const value = /^\d{1,2}\.?$/u.test(digits) ? Number.parseInt(digits, 10) : 0
    previous = value === 1 || value === previous + 1 ? value : previous + 1
    token.text = String(previous)
  })
}
