import type { CellLine } from '../../../schemas/document.js'
import { beginsItem } from '../../language/list-marks.js'
import { readInline } from '../html/inline-html.js'

/**
 * The lines of a cell wrapped to the width of its column → its paragraphs. A blank line or an item's mark begins one;
 * other line ends are wrapping.
 */
export function readWrappedCell(source: string[]): { lines: CellLine[]; strong: boolean } {
  const paragraphs: string[] = []
  let open = false
  for (const line of source) {
    const text = line.trim()
    if (text === '' || text === '\\') open = false
    else if (!open || beginsItem(text) || /^[a-zđ]\.\s/u.test(text)) {
      paragraphs.push(text)
      open = true
    } else paragraphs[paragraphs.length - 1] = `${paragraphs.at(-1)} ${text}`
  }
  const read = paragraphs.map(readInline)
  return {
    lines: read.flatMap((part) => part.lines.map((line) => ({ ...line, start: 'paragraph' as const }))),
    strong: read.length > 0 && read.every((part) => part.strong),
  }
}
