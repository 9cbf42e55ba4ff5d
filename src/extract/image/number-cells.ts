import type { RecognisedWord } from '../../../schemas/recognition.js'
import type { GridCell, TableGrid } from '../pdf/grid.js'
import { around, type Box, centreX, centreY } from '../pdf/ink.js'
import type { Recogniser } from '../recogniser.js'
import { inkBounds, pixelBox } from './picture-parts.js'
import type { PreparedPage } from './prepare-page.js'
import { type ReadNumber, readNumber } from './single-words.js'

interface NumberCell {
  place: GridCell
  /** Where the number stands, in pixels of the page. */
  box: Box
  /** What the words' engine read there. */
  words: RecognisedWord[]
}

/** What the words' engine makes of a number: figures, and letters that look like some. */
const numberLike = /^[\d.,:;'lIiOoQDSsBZzgqbtTAỊĐ|!?»«“”()[\]\-—_*°]{1,9}$/u
const roman = /^[IVXLC]{1,5}[.)]?$/u
/** Of the cells of a column, so many look like numbers where it is a column of numbers. */
const numericShare = 0.6

/**
 * Cells that hold a number alone are read again by an engine for figures; what the words' engine made of them is
 * dropped. Which cells they are is told by their column: most of its cells are short and look like numbers.
 */
export async function readNumbers(
  page: PreparedPage,
  grid: TableGrid,
  words: RecognisedWord[],
  recogniser: Recogniser,
): Promise<{ words: RecognisedWord[]; failure: string | null }> {
  const cells = numberCells(page, grid, words)
  const replaced = new Set<RecognisedWord>()
  const numbers: RecognisedWord[] = []
  let line = Math.max(0, ...words.map((word) => word.line)) + 1
  for (const cell of cells) {
    const read = await readNumber(page, cell.box, 'figures', recogniser)
    if (read.failure !== null) return { words: [], failure: read.failure }
    const number = numberOf(cell, read, page.dpi, line++)
    if (number === null) continue
    numbers.push(number)
    for (const word of cell.words) replaced.add(word)
  }
  return { words: [...words.filter((word) => !replaced.has(word)), ...numbers], failure: null }
}

function numberCells(page: PreparedPage, grid: TableGrid, words: RecognisedWord[]): NumberCell[] {
  const cells = grid.cells.filter((cell) => cell.colSpan === 1).map((cell) => inspect(page, cell, words))
  const size = medianOf(words.map((word) => word.box[3] - word.box[1]))
  const found: NumberCell[] = []
  for (let column = 0; column < grid.columns; column++) {
    const own = cells.filter((cell) => cell !== null && cell.place.column === column) as NumberCell[]
    const short = own.filter((cell) => isShort(cell, size, page.dpi))
    const numeric = short.filter((cell) => looksLikeNumber(cell))
    if (numeric.length >= numericShare * own.length) found.push(...short.filter(mayBeNumber))
  }
  return found
}

/** The ink of a cell, rules left out; null where there is none. */
function inspect(page: PreparedPage, place: GridCell, words: RecognisedWord[]): NumberCell | null {
  const own = words.filter((word) => inside(word, place.box))
  const inset = (page.dpi / 72) * -3
  const bounds = inkBounds(page.grey, pixelBox(place.box, page.grey, page.dpi, inset))
  return bounds === null ? null : { place, box: bounds, words: own }
}

function inside(word: RecognisedWord, box: Box): boolean {
  const [x, y] = [centreX(word.box), centreY(word.box)]
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3]
}

/** One line of a few figures. */
function isShort({ box }: NumberCell, size: number, dpi: number): boolean {
  const unit = 72 / dpi
  return (box[3] - box[1]) * unit < 1.9 * size && (box[2] - box[0]) * unit < 5 * size
}

function textOf({ words }: NumberCell): string {
  return words.map((word) => word.text).join('')
}

function looksLikeNumber(cell: NumberCell): boolean {
  const text = textOf(cell)
  return text === '' || numberLike.test(text)
}

/** Letters for which the words' engine takes figures. */
const figureLetters = /^[lIiOoQDSBZzgqb]*$/u

/** Roman numbers and words ('TT' above the codes) stay with the words' engine. */
function mayBeNumber(cell: NumberCell): boolean {
  const text = textOf(cell)
  if (roman.test(text)) return false
  const letters = text.replace(/\P{L}/gu, '')
  return /\d/u.test(text) ? letters.length < 3 : figureLetters.test(letters)
}

function numberOf(
  cell: NumberCell,
  { text, confidence: sure }: ReadNumber,
  dpi: number,
  line: number,
): RecognisedWord | null {
  if (!/\d/u.test(text)) return null
  const unit = 72 / dpi
  const [left, top, right, bottom] = around([cell.box]).map((value) => value * unit) as Box
  const agrees = textOf(cell) === text
  return {
    text,
    box: [left, top, right, bottom],
    baseline: bottom,
    height: bottom - top,
    confidence: agrees ? Math.max(sure, ...cell.words.map((word) => word.confidence)) : sure * 0.9,
    line,
  }
}

function medianOf(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 12
}
