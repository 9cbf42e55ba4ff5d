import type { PhrasingContent } from 'mdast'
import { collapse } from '../../language/letters.js'

/** Stands for a wide gap until the text is read. */
const gapMark = '\u0001'

/**
 * A letterhead and a signature stand in two columns, parted by blanks, which Markdown would take for one. What is left
 * blank to be filled in by hand ('ngày     tháng 4') is no border: a column begins with a capital.
 */
export function markGaps(line: string): string {
  return /[|<]/u.test(line) ? line : line.replace(/(?<=\S) {4,}(?=[*_]*\p{Lu})/gu, ` ${gapMark} `)
}

/** White space within columns collapses; a wide gap between them becomes a TAB. */
function collapseColumns(text: string): string {
  return text.split(gapMark).map(collapse).join('\t').trim()
}

/** Converters that keep no line breaks in cells put two blanks before a paragraph in bold or an item. */
export function partLines(source: string): string {
  return source.replace(/(?<=\S) {2,}(?=\*\*|[-–+]\s)/gu, '\n')
}

/** A paragraph's text with what its marks say of it. */
export interface Inline {
  text: string
  /** Characters at the start that are set in bold. */
  strongLength: number
  footnote: string | null
}

/** Inline nodes → their text; marks of notes are no text. */
export function inlineText(nodes: PhrasingContent[]): Inline {
  const footnote = footnoteLabel(nodes)
  const parts = flatten(nodes, false)
  const lines = parts
    .map((part) => part.text)
    .join('')
    .split('\n')
    .map(collapseColumns)
    .filter((line) => line !== '')
  const text = lines.join('\n')
  let strong = ''
  for (const part of parts) {
    if (!part.strong && part.text.trim() !== '') break
    strong += part.text
  }
  return {
    text,
    strongLength: strong
      .split('\n')
      .map(collapseColumns)
      .filter((line) => line !== '')
      .join('\n').length,
    footnote,
  }
}

interface InlinePart {
  text: string
  strong: boolean
}

function flatten(nodes: PhrasingContent[], strong: boolean): InlinePart[] {
  const parts: InlinePart[] = []
  let raised = false
  for (const node of nodes) {
    if (node.type === 'html') {
      if (/^<sup\b/iu.test(node.value)) raised = true
      else if (/^<\/sup>/iu.test(node.value)) raised = false
      else if (/^<br\b/iu.test(node.value)) parts.push({ text: '\n', strong })
    } else if (node.type === 'text' || node.type === 'inlineCode') {
      if (
        !(
          raised &&
          /^\s*[\d*]{1,3}\s*$/u.test(node.value) &&
          !/(?:^|[\s\d])[kcdm]?m$/u.test(parts.at(-1)?.text ?? '')
        )
      )
        parts.push({ text: node.value, strong })
    } else if (node.type === 'break') parts.push({ text: '\n', strong })
    else if (node.type === 'linkReference' && node.referenceType === 'shortcut')
      parts.push({ text: `[${node.label ?? node.identifier}]`, strong })
    else if ('children' in node) parts.push(...flatten(node.children, strong || node.type === 'strong'))
  }
  return parts
}

/** A paragraph that begins with a raised number is a footnote's text. */
function footnoteLabel(nodes: PhrasingContent[]): string | null {
  const [open, label, close] = nodes
  if (open?.type !== 'html' || !/^<sup\b/iu.test(open.value) || label?.type !== 'text') return null
  return close?.type === 'html' && /^\d{1,3}$/u.test(label.value.trim()) ? label.value.trim() : null
}
