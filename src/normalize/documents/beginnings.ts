import { beginsLabel } from '../../language/captions.js'
import { collapse, foldWords } from '../../language/letters.js'
import type { Line } from '../body/lines.js'
import { foldInPlace } from '../folded-text.js'
import { isCaption } from '../header/attachment.js'
import { findClosing } from '../header/closing.js'
import { hasMotto, isLetterheadLine, type Letterhead, readLetterhead } from '../header/letterhead.js'
import { searchedLines, typeOf } from '../header/title.js'

/** A line at which a document of the file begins. */
export interface Beginning {
  line: number
  /** 'Tờ trình', 'Kế hoạch'; null where the first document of the file does not say. */
  type: string | null
  number: string | null
}

/** Documents that hand others over: what stands behind one of them in a file is another document. */
const letters = new Set(['Tờ trình', 'Công văn', 'Thông báo', 'Báo cáo'])
/** Documents that are submitted with a letter and may then come without number or letterhead, as a draft. */
const submitted = new Set(['Kế hoạch', 'Chương trình', 'Đề án', 'Phương án', 'Quyết định'])

export function isLetter(type: string | null): boolean {
  return type !== null && letters.has(type)
}

/**
 * Where the documents of a file begin, the first at line 0. A further one needs a letterhead of its own, with a number
 * that no document above has, behind what closes the one above; a draft, whose number is blank or whose letterhead was
 * lost, needs a letter above. Appendices and forms that repeat issuer and motto begin no document.
 */
export function findBeginnings(lines: Line[]): Beginning[] {
  const beginnings: Beginning[] = []
  let above = stretchFrom(lines, 0)
  for (let index = 0; index < lines.length; index++) {
    const found = readBeginning(lines, index, beginnings.at(-1)?.line ?? 0)
    if (found === null) continue
    if (beginnings.length === 0) {
      if (index < searchedLines && !isClosed(lines, above, found.line)) {
        beginnings.push({ ...found, line: 0 })
        continue
      }
      beginnings.push({ line: 0, type: isAddressed(lines, 0) ? 'Công văn' : null, number: null })
    }
    if (!begins(found, lines, beginnings, above)) continue
    beginnings.push(found)
    above = stretchFrom(lines, found.line)
  }
  return beginnings
}

/** What is known of the lines of a document, once for all that may end it. */
interface Stretch {
  from: number
  /** The first line of its closing, and the first label of an appendix; the end of all lines where there is none. */
  closing: number
  label: number
}

function stretchFrom(lines: Line[], from: number): Stretch {
  const label = lines.findIndex(({ text }, index) => index >= from && isAppendixLabel(text))
  return { from, closing: findClosing(lines, from), label: label < 0 ? lines.length : label }
}

interface Candidate extends Beginning {
  hasHead: boolean
  /** The line that says its type. */
  typeLine: number
}

function readBeginning(lines: Line[], index: number, from: number): Candidate | null {
  const line = lines[index]
  if (line === undefined || line.row || line.text.length > 400) return null
  const type = readType(line.text)
  if (type === null) return null
  const start = headStart(lines, index, from)
  const isSubject = type === 'Công văn'
  const head = readLetterhead(lines.slice(start, index))
  // The subject of a letter stands under its number, and the motto may come behind it.
  const around = lines.slice(start, isSubject ? index + 8 : index)
  const hasHead = isHead(head, around)
  if (isSubject && !(hasHead && isAddressed(lines, index))) return null
  const first = pageStart(lines, hasHead ? start : index, from)
  return { line: first, type, number: head.number?.value ?? null, hasHead, typeLine: index }
}

function isHead(head: Letterhead, around: Line[]): boolean {
  if (head.number === null) return false
  return head.organs.length > 0 || head.date !== null || around.some(({ text }) => hasMotto(text))
}

/** 'TỜ TRÌNH' in capitals; a letter says no type, and has a subject. */
function readType(text: string): string | null {
  if (text.split('\t').some((part) => /^\s*(?:V\/v|Về việc)(?!\p{L})/iu.test(part))) return 'Công văn'
  const type = typeOf(text)
  return type !== null && !/\p{Ll}/u.test(text.slice(0, 8)) ? type.name : null
}

/** 'Kính gửi:' follows the subject of a letter. */
function isAddressed(lines: Line[], index: number): boolean {
  return addressLine(lines.slice(index, index + 20)) >= 0
}

/** The line that says whom a letter is for; -1 where none does. */
export function addressLine(lines: Line[]): number {
  return lines.findIndex(({ text }) => /(?:^|\t)\s*kinh (?:gui|trinh)/u.test(foldInPlace(text)))
}

const longestHead = 16

/** The first line of the letterhead above a line: of the same page, and beginning with what letterheads begin with. */
function headStart(lines: Line[], index: number, from: number): number {
  let start = index
  const page = lines[index]?.at.page
  while (start > from && index - start < longestHead) {
    const above = lines[start - 1]
    if (above === undefined || above.row || above.at.page !== page || !isLetterheadLine(above.text)) break
    start--
  }
  while (start < index && !opensHead(lines[start] as Line)) start++
  return start
}

/** The page's number above a letterhead is of the page that the document begins on. */
function pageStart(lines: Line[], index: number, from: number): number {
  const page = lines[index]?.at.page ?? null
  let start = index
  for (; page !== null && start > from; start--) {
    const above = lines[start - 1]
    if (above?.at.page !== page || /\p{L}/u.test(above.text)) break
  }
  return start
}

/** The name of who signed the document above may stand in capitals too: it is none of this letterhead. */
function opensHead(line: Line): boolean {
  const head = readLetterhead([line])
  return (
    head.organs.length > 0 ||
    head.number !== null ||
    hasMotto(line.text) ||
    /^du thao/u.test(foldWords(line.text))
  )
}

function begins(found: Candidate, lines: Line[], beginnings: Beginning[], above: Stretch): boolean {
  const last = beginnings.at(-1)
  if (last === undefined || found.line <= last.line) return false
  if (!isClosed(lines, above, found.line) || isForm(lines.slice(above.from, found.line))) return false
  const isKnown = beginnings.some(({ number }) => number !== null && number === found.number)
  if (found.hasHead && found.number !== null) return !isKnown
  // A draft has no number yet; a form in an appendix has none either, and stands behind the appendix's caption.
  const isDraft = submitted.has(found.type ?? '') && isLetter(last.type)
  return isDraft && above.label >= found.line
}

const lastLines = 4

/** The document has been signed, or has said whom it goes to, above a line. */
function isClosed(lines: Line[], { from, closing }: Stretch, end: number): boolean {
  if (closing < end) return true
  const near = lines.slice(Math.max(from, end - lastLines), end)
  return findClosing(near, 0) < near.length
}

function isAppendixLabel(text: string): boolean {
  return text.length < 200 && beginsLabel(text) && /^\s*\P{Ll}/u.test(text)
}

const formHead = 12

/** 'Mẫu số 01', 'PHỤ LỤC II' or a caption right above: what follows is a form to be filled in, or an appendix. */
function isForm(between: Line[]): boolean {
  return between
    .slice(-formHead)
    .filter(({ text }) => collapse(text) !== '')
    .slice(-4)
    .some(({ text }) => isAppendixLabel(text) || isCaption(text))
}
