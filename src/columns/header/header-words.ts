import type { Role } from '../../../schemas/table.js'
import { plain } from '../../language/plain.js'

/** The words that headers of plans are made of. */

/** What a header says in plain letters, the role it gives its column, and the words that it is printed with. */
export interface HeaderPhrase {
  role: Role
  pattern: RegExp
  printed: string
}

/** In the order in which plans usually have their columns. */
export const phrases: readonly HeaderPhrase[] = [
  { role: 'code', pattern: /\b(?:stt|tt)\b/u, printed: 'STT' },
  { role: 'name', pattern: /\b(?:tieu chi|noi dung|linh vuc|chi so)\b/u, printed: 'Tiêu chí' },
  {
    role: 'maxScore',
    pattern: /\bdiem (?:chuan|toi da)\b|\b(?:phan|diem) chuan\b|\btoi da\b|\bdiem(?=.* diem\b)/u,
    printed: 'Điểm chuẩn',
  },
  {
    role: 'achievedScore',
    pattern: /\bdiem (?:dat|nam)\b|(?<=\bdiem .*)\bdiem\b/u,
    printed: 'Điểm đạt được',
  },
  { role: 'targetScore', pattern: /\bmuc tieu\b/u, printed: 'Điểm mục tiêu' },
  { role: 'task', pattern: /\b(?:nhiem vu|giai phap)\b/u, printed: 'Nhiệm vụ, giải pháp' },
  { role: 'task', pattern: /\bhoat dong\b/u, printed: 'Hoạt động' },
  { role: 'requirement', pattern: /\byeu cau\b/u, printed: 'Yêu cầu' },
  {
    role: 'lead',
    pattern: /\bchu tri\b|\b(?:co quan|don vi) chu\b|\btri tham muu\b/u,
    printed: 'Cơ quan chủ trì',
  },
  { role: 'coordinating', pattern: /\bphoi (?:hop|thuc)\b|\bquan phoi\b/u, printed: 'Cơ quan phối hợp' },
  {
    role: 'implementing',
    pattern: /\b(?:don|o) vi thuc\b|\bco quan thu\p{L}{0,2}\b/u,
    printed: 'Đơn vị thực hiện',
  },
  { role: 'deadline', pattern: /\bthoi\b|\bhoan thanh\b|\bgian\b/u, printed: 'Thời gian thực hiện' },
  { role: 'deliverable', pattern: /\b(?:san pham|ket qua)\b/u, printed: 'Sản phẩm' },
  { role: 'note', pattern: /\bghi chu\b/u, printed: 'Ghi chú' },
]

/** What headers say, line by line or word by word, in the words that they are printed with. */
export const wordsOfHeaders: readonly string[] = [
  ...phrases.map(({ printed }) => printed),
  ...['TT', 'Tiêu chí thành phần', 'Chỉ số thành phần', 'Điểm tối đa', 'Điểm đạt', 'Mục tiêu', 'Nhiệm vụ'],
  ...[
    'Giải pháp',
    'Cơ quan thực hiện',
    'Đơn vị chủ trì',
    'Đơn vị phối hợp',
    'Thời gian hoàn thành',
    'Thời hạn',
  ],
  ...['Sản phẩm, kết quả', 'Tiêu chí đánh giá', 'Nội dung', 'Lĩnh vực'],
]

export const headerWords = new Set(
  'stt tt tieu chi thanh phan diem chuan toi da dat duoc nhiem vu giai phap co quan don vi chu tri phoi hop thuc hien thoi gian han hoan san pham ghi danh gia noi dung linh vuc yeu cau muc tieu hoat dong ket qua'.split(
    ' ',
  ),
)

/** What the columns are that a text of a header names. */
export function rolesIn(text: string): Set<HeaderPhrase> {
  const words = plain(text).replace(/[^\p{L}\d]+/gu, ' ')
  return new Set(phrases.filter(({ pattern }) => pattern.test(words)))
}
