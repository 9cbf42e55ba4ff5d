import type { Section } from '../../../schemas/plan.js'
import { namesAppendix } from '../../language/captions.js'
import { isUpperCase } from '../../language/letters.js'
import type { Passage } from './passages.js'
import { type Label, type LabelStyle, readLabel } from './section-labels.js'

interface Entry {
  passage: Passage
  label: Label | null
}

const belowTop: LabelStyle[] = ['arabic', 'arabic2', 'arabic3', 'arabic4', 'bracketed', 'lower']
/** Headings without any label: in capitals they stand where roman ones would, others below everything. */
type Style = LabelStyle | 'capitals' | 'unlabelled'

/**
 * The body's headings as a tree. The numbering decides what is under what; whether a numbered passage is a heading
 * at all is decided for the whole series of its neighbours. Text before the first heading is a section without a title.
 */
export function readOutline(passages: Passage[]): Section[] {
  const entries = passages.map((passage) => ({
    passage,
    label: passage.row ? null : readLabel(passage.text),
  }))
  const firstUpper = entries.findIndex((entry) => entry.label?.style === 'upper' && isSetApart(entry))
  const firstRoman = entries.findIndex((entry) => entry.label?.style === 'roman' && isSetApart(entry))
  const romanFirst = firstRoman >= 0 && (firstUpper < 0 || firstRoman < firstUpper)
  const top: Style[] = romanFirst ? ['part', 'roman', 'upper'] : ['part', 'upper', 'roman']
  const { paragraphs, children } = divide(entries, [...top, 'capitals', ...belowTop, 'unlabelled'], null)
  const opening: Section = { label: null, title: '', paragraphs, children: [] }
  return paragraphs.length === 0 ? children : [opening, ...children]
}

interface Content {
  paragraphs: string[]
  children: Section[]
}

/** Splits a stretch at the headings of the outermost style that it has; what stands before them is its own text. */
function divide(entries: Entry[], styles: Style[], parent: string | null): Content {
  for (const [depth, style] of styles.entries()) {
    const heads = headingsOf(entries, style, parent)
    const [first] = heads
    if (first === undefined) continue
    const deeper = styles.slice(depth + 1)
    return {
      paragraphs: entries.slice(0, first).map((entry) => entry.passage.text),
      children: heads.map((from, index) => {
        const to = heads[index + 1] ?? entries.length
        return sectionOf(entries[from] as Entry, entries.slice(from + 1, to), deeper)
      }),
    }
  }
  return { paragraphs: entries.map((entry) => entry.passage.text), children: [] }
}

function sectionOf(head: Entry, below: Entry[], deeper: Style[]): Section {
  const { title, rest } = splitTitle(head)
  const label = head.label?.value ?? null
  const content = divide(below, deeper, label)
  const paragraphs = rest === null ? content.paragraphs : [rest, ...content.paragraphs]
  return { label, title, paragraphs, children: content.children }
}

/** The heading proper; a run-in heading's text and a reference '(Gửi kèm theo Phụ lục)' are its first paragraph. */
function splitTitle({ passage, label }: Entry): { title: string; rest: string | null } {
  const offset = label?.offset ?? 0
  if (isRunIn(passage, label)) {
    const rest = passage.text.slice(passage.strongLength).replace(/^[\s:.]+/u, '')
    return {
      title: closeTitle(passage.text.slice(offset, passage.strongLength)),
      rest: rest === '' ? null : rest,
    }
  }
  const text = passage.text.slice(offset).trim()
  const reference = referenceIn(text)
  return reference === null
    ? { title: closeTitle(text), rest: null }
    : { title: closeTitle(text.slice(0, -reference.length)), rest: reference }
}

/** The brackets at the end of a heading that send the reader to an appendix. */
function referenceIn(title: string): string | null {
  const brackets = /(?<=.{2})\([^)]*\)\.?$/u.exec(title)?.[0]
  return brackets !== undefined && namesAppendix(brackets) ? brackets : null
}

function closeTitle(text: string): string {
  return text.replace(/[\s:]+$/u, '').trim()
}

/** Indices of the headings of one style. */
function headingsOf(entries: Entry[], style: Style, parent: string | null): number[] {
  const members = entries.flatMap((entry, index) =>
    styleOf(entry) === style && fits(entry, parent) ? [index] : [],
  )
  const set = members.map((index) => isSetApart(entries[index] as Entry))
  if (style === 'capitals' || style === 'unlabelled') return members.filter((_, index) => set[index])
  const short = members.map((index) => isHeadingLike(entries[index] as Entry))
  const someSet = set.some(Boolean)
  const allShort = short.every((isShort, index) => isShort || set[index]) && hasText(entries, members)
  return members.filter(
    (_, index) => set[index] || (short[index] && (allShort || (someSet && style !== 'lower'))),
  )
}

function styleOf({ passage, label }: Entry): Style {
  if (label !== null) return label.style
  return isUpperCase(passage.text) ? 'capitals' : 'unlabelled'
}

/** '4.1' belongs under '4'; under a heading of another alphabet every number fits. */
function fits({ label }: Entry, parent: string | null): boolean {
  if (label === null || !label.style.startsWith('arabic') || label.style === 'arabic') return true
  return parent === null || !/^\d/u.test(parent) || label.value.startsWith(`${parent}.`)
}

/** A series of mere list items has nothing between its members; sections have text. */
function hasText(entries: Entry[], members: number[]): boolean {
  return members.some((from, index) => (members[index + 1] ?? entries.length) - from > 1)
}

const longestUnlabelled = 80

/** Typography says that it is a heading: marked as one, all bold, a bold start beyond the label, roman in capitals. */
function isSetApart({ passage, label }: Entry): boolean {
  if (passage.row) return false
  if (label === null) return isUnlabelledHeading(passage)
  if (passage.heading || isBold(passage) || isRunIn(passage, label)) return true
  return (
    (label.style === 'roman' || label.style === 'upper' || label.style === 'part') && isUpperCase(label.title)
  )
}

function isUnlabelledHeading(passage: Passage): boolean {
  if (/^\(|[.;,]$/u.test(passage.text) || passage.text.length > longestUnlabelled * 2) return false
  return passage.heading || (isBold(passage) && passage.text.length <= longestUnlabelled)
}

function isBold(passage: Passage): boolean {
  return passage.strongLength >= passage.text.length - 1
}

function isRunIn(passage: Passage, label: Label | null): boolean {
  return label !== null && !passage.heading && !isBold(passage) && passage.strongLength > label.offset + 1
}

const longestPlain = 150

/** Short, one phrase, without the closing sign of a sentence or of a list item. */
function isHeadingLike({ label }: Entry): boolean {
  const title = label?.title ?? ''
  if (referenceIn(title) !== null) return true
  return (
    title.length <= longestPlain &&
    !/[.;,]$/u.test(title) &&
    !/[.;]\s+\p{Lu}/u.test(title) &&
    !/\.\/\.$/u.test(title)
  )
}
