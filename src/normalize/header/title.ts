import { isCode } from '../../language/codes.js'
import { collapse, fold, foldWords, isUpperCase, startsLower, startsUpper } from '../../language/letters.js'
import { committeeLength, startsOrgan } from '../../language/organ-words.js'
import { isStrong, type Line } from '../body/lines.js'
import { isCaption } from './attachment.js'
import { hasMotto } from './letterhead.js'

/** The document's type and title, and where they stand among the lines. */
export interface TitleReading {
  documentType: string | null
  title: string | null
  /** Captions that stand under the title: '(Ban hành kèm theo Quyết định số …)'. */
  captions: Line[]
  /** First line of type and title; everything above is letterhead. */
  start: number
  /** First line behind the title. */
  end: number
}

const types = [
  'Kế hoạch',
  'Quyết định',
  'Báo cáo',
  'Công văn',
  'Chương trình',
  'Hướng dẫn',
  'Thông báo',
  'Chỉ thị',
  'Đề án',
  'Tờ trình',
  'Phương án',
  'Nghị quyết',
  'Công điện',
  'Quy chế',
  'Thông tư',
  'Nghị định',
]
const typeOfWord = new Map(types.map((type) => [squeeze(type), type]))
/** How far down a type or a subject is looked for. */
export const searchedLines = 60

/** Finds the line 'KẾ HOẠCH' and the title below it, up to where the preamble begins. */
export function readTitle(lines: Line[]): TitleReading {
  for (const [index, line] of lines.slice(0, searchedLines).entries()) {
    const type = typeOf(line.text)
    if (type !== null)
      return { documentType: type.name, start: index, ...collectTitle(lines, index + 1, type.rest) }
    const broken = brokenType(line.text, lines[index + 1]?.text ?? '')
    if (broken !== null) return { documentType: broken, start: index, ...collectTitle(lines, index + 2, '') }
  }
  return readSubject(lines) ?? readUntyped(lines)
}

/** 'KẾ' above 'HOẠCH': the line was broken inside the type. */
function brokenType(text: string, next: string): string | null {
  if (text.length > 12 || next.length > 12 || !isUpperCase(text) || !isUpperCase(next)) return null
  return typeOf(`${text} ${next}`)?.name ?? null
}

/** The line of the type was lost: the title is what stands in capitals between the letterhead and the text. */
function readUntyped(lines: Line[]): TitleReading {
  const end = untitledStart(lines)
  const head = lines.slice(0, end).findLastIndex((line) => isLetterhead(line.text))
  const first = lines[head + 1]
  const isTitle = head >= 0 && first !== undefined && head + 1 < end && isUpperCase(first.text)
  if (!isTitle) return { documentType: null, title: null, captions: [], start: end, end }
  return { documentType: null, start: head + 1, ...collectTitle(lines, head + 1, '') }
}

/** Number, place and date, the state's name and motto. */
function isLetterhead(text: string): boolean {
  return hasMotto(text) || /^so\s*:?\s*\d|\bngay\b.*\bthang\b.*\bnam\b/u.test(foldWords(text))
}

/** The type on a line of its own ('K Ế  H O Ạ C H' too), or in capitals before the title. */
export function typeOf(text: string): { name: string; rest: string } | null {
  const whole = typeOfWord.get(squeeze(text))
  if (whole !== undefined && startsUpper(text)) return { name: whole, rest: '' }
  const capitals = /^\s*(\p{Lu}{2,}\s+\p{Lu}{2,})\s+(?=\S)/u.exec(text)
  const name = typeOfWord.get(squeeze(capitals?.[1] ?? ''))
  const rest = collapse(text.slice(capitals?.[0].length ?? 0))
  if (capitals === null || name === undefined || isCaption(text) || /^(?:và|số)(?!\p{L})/iu.test(rest))
    return null
  return { name, rest }
}

function squeeze(text: string): string {
  return fold(text).replace(/[^a-z]/gu, '')
}

/** An official letter has no title but a subject line: 'V/v hướng dẫn …'. */
function readSubject(lines: Line[]): TitleReading | null {
  const start = lines.slice(0, searchedLines).findIndex((line) => /^\s*(?:V\/v|Về việc)\b/iu.test(line.text))
  if (start < 0) return null
  const { title, end, captions } = collectTitle(lines, start, '')
  const subject = title?.replace(/^(?:V\/v|Về việc)\s*:?\s*/iu, '') ?? null
  return { documentType: 'Công văn', title: subject, captions, start, end }
}

/** Without a type line the letterhead ends at the first line that reads as text; a web page's own text is above it. */
function untitledStart(lines: Line[]): number {
  const motto = lines.slice(0, searchedLines).findIndex((line) => hasMotto(line.text))
  const first = lines.findIndex(
    (line, index) =>
      index > motto && (isPreamble(line.text) || isLabelled(line.text) || line.text.length > 150),
  )
  return first < 0 ? Math.min(lines.length, searchedLines) : first
}

function collectTitle(
  lines: Line[],
  from: number,
  rest: string,
): { title: string | null; captions: Line[]; end: number } {
  const parts: Line[] = []
  const captions: Line[] = []
  let end = from
  let taken = from
  const head = rest === '' ? undefined : lines[from - 1]
  if (head !== undefined) parts.push({ ...head, text: rest })
  for (; end < lines.length && end < from + 14; end++) {
    const line = lines[end]
    if (line === undefined) break
    if (!/\p{L}/u.test(line.text)) {
      if (parts.length > 0 && captions.length === 0 && onlyYears.test(line.text)) {
        parts.push(line)
        taken = end + 1
      }
      continue
    }
    if (isCaption(line.text)) captions.push(line)
    else if (parts.length > 0 && isDeciding(parts, line, lines.slice(end + 1))) break
    else if (captions.length === 0 && (parts.length === 0 ? opensTitle(line) : goesOn(parts, line)))
      parts.push(line)
    else break
  }
  const title = collapse(parts.map((part) => part.text).join(' ')).replace(/[\s.;:]+$/u, '')
  return { title: title === '' ? null : title, captions, end: Math.max(taken, skipRules(lines, end)) }
}

/**
 * Who decides stands between the title and what the decision rests on: 'ỦY BAN NHÂN DÂN TỈNH X' above 'Căn cứ'
 * (forms of Decree 30/2020, annex III).
 */
function isDeciding(parts: Line[], line: Line, below: Line[]): boolean {
  const next = below.find(({ text }) => /\p{L}/u.test(text))
  if (next === undefined || !/^can cu(?!\p{L})/u.test(foldWords(next.text))) return false
  const goesOver = /(?:^| )(?:cua|do|tai|thuoc|va|voi|cho|boi|giua|ve|trong)$/u.test(
    foldWords(parts.at(-1)?.text ?? ''),
  )
  return isUpperCase(line.text) && startsOrgan(line.text) && !goesOver
}

/** The years of a title that a line end has parted from it: '2026 - 2030'. */
const onlyYears = /^[\s*_(]*20\d{2}(?:\s*[-–]\s*20\d{2})?[\s*_).]*$/u

function skipRules(lines: Line[], from: number): number {
  let end = from
  while (end > 0 && !/\p{L}/u.test(lines[end - 1]?.text ?? 'a')) end--
  return end
}

function opensTitle(line: Line): boolean {
  if (isLabelled(line.text) || /^(?:can cu|kinh gui)(?!\p{L})/u.test(foldWords(line.text))) return false
  return (
    isStrong(line) || (line.text.length < 500 && !/[.;:]$/u.test(line.text.trim()) && line.marker === null)
  )
}

/** How the title is set (heading or bold, capitals, plain) tells how far it goes; then its wording does. */
function goesOn(parts: Line[], line: Line): boolean {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined || isLabelled(line.text) || line.marker !== null) return false
  const text = line.text.trim()
  if (/^can cu(?!\p{L})/u.test(foldWords(text)) || text.length > 400) return false
  if (startsLower(text) && text.length < 200 && !/[.;:]$/u.test(text)) return true
  if (isStrong(first) || isStrong(line)) return isStrong(first) && isStrong(line)
  if (isUpperCase(first.text) || isUpperCase(text)) return isUpperCase(first.text) && isUpperCase(text)
  if (isPreamble(text) || /[.;:]$/u.test(text)) return false
  const isComplete = /nam \d{4}(?: va (?:nhung|cac) nam tiep theo)?$/u.test(foldWords(last.text))
  return !isComplete && text.length < 200 && (line.block === last.block || isNextLine(last, line))
}

function isNextLine(last: Line, line: Line): boolean {
  return last.at.line !== null && line.at.line !== null && line.at.line - last.at.line <= 1
}

const preamble =
  /^(?:can cu|thuc hien|ngay \d|de |nham |voi |tren co so|trien khai|xet |theo |trong |qua |nam \d{4}|tiep tuc|phat huy|hien nay|kinh gui|thoi gian qua)/u

/** Words that a preamble begins with; a title may too, so this counts only behind its first line. */
function isPreamble(text: string): boolean {
  const folded = foldWords(text)
  return (
    startsUpper(text) && !isUpperCase(text) && (preamble.test(`${folded} `) || committeeLength(folded) > 0)
  )
}

/** 'I. …', 'A. …', '1. …': the first section begins. */
function isLabelled(text: string): boolean {
  const label = /^([A-ZĐ]{1,4}|\d{1,2})\s*[.)/]\s*(?!v\s)\p{L}/u.exec(text.trim())?.[1]
  return label !== undefined && isCode(label)
}
