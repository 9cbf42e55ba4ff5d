import { readFileSync } from 'node:fs'
import type { Block, ListBlock, ParagraphBlock, TableBlock } from '../../schemas/document.js'
import type { Place } from '../../schemas/place.js'
import { written } from '../../src/messages/index.js'
import { type Body, type BodyInput, readBody } from '../../src/normalize/body/body.js'
import { parseUnits } from '../../src/normalize/header/units.js'
import type { Result } from '../../src/result.js'

export const units = parseUnits(
  JSON.parse(readFileSync(new URL('../../reference/units.json', import.meta.url), 'utf8')),
)

export function at(line: number | null = null): Place {
  return { page: null, line, bbox: null }
}

export function heading(text: string, level = 2): Block {
  return { kind: 'heading', level, text, at: at() }
}

/** A paragraph; `bold` is how many characters at its start are set in bold (true: all). */
export function paragraph(
  text: string,
  bold: boolean | number = false,
  footnote: string | null = null,
): ParagraphBlock {
  const strongLength = bold === true ? text.length : bold === false ? 0 : bold
  const strong = strongLength === 0 ? 'none' : strongLength >= text.length ? 'all' : 'start'
  return { kind: 'paragraph', text, strong, strongLength, footnote, at: at() }
}

/** One item a line; `- ` is the marker unless the line has another. */
export function list(...items: string[]): ListBlock {
  return { kind: 'list', items: items.map((text) => ({ marker: '-', text, at: at() })), at: at() }
}

/** A table whose cells hold lines parted by `\n`. */
export function table(...rows: string[][]): TableBlock {
  return {
    kind: 'table',
    headerRows: null,
    at: at(),
    rows: rows.map((cells) => ({
      at: at(),
      cells: cells.map((text) => ({
        lines: text
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => ({ text: line, start: 'paragraph' as const })),
        rowSpan: 1,
        colSpan: 1,
        strong: false,
        at: at(),
        confidence: 1,
      })),
    })),
  }
}

/** Paragraphs of a plain text, one a line. */
export function plain(text: string): Block[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(line))
}

export function read(blocks: Block[], rest: Partial<BodyInput> = {}): Result<Body> {
  return readBody({ blocks, appendixCaptions: [], appendixTexts: [], units, ...rest })
}

export function caption(text: string, line = 100): { text: string; at: Place } {
  return { text, at: at(line) }
}

/** Issues in short: 'warning header-field-missing place'. */
export function issuesOf(result: Result<unknown>): string[] {
  return result.issues.map(written).map((issue) => `${issue.severity} ${issue.code} ${issue.message}`)
}
