import type { Document } from '../../schemas/document.js'
import { defaultLimits, type Limits } from '../../schemas/limits.js'
import { UnusableInputError } from '../errors.js'

/** The bounds of a reading: those that were given, and the defaults. */
export function boundsOf(given: Partial<Limits> | undefined): Limits {
  return { ...defaultLimits, ...given }
}

/** The refusal of what lies beyond a bound: what is too large, and what to do. */
export function beyond(file: string, what: string, bound: keyof Limits, limits: Limits): UnusableInputError {
  const most = limits[bound].toLocaleString('en-US')
  return new UnusableInputError(
    'too-large',
    `${file}: ${what}, above the limit of ${most}. Split the document, or raise the limit with --limit ${bound}=N if it is what it should be.`,
  )
}

/** Refuses a text beyond the bound before anything looks at it. */
export function boundCharacters(text: string, file: string, limits: Limits): void {
  if (text.length > limits.characters)
    throw beyond(file, `the text has ${counted(text.length)} characters`, 'characters', limits)
}

/** Refuses a text with a line beyond the bound. */
export function boundLines(text: string, file: string, limits: Limits): void {
  let number = 0
  for (let from = 0; from <= text.length; number++) {
    const end = text.indexOf('\n', from)
    const length = (end < 0 ? text.length : end) - from
    if (length > limits.lineCharacters)
      throw beyond(file, `line ${number + 1} has ${counted(length)} characters`, 'lineCharacters', limits)
    if (end < 0) return
    from = end + 1
  }
}

/** Refuses a document whose texts or tables are beyond the bounds, whatever it was read from. */
export function boundDocument(document: Document, file: string, limits: Limits): Document {
  let characters = 0
  let cells = 0
  const add = (text: string, line: number | null): void => {
    characters += text.length
    if (text.length <= limits.textCharacters) return
    const where = line === null ? '' : ` in line ${line}`
    throw beyond(file, `a text${where} has ${counted(text.length)} characters`, 'textCharacters', limits)
  }
  for (const block of document.pages.flatMap((page) => page.blocks)) {
    if (block.kind === 'list') for (const item of block.items) add(item.text, item.at.line)
    else if (block.kind !== 'table') add(block.text, block.at.line)
    else
      for (const cell of block.rows.flatMap((row) => row.cells)) {
        cells++
        add(cell.lines.map((line) => line.text).join('\n'), cell.at.line)
      }
  }
  if (cells > limits.cells) throw beyond(file, `the tables have ${counted(cells)} cells`, 'cells', limits)
  if (characters > limits.characters)
    throw beyond(file, `the texts have ${counted(characters)} characters`, 'characters', limits)
  return document
}

function counted(number: number): string {
  return number.toLocaleString('en-US')
}
