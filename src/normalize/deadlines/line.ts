import type { YearReference } from './calendar.js'
import { type Phrase, type PlacedPhrase, spansOf } from './calendar.js'
import type { Token } from './lexer.js'
import { type LineNode, type Stop, scanLine } from './scan.js'

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
    (node, index) => index > colon && node.node === 'stop' && node.stop === 'label',
  )
  return next < 0 ? nodes.length : nodes.findLastIndex(({ node }, index) => index < next && node === 'stop')
}

function yearOf(phrase: Phrase): YearReference | null {
  return spansOf(phrase).find(({ year }) => year !== null)?.year ?? null
}

interface Stretch {
  at: number
  next: number
}

/** Words go with the time they stand before, or with the one behind which they stand at the end of a sentence. */
function attachWords(nodes: ClauseNode[]): LinePhrase[] {
  const phrases: LinePhrase[] = []
  let waiting: Stretch | null = null
  for (const [index, node] of nodes.entries()) {
    const last = phrases.at(-1)
    if (node.node === 'time') {
      phrases.push(linePhrase(node, waiting, node.labelYear ?? null))
      waiting = null
    } else if (node.node === 'words') {
      if (nodes[index - 1]?.node === 'time' && last !== undefined) last.next = node.next
      else waiting = joined(waiting, node)
    } else if (waiting !== null && last !== undefined && endsWords(node.stop)) {
      last.next = node.stop === 'close' ? node.next : node.at
      waiting = null
    }
  }
  return closeClause(phrases, waiting)
}

function linePhrase(time: PlacedPhrase, words: Stretch | null, labelYear: YearReference | null): LinePhrase {
  return { phrase: time.phrase, at: words?.at ?? time.at, next: time.next, labelYear }
}

function joined(waiting: Stretch | null, words: Stretch): Stretch {
  return { at: waiting?.at ?? words.at, next: words.next }
}

function endsWords(stop: Stop): boolean {
  return stop === 'sentence' || stop === 'close'
}

function closeClause(phrases: LinePhrase[], waiting: Stretch | null): LinePhrase[] {
  const last = phrases.at(-1)
  if (waiting === null) return phrases
  if (last === undefined) return [{ phrase: { kind: 'unknown' }, ...waiting, labelYear: null }]
  return [...phrases.slice(0, -1), { ...last, next: waiting.next }]
}
