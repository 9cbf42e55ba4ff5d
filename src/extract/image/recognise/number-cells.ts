import type { GreyPicture } from '../../../../schemas/picture.js'
import type { RecognisedWord, Recogniser } from '../../../../schemas/recogniser.js'
import { isRoman } from '../../../language/codes.js'
import type { GridCell, TableGrid } from '../../page/grid.js'
import { around, type Box, centreX, centreY } from '../../page/ink.js'
import { darkWhenSmooth, inkBounds } from '../prepare/ink-bounds.js'
import { pixelBox, smoothed } from '../prepare/picture-parts.js'
import type { PreparedPage } from '../prepare/prepare-page.js'
import { type ReadNumber, readLabel } from './single-words.js'

interface NumberCell {
  place: GridCell
  /** Where the number stands, in pixels of the page. */
  box: Box
  /** What the words' engine read there. */
  words: RecognisedWord[]
}

/** Of the cells of a column below its header, so many hold something short where it is a column of numbers. */
const shortShare = 0.7
/** Of these, so many may be numbers by what the words' engine made of them. */
const numericShare = 0.5
/** For a number, the words' engine takes no more letters than these. */
const mostLetters = 3
/** Words that the words' engine is so sure of are words. */
const sure = 0.85
/** What it is less sure of may be anything. */
const unread = 0.3

/**
 * Cells that hold a number alone are read again by an engine for figures; what the words' engine made of them is
 * dropped. Which cells they are is told by their column: most of its cells are short and are not surely words.
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
  const first = Math.min(...cells.map((cell) => cell.place.column))
  let line = Math.max(0, ...words.map((word) => word.line)) + 1
  for (const cell of cells) {
    const read = await readLabel(page, cell.box, cell.place.column <= first, recogniser)
    if (read.failure !== null) return { words: [], failure: read.failure }
    const number = numberOf(cell, read, page.dpi, line++)
    if (number === null) continue
    numbers.push(number)
    for (const word of cell.words) replaced.add(word)
  }
  return { words: [...words.filter((word) => !replaced.has(word)), ...numbers], failure: null }
}

function numberCells(page: PreparedPage, grid: TableGrid, words: RecognisedWord[]): NumberCell[] {
  const size = medianOf(words.map((word) => word.box[3] - word.box[1]))
  const single = grid.cells.filter((cell) => cell.colSpan === 1)
  const soft = smoothed(page.grey)
  const cells = single.map((cell) => inspect(page, soft, cell, words, size))
  const found: NumberCell[] = []
  for (let column = 0; column < grid.columns; column++) {
    const own = cells.filter((cell) => cell !== null && cell.place.column === column) as NumberCell[]
    const short = own.filter((cell) => isShort(cell, size, page.dpi))
    const numbers = short.filter(mayBeNumber)
    const below = (cell: NumberCell): boolean => cell.place.row > 0
    const isShortColumn = short.filter(below).length >= shortShare * own.filter(below).length
    if (isShortColumn && numbers.length >= numericShare * short.length) found.push(...numbers)
  }
  return found
}

/** The ink of a cell, rules left out; null where there is none. */
function inspect(
  page: PreparedPage,
  soft: GreyPicture,
  place: GridCell,
  words: RecognisedWord[],
  size: number,
): NumberCell | null {
  const own = words.filter((word) => inside(word, place.box))
  const unit = page.dpi / 72
  const area = pixelBox(place.box, page.grey, page.dpi, -3 * unit)
  const bounds = inkBounds(soft, area, size * unit, darkWhenSmooth)
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

/** Not what is surely a word ('TT' above the codes), a letter ('a)') or a Roman number. */
function mayBeNumber(cell: NumberCell): boolean {
  const text = textOf(cell)
  if (isRoman(text.replace(/[.)]$/u, ''))) return false
  // Above the codes stands their heading.
  if (cell.place.row === 0 && !/\d/u.test(text)) return false
  const letters = text.replace(/\P{L}/gu, '')
  const isSure = cell.words.every((word) => word.confidence >= sure)
  if (cell.words.every((word) => word.confidence < unread)) return true
  if (letters.length > mostLetters) return false
  return letters === '' || !isSure || (/\d/u.test(text) && letters.length < 3)
}

/** The words' engine read the same number with more figures at its end: those are printed, a speck may hide them. */
function isCutOff(read: string, byWords: string): boolean {
  const start = read.replace(/[.,]$/u, '')
  return /^\d+(?:[.,]\d+)*[.,]?$/u.test(byWords) && byWords.length > read.length && byWords.startsWith(start)
}

function numberOf(
  cell: NumberCell,
  { text, confidence }: ReadNumber,
  dpi: number,
  line: number,
): RecognisedWord | null {
  if (text === '' || isCutOff(text, textOf(cell))) return null
  const unit = 72 / dpi
  const [left, top, right, bottom] = around([cell.box]).map((value) => value * unit) as Box
  const agrees = textOf(cell) === text
  return {
    text,
    box: [left, top, right, bottom],
    baseline: bottom,
    height: bottom - top,
    confidence: agrees
      ? Math.max(confidence, ...cell.words.map((word) => word.confidence))
      : confidence * 0.9,
    line,
  }
}

function medianOf(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 12
}
