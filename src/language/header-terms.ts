import type { Role } from '../../schemas/table.js'
import { foldWords } from './letters.js'

/**
 * What a header text can mean. `naming` (criterion, field, index), `doing` (task, solution, activity) and `content`
 * are text columns whose role depends on the columns beside them; `agency` is an agency column that does not say in
 * which part; `score` is a score whose part (maximum, achieved, target) its neighbours decide.
 */
export type HeaderSense =
  | Exclude<Role, 'name' | 'task' | 'other'>
  | 'naming'
  | 'doing'
  | 'content'
  | 'agency'
  | 'score'
  | 'aside'

interface Rule {
  sense: HeaderSense
  pattern: RegExp
}

const agencyWord =
  '(?:co quan|cq|don vi|dv|phong ban|so nganh|to chuc|ca nhan|nguoi|bo phan|can bo|cac co quan|cac don vi)'

/** Read from the top: the first pattern that a folded header contains decides. */
const rules: Rule[] = [
  {
    sense: 'code',
    pattern: /^(?:s ?t ?t|t ?t|so t t|so tt|so thu tu|thu tu|ma so|ma|ky hieu|ma tieu chi|muc)$/u,
  },
  { sense: 'note', pattern: /^(?:ghi chu|luu y|chu thich|chu giai)/u },
  { sense: 'deliverable', pattern: /^(?:san pham|dau ra)/u },
  { sense: 'achievedScore', pattern: /(?:diem )?dat(?: duoc)?\b.*(?:toi da|chuan)/u },
  {
    sense: 'aside',
    pattern:
      /kinh phi|tai lieu kiem chung|minh chung|^(?!.*chu tri).*(?:theo doi|don doc|giam sat)|nguyen nhan|ton tai|han che|don vi tinh|dvt|ty trong|trong so|xep hang|thu hang|diem (?:bi )?(?:tru|mat|mat di)|bi tru|ty le|tang giam|so sanh/u,
  },
  {
    sense: 'maxScore',
    pattern: /diem (?:so )?(?:toi da|chuan|cao nhat|quy dinh|khung)|thang diem|so diem toi da|toi da/u,
  },
  {
    sense: 'targetScore',
    pattern:
      /(?:diem|so diem).*(?:muc tieu|phan dau|ke hoach|du kien|ky vong|chi tieu)|(?:muc tieu|phan dau|chi tieu|ky vong|du kien).*diem/u,
  },
  {
    sense: 'achievedScore',
    pattern:
      /diem.*(?:dat|tham dinh|tu cham|tu danh gia|danh gia|thuc te|cham|cong bo|nam \d{4}|\d{4})|ket qua.*diem|so diem/u,
  },
  { sense: 'score', pattern: /^diem(?: so)?$|^diem cac/u },
  { sense: 'targetScore', pattern: /^(?:phan dau|ky vong)/u },
  {
    sense: 'deadline',
    pattern:
      /thoi gian|\bt gian|thoi han|tien do|thoi diem|lo trinh|han hoan thanh|ngay hoan thanh|^hoan thanh|ky han|moc |^han /u,
  },
  { sense: 'lead', pattern: /chu tri/u },
  { sense: 'coordinating', pattern: /\bphoi\b/u },
  {
    sense: 'lead',
    pattern: new RegExp(
      `${agencyWord}.*(?:phu trach|chiu trach nhiem|tham muu|dau moi)|^(?:phu trach|dau moi)`,
      'u',
    ),
  },
  {
    sense: 'implementing',
    pattern: new RegExp(
      `${agencyWord}.*(?:thuc hien|trien khai)|(?:trach nhiem|phan cong).*(?:thuc hien)?|thuc hien.*${agencyWord}`,
      'u',
    ),
  },
  { sense: 'agency', pattern: new RegExp(`^${agencyWord}(?: ${agencyWord})*$`, 'u') },
  { sense: 'deliverable', pattern: /san pham|dau ra|ket qua|hinh thuc van ban|van ban ban hanh/u },
  {
    sense: 'naming',
    pattern: /tieu chi|linh vuc|chi so|thanh phan|truc noi dung|danh muc|nhom noi dung|^ten |nhom chi/u,
  },
  { sense: 'requirement', pattern: /yeu cau|muc tieu|chi tieu|tieu chuan|can dat|muc do/u },
  {
    sense: 'doing',
    pattern:
      /nhiem vu|giai phap|hoat dong|cong viec|bien phap|viec can lam|cach thuc|noi dung (?:thuc hien|trien khai|cong tac)/u,
  },
  { sense: 'content', pattern: /noi dung/u },
]

/** A header that says both what and what for ('Lĩnh vực, tiêu chí' names; 'Nhiệm vụ, giải pháp, nội dung' does). */
export function senseOf(header: string): HeaderSense | null {
  const folded = foldWords(header)
  if (folded === '' || folded.length > 120) return null
  // "Nhiệm vụ …" at the start is a doing column whatever it goes on to mention ('Nhiệm vụ theo tiêu chí').
  if (/^(?:cac )?(?:nhiem vu|giai phap|hoat dong|cong viec)/u.test(folded)) return 'doing'
  // 'Kết quả' with a year or a score is a score column, not a deliverable.
  if (
    /^(?:ket qua|muc tieu|chi tieu|ke hoach|phan dau|ky vong|du kien).*\d{4}$/u.test(folded) &&
    !/san pham/u.test(folded)
  )
    return /^ket qua/u.test(folded) ? 'achievedScore' : 'targetScore'
  return rules.find((rule) => rule.pattern.test(folded))?.sense ?? null
}

/** Whether a text could stand in a header at all: short, no sentence, no bullet. */
export function isHeaderLike(text: string): boolean {
  const bare = text.trim()
  return bare !== '' && bare.length <= 90 && !/^[-+•]/u.test(bare) && !/[;]$|\.$/u.test(bare)
}

/** Years that a header names: 'Điểm năm 2023' → [2023]. */
export function yearsOf(header: string): number[] {
  return [...new Set((header.match(/\b20\d{2}\b/gu) ?? []).map(Number))]
}

/** A cell of a printed numbering row: '(3)', '3', 'A', '(1)=(2)+(3)'. */
export function isNumberingCell(text: string): boolean {
  return /^\(?\s*(?:\d{1,2}|[A-E])\s*\)?(?:\s*=\s*[\d()+\-*/ ]+)?$/u.test(text.trim())
}
