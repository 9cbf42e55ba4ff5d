import type { YearReference } from './deadline-calendar.js'
import { type Phrase, type PlacedPhrase, spansOf } from './deadline-phrase.js'
import { type LineNode, scanLine } from './deadline-scan.js'
import type { Token } from './deadline-tokens.js'

/** A phrase with the words about it, and the year that its label gives ('Năm 2024: quý II, quý IV'). */
export interface LinePhrase extends PlacedPhrase {
  labelYear: YearReference | null
}

/** The phrases of a line, in order; a clause in which no time is found is one unknown phrase. */
export function readLine(tokens: readonly Token[]): LinePhrase[] {
  return clausesOf(scanLine(tokens)).map(readLabels).flatMap(attachWords)
}

type ClauseNode = LineNode & { labelYear?: YearReference | null }

function clausesOf(nodes: LineNode[]): LineNode[][] {
  const clauses: LineNode[][] = [[]]
  for (const node of nodes) {
    if (node.node === 'stop' && node.stop === 'clause') clauses.push([])
    else clauses.at(-1)?.push(node)
  }
  return clauses
}

/** A time before ':' names the one behind it ('Quý I: Trước ngày 21/3') and is then no deadline itself. */
function readLabels(nodes: LineNode[]): ClauseNode[] {
  const read: ClauseNode[] = [...nodes]
  for (const [colon, node] of nodes.entries()) {
    if (node.node !== 'stop' || node.stop !== 'label') continue
    const labelStart = nodes.findLastIndex(({ node: kind }, index) => index < colon && kind === 'stop') + 1
    const scopeEnd = endOfScope(nodes, colon)
    if (!nodes.slice(colon, scopeEnd).some(({ node: kind }) => kind === 'time')) continue
    const labels = nodes.slice(labelStart, colon).filter((label) => label.node === 'time')
    const labelYear = labels.map(({ phrase }) => yearOf(phrase)).find((year) => year !== null) ?? null
    for (let index = labelStart; index < scopeEnd; index++) {
      const inner = nodes[index]
      if (inner?.node !== 'time') continue
      read[index] =
        index < colon ? { node: 'words', at: inner.at, next: inner.next } : { ...inner, labelYear }
    }
  }
  return read
}

/** A label speaks of what follows it up to the next label. */
function endOfScope(nodes: LineNode[], colon: number): number {
  const next = nodes.findIndex(
    ({ node, ...rest }, index) => index > colon && node === 'stop' && 'stop' in rest && rest.stop === 'label',
  )
  if (next < 0) return nodes.length
  return nodes.findLastIndex(({ node }, index) => index < next && node === 'stop')
}

function yearOf(phrase: Phrase): YearReference | null {
  return spansOf(phrase).find(({ year }) => year !== null)?.year ?? null
}

/** Words go with the time they stand before, or with the one behind which they stand at the end of a sentence. */
function attachWords(nodes: ClauseNode[]): LinePhrase[] {
  const phrases: LinePhrase[] = []
  let waiting: { at: number; next: number } | null = null
  for (const [index, node] of nodes.entries()) {
    const last = phrases.at(-1)
    if (node.node === 'time') {
      const { phrase, at, next } = node
      phrases.push({ phrase, at: waiting?.at ?? at, next, labelYear: node.labelYear ?? null })
      waiting = null
    } else if (node.node === 'words') {
      if (nodes[index - 1]?.node === 'time' && last !== undefined && waiting === null) last.next = node.next
      else waiting = { at: waiting?.at ?? node.at, next: node.next }
    } else if (
      waiting !== null &&
      last !== undefined &&
      (node.stop === 'sentence' || node.stop === 'close')
    ) {
      last.next = node.next
      waiting = null
    }
  }
  return closeClause(phrases, waiting)
}

function closeClause(phrases: LinePhrase[], waiting: { at: number; next: number } | null): LinePhrase[] {
  const last = phrases.at(-1)
  if (waiting === null) return phrases
  if (last === undefined) return [{ phrase: { kind: 'unknown' }, ...waiting, labelYear: null }]
  return [...phrases.slice(0, -1), { ...last, next: waiting.next }]
}
