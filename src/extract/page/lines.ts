import { around, type Box, type Glyph } from './ink.js'

/** Signs that stand together. A raised number is a word of its own, wherever it stands. */
export interface Word {
  text: string
  box: Box
  size: number
  bold: boolean
  raised: boolean
  /** What parts it from the word before it in its line: nothing, a space, a space that must not break. */
  gap: 'none' | 'space' | 'tied'
  /** Of its least sure sign. */
  confidence: number
}

/** A printed line. */
export interface Line {
  words: Word[]
  box: Box
  baseline: number
  /** Of most of its signs. */
  size: number
  /** A space was printed behind its last word. */
  openEnd: boolean
}

/** Upright signs → lines from top to bottom, each with its words from left to right. */
export function linesOf(glyphs: Glyph[]): Line[] {
  return rowsOf(attachMarks(glyphs))
    .map(lineOf)
    .filter((line) => line !== null)
}

interface GlyphRow {
  glyphs: Glyph[]
  baseline: number
  size: number
}

/** Signs whose feet differ by less than half their size stand in one line: raised and lowered ones included. */
function rowsOf(glyphs: Glyph[]): GlyphRow[] {
  const rows: GlyphRow[] = []
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    if (row === undefined || glyph.baseline - row.baseline > 0.5 * Math.max(row.size, glyph.size)) {
      rows.push({ glyphs: [glyph], baseline: glyph.baseline, size: glyph.size })
      continue
    }
    row.glyphs.push(glyph)
    if (glyph.size <= row.size * 1.05 || glyph.text.trim() === '') continue
    row.baseline = glyph.baseline
    row.size = glyph.size
  }
  return rows
}

/** A combining mark printed as a sign of its own belongs to the letter before it. */
function attachMarks(glyphs: Glyph[]): Glyph[] {
  const attached: Glyph[] = []
  for (const glyph of glyphs) {
    const letter = attached.at(-1)
    if (letter !== undefined && /^\p{M}+$/u.test(glyph.text))
      attached[attached.length - 1] = { ...letter, text: letter.text + glyph.text }
    else attached.push(glyph)
  }
  return attached
}

/** A gap wider than this share of the size parts words where no space is printed. */
const wordGap = 0.17

function lineOf(row: GlyphRow): Line | null {
  const words: Word[] = []
  let gap: Word['gap'] = 'none'
  let last: Glyph | null = null
  for (const glyph of withoutCopies([...row.glyphs].sort((a, b) => a.box[0] - b.box[0]))) {
    if (glyph.text.trim() === '') {
      gap = gap === 'none' && glyph.text === '\u00a0' ? 'tied' : 'space'
      continue
    }
    if (last !== null && gap === 'none' && glyph.box[0] - last.box[2] > wordGap * row.size) gap = 'space'
    const word = words.at(-1)
    const raised = isRaised(glyph, row)
    if (word !== undefined && gap === 'none' && word.raised === raised && word.bold === glyph.bold)
      extend(word, glyph)
    else words.push(startWord(glyph, gap, raised))
    gap = 'none'
    last = glyph
  }
  if (words.length === 0) return null
  for (const word of words) word.text = word.text.normalize('NFC')
  return {
    words,
    box: around(words.map((word) => word.box)),
    baseline: row.baseline,
    size: usualSize(row.glyphs),
    openEnd: gap !== 'none',
  }
}

function usualSize(glyphs: Glyph[]): number {
  const sizes = glyphs.filter((glyph) => glyph.text.trim() !== '').map((glyph) => glyph.size)
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
}

function startWord(glyph: Glyph, gap: Word['gap'], raised: boolean): Word {
  const { text, size, bold, confidence = 1 } = glyph
  return { text, box: [...glyph.box], size, bold, raised, gap, confidence }
}

function extend(word: Word, glyph: Glyph): void {
  word.text += glyph.text
  word.confidence = Math.min(word.confidence, glyph.confidence ?? 1)
  const { box } = word
  box[0] = Math.min(box[0], glyph.box[0])
  box[1] = Math.min(box[1], glyph.box[1])
  box[2] = Math.max(box[2], glyph.box[2])
  box[3] = Math.max(box[3], glyph.box[3])
}

function isRaised(glyph: Glyph, row: GlyphRow): boolean {
  return glyph.size < 0.85 * row.size && row.baseline - glyph.baseline > 0.15 * row.size
}

/** Bold made by printing twice: the copy is no second letter. */
function withoutCopies(glyphs: Glyph[]): Glyph[] {
  return glyphs.filter((glyph, index) => {
    const previous = glyphs[index - 1]
    if (previous === undefined || previous.text !== glyph.text || glyph.text.trim() === '') return true
    return (
      glyph.box[0] - previous.box[0] > 0.25 * (glyph.box[2] - glyph.box[0]) || glyph.size !== previous.size
    )
  })
}

export interface LineText {
  text: string
  /** Of each word of `text` (what stands between white space). */
  confidences: number[]
  /** Characters of `text` at its start that are set in bold. */
  strongLength: number
}

/** A line's text; the raised number of a footnote reference is no text, a raised digit behind a unit is. */
export function textOf(words: readonly Word[]): LineText {
  let text = ''
  const confidences: number[] = []
  let strongLength = 0
  let strong = true
  for (const [index, word] of words.entries()) {
    if (isReference(word, words[index - 1])) continue
    const gap = text === '' || word.gap === 'none' ? '' : ' '
    if (!word.bold && /[\p{L}\d]/u.test(word.text)) strong = false
    if (gap === '' && text !== '') confidences.push(Math.min(confidences.pop() ?? 1, word.confidence))
    else confidences.push(word.confidence)
    text += gap + word.text
    if (strong && word.bold) strongLength = text.length
  }
  return { text: text.normalize('NFC'), confidences, strongLength }
}

const unit = /(?:^|[\s\d])[kcdm]?m$/u

function isReference(word: Word, before: Word | undefined): boolean {
  return word.raised && before !== undefined && /^[\d*,]{1,4}$/u.test(word.text) && !unit.test(before.text)
}

/** The words that no line break can part from the first one. */
export function firstUnitWidth(line: Line): number {
  const end = line.words.findIndex((word, index) => index > 0 && word.gap === 'space')
  const unitWords = line.words.slice(0, end < 0 ? line.words.length : end)
  return around(unitWords.map((word) => word.box))[2] - line.box[0]
}

/** Of the least sure word; 1 where nothing was recognised. */
export function confidenceOf(lines: readonly Line[]): number {
  return Math.min(1, ...lines.flatMap((line) => line.words.map((word) => word.confidence)))
}

/** All letters and figures of the line are bold. */
export function isBold(line: Line): boolean {
  return line.words.every((word) => word.bold || !/[\p{L}\d]/u.test(word.text))
}
