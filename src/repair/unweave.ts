import type { Block, Page, TableBlock } from '../../schemas/document.js'
import type { LanguageModel } from './language-model.js'
import { plain } from './plain.js'
import { type Piece, Unweaver } from './unweave-cuts.js'
import { findHeaders, type Header, type WovenColumn } from './unweave-header.js'
import { repairLabels } from './unweave-labels.js'
import { type WovenLine, wovenLine } from './unweave-lines.js'
import { isSection, rowsOfPieces } from './unweave-rows.js'

/** A line and the block it comes from. */
interface BlockLine {
  block: number
  line: WovenLine
}

/**
 * Finds the tables of a page on which columns run into each other line by line and puts them together again: table
 * blocks take the place of the paragraphs they stood in. A page whose tables are known as tables stays.
 */
export function unweavePage(page: Page, model: LanguageModel): Page {
  if (page.blocks.some((block) => block.kind === 'table')) return page
  const lines = linesOf(page, model)
  const blocks: Block[] = []
  let kept = 0
  for (const region of regionsOf(lines)) {
    const table = tableOf(
      region.lines.map(({ line }) => line),
      model,
    )
    if (table === null) continue
    const first = region.lines[0]?.block as number
    const last = region.lines.at(-1)?.block as number
    blocks.push(...page.blocks.slice(kept, first), table)
    kept = last + 1
  }
  return { ...page, blocks: [...blocks, ...page.blocks.slice(kept)] }
}

function linesOf(page: Page, model: LanguageModel): BlockLine[] {
  const lines: BlockLine[] = []
  let previous = 0
  page.blocks.forEach((block, index) => {
    for (const { text, number } of textsOf(block)) {
      const gap = Math.max(0, number - previous - 1)
      const opensPage = gap >= 3 || lines.length === 0
      lines.push({
        block: index,
        line: wovenLine(text, { page: page.number, number, gap, opensPage }, model),
      })
      previous = number
    }
  })
  return lines
}

function textsOf(block: Block): { text: string; number: number }[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.text.split('\n').map((text, index) => ({ text, number: (block.at.line ?? 0) + index }))
    case 'list':
      return block.items.flatMap((item) =>
        `${item.marker} ${item.text}`
          .split('\n')
          .map((text, index) => ({ text, number: (item.at.line ?? 0) + index })),
      )
    default:
      return []
  }
}

const caption = /^phu luc\b.{0,12}$/u
const fewestRows = 3

/** Stretches from a header to the next caption of an appendix or the end. */
function regionsOf(lines: readonly BlockLine[]): { lines: BlockLine[] }[] {
  const { headers } = findHeaders(lines.map(({ line }) => line))
  const regions: { lines: BlockLine[] }[] = []
  let end = 0
  for (const header of headers) {
    if (header.first < end) continue
    const next = lines.findIndex(
      ({ line }, index) => index > header.first && caption.test(plain(line.text).trim()),
    )
    end = next < 0 ? lines.length : next
    regions.push({ lines: lines.slice(header.first, end) })
  }
  return regions
}

function tableOf(lines: readonly WovenLine[], model: LanguageModel): TableBlock | null {
  const { headers, columns: named } = findHeaders(lines)
  if (named.length < 3) return null
  const body = lines.filter((_, index) => !headers.some((header) => inHeader(header, index)))
  const rows = body.slice(Math.max(0, body.findIndex(startsRow)))
  const rowStarts = new Set(rows.flatMap((line, index) => (startsRow(line) ? [index] : [])))
  if (rowStarts.size < fewestRows) return null
  for (const [index, label] of labelsOf(rows, rowStarts)) setLabel(rows[index] as WovenLine, label)
  const columns = withCodes(named)
  const pieces = cutRows(rows, rowStarts, columns, model)
  return rowsOfPieces(rows, pieces, rowStarts, columns)
}

/** Where rows begin with labels there is a column of them, even if its header could not be read. */
function withCodes(columns: readonly WovenColumn[]): readonly WovenColumn[] {
  return columns[0]?.role === 'code' ? columns : [{ role: 'code', header: 'STT' }, ...columns]
}

function inHeader(header: Header, index: number): boolean {
  return index >= header.first && index < header.end
}

function labelsOf(lines: readonly WovenLine[], rowStarts: ReadonlySet<number>): [number, string][] {
  const starts = [...rowStarts]
  const labels = repairLabels(starts.map((index) => lines[index]?.tokens[0]?.text ?? ''))
  return starts.map((index, place) => [index, labels[place] ?? ''])
}

function setLabel(line: WovenLine, label: string): void {
  const token = line.tokens[0]
  if (token !== undefined) token.text = label
}

/** A label and the rule after it. */
function startsRow({ tokens }: WovenLine): boolean {
  const [label, next] = tokens
  return (
    label !== undefined && next?.bar === true && /^(?:\d{1,3}(?:\.\d{1,2})*\.?|[IVX]+\.?)$/u.test(label.text)
  )
}

/** Domains over the whole width are not cut. */
function cutRows(
  lines: readonly WovenLine[],
  rowStarts: ReadonlySet<number>,
  columns: readonly WovenColumn[],
  model: LanguageModel,
): Piece[][] {
  const woven = lines.map((line) => (isSection(line) ? { ...line, tokens: [] } : line))
  const pieces = new Unweaver(model, columns).cut(woven, rowStarts)
  const text = Math.max(
    1,
    columns.findIndex(({ role }) => role === 'name' || role === 'task'),
  )
  return lines.map((line, index) => {
    if (!isSection(line)) return pieces[index] ?? []
    const whole = { line: index, fresh: true }
    return [
      { ...whole, column: 0, first: 0, end: 1 },
      { ...whole, column: text, first: 1, end: line.tokens.length },
    ]
  })
}
