import { fold, foldWords, isUpperCase } from './letters.js'

const authorityMarks = 'tm|kt|tl|tuq'
const authorityMark =
  /^(?:T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L|T\s?[./]?\s?U\s?[./]?\s?Q)(?:\s*[.,:]\s*|\s+)(?=\p{Lu}{2})/u
const beginningMark = new RegExp(`^(?:${authorityMarks}|q)\\s*\\.`, 'u')
const signatureLine = new RegExp(`^\\W{0,4}(?:${authorityMarks.toUpperCase()})\\.`, 'u')
const inlineAuthority = new RegExp(`\\s+(?=(?:${authorityMarks.toUpperCase()})\\.\\s*\\p{Lu}{2})`, 'u')
const closing = new RegExp(`noi nhan\\s*:|(?:^|\\n)\\s*(?:${authorityMarks})\\s*\\.`, 'u')
const closingWord = new RegExp(`^(?:noi nhan|${authorityMarks})(?![a-z])`, 'u')
const positionWords =
  /^(?:q\s|quyen )?(?:pho )?(?:chu tich|giam doc|tong giam doc|truong phong|truong ban|truong|bo truong|thu truong|thu tuong|chanh van phong|chanh thanh tra|cuc truong|tong cuc truong|vu truong|vien truong|hieu truong|chu nhiem|bi thu|uy vien|vien truong|chanh an)(?![\p{L}])/u
const recipientsMark = /^\s*n\S{1,2}i\s+nh\S{1,2}n\s*(?:[:.;]|$|[-–+]\s)/u
const signers =
  /^(?:nguoi (?:lap|ky|duyet|kiem tra|tong hop)(?: bieu| bang)?|ke toan(?: truong)?|(?:thu truong|lanh dao)(?: co quan| don vi| phong)?|xac nhan cua .+)$/u
const signing = /^\(?\s*(?:da ky|ky(?: ten)?(?: va)?,? (?:ghi ro ho|dong dau)|ky ten)/u
const placeAndDate = /^[^,]{0,40},?\s*ngay\s+[\d.…\s]{1,8}thang\s+[\d.…\s]{1,8}nam\b/u

/** 'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'TL. GIÁM ĐỐC', 'TUQ. BỘ TRƯỞNG'. */
export function isAuthority(text: string): boolean {
  return authorityMark.test(text) && isUpperCase(text.replace(/[^\p{L}]/gu, ''))
}

/** 'TM.', 'KT.', 'Q.' at the start of a text, in whatever letters. */
export function beginsAuthority(text: string): boolean {
  return beginningMark.test(fold(text))
}

/** 'TM.' at the start of a line of the source, behind marks of emphasis or not. */
export function isSignatureLine(line: string): boolean {
  return signatureLine.test(line)
}

/** A text parted before each 'TM. ỦY BAN' that stands in it. */
export function splitBeforeAuthority(text: string): string[] {
  return text.split(inlineAuthority)
}

/** A position in capitals, as it stands above a name: 'PHÓ CHỦ TỊCH', 'Q. GIÁM ĐỐC'. */
export function isPosition(text: string): boolean {
  return isUpperCase(text.replace(/[^\p{L}]/gu, '')) && namesPosition(text)
}

/** Begins with a position, in whatever letters: 'Phó Chủ tịch'. */
export function namesPosition(text: string): boolean {
  return positionWords.test(foldWords(text))
}

/** 'Nơi nhận:', also as OCR misreads it; the text in small letters without marks, its length kept. */
export function isRecipientsMark(folded: string): boolean {
  return recipientsMark.test(folded)
}

/** 'Nơi nhận' at the start of a folded text, whatever follows it. */
export function namesRecipients(folded: string): boolean {
  return folded.startsWith('noi nhan')
}

/** 'Nơi nhận:' anywhere in a folded text, or 'TM.' at the start of one of its lines. */
export function holdsClosing(folded: string): boolean {
  return closing.test(folded)
}

/** Begins with a word of a closing block, where a name should stand. */
export function beginsClosing(text: string): boolean {
  return closingWord.test(foldWords(text))
}

/** What stands at the foot of a form: 'Người lập biểu', '(Ký, ghi rõ họ tên)', 'Hà Nội, ngày … tháng … năm …'. */
export function isSigningWord(text: string): boolean {
  const folded = fold(text.trim())
  return text.length < 100 && (signers.test(folded) || signing.test(folded) || placeAndDate.test(folded))
}
