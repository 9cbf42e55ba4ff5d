import type { Document } from '../../schemas/document.js'
import { defaultLimits, type Limits } from '../../schemas/limits.js'
import { UnusableInputError } from '../errors.js'

/** The bounds of a reading: those that were given, and the defaults. */
export function boundsOf(given: Partial<Limits> | undefined): Limits {
  return { ...defaultLimits, ...given }
}

/** The facts of a bound that was passed. */
export function limitOf(limit: keyof Limits, limits: Limits): { limit: string; most: number } {
  return { limit, most: limits[limit] }
}

/** Refuses a text beyond the bound before anything looks at it. */
export function boundCharacters(text: string, file: string, limits: Limits): void {
  if (text.length > limits.characters)
    throw new UnusableInputError('text-too-long', {
      ...{ file, count: text.length },
      ...limitOf('characters', limits),
    })
}

/** Refuses a text with a line beyond the bound. */
export function boundLines(text: string, file: string, limits: Limits): void {
  let number = 0
  for (let from = 0; from <= text.length; number++) {
    const end = text.indexOf('\n', from)
    const length = (end < 0 ? text.length : end) - from
    if (length > limits.lineCharacters)
      throw new UnusableInputError('line-too-long', {
        ...{ file, line: number + 1, count: length },
        ...limitOf('lineCharacters', limits),
      })
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
    const facts = { file, count: text.length, ...limitOf('textCharacters', limits) }
    throw line === null
      ? new UnusableInputError('passage-too-long', facts)
      : new UnusableInputError('passage-of-line-too-long', { ...facts, line })
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
  if (cells > limits.cells)
    throw new UnusableInputError('too-many-cells', { file, count: cells, ...limitOf('cells', limits) })
  if (characters > limits.characters)
    throw new UnusableInputError('texts-too-long', {
      ...{ file, count: characters },
      ...limitOf('characters', limits),
    })
  return document
}
