import type { RecognisedWord } from '../../../schemas/recognition.js'
import type { GridCell, TableGrid } from '../pdf/grid.js'
import { centreX, centreY } from '../pdf/ink.js'

/** A bracketed number, or what recognition makes of one. */
const short = /^[([]?[\p{L}\d]{1,2}[)\]]?$/u
/** Of the cells of such a row, so many hold the number of their column as it is. */
const leastRight = 0.5

/**
 * Below their heading, tables number their columns: '(1) (2) (3)'. Signs that small are often misread; a row whose cells
 * all look like numbers, and half of which are those of their columns, has the others put right.
 */
export function mendColumnNumbers(grid: TableGrid, words: readonly RecognisedWord[]): RecognisedWord[] {
  const mended = new Map<RecognisedWord, string>()
  for (let row = 1; row < Math.min(4, grid.rows); row++) {
    const cells = grid.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column)
    const own = cells.map((cell) => words.filter((word) => isIn(word, cell)))
    if (cells.length < 3 || own.some((inside) => inside.length !== 1)) continue
    const single = own.flat()
    const right = single.filter(({ text }, index) => text.replace(/\D/gu, '') === String(index + 1)).length
    const areBracketed = single.filter(({ text }) => /[()]/u.test(text)).length >= leastRight * single.length
    if (!areBracketed || right < leastRight * single.length) continue
    if (!single.every(({ text }) => short.test(text))) continue
    for (const [index, word] of single.entries()) mended.set(word, `(${index + 1})`)
  }
  return words.map((word) => ({ ...word, text: mended.get(word) ?? word.text }))
}

function isIn(word: RecognisedWord, { box }: GridCell): boolean {
  const [x, y] = [centreX(word.box), centreY(word.box)]
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3]
}
