import type { Block } from '../../../schemas/document.js'
import type { Place } from '../../../schemas/place.js'
import type { Section } from '../../../schemas/plan.js'
import { collapse } from '../../language/letters.js'
import { withoutItemNumber } from '../../language/list-marks.js'

/** A sentence of the body with the titles above it, the nearest last, and where it stands. */
export interface BodySentence {
  text: string
  titles: string[]
  at: Place
}

/** The sentences of the outline in reading order; `blocks` are the body's, for the places. */
export function sentencesOf(outline: Section[], blocks: Block[]): BodySentence[] {
  const places = new Places(blocks)
  return outline.flatMap((section) => sentencesIn(section, [], places))
}

function sentencesIn(section: Section, above: string[], places: Places): BodySentence[] {
  const titles = [...above, section.title]
  places.find(section.title)
  const own = section.paragraphs.flatMap((paragraph) => {
    const at = places.find(paragraph)
    return splitSentences(paragraph).map((text) => ({ text, titles, at }))
  })
  return [...own, ...section.children.flatMap((child) => sentencesIn(child, titles, places))]
}

const sentenceEnd = /(?<=[\p{L}\p{N}%)”"][.;])\s+(?=[\p{Lu}\d“"])/u
const abbreviation = /(?:^|\s)(?:TP|Tp|TS|PGS|GS|ThS|TT|QĐ|NĐ|KH|\p{Lu})\.$/u

/** A paragraph's sentences without its list number; 'TP. Hà Nội' is not cut. */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = []
  for (const part of withoutItemNumber(paragraph).split(sentenceEnd)) {
    const last = sentences.at(-1)
    if (last !== undefined && abbreviation.test(last)) sentences[sentences.length - 1] = `${last} ${part}`
    else sentences.push(part)
  }
  return sentences.map((text) => text.trim()).filter((text) => text !== '')
}

const nowhere: Place = { page: null, line: null, bbox: null }
const headLength = 40

/** Where texts stand: the body's lines, searched forward. */
class Places {
  private readonly lines: { text: string; at: Place }[]
  private next = 0
  private last = nowhere

  constructor(blocks: Block[]) {
    this.lines = blocks.flatMap(linesOf)
  }

  /** The place of the first line from here on that holds the text's beginning; the last one found where none does. */
  find(text: string): Place {
    const head = collapse(text).slice(0, headLength)
    const index = this.lines.findIndex(
      (line, place) => place >= this.next && (line.text.includes(head) || isCut(line.text, head)),
    )
    if (index >= 0) {
      this.next = index
      this.last = this.lines[index]?.at ?? this.last
    }
    return this.last
  }
}

/** A line that ends before the head does. */
function isCut(line: string, head: string): boolean {
  return line.length >= 12 && line.length < headLength && head.startsWith(line)
}

function linesOf(block: Block): { text: string; at: Place }[] {
  if (block.kind === 'list') return block.items.flatMap(({ text, at }) => splitLines(text, at))
  if (block.kind === 'heading' || block.kind === 'paragraph') return splitLines(block.text, block.at)
  if (block.kind !== 'table') return []
  return block.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.lines.map((line) => ({ text: collapse(line.text), at: cell.at }))),
  )
}

function splitLines(text: string, at: Place): { text: string; at: Place }[] {
  return text.split('\n').map((part, index) => ({
    text: collapse(part),
    at: { ...at, line: at.line === null ? null : at.line + index },
  }))
}
