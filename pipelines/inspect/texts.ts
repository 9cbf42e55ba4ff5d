import type { Document } from '../../schemas/document.js'
import type { Place } from '../../schemas/place.js'
import type { Repaired } from '../../schemas/repair.js'
import type { TracedText } from '../../schemas/trace.js'

interface Line {
  text: string
  confidences?: number[] | undefined
  repaired?: Repaired | undefined
}

/** Every text of a document in reading order; a cell is one text. */
export function textsOf(document: Document): TracedText[] {
  return document.pages.flatMap(({ textQuality, blocks }) =>
    blocks.flatMap((block): TracedText[] => {
      if (block.kind === 'figure') return []
      if (block.kind === 'list') return block.items.map((item) => textOf(item.at, [item], null))
      if (block.kind !== 'table') return [textOf(block.at, [block], null)]
      return block.rows.flatMap(({ cells }) =>
        cells
          .filter(({ lines }) => lines.length > 0)
          .map(({ at, lines, confidence }) =>
            textOf(at, lines, textQuality === 'printed' ? null : confidence),
          ),
      )
    }),
  )
}

function textOf(at: Place, lines: readonly Line[], confidence: number | null): TracedText {
  const known = lines.flatMap(({ confidences = [] }) => confidences)
  return {
    at,
    text: lines.map(({ text }) => text).join('\n'),
    raw: lines.map(({ text, repaired }) => repaired?.raw ?? text).join('\n'),
    confidence: confidence ?? (known.length === 0 ? null : Math.min(...known)),
    repairs: lines.flatMap(({ repaired }) => repaired?.repairs ?? []),
  }
}

export function samePlace(a: Place, b: Place): boolean {
  return a.page === b.page && a.line === b.line && a.source === b.source && String(a.bbox) === String(b.bbox)
}

/** So many lines below its first one a cell may go on where columns run into each other. */
const reach = 60

/**
 * The texts in which something stands that began at a place: the cell that has these words, or, where its words were cut
 * out of lines that columns share, each of those lines.
 */
export function textsWith(texts: readonly TracedText[], at: Place, raw: string): TracedText[] {
  const here = texts.filter((text) => samePlace(text.at, at))
  const whole = here.filter((text) => text.raw === raw)
  if (whole.length > 0) return whole
  const below = texts.filter(
    (text) =>
      text.at.page === at.page &&
      (text.at.line ?? 0) >= (at.line ?? 0) - 1 &&
      (text.at.line ?? 0) <= (at.line ?? 0) + reach,
  )
  const found = raw
    .split('\n')
    .flatMap((line) => below.find((text) => folded(text.raw).includes(folded(line))) ?? [])
  return [...new Set(found)]
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
