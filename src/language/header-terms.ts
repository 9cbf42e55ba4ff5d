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

/** What columns are called: in a header that is read as a whole, and in a line where headers are torn or misread. */
interface HeaderTerm {
  sense: HeaderSense
  /** Found in the folded text of a whole header; the first term that fits decides. */
  header: RegExp
  column?: ColumnPhrase
  /** Further wordings in print, by which misread headers are known. */
  alsoPrinted?: readonly string[]
}

/** What is left of a header's words in a line of headers, and the column that they name. */
export interface ColumnPhrase {
  role: Role
  /** Found in the folded words of a line. */
  words: RegExp
  printed: string
  /** Where such columns usually stand, from the left. */
  place: number
}

const agencyWord =
  '(?:co quan|cq|don vi|dv|phong ban|so nganh|to chuc|ca nhan|nguoi|bo phan|can bo|cac co quan|cac don vi)'

const terms: readonly HeaderTerm[] = [
  {
    sense: 'code',
    header: /^(?:s ?t ?t|t ?t|so t t|so tt|so thu tu|thu tu|ma so|ma|ky hieu|ma tieu chi|muc)$/u,
    column: { role: 'code', words: /\b(?:stt|tt|so thu tu)\b/u, printed: 'STT', place: 1 },
    alsoPrinted: ['TT'],
  },
  {
    sense: 'note',
    header: /^(?:ghi chu|luu y|chu thich|chu giai)/u,
    column: { role: 'note', words: /\bghi chu\b/u, printed: 'Ghi chú', place: 14 },
  },
  { sense: 'deliverable', header: /^(?:san pham|dau ra)/u },
  { sense: 'achievedScore', header: /(?:diem )?dat(?: duoc)?\b.*(?:toi da|chuan)/u },
  {
    sense: 'aside',
    header:
      /kinh phi|tai lieu kiem chung|minh chung|^(?!.*chu tri).*(?:theo doi|don doc|giam sat)|nguyen nhan|ton tai|han che|don vi tinh|dvt|ty trong|trong so|xep hang|thu hang|diem (?:bi )?(?:tru|mat|mat di)|bi tru|ty le|tang giam|so sanh/u,
  },
  {
    sense: 'maxScore',
    header: /diem (?:so )?(?:toi da|chuan|cao nhat|quy dinh|khung)|thang diem|so diem toi da|toi da/u,
    column: {
      role: 'maxScore',
      words: /\bdiem (?:chuan|toi da)\b|\b(?:phan|diem) chuan\b|\btoi da\b|\bdiem(?=.* diem\b)/u,
      printed: 'Điểm chuẩn',
      place: 3,
    },
    alsoPrinted: ['Điểm tối đa'],
  },
  {
    sense: 'targetScore',
    header:
      /(?:diem|so diem).*(?:muc tieu|phan dau|ke hoach|du kien|ky vong|chi tieu)|(?:muc tieu|phan dau|chi tieu|ky vong|du kien).*diem/u,
    column: { role: 'targetScore', words: /\bmuc tieu\b/u, printed: 'Điểm mục tiêu', place: 5 },
    alsoPrinted: ['Mục tiêu'],
  },
  {
    sense: 'achievedScore',
    header:
      /diem.*(?:dat|tham dinh|tu cham|tu danh gia|danh gia|thuc te|cham|cong bo|nam \d{4}|\d{4})|ket qua.*diem|so diem/u,
    column: {
      role: 'achievedScore',
      words: /\bdiem (?:dat|nam)\b|(?<=\bdiem .*)\bdiem\b/u,
      printed: 'Điểm đạt được',
      place: 4,
    },
    alsoPrinted: ['Điểm đạt'],
  },
  { sense: 'score', header: /^diem(?: so)?$|^diem cac/u },
  { sense: 'targetScore', header: /^(?:phan dau|ky vong)/u },
  {
    sense: 'deadline',
    header:
      /thoi gian|\bt gian|thoi han|tien do|thoi diem|lo trinh|han hoan thanh|ngay hoan thanh|^hoan thanh|ky han|moc |^han /u,
    column: {
      role: 'deadline',
      words: /\bthoi\b|\bhoan thanh\b|\bgian\b/u,
      printed: 'Thời gian thực hiện',
      place: 12,
    },
    alsoPrinted: ['Thời gian hoàn thành', 'Thời hạn'],
  },
  {
    sense: 'lead',
    header: /chu tri/u,
    column: {
      role: 'lead',
      words: /\bchu tri\b|\b(?:co quan|don vi) chu\b|\btri tham muu\b/u,
      printed: 'Cơ quan chủ trì',
      place: 9,
    },
    alsoPrinted: ['Đơn vị chủ trì'],
  },
  {
    sense: 'coordinating',
    header: /\bphoi\b/u,
    column: {
      role: 'coordinating',
      words: /\bphoi (?:hop|thuc)\b|\bquan phoi\b/u,
      printed: 'Cơ quan phối hợp',
      place: 10,
    },
    alsoPrinted: ['Đơn vị phối hợp'],
  },
  {
    sense: 'lead',
    header: new RegExp(
      `${agencyWord}.*(?:phu trach|chiu trach nhiem|tham muu|dau moi)|^(?:phu trach|dau moi)`,
      'u',
    ),
  },
  {
    sense: 'implementing',
    header: new RegExp(
      `${agencyWord}.*(?:thuc hien|trien khai)|(?:trach nhiem|phan cong).*(?:thuc hien)?|thuc hien.*${agencyWord}`,
      'u',
    ),
    column: {
      role: 'implementing',
      words: /\b(?:don|o) vi thuc\b|\bco quan thu\p{L}{0,2}\b/u,
      printed: 'Đơn vị thực hiện',
      place: 11,
    },
    alsoPrinted: ['Cơ quan thực hiện'],
  },
  { sense: 'agency', header: new RegExp(`^${agencyWord}(?: ${agencyWord})*$`, 'u') },
  {
    sense: 'deliverable',
    header: /san pham|dau ra|ket qua|hinh thuc van ban|van ban ban hanh/u,
    column: {
      role: 'deliverable',
      words: /\b(?:san pham|ket qua)\b/u,
      printed: 'Sản phẩm',
      place: 13,
    },
    alsoPrinted: ['Sản phẩm, kết quả'],
  },
  {
    sense: 'naming',
    header: /tieu chi|linh vuc|chi so|thanh phan|truc noi dung|danh muc|nhom noi dung|^ten |nhom chi/u,
    column: {
      role: 'name',
      words: /\b(?:tieu chi|noi dung|linh vuc|chi so)\b/u,
      printed: 'Tiêu chí',
      place: 2,
    },
    alsoPrinted: ['Tiêu chí thành phần', 'Chỉ số thành phần', 'Tiêu chí đánh giá', 'Lĩnh vực'],
  },
  {
    sense: 'requirement',
    header: /yeu cau|muc tieu|chi tieu|tieu chuan|can dat|muc do/u,
    column: { role: 'requirement', words: /\byeu cau\b/u, printed: 'Yêu cầu', place: 8 },
  },
  {
    sense: 'doing',
    header:
      /nhiem vu|giai phap|cong viec|bien phap|viec can lam|cach thuc|noi dung (?:thuc hien|trien khai|cong tac)/u,
    column: {
      role: 'task',
      words: /\b(?:nhiem vu|giai phap)\b/u,
      printed: 'Nhiệm vụ, giải pháp',
      place: 6,
    },
    alsoPrinted: ['Nhiệm vụ', 'Giải pháp'],
  },
  {
    sense: 'doing',
    header: /hoat dong/u,
    column: { role: 'task', words: /\bhoat dong\b/u, printed: 'Hoạt động', place: 7 },
  },
  { sense: 'content', header: /noi dung/u, alsoPrinted: ['Nội dung'] },
]

/** A header that says both what and what for ('Lĩnh vực, tiêu chí' names; 'Nhiệm vụ, giải pháp, nội dung' does). */
export function senseOf(text: string): HeaderSense | null {
  const folded = foldWords(text)
  if (folded === '' || folded.length > 120) return null
  // "Nhiệm vụ …" at the start is a doing column whatever it goes on to mention ('Nhiệm vụ theo tiêu chí').
  if (/^(?:cac )?(?:nhiem vu|giai phap|hoat dong|cong viec)/u.test(folded)) return 'doing'
  // 'Kết quả' with a year or a score is a score column, not a deliverable.
  if (
    /^(?:ket qua|muc tieu|chi tieu|ke hoach|phan dau|ky vong|du kien).*\d{4}$/u.test(folded) &&
    !/san pham/u.test(folded)
  )
    return /^ket qua/u.test(folded) ? 'achievedScore' : 'targetScore'
  return terms.find(({ header }) => header.test(folded))?.sense ?? null
}

/** Whether a text heads the column of codes: 'STT', 'TT', 'Số thứ tự', 'Mã số'. */
export function isCodeHeader(text: string): boolean {
  return senseOf(text) === 'code'
}

/** The columns that headers name, in the order in which plans usually have them. */
export const columnPhrases: readonly ColumnPhrase[] = terms
  .flatMap(({ column }) => column ?? [])
  .toSorted((a, b) => a.place - b.place)

/** The columns that a line of headers names; some of its words may be torn or misread. */
export function columnsNamedIn(text: string): Set<ColumnPhrase> {
  const folded = foldWords(text)
  return new Set(columnPhrases.filter(({ words }) => words.test(folded)))
}

/** What headers say, in the words that they are printed with. */
export const headerWordings: readonly string[] = [
  ...columnPhrases.map(({ printed }) => printed),
  ...terms.flatMap(({ alsoPrinted }) => alsoPrinted ?? []),
]

/** The folded words of these. */
export const headerWords: ReadonlySet<string> = new Set(
  headerWordings.flatMap((text) => foldWords(text).split(' ')),
)

/** Columns that the header of a table names at least, that of the codes among them. */
const fewestColumns = 3
/** Words of headers among those of a line, where it begins with the codes' header and where it does not. */
const shareOfWords = { begun: 0.4, other: 0.75 }

/** Whether a line holds the header of a table: that of the codes and of two columns more, and few other words. */
export function isHeaderLine(text: string): boolean {
  const words = foldWords(text).split(' ')
  const named = [...columnsNamedIn(text)]
  const code = named.find(({ role }) => role === 'code')?.words.exec(words.join(' '))
  if (named.length < fewestColumns || code === undefined || code === null) return false
  const known = words.filter((word) => headerWords.has(word)).length
  return known >= words.length * (code.index === 0 ? shareOfWords.begun : shareOfWords.other)
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
