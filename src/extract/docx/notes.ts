import {
  attribute,
  create,
  createRun,
  type Document,
  type Element,
  isWord,
  numberOf,
  prepend,
  remove,
  settingOf,
  textOf,
  wordChild,
  wordChildren,
  wordDescendants,
} from '../office/xml.js'
import { formatOrdinal } from './number-formats.js'
import type { WordParts } from './parts.js'

/** The two kinds of notes: how the text refers to them, what holds them, and how they count where nothing is said. */
const kinds = [
  { name: 'footnote', reference: 'footnoteReference', properties: 'footnotePr', format: 'decimal' },
  { name: 'endnote', reference: 'endnoteReference', properties: 'endnotePr', format: 'lowerRoman' },
] as const

/**
 * Puts every note as a paragraph of its own behind the text that refers to it: a raised label, then the note. The
 * marks in the text go. `prepare` does to the notes what was done to the body. Returns how many notes are missing.
 */
export function placeNotes(body: Element, parts: WordParts, prepare: (root: Element) => void): number {
  return kinds.reduce((missing, kind) => {
    const root = (kind.name === 'footnote' ? parts.footnotes : parts.endnotes)?.documentElement ?? null
    if (root !== null) prepare(root)
    const notes = new Map(wordChildren(root, kind.name).map((note) => [attribute(note, 'id'), note]))
    return missing + placeKind(body, notes, kind.reference, noteFormat(body, parts.settings, kind))
  }, 0)
}

function placeKind(
  body: Element,
  notes: Map<string | null, Element>,
  referenceName: string,
  format: NoteFormat,
): number {
  let ordinal = format.start - 1
  let missing = 0
  const last = new Map<Element, Element>()
  for (const reference of wordDescendants(body, referenceName)) {
    const isCustom = !['0', 'false', null].includes(attribute(reference, 'customMarkFollows'))
    if (!isCustom) ordinal++
    const label = isCustom ? customMark(reference) : formatOrdinal(ordinal, format.name)
    const note = notes.get(attribute(reference, 'id'))
    const anchor = placeOf(reference, body)
    if (note === undefined || anchor === null) missing++
    else {
      const paragraph = noteParagraph(note, label, body)
      body.insertBefore(paragraph, (last.get(anchor) ?? anchor).nextSibling)
      last.set(anchor, paragraph)
    }
    remove(reference)
  }
  return missing
}

interface NoteFormat {
  name: string
  start: number
}

function noteFormat(body: Element, settings: Document | null, kind: (typeof kinds)[number]): NoteFormat {
  const sources = [
    ...wordDescendants(body, 'sectPr').map((section) => wordChild(section, kind.properties)),
    wordChild(settings?.documentElement ?? null, kind.properties),
  ]
  const named = sources
    .map((source) => settingOf(wordChild(source, 'numFmt')))
    .find((value) => value !== null)
  const start = sources
    .map((source) => numberOf(wordChild(source, 'numStart')))
    .find((value) => value !== null)
  return { name: named ?? kind.format, start: start ?? 1 }
}

/** A mark that the author typed stands behind the reference and, again, at the start of the note. It is taken from the text. */
function customMark(reference: Element): string {
  const text = reference.nextSibling
  if (!isWord(text, 't')) return '*'
  const mark = textOf(text).trim()
  remove(text)
  return mark
}

/**
 * The block of the body behind which the note goes: that of the reference, but no heading is parted from what it
 * heads: behind lines in the middle of the page or in bold the note goes behind the next text or table.
 */
function placeOf(reference: Element, body: Element): Element | null {
  let block: Element = reference
  while (block.parentNode !== null && block.parentNode !== body) block = block.parentNode as Element
  if (block.parentNode !== body) return null
  let place = block
  while (isWord(place, 'p') && isTitle(place)) {
    const next = nextBlock(place)
    if (next === null) break
    place = next
  }
  return place
}

function nextBlock(block: Element): Element | null {
  let next = block.nextSibling
  while (next !== null && !isWord(next, 'p', 'tbl')) next = next.nextSibling
  return isWord(next) ? next : null
}

function isTitle(paragraph: Element): boolean {
  const alignment = settingOf(wordChild(paragraph, 'pPr', 'jc'))
  if (alignment === 'center' || textOf(paragraph).trim() === '') return true
  const runs = wordDescendants(paragraph, 'r').filter((run) => textOf(run).trim() !== '')
  return runs.length > 0 && runs.every((run) => wordChild(run, 'rPr', 'b') !== null)
}

/** All paragraphs of a note as one, parted by line breaks. */
function noteParagraph(note: Element, label: string, body: Element): Element {
  const document = body.ownerDocument as Document
  const paragraph = create(body, 'p')
  const mark = createRun(body, label)
  const properties = create(body, 'rPr')
  properties.appendChild(create(body, 'vertAlign', 'superscript'))
  prepend(mark, properties)
  paragraph.appendChild(mark)
  for (const [index, part] of wordDescendants(note, 'p').entries()) {
    const gap = createRun(body, ' ')
    if (index > 0) gap.appendChild(create(body, 'br'))
    paragraph.appendChild(gap)
    for (const child of wordChildren(part, 'r')) {
      if (wordDescendants(child, 'footnoteRef', 'endnoteRef').length > 0) continue
      if (index === 0 && textOf(child).trim() === label) continue
      paragraph.appendChild(document.importNode(child, true))
    }
  }
  return paragraph
}
