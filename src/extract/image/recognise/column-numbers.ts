import type { RecognisedWord } from '../../../../schemas/recogniser.js'
import type { GridCell, TableGrid } from '../../page/grid.js'
import { centreX, centreY } from '../../page/ink.js'

/** A bracketed number, or what recognition leaves of one: a bracket may be lost or taken for a one, the figure lost. */
const short = /^[([{1lI|]?[^\s()[\]{}]{0,2}[)\]}1lI|]?$/u
/** Of the cells of such a row, so many hold something, and so many of these a bracket. No row of data does. */
const leastFilled = 0.6
const leastBracketed = 0.6
const fewest = 3

/**
 * Below their heading, tables number their columns: '(1) (2) (3)'. Signs that small are often misread; a row whose cells
 * all look like bracketed numbers has them put right.
 */
export function mendColumnNumbers(grid: TableGrid, words: readonly RecognisedWord[]): RecognisedWord[] {
  const mended = new Map<RecognisedWord, string>()
  for (let row = 0; row < Math.min(4, grid.rows); row++) {
    const cells = grid.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column)
    const own = cells.map((cell) => words.filter((word) => isIn(word, cell)))
    const filled = own.filter((inside) => inside.length > 0)
    if (filled.length < Math.max(fewest, leastFilled * cells.length)) continue
    const texts = filled.map((inside) => inside.map(({ text }) => text).join(''))
    const bracketed = texts.filter((text) => /[()[\]{}]/u.test(text)).length
    if (!texts.every((text) => short.test(text)) || bracketed < leastBracketed * texts.length) continue
    for (const [index, [first, ...rest]] of own.entries()) {
      if (first !== undefined) mended.set(first, `(${index + 1})`)
      for (const word of rest) mended.set(word, '')
    }
  }
  return words.flatMap((word) => {
    const text = mended.get(word) ?? word.text
    return text === '' ? [] : [{ ...word, text }]
  })
}

function isIn(word: RecognisedWord, { box }: GridCell): boolean {
  const [x, y] = [centreX(word.box), centreY(word.box)]
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3]
}
