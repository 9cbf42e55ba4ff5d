import type { RecognisedWord } from '../../../../schemas/recogniser.js'
import type { GridCell } from '../../page/grid.js'
import { type Box, centreX, centreY } from '../../page/ink.js'

/** Words of one printed line, from left to right. */
export interface PrintedLine {
  words: RecognisedWord[]
  /** The cell of a table in which it stands. */
  cell: GridCell | null
}

/** Feet of one line differ by less, in shares of its height. */
const sameFoot = 0.4

/**
 * Words → their lines. In a cell, their feet tell, as the engine gives pieces of a line different numbers; elsewhere two
 * lines may stand beside each other.
 */
export function printedLines(words: readonly RecognisedWord[], cells: readonly GridCell[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const word of [...words].sort((a, b) => a.box[0] - b.box[0])) {
    const cell = cells.find(({ box }) => holds(box, word)) ?? null
    const line = lines.find((other) => other.cell === cell && isIn(other.words, word, cell))
    if (line === undefined) lines.push({ words: [word], cell })
    else line.words.push(word)
  }
  return lines
}

function holds(box: Box, word: RecognisedWord): boolean {
  const [x, y] = [centreX(word.box), centreY(word.box)]
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3]
}

function isIn([first]: RecognisedWord[], word: RecognisedWord, cell: GridCell | null): boolean {
  if (first === undefined) return false
  if (cell === null) return first.line === word.line
  return Math.abs(first.baseline - word.baseline) < sameFoot * Math.min(first.height, word.height)
}
