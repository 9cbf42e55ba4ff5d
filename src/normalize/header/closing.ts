import type { Header } from '../../../schemas/plan.js'
import { namesAppendix } from '../../language/captions.js'
import { collapse, fold, isUpperCase, startsLower } from '../../language/letters.js'
import {
  isRecipientsMark as beginsRecipients,
  isAuthority,
  isPosition,
  splitBeforeAuthority,
} from '../../language/signatures.js'
import type { Line } from '../body/lines.js'
import { foldInPlace } from '../folded-text.js'

/** What stands below the text of a plan. */
export interface Closing {
  signatory: Header['signatory']
  recipients: string[]
}

/** The first line of the closing block: 'Nơi nhận' or the signature, whichever comes first; the end where neither. */
export function findClosing(lines: Line[], from: number): number {
  for (let index = from; index < lines.length; index++) {
    const text = lines[index]?.text ?? ''
    if (isRecipientsMark(text) || text.split('\t').some((column) => isAuthority(column.trim()))) return index
  }
  return signedWithoutMark(lines, from)
}

/** 'GIÁM ĐỐC' and a name as the last lines, without 'Nơi nhận' and without 'TM.' or 'KT.'. */
function signedWithoutMark(lines: Line[], from: number): number {
  const first = Math.max(from, lines.length - 4)
  for (let index = first; index < lines.length; index++)
    if (isPosition(lines[index]?.text ?? '')) return index
  return lines.length
}

function isRecipientsMark(text: string): boolean {
  return text.length < 2000 && beginsRecipients(foldInPlace(text))
}

/** Recipients and signature, whether they stand one below the other, in two columns or interleaved. */
export function readClosing(lines: Line[]): Closing {
  const reader = new ClosingReader()
  for (const line of lines)
    for (const [column, text] of line.text.split('\t').entries())
      for (const part of splitInline(collapse(text))) reader.read(part, line, column)
  return {
    signatory: reader.signatory(),
    recipients: reader.recipients.map(closeItem).filter((item) => item !== ''),
  }
}

const nameBehindCapitals = /^((?:[\p{Lu}.,]+\s+)+)((?:\p{Lu}\p{Ll}+\s?){2,5})$/u
const inlineItem = /(?<=[:;])\s+(?=[-–]\s)/u

/** A signature that OCR has run into the recipients' line, a name into its position, several items into one line. */
function splitInline(text: string): string[] {
  return splitBeforeAuthority(text).flatMap((part) => {
    if (isRecipientsMark(part.slice(0, 12)) || /^[-–]\s/u.test(part))
      return part.split(inlineItem).flatMap(splitBehindItem)
    const [, position = '', name = ''] = nameBehindCapitals.exec(part) ?? []
    return isPosition(position) || isAuthority(position) ? [position.trim(), name] : [part]
  })
}

/** OCR puts what stands beside a recipient behind it: '- Bộ Nội vụ; CHỦ TỊCH'. */
function splitBehindItem(text: string): string[] {
  const [, item, beside] = /^(.*?;)\s+([^;]+)$/u.exec(text) ?? []
  if (item === undefined || beside === undefined) return [text]
  return isPosition(beside) || isPersonName(beside, false) ? [item, beside] : [text]
}

const longestOrgan = 60
const longestGap = 12

class ClosingReader {
  readonly recipients: string[] = []
  private readonly authority: string[] = []
  private position: string | null = null
  private name: string | null = null
  private inRecipients = false
  private bulleted = false
  private openAuthority = false
  /** Lines since anything was read that belongs here: a name far below is another text's. */
  private strayLines = 0

  read(text: string, line: Line, column: number): void {
    if (!/\p{L}/u.test(text)) return
    if (isRecipientsMark(text)) this.openRecipients(text)
    else if (isAuthority(text)) this.readAuthority(text)
    else if (isPosition(text) && !hasBullet(text, line, column)) this.readPosition(text)
    else if (this.openAuthority && isUpperCase(text) && text.length < longestOrgan) this.extendAuthority(text)
    else this.readRest(text, line, column)
  }

  signatory(): Header['signatory'] {
    if (this.name === null && this.position === null && this.authority.length === 0) return null
    const authority = this.authority.length === 0 ? null : this.authority.join(' / ')
    return { name: this.name, position: this.position, authority }
  }

  private readRest(text: string, line: Line, column: number): void {
    this.openAuthority = false
    this.strayLines++
    if (this.isName(text, line, column)) this.name ??= text
    else this.readRecipient(text, line, column)
  }

  private openRecipients(text: string): void {
    this.inRecipients = true
    const rest = text.replace(/^[^:]*?nh\S{1,2}n\s*[:.;]?\s*/iu, '')
    if (/\p{L}/u.test(rest)) this.recipients.push(rest)
  }

  private readAuthority(text: string): void {
    this.authority.push(text)
    this.openAuthority = true
    this.strayLines = 0
  }

  private readPosition(text: string): void {
    this.position ??= text
    this.openAuthority = false
    this.strayLines = 0
  }

  /** 'TM. ỦY BAN NHÂN DÂN' / 'THÀNH PHỐ …': the organ's name goes on. */
  private extendAuthority(text: string): void {
    const last = this.authority.length - 1
    this.authority[last] = `${this.authority[last] ?? ''} ${text}`
  }

  private isName(text: string, line: Line, column: number): boolean {
    if (this.strayLines > longestGap) return false
    if (hasBullet(text, line, column) || !isPersonName(text, this.position !== null)) return false
    if (!this.inRecipients || column > 0 || this.position !== null || this.authority.length > 0) return true
    return this.bulleted || this.isListOver()
  }

  private isListOver(): boolean {
    return /^l[uư]u\b/iu.test(fold(this.recipients.at(-1) ?? ''))
  }

  private readRecipient(text: string, line: Line, column: number): void {
    if (!this.inRecipients || column > 0 || this.strayLines > longestGap) return
    const isItem = hasBullet(text, line, column)
    const last = this.recipients.length - 1
    const isOpen = isUnclosed(this.recipients[last] ?? '')
    const goesOn =
      !isItem && last >= 0 && (isOpen || text.startsWith('(') || startsLower(text) || line.marker === '')
    if (goesOn && (text.startsWith('(') || !this.isListOver())) {
      this.recipients[last] = `${this.recipients[last] ?? ''} ${text}`
    } else if (!this.isListOver() && (isItem || (!this.bulleted && this.position === null))) {
      this.recipients.push(text.replace(/^[-–—+•*]\s*/u, ''))
      this.bulleted ||= isItem
      this.strayLines = 0
    }
  }
}

/** 'UBND các quận, huyện; (sao gửi đến': the bracket is closed in the next line. */
function isUnclosed(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')')
}

function hasBullet(text: string, line: Line, column: number): boolean {
  return /^[-–—+•*]\s*(?=\S)/u.test(text) || (column === 0 && line.marker !== null && line.marker !== '')
}

const degree = /^(?:(?:PGS|GS|TS|ThS|BS|KS|CN|Đ\/c)\.?\s*)+/u

/** Two to six capitalised syllables ('K’ Brêm') and nothing else; all in capitals only below a position. */
function isPersonName(text: string, belowPosition: boolean): boolean {
  const name = text.replace(degree, '')
  if (/đã ký|ký tên/iu.test(name) || namesAppendix(name)) return false
  if (/^\p{Lu}(?:\p{Ll}+|[’'])(?:\s+\p{Lu}\p{Ll}*){1,5}$/u.test(name)) return true
  return belowPosition && /^\p{Lu}{2,}(?:\s+\p{Lu}+){1,5}$/u.test(name) && !isPosition(name)
}

function closeItem(item: string): string {
  return collapse(item).replace(/[\s;.,/]+$/u, '')
}
