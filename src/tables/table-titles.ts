import type { Block } from '../../schemas/document.js'
import { collapse, isUpperCase } from '../language/letters.js'
import { textOf } from './captions.js'
import type { AppendixSegment } from './segment.js'

const tableLabel =
  /^((?:bảng|biểu|bang|bieu)(?:\s+(?:mẫu|mau))?(?:\s+(?:số|so))?\s*\d{1,2}[a-z]?)(?=$|[\s.:–-])[\s.:–-]*/iu

/** The title right above a table: a heading, bold, or a line that begins with 'Bảng' or 'Biểu'; else null. */
export function tableTitle(block: Block | undefined): string | null {
  if (block === undefined) return null
  const text = collapse(textOf(block)).replace(/[:.]$/u, '')
  const isTitle =
    block.kind === 'heading' ||
    (block.kind === 'paragraph' && block.strong === 'all') ||
    /^(?:bảng|biểu)(?!\p{L})/iu.test(text)
  return isTitle && text !== '' && text.length < 250 ? text : null
}

/**
 * A second table of another make under one caption has a heading of its own right above it ('Bảng 2. Phân công'). It
 * keeps the label of an appendix ('Phụ lục 1'), but not that of the table above it ('Biểu số 01').
 */
export function headingOf(segment: AppendixSegment, before: Block[]): AppendixSegment {
  const block = before.at(-1)
  const text = collapse(block === undefined ? '' : textOf(block)).replace(/[:.]$/u, '')
  const own = tableTitle(block) ?? (isUpperCase(text) && text.length < 250 ? text : null)
  if (own === null || own === '') return { ...segment, repeated: [] }
  const label = tableLabel.exec(own)
  const parallel = label !== null && (segment.label === null || tableLabel.test(segment.label))
  const title = label === null ? own : own.slice(label[0].length)
  return {
    ...segment,
    repeated: [],
    label: parallel ? (label[1] ?? null) : segment.label,
    title: title === '' ? segment.title : title,
  }
}
