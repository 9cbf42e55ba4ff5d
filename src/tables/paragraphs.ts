import type { Block } from '../../schemas/document.js'
import type { AppendixTable } from '../../schemas/table.js'
import { collapse } from '../language/letters.js'
import { isPageNumber } from '../language/page-numbers.js'
import { textOf } from './captions.js'

/** Puts a block that is no table among an appendix's notes, a page number among its furniture. */
export function placeParagraph(
  block: Block,
  notes: AppendixTable['notes'],
  furniture: AppendixTable['furniture'],
): void {
  for (const { text, at } of textsIn(block)) {
    const entry = { text: collapse(text), at }
    if (entry.text === '') continue
    if (isPageNumber(entry.text)) furniture.push({ type: 'page-number', ...entry })
    else notes.push(entry)
  }
}

function textsIn(block: Block): { text: string; at: Block['at'] }[] {
  if (block.kind === 'list')
    return block.items.map((item) => ({ text: `${item.marker} ${item.text}`, at: item.at }))
  if (block.kind === 'table')
    return block.rows.flatMap((row) =>
      row.cells.map((cell) => ({ text: cell.lines.map((line) => line.text).join(' '), at: cell.at })),
    )
  return [{ text: textOf(block), at: block.at }]
}
