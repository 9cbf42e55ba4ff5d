import type {
  Cell,
  CellLine,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  Row,
  TableBlock,
} from '../../schemas/document.js'
import type { Place } from '../../schemas/place.js'

/** Constructors of every node of a document: the one place that knows their defaults. */

export function place(page: number | null, line: number | null): Place {
  return { page, line, bbox: null }
}

export function heading(level: number, text: string, at: Place): HeadingBlock {
  return { kind: 'heading', level, text, at }
}

export interface ParagraphTraits {
  strongLength?: number
  footnote?: string | null
}

export function paragraph(text: string, at: Place, traits: ParagraphTraits = {}): ParagraphBlock {
  const strongLength = Math.min(traits.strongLength ?? 0, text.length)
  const strong = strongLength === 0 ? 'none' : strongLength >= text.length - 1 ? 'all' : 'start'
  return { kind: 'paragraph', text, strong, strongLength, footnote: traits.footnote ?? null, at }
}

export function list(items: ListBlock['items']): ListBlock {
  const first = items[0]
  return { kind: 'list', items, at: first === undefined ? place(null, null) : first.at }
}

export interface CellTraits {
  rowSpan?: number
  colSpan?: number
  strong?: boolean
  confidence?: number
}

export function cell(lines: CellLine[], at: Place, traits: CellTraits = {}): Cell {
  return {
    lines,
    rowSpan: traits.rowSpan ?? 1,
    colSpan: traits.colSpan ?? 1,
    strong: traits.strong ?? false,
    at,
    confidence: traits.confidence ?? 1,
  }
}

export function row(cells: Cell[], at: Place): Row {
  return { at, cells }
}

export function table(rows: Row[], headerRows: number | null = null): TableBlock {
  const first = rows[0]
  return { kind: 'table', rows, headerRows, at: first === undefined ? place(null, null) : first.at }
}
