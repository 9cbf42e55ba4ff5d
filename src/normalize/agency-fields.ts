import { fold } from '../language/letters.js'

/**
 * Fields that departments are named after, folded; those written with commas count as one name ('Lao động, Thương binh
 * và Xã hội'). Used to tell a list of departments under one head ('Sở Nội vụ, Tài chính') from one long name.
 */
const fields = new Set([
  'noi vu',
  'tai chinh',
  'tu phap',
  'ke hoach va dau tu',
  'ke hoach dau tu',
  'xay dung',
  'giao thong van tai',
  'giao thong cong chinh',
  'cong thuong',
  'y te',
  'giao duc va dao tao',
  'thong tin va truyen thong',
  'khoa hoc va cong nghe',
  'tai nguyen va moi truong',
  'tai nguyen moi truong',
  'nong nghiep va phat trien nong thon',
  'nong nghiep va moi truong',
  'van hoa va the thao',
  'van hoa the thao va du lich',
  'du lich',
  'ngoai vu',
  'lao dong thuong binh va xa hoi',
  'quy hoach kien truc',
  'dan toc va ton giao',
  'cong an',
  'thanh tra',
  'thue',
])

/** Whether a text, punctuation aside, is the field of a department. */
export function isField(text: string): boolean {
  return fields.has(
    fold(text)
      .replace(/[^a-z0-9]+/gu, ' ')
      .trim(),
  )
}
