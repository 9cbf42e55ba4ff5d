import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

export interface Sentence {
  text: string
  words: number
  line: number
}

/** What stands by itself: a paragraph (of a list's item too), a heading, a cell of a table. */
const passages = new Set(['paragraph', 'heading', 'tableCell'])

/** Every sentence of a Markdown text; code counts as one word where it stands in a line, and not at all in a block. */
export function sentencesOf(markdown: string): Sentence[] {
  const root = unified().use(remarkParse).use(remarkGfm).parse(markdown) as Root
  return passagesIn(root).flatMap(({ text, line }) =>
    text
      .split(/(?<=[.!?…])\s+/u)
      .map((sentence) => ({ text: sentence.trim(), words: wordsIn(sentence), line }))
      .filter(({ words }) => words > 0),
  )
}

function passagesIn(node: Nodes): { text: string; line: number }[] {
  if (passages.has(node.type)) return [{ text: plainText(node), line: node.position?.start.line ?? 0 }]
  return 'children' in node ? node.children.flatMap(passagesIn) : []
}

function plainText(node: Nodes): string {
  if (node.type === 'inlineCode') return node.value.replace(/\s+/gu, '_')
  if (node.type === 'text') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

/** Whatever holds a letter or a digit between blanks. */
function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
