import type { Block, Page, TableBlock } from '../../schemas/document.js'
import type { LanguageModel } from './language-model.js'
import { plain } from './plain.js'
import { centredRows, countLabels, hasCentredLabels } from './unweave-centred.js'
import { type Piece, Unweaver } from './unweave-cuts.js'
import { findHeaders, type Header, type WovenColumn } from './unweave-header.js'
import { repairLabels } from './unweave-labels.js'
import { type WovenLine, wovenLine } from './unweave-lines.js'
import { isSection, rowsOfPieces } from './unweave-rows.js'
import { readScores } from './unweave-scores.js'

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
    const woven = region.lines.map(({ line }) => line)
    const table = tableOf(woven, model)
    if (table === null) continue
    const first = region.lines[tableStart(woven)]?.block as number
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
    for (const { text, raw, number } of textsOf(block)) {
      const gap = Math.max(0, number - previous - 1)
      const opensPage = gap >= 3 || lines.length === 0
      const place = { page: page.number, number, gap, opensPage, raw }
      lines.push({ block: index, line: wovenLine(text, place, model) })
      previous = number
    }
  })
  return lines
}

interface TextLine {
  text: string
  raw: string
  number: number
}

function textsOf(block: Block): TextLine[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return textLines(block.text, block.repaired?.raw ?? block.text, block.at.line ?? 0)
    case 'list':
      return block.items.flatMap(({ marker, text, repaired, at }) =>
        textLines(`${marker} ${text}`, `${marker} ${repaired?.raw ?? text}`, at.line ?? 0),
      )
    default:
      return []
  }
}

function textLines(text: string, raw: string, first: number): TextLine[] {
  const source = raw.split('\n')
  return text
    .split('\n')
    .map((line, index) => ({ text: line, raw: source[index] ?? line, number: first + index }))
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

/** Prose may name a header's words too: the table begins at the last header above its first row. */
function tableStart(lines: readonly WovenLine[]): number {
  const { headers } = findHeaders(lines)
  const row = lines.findIndex(
    (line, index) => !headers.some((header) => inHeader(header, index)) && startsRow(line),
  )
  return headers.findLast((header) => header.first <= row)?.first ?? 0
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
  if (columns.some(({ role }) => role === 'achievedScore'))
    for (const index of rowStarts) readScores(rows[index] as WovenLine)
  const sections = sectionsOf(rows, columns)
  const inSection = new Set(sections.keys())
  const centred = hasCentredLabels(rows, rowStarts, inSection)
  for (const index of inSection)
    if (!inSection.has(index + 1) && index + 1 < rows.length) rowStarts.add(index + 1)
  const headings = new Set([...rowStarts].filter((index) => inSection.has(index)))
  const cut = cutRows(rows, centred ? headings : rowStarts, sections, new Unweaver(model, columns, centred))
  if (!centred) return rowsOfPieces(rows, cut, rowStarts, columns)
  countLabels(rows, cut)
  return rowsOfPieces(rows, cut, centredRows(rows, cut, inSection, columns), columns)
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

/** A label and the rule after it, or a Roman numeral by itself. */
function startsRow(line: WovenLine): boolean {
  const [label, next] = line.tokens
  if (isLoneNumeral(line) || isScoredRow(line)) return true
  return (
    label !== undefined && next?.bar === true && /^(?:\d{1,3}(?:\.\d{1,2})*\.?|[IVX]+\.?)$/u.test(label.text)
  )
}

/** Domains over the whole width: their lines, and the pieces that these have without being cut. */
function sectionsOf(lines: readonly WovenLine[], columns: readonly WovenColumn[]): Map<number, Piece[]> {
  const text = Math.max(
    1,
    columns.findIndex(({ role }) => role === 'name' || role === 'task'),
  )
  const sections = new Map<number, Piece[]>()
  lines.forEach((line, index) => {
    const whole = { line: index, fresh: true, opensRow: false }
    const end = line.tokens.length
    const label = { ...whole, column: 0, first: 0, end: 1 }
    if (isSection(line)) sections.set(index, [label, { ...whole, column: text, first: 1, end }])
    if (!isLoneNumeral(line)) return
    sections.set(index, [label])
    for (
      let next = index + 1;
      next < lines.length && goesOn(lines[next] as WovenLine, next > index + 1);
      next++
    ) {
      const fresh = next === index + 1
      sections.set(next, [
        { line: next, fresh, opensRow: false, column: text, first: 0, end: lines[next]?.tokens.length ?? 0 },
      ])
    }
  })
  return sections
}

/** A label whose rule is lost, on a line that has a score. */
function isScoredRow({ tokens }: WovenLine): boolean {
  const label = tokens[0]?.text ?? ''
  return (
    /^(?:\d\d{1,2}|\d(?:\.\d{1,2})+)$/u.test(label) &&
    tokens.slice(2).some(({ text }) => /^[01][.,]\d{3,4}$/u.test(text))
  )
}

function isLoneNumeral({ tokens }: WovenLine): boolean {
  return tokens.length === 1 && /^[IVX]{2,4}$/u.test(tokens[0]?.text ?? '')
}

/** The line after a lone numeral is the domain's name, and so are those that go on in small letters. */
function goesOn({ tokens }: WovenLine, further: boolean): boolean {
  return tokens.length > 0 && (!further || tokens[0]?.capital === false)
}

function cutRows(
  lines: readonly WovenLine[],
  rowStarts: ReadonlySet<number>,
  sections: ReadonlyMap<number, Piece[]>,
  unweaver: Unweaver,
): Piece[][] {
  const woven = lines.map((line, index) => (sections.has(index) ? { ...line, tokens: [] } : line))
  const pieces = unweaver.cut(woven, rowStarts)
  return lines.map((_, index) => sections.get(index) ?? pieces[index] ?? [])
}
