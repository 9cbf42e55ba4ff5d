import type { Chunk } from './ocr-chunks.js'
import { withoutMarks } from './plain.js'

/** How sure a label is that is known by its shape and its place. */
export const labelConfidence = 0.98

const roman = /^(?:X{0,3}(?:IX|IV|V?I{0,3}))$/u
const numbered = /^(?:quý|lục|chương|mục|phần)$/iu

/**
 * What a label was misread from, or null where it is none: the letter of a list ('©)', 'a}'), a Roman numeral whose
 * strokes were run together ('Quý IH', 'Phụ lục HI').
 */
export function labelMeant(chunks: readonly Chunk[], index: number): string | null {
  const chunk = chunks[index]
  if (chunk === undefined || chunk.kind !== 'word') return null
  const next = chunks[index + 1]
  const closed = next?.spaced === false && /^[).]/u.test(next.text)
  const opens = index === 0 && chunks.length > 2
  if (opens && closed && chunk.text === '©') return 'c'
  if (opens && /^[a-zđ]\}$/u.test(chunk.text)) return `${chunk.text.charAt(0)})`
  return numbered.test(chunks[index - 1]?.text ?? '') ? romanMeant(chunk.text) : null
}

/** Whether capitals are a Roman numeral of several strokes. */
export function isRoman(text: string): boolean {
  return text.length > 1 && roman.test(text)
}

function romanMeant(text: string): string | null {
  if (!/^[IVXHÌÍỈĨỊÏl1]{1,5}$/u.test(text) || !/[IVXH]/u.test(withoutMarks(text))) return null
  const meant = withoutMarks(text).replace(/[Ïl1]/gu, 'I').replace(/H/gu, 'II')
  return meant !== text && roman.test(meant) ? meant : null
}
