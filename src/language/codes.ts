/**
 * Numbers of criteria and tasks as plans print them: '1.', '1.1.', '7,3', 'I', 'Ⅱ', 'A', 'a)', 'I.1', '1.1.a', '(3)', '1-1',
 * 'A1', 'TC 1.1', 'Bước 2'. A code is a path of parts; its style is that of its last part's alphabet. Every reader of
 * tables and every check asks here what a code is: as a whole cell, at the start of a text, or misread.
 */
export type CodeStyle = 'arabic' | 'roman' | 'upper' | 'lower'

export interface Code {
  /** Without closing dot, parts joined by dots: '7,3' → '7.3'. */
  value: string
  parts: string[]
  style: CodeStyle
}

const arabicPath = /^\d{1,3}(?:\s*[.,]\s*\d{1,3})*$/u
/** Rows beyond 999; figures that may be years are none. */
const longNumber = /^1[0-8]\d\d$/u
const dashedPath = /^\d{1,2}(?:-\d{1,2}){1,3}$/u
const labelledPath = /^([IVXA-HĐ]{1,4})((?:\.\d{1,2})+)$/u
/** 'TC1', 'TC 1.2', 'A1', 'Bước 2': letters or a word that say what is numbered stand before the first number. */
const numberedWord =
  '[Bb]ước|BƯỚC|[Mm]ục|MỤC|[Nn]hóm|NHÓM|[Tt]iêu chí|TIÊU CHÍ|[Cc]hỉ số|CHỈ SỐ|[Nn]ội dung|NỘI DUNG|[Nn]hiệm vụ|NHIỆM VỤ|[Gg]iai đoạn|GIAI ĐOẠN'
const prefixed = new RegExp(`^([A-ZĐ]{1,4}|${numberedWord})\\s?(\\d{1,3})((?:\\.\\d{1,3})*)$`, 'u')
const letteredPath = /^(\d{1,2}(?:\.\d{1,2})*)\.?([a-eđg-z])$/u

/** The signs Ⅰ … Ⅻ as the letters that they stand for. */
function inLetters(text: string): string {
  return text.replace(/[Ⅰ-Ⅻ]/gu, (sign) => sign.normalize('NFKC'))
}

/** The code that a text is, or null where it is anything more or else. */
export function parseCode(text: string): Code | null {
  const bare = inLetters(text)
    .trim()
    .replace(/^\((.*)\)$/u, '$1')
    .replace(/[\s.)/:,;]+$/u, '')
    .trim()
  if (bare === '') return null
  if (arabicPath.test(bare)) return ofParts(bare.split(/\s*[.,]\s*/u).map(dropZeros), 'arabic')
  if (longNumber.test(bare)) return ofParts([bare], 'arabic')
  if (dashedPath.test(bare)) return ofParts(bare.split('-').map(dropZeros), 'arabic')
  if (isRoman(bare)) return ofParts([bare], 'roman')
  if (/^[A-HĐKLM]$/u.test(bare)) return ofParts([bare], 'upper')
  if (/^[a-zđ]$/u.test(bare)) return ofParts([bare], 'lower')
  const labelled = labelledPath.exec(bare)
  if (labelled !== null)
    return ofParts([labelled[1] ?? '', ...(labelled[2] ?? '').slice(1).split('.')], 'arabic')
  const labelledNumber = prefixed.exec(bare)
  if (labelledNumber !== null) return ofLabel(labelledNumber)
  const lettered = letteredPath.exec(bare)
  if (lettered !== null) return ofParts([...(lettered[1] ?? '').split('.'), lettered[2] ?? ''], 'lower')
  return null
}

function ofParts(parts: string[], style: CodeStyle): Code {
  return { value: parts.join('.'), parts, style }
}

/** Whether a text is a code and nothing else, perhaps in bold type of Markdown: '1.1', '**II.**', '(3)', 'TC 1.2'. */
export function isCode(text: string): boolean {
  return parseCode(text.trim().replace(/^\*\*(.*)\*\*$/u, '$1')) !== null
}

/** Whether the first word or the first two of a text are a code and more follows: 'TC 1.1 Công khai …', '1,2 Tiếp dân'. */
export function beginsWithCode(text: string): boolean {
  const [first = '', second = '', third] = text.trim().split(/\s+/u)
  return second !== '' && (isCode(first) || (third !== undefined && isCode(`${first} ${second}`)))
}

/** 'A1' is the first under A; 'TC1' is the first of its kind. */
function ofLabel([, letters = '', number = '', rest = '']: RegExpExecArray): Code {
  const further = rest.split('.').slice(1)
  if (letters.length > 1 && !isRoman(letters)) return ofParts([letters + number, ...further], 'arabic')
  return { value: `${letters}${number}${rest}`, parts: [letters, number, ...further], style: 'arabic' }
}

function dropZeros(part: string): string {
  return part.replace(/^0+(?=\d)/u, '')
}

export interface LeadingCode {
  code: Code
  /** The code as printed, without what follows. */
  printed: string
  rest: string
}

const leading =
  /^((?:\d{1,2}[.,])+\d{0,2}\.?|\d{1,2}\)|(?:[IVX]{1,5}|[Ⅰ-Ⅻ])[.)]|[A-HĐ][.)]|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})+)\s*(?=\p{L}|["“(])/u
const leadingRoman = /^([IVX]{1,5}|[Ⅰ-Ⅻ])\s+(?=\p{Lu}{2,})/u

/**
 * The code at the start of a text: '1. Tham gia …', 'III CẢI CÁCH …'. A number run into its word needs a dot or a
 * parenthesis; a bare roman numeral needs capitals behind it.
 */
export function splitLeadingCode(text: string): LeadingCode | null {
  const trimmed = text.trim()
  const match = leading.exec(trimmed) ?? leadingRoman.exec(trimmed)
  const printed = match?.[1]?.trim()
  if (match === null || printed === undefined) return null
  const code = parseCode(printed)
  return code === null ? null : { code, printed, rest: trimmed.slice(match[0].length).trim() }
}

const lowerAlphabet = 'abcdđeghiklmnopqrstuvxy'
const upperAlphabet = 'ABCDĐEGHIKLMNOPQRSTUVXY'

/** The place of a code's last part in its series (from 1), null where its letter is in none. */
export function ordinalOf(part: string, style: CodeStyle): number | null {
  if (style === 'arabic') return Number(/\d+$/u.exec(part)?.[0] ?? Number.NaN)
  if (style === 'roman') return romanValue(part)
  const alphabet = style === 'upper' ? upperAlphabet : lowerAlphabet
  const index = alphabet.indexOf(part)
  return index < 0 ? null : index + 1
}

/** A Roman numeral in capitals, as plans count with them: I to XXXIX. */
export function isRoman(text: string): boolean {
  return /^(?=.)X{0,3}(?:IX|IV|V?I{0,3})$/u.test(text)
}

/** The value of such a numeral; 0 where the text is none. */
export function romanValue(text: string): number {
  if (!isRoman(text)) return 0
  const digits = [...text].map((digit) => romanDigits[digit] ?? 0)
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0)
}

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10 }

/**
 * The Roman numeral that a recognised text was misread from, itself where it is one, or null. Strokes are taken for
 * other strokes ('I1I', 'Il'); in `blurred` print they run together ('IH' is III) or get marks ('Ì').
 */
export function romanMeant(text: string, print: 'clear' | 'blurred' = 'clear'): string | null {
  const [shape, sure] = misreadRomans[print]
  if (!shape.test(text) || !sure.test(text)) return null
  const meant = text.replace(/[ÌÍỈĨỊÏl1!|]/gu, 'I').replaceAll('H', 'II')
  return isRoman(meant) ? meant : null
}

const misreadRomans = {
  clear: [/^[IVX1l!|]{1,5}$/u, /[IVX]/u],
  blurred: [/^[IVXHÌÍỈĨỊÏl1]{1,5}$/u, /[IVXHÌÍỈĨỊ]/u],
} as const

/**
 * A word that may be a Roman numeral by itself or before a year, as an engine for words gives it: it loses strokes
 * ('II.' becomes 'I.') or takes them for figures ('I/2023' becomes '1/2023'). Null for any other word.
 */
export function mayBeRoman(word: string): { before: string; printed: string; after: string } | null {
  if (!romanStrokes.test(word)) return null
  const [, before = '', printed = '', after = ''] = /^(\(?)([IVX1lH]+)(.*)$/u.exec(word) ?? []
  return { before, printed, after }
}

const romanStrokes = /^\(?(?:[IVX1l]*[IVX][IVX1l]*|I?H{1,2}I?|[IVX1l]{1,4}(?=\/\d{4}))(?:\/\d{4})?[.,;:)]?$/u

const romanFigures: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A number in Roman figures, up to 4,999. */
export function romanNumeral(value: number): string {
  let rest = Math.min(Math.max(0, value), 4999)
  let text = ''
  for (const [figure, sign] of romanFigures)
    while (rest >= figure) {
      text += sign
      rest -= figure
    }
  return text
}
