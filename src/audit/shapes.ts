import { fold, foldWords } from '../language/letters.js'
import { isMotto } from '../language/motto.js'
import { quarterPattern } from '../language/quarters.js'
import { beginsClosing } from '../language/signatures.js'

/** Lower case with its marks, words and single spaces only: 'số hóa' is not 'sở'. */
function lowerWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/uỷ/gu, 'ủy')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

/** Folded beginnings of an agency's name or of a list of agencies, generously: it is asked what no agency is. */
const agencyStart =
  /^(?:(?:lanh dao|chu tich|van phong|cac|thuong truc|giam doc|thu truong|de nghi|nhung) )*(?:so|ubnd|uy ban|phong|ban|vp|van phong|cong an|bo|cuc|chi cuc|trung tam|thanh tra|hdnd|hoi|kho bac|bhxh|bao hiem|ngan hang|dai|bao|co quan|don vi|dia phuong|don|to|khoi|toa|vien|dang|mttq|mat tran|lien doan|doan|truong|nganh|thanh vien|can bo|cong chuc|tong|huyen|xa|phuong|thanh pho|thi xa|quan|buu dien|vnpt|vien thong|benh vien|ubmttq|bch|hiep hoi|lien minh|doanh nghiep|co so|cap|snv|stttt|stp|sct|sxd|sgt|vpub|cong ty|dien luc|thu|nha|chinh|quoc|hai|cang|kiem|nhu tren|theo|tat ca|toan|truong|chanh|pho|tthc|bo phan|doi|hat|tram|nt|tinh|thue|quy|hop tac xa|lien hiep|cu|dai bieu)(?![a-z])/u

/** A text that may stand where an agency is named. */
export function mayBeAgency(text: string): boolean {
  const parts = text.split(/[;,\n]| và /u).filter((part) => part.trim() !== '')
  return (
    parts.length > 0 && agencyStart.test(foldWords(text)) && text.split(/\s+/u).length <= 14 * parts.length
  )
}

const certainAgency =
  /^(?:các |văn phòng )*(?:sở \p{L}+|ubnd|ủy ban nhân dân|công an (?:tỉnh|thành|huyện|xã|phường)|văn phòng (?:ubnd|hđnd|ủy ban|sở)|các sở|sở ban|cơ quan đơn vị|các cơ quan|các phòng|phòng (?:nội vụ|tư pháp|tài chính|văn hóa|văn hoá|kinh tế))(?!\p{L})/u
const doing =
  /(?<!\p{L})(?:ban hành|triển khai|thực hiện|rà soát|báo cáo|chủ trì|phối hợp|công khai|tham mưu|xây dựng|đạt|có|được|kế hoạch|quyết định|văn bản|theo|gửi|tổ chức)(?!\p{L})/u

/** A text that can hardly be anything but an agency or a list of them. */
export function isSurelyAgency(text: string): boolean {
  const words = lowerWords(text)
  return certainAgency.test(words) && words.split(' ').length <= 9 && !doing.test(words)
}

const timeWord =
  /\d|\b(?:quy|qui|thang|nam|ngay|hang|thuong xuyen|dinh ky|truoc|sau khi|trong|dot xuat|kip thoi|theo|khi|ngay|tuan|giai doan|lien tuc|tu|nt|nhu)\b/u

/** A text that may say when. */
export function maySayWhen(text: string): boolean {
  return timeWord.test(foldWords(text))
}

const onlyTime = new RegExp(
  `^(?:(?:truoc|cham nhat|trong|hoan thanh|tu) )*(?:${quarterPattern}|thang \\d+|ngay \\d+|nam 20\\d\\d|thuong xuyen|hang (?:nam|thang|quy|tuan)|dinh ky)(?: (?:${quarterPattern}|thang|ngay|nam|den|va|hang|hoac|[a-z]{1,3}|\\d+))*$`,
  'u',
)

/** A text that says when and nothing else. */
export function isOnlyTime(text: string): boolean {
  return onlyTime.test(foldWords(text))
}

/** A text of figures and signs alone. */
export function isOnlyFigures(text: string): boolean {
  return /^[\s\d.,%≥≤<>=+\-–/:]+$/u.test(text)
}

/** Words of closing blocks and letterheads, where a name should stand. */
export function isClosingWord(text: string): boolean {
  return beginsClosing(text) || isMotto(fold(text))
}
