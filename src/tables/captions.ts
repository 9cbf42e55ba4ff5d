import type { Block } from '../../schemas/document.js'
import { beginsAttachment, labelLength } from '../language/captions.js'
import { splitLeadingCode } from '../language/codes.js'
import { collapse, fold, isUpperCase } from '../language/letters.js'
import { beginsAuthority, isRecipientsMark } from '../language/signatures.js'
import { isPlacing } from './closing-rows.js'
import { continuedMark, joinRepeatedCaptions } from './repeated-captions.js'
import { type AppendixSegment, emptySegment, type HeadLine } from './segment.js'

/** Splits a document's blocks into the body and its appendices. */
export function splitAppendices(blocks: Block[]): { body: Block[]; segments: AppendixSegment[] } {
  const starts = findStarts(blocks)
  const segments = starts.map((start, index) =>
    readSegment(blocks.slice(start, starts[index + 1] ?? blocks.length)),
  )
  return { body: blocks.slice(0, starts[0] ?? blocks.length), segments: joinRepeatedCaptions(segments) }
}

function findStarts(blocks: Block[]): number[] {
  const starts: number[] = []
  for (const [index, block] of blocks.entries()) {
    if (isLabel(block) && leadsToAppendix(blocks, index)) starts.push(index)
    else if (isCaption(textOf(block)) && !startsWithin(starts, blocks, index)) {
      const title = titleAbove(blocks, index)
      if (hasTableSoon(blocks, index, 4)) starts.push(title)
    }
  }
  return starts
}

export function textOf(block: Block): string {
  return block.kind === 'heading' || block.kind === 'paragraph' ? block.text : ''
}

function isLabel(block: Block): boolean {
  const [first = ''] = textOf(block).split('\n')
  const text = collapse(first)
  const length = labelLength(text)
  if (length === 0) return false
  // 'Phụ lục 01 kèm theo Kế hoạch này.' is a sentence of the body, not a caption.
  const rest = text.slice(length).trim()
  return text.length <= 200 && (rest === '' || isUpperCase(text) || /^[.:\-–(\p{Lu}]/u.test(rest))
}

/** A label is followed by a caption, a table, or stands above a form; within the body's text it is none of these. */
function leadsToAppendix(blocks: Block[], index: number): boolean {
  const [first = ''] = textOf(blocks[index] as Block).split('\n')
  const ahead = blocks.slice(index, index + 7)
  return (
    ahead.some(
      (block) =>
        block.kind === 'table' || isCaption(textOf(block)) || textOf(block).split('\n').some(isCaption),
    ) || isUpperCase(first)
  )
}

export function isCaption(text: string): boolean {
  const folded = fold(collapse(text))
  return (
    beginsAttachment(folded) &&
    /\b(?:so|ke hoach|quyet dinh|cong van|bao cao|chuong trinh)\b/u.test(folded) &&
    folded.length < 300
  )
}

/** The caption belongs to an appendix already begun when only titles stand between. */
function startsWithin(starts: number[], blocks: Block[], index: number): boolean {
  const last = starts.at(-1)
  if (last === undefined) return false
  return !blocks.slice(last, index).some((block) => block.kind === 'table')
}

function hasTableSoon(blocks: Block[], index: number, distance: number): boolean {
  const next = blocks.slice(index, index + 1 + distance).find((block) => block.kind === 'table')
  return next !== undefined && !closesDocument(next)
}

/** The block of recipients and signature: '(Kèm theo …)' above it speaks of what is attached, and begins nothing. */
function closesDocument(block: Block): boolean {
  if (block.kind !== 'table' || !isPlacing(block)) return false
  return block.rows.some(({ cells }) =>
    cells.some(({ lines }) => lines.some(({ text }) => isRecipientsMark(fold(text)))),
  )
}

/** Where the title of a caption without a label begins: capitals, bold or headings right above it. */
function titleAbove(blocks: Block[], index: number): number {
  let start = index
  while (start > 0 && index - start < 4) {
    const block = blocks[start - 1] as Block
    const text = textOf(block)
    const isTitle =
      text !== '' &&
      (block.kind === 'heading' ||
        isUpperCase(text) ||
        (block.kind === 'paragraph' && block.strong === 'all'))
    if (!isTitle || beginsAuthority(text) || text.split(' ').length < 3) break
    start--
  }
  return start
}

function readSegment(blocks: Block[]): AppendixSegment {
  const firstTable = blocks.findIndex((block) => block.kind === 'table')
  const head = blocks.slice(0, firstTable < 0 ? Math.min(4, blocks.length) : firstTable)
  const lines = head
    .flatMap((block, index) =>
      textOf(block)
        .split('\n')
        .map((text) => ({ text: collapse(text), at: block.at, index, strong: isSetApart(block) })),
    )
    .filter((line) => line.text !== '')
  const segment = emptySegment()
  const title: string[] = []
  let used = 0
  for (const [position, line] of lines.entries()) {
    if (position === 0 && labelLength(line.text) > 0) {
      const { label, rest } = cutLabel(line.text)
      segment.label = label
      segment.continued = continuedMark.test(rest)
      const own = rest.replace(continuedMark, '')
      if (own !== '') title.push(own)
    } else if (segment.caption === null && isCaption(line.text)) {
      segment.caption = wholeCaption(lines.slice(position).map((entry) => entry.text))
      segment.captionAt = line.at
    } else if (segment.caption === null && belongsToTitle(line.text, title, firstTable >= 0))
      title.push(line.text)
    else if (segment.caption?.includes(line.text)) continue
    else if (isLateTitle(line, title, segment, lines[position - 1])) title.push(line.text)
    else break
    used = line.index + 1
  }
  segment.title = title.length === 0 ? null : title.join(' ')
  segment.head = lines.filter((line) => line.index < used).map(({ text, at }) => ({ text, at }))
  segment.blocks = blocks.slice(used)
  return segment
}

function isSetApart(block: Block): boolean {
  return block.kind === 'heading' || (block.kind === 'paragraph' && block.strong === 'all')
}

/** A title below its caption is set apart; one that stood above it is whole. */
function isLateTitle(
  line: HeadLine & { strong: boolean },
  title: string[],
  segment: AppendixSegment,
  above: HeadLine | undefined,
): boolean {
  const begun = title.length > 0 && title.at(-1) === above?.text
  if (segment.caption === null || (title.length > 0 && !begun)) return false
  const isApart = line.strong || isUpperCase(line.text)
  return (
    isApart && !/[.;:]$/u.test(line.text) && line.text.length <= 300 && splitLeadingCode(line.text) === null
  )
}

function cutLabel(text: string): { label: string; rest: string } {
  const words = text.split(' ')
  for (let count = words.length; count > 0; count--) {
    const head = words.slice(0, count).join(' ')
    const bare = head.replace(/[.:\-–]+$/u, '').trim()
    if (bare !== '' && labelLength(bare) === bare.length)
      return {
        label: bare,
        rest: words
          .slice(count)
          .join(' ')
          .replace(/^[.:\-–\s]+/u, ''),
      }
  }
  return { label: text, rest: '' }
}

function belongsToTitle(text: string, title: string[], beforeTable: boolean): boolean {
  if (text.length > 300 || /[.;]$/u.test(text)) return false
  return isUpperCase(text) || title.length === 0 || (beforeTable && title.length < 4)
}

/** A caption may be broken over lines: it ends with its closing parenthesis. */
function wholeCaption(lines: string[]): string {
  let caption = ''
  for (const line of lines) {
    caption = caption === '' ? line : `${caption} ${line}`
    if (!caption.startsWith('(') || caption.includes(')')) break
  }
  return caption
}
