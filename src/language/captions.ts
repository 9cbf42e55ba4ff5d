import { romanValue } from './codes.js'
import { fold } from './letters.js'

/**
 * What stands above an appendix or a form: its label ('PHỤ LỤC I', 'Biểu mẫu số 02') and the caption that says what it
 * belongs to ('(Kèm theo Kế hoạch số …)'). Functions expect NFC: folded texts are as long as the printed ones.
 */

const ordinal = '[0-9]{1,2}[a-z]?|[ivx]{1,5}|[a-e]'
const label = new RegExp(
  `^(?:phu luc|phu bieu|bieu so|bieu mau so|mau so|bieu(?= \\d))\\b[\\s.:]*(?:so\\s*)?(${ordinal})?(?=$|[\\s.:\\-–(])`,
  'u',
)

/** How many characters the label takes that a text begins with; 0 where it begins with none. */
export function labelLength(text: string): number {
  return label.exec(fold(text))?.[0].length ?? 0
}

const lastOrdinal = /(?:^|[\s.])(\d{1,2}|[ivx]{1,5}|[a-e])$/u

/** 'PHỤ LỤC 01', 'Phụ lục I' and 'Phụ lục A' → 1; null where no number or letter stands there. */
export function labelOrdinal(text: string | null): number | null {
  const last = lastOrdinal.exec(fold(text ?? '').trim())?.[1]
  return last === undefined ? null : ordinalMeant(last)
}

function ordinalMeant(printed: string): number {
  const roman = romanValue(printed.toUpperCase())
  if (roman > 0) return roman
  return /^\d/u.test(printed) ? Number.parseInt(printed, 10) : printed.charCodeAt(0) - 'a'.charCodeAt(0) + 1
}

const heads = /^\P{L}*(?:phu luc|phu bieu|bieu mau|mau bieu|mau|bieu so)(?![\p{L}\p{N}])/u

/** Whether a text begins as the label of an appendix or a form does, behind whatever marks: '**Phụ lục', 'MẪU BIỂU'. */
export function beginsLabel(text: string): boolean {
  return heads.test(fold(text))
}

/** The same in capitals, as no sentence of running text begins. */
export function beginsCapitalLabel(text: string): boolean {
  return heads.test(fold(text)) && /^\P{L}*\p{Lu}{2}/u.test(text)
}

const attachment =
  /^[(\s]*(?:phu luc\s+)?(?:duoc\s+)?(?:ban hanh\s+|gui\s+)?(?:kem\s*theo|kem(?= (?:ke hoach|quyet dinh|cong van|bao cao|chuong trinh))|dinh kem)/u

/** 'Kèm theo …', '(Ban hành kèm theo …', '(Đính kèm …': what follows names the document that an appendix belongs to. */
export function beginsAttachment(text: string): boolean {
  return attachment.test(fold(text))
}

/** Folded words by which a text speaks of an appendix. */
export const appendixWords = 'phu luc|kem theo|dinh kem'
const appendix = new RegExp(appendixWords, 'u')

/** Whether a text speaks of an appendix or of something attached. */
export function namesAppendix(text: string): boolean {
  return appendix.test(fold(text))
}

const attached = /kem theo|dinh kem|ban hanh theo/u

/** Whether a text says that something is attached to something else. */
export function namesAttachment(text: string): boolean {
  return attached.test(fold(text))
}

const reference = /phu luc (?:so )?(\d{1,2}|[ivx]{1,5})\b(?=[^.;]{0,40}(?:kem theo|dinh kem))/gu

/** The ordinals of the appendices that a text says are attached: 'Chi tiết tại Phụ lục III kèm theo' → [3]. */
export function attachedOrdinals(text: string): number[] {
  return [...fold(text).matchAll(reference)].map((match) => ordinalMeant(match[1] ?? ''))
}

const form = /^(?:mau|bieu mau|phieu|de cuong)(?!\p{L})/u
const formNumber = /(?<!\p{L})(?:mau|bieu|bieu mau|phieu|to khai|phu luc)\s*(?:so\s*)?[:.]?\s*$/u

/** Whether a title is that of a form to be filled in: 'Mẫu báo cáo', 'Phiếu đánh giá'. */
export function titlesForm(text: string): boolean {
  return form.test(fold(text))
}

/** Whether the number behind a text is that of a form or an appendix: 'Mẫu số', 'theo Phụ lục'. */
export function announcesForm(text: string): boolean {
  return formNumber.test(fold(text))
}
