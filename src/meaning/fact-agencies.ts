import { looksLikeAgency } from '../language/agency-words.js'
import { fold } from '../language/letters.js'

const orders = /^(?:giao(?: cho)?|de nghi|yeu cau|phan cong)\s+/u
const verbs =
  /\s(?:co trach nhiem|chiu trach nhiem|can cu|chu tri|phoi hop|theo doi|tong hop|tham muu|xay dung|ban hanh|bao cao|to chuc (?:thuc hien|trien khai|quan triet)|trien khai|hoan thanh|thuc hien|tang cuong|cu the hoa|don doc|tiep tuc|bo tri|la co quan|giam sat|gui|ra soat|chi dao|huong dan|phan anh|thuong xuyen|dinh ky|truoc ngay|nghiem tuc)(?=[\s,;.]|$)/u
/** 'Các Sở, ngành: Nội vụ, Tài chính' lists departments by their fields. */
const departments = /^Các Sở,(?: ban,)? ngành\s*:\s*/iu
const longest = 300

/** The words of a sentence that name who is to act: what stands before its first verb, or the title above it. */
export function actorsIn(sentence: string, titles: string[]): string | null {
  const folded = fold(sentence)
  const order = orders.exec(folded)?.[0].length ?? 0
  // A blank in front: a sentence may begin with its verb
  const verb = (verbs.exec(` ${folded.slice(order)}`)?.index ?? 0) - 1
  const subject = verb > 0 ? sentence.slice(order, order + verb) : ''
  if (subject !== '' && subject.length <= longest && looksLikeAgency(subject))
    return subject.replace(departments, 'Các Sở: ')
  return titles.findLast((title) => looksLikeAgency(title)) ?? null
}
