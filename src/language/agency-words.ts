import { fold } from './letters.js'

/**
 * The words that begin an agency's name, folded. Names of single offices begin with a head; collective names ('các sở,
 * ban, ngành', 'thôn, tổ dân phố') are lists of kinds.
 */
const heads = [
  'so',
  'bo',
  'ban',
  'ubnd',
  'uy ban',
  'hdnd',
  'hoi dong',
  'van phong',
  'vp',
  'vpub',
  'phong',
  'thanh tra',
  'cong an',
  'dai',
  'bao',
  'cuc',
  'chi cuc',
  'tong cuc',
  'kho bac',
  'bao hiem',
  'bhxh',
  'ngan hang',
  'trung tam',
  'vien',
  'truong',
  'hoi',
  'hiep hoi',
  'mat tran',
  'ubmttq',
  'mttq',
  'ubmttqvn',
  'doan',
  'lien doan',
  'tinh doan',
  'thanh doan',
  'huyen doan',
  'thi doan',
  'quan doan',
  'lien minh',
  'buu dien',
  'toa an',
  'tand',
  'vks',
  'bch',
  'bo chi huy',
  'bql',
  'to',
  'doi',
  'tram',
  'benh vien',
  'cong ty',
  'tap doan',
  'dang uy',
  'thanh uy',
  'tinh uy',
  'huyen uy',
  'quan uy',
  'thi uy',
  'chu tich',
  'giam doc',
  'thu truong',
  'truong phong',
  'lanh dao',
  'thuong truc',
  'co quan',
  'don vi',
  'cqcm',
  'hat',
  'cang vu',
  'hai quan',
  'thue',
  'vien kiem sat',
  'quy',
] as const

/** Kinds of offices, units and people that collective names list. */
const kinds = [
  'so',
  'ban',
  'nganh',
  'phong',
  'co quan',
  'don vi',
  'to chuc',
  'ca nhan',
  'quan',
  'huyen',
  'thi xa',
  'thanh pho',
  'tinh',
  'xa',
  'phuong',
  'thi tran',
  'dac khu',
  'thon',
  'ban lang',
  'to dan pho',
  'khu pho',
  'khoi',
  'ap',
  'khom',
  'doan the',
  'hoi',
  'doanh nghiep',
  'dia phuong',
  'truong',
  'cap',
  'cong chuc',
  'vien chuc',
  'can bo',
  'nguoi dan',
  'benh vien',
  'trung tam',
  'bo',
  'cong dong',
  'hop tac xa',
  'chuyen vien',
] as const

const headPattern = new RegExp(
  `^(?:${[...heads].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'u',
)
const kindPattern = new RegExp(
  `^(?:${[...kinds].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'u',
)
// 'mọi' but not 'môi trường', 'từng' but not 'tung' in a name
const quantifier = /^(?:cac|moi(?! truong)|mot so|toan the|nhung|tat ca|tung)\s+/u

/** The head at the start of a folded text, '' where there is none. */
export function headOf(folded: string): string {
  return headPattern.exec(folded)?.[0] ?? ''
}

/** The kind at the start of a folded text, '' where there is none. */
export function kindOf(folded: string): string {
  return kindPattern.exec(folded)?.[0] ?? ''
}

export function dropQuantifier(folded: string): string {
  return folded.replace(quantifier, '')
}

export function startsWithQuantifier(folded: string): boolean {
  return quantifier.test(folded)
}

const bullet = /^\s*[-–—+•*]\s*/u

/** Beginnings, folded, of verbs, documents and times whose first word is also a head: 'ban hành', 'báo cáo', 'quý I'. */
const otherUses = [
  'ban hanh',
  'ban giao',
  'ban do',
  'bao cao',
  'bao dam',
  'bao ve',
  'bao gom',
  'bao quan',
  'bao tri',
  'bo thu tuc',
  'bo sung',
  'bo tri',
  'bo phan',
  'bo chi so',
  'bo tieu chi',
  'cap nhat',
  'cap phep',
  'cap doi',
  'cap giay',
  'can bo thuc hien',
  'dai dien',
  'doi moi',
  'doi voi',
  'doi thoai',
  'doi ngu',
  'doi chieu',
  'doan kiem tra',
  'hoi nghi',
  'hoi thao',
  'hoi thi',
  'hoi y kien',
  'phong chong',
  'phong ngua',
  'phong trao',
  'quan ly',
  'quan tri',
  'quan triet',
  'quan tam',
  'quy che',
  'quy dinh',
  'quy hoach',
  'quy trinh',
  'quy chuan',
  'quy mo',
  'so ket',
  'so lieu',
  'so luong',
  'so hoa',
  'so sanh',
  'so van ban',
  'so voi',
  'so don',
  'so ho so',
  'so tthc',
  'so diem',
  'to trinh',
  'to khai',
  'truong hop',
  'tinh hinh',
  'tinh gian',
  'vien dan',
] as const
const otherUse = new RegExp(
  `^(?:(?:${otherUses.join('|')}|quy (?:[1-4]|i{1,3}|iv))(?![\\p{L}\\p{N}])|to chuc(?! (?:chinh tri|doan the|xa hoi|dang|hanh nghe|kinh te|tin dung|(?:co )?lien quan))(?= \\p{L}))`,
  'u',
)

/** Whether a whole text is plausibly one agency or a list of them: begins with a head or a kind, and stays short. */
export function looksLikeAgency(text: string): boolean {
  if (text.length > 260) return false
  const folded = fold(text.replace(bullet, '').trim())
  if (otherUse.test(folded)) return false
  const bare = dropQuantifier(folded)
  if (headOf(bare) !== '') return folded.split(' ').length <= 50
  return kindOf(bare) !== '' && bare.split(' ').length <= 25
}

/**
 * Fields that departments are named after, folded; those written with commas count as one name ('Lao động, Thương binh
 * và Xã hội'). Used to tell a list of departments under one head ('Sở Nội vụ, Tài chính') from one long name.
 */
const fields: ReadonlySet<string> = new Set([
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
