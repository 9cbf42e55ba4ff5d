import { letterDistance } from '../../language/align.js'
import { foldWords } from '../../language/letters.js'

/** The words of a name with their weights. */
export interface Words {
  weights: ReadonlyMap<string, number>
  /** Of all weights. */
  sum: number
  /** The levels of government that it names. */
  levels: readonly string[]
}

export const noWords: Words = { weights: new Map(), sum: 0, levels: [] }

/** Short forms of the field, folded, longest first where one begins another. */
const shortForms: [RegExp, string][] = [
  [/\btthc\b/gu, 'thu tuc hanh chinh'],
  [/\bcchc\b/gu, 'cai cach hanh chinh'],
  [/\bvb ?qppl\b/gu, 'van ban quy pham phap luat'],
  [/\bqppl\b/gu, 'quy pham phap luat'],
  [/\bpakn\b/gu, 'phan anh kien nghi'],
  [/\bkt xh\b/gu, 'kinh te xa hoi'],
  [/\bnsnn\b/gu, 'ngan sach nha nuoc'],
  [/\bdv ?sncl\b/gu, 'don vi su nghiep cong lap'],
  [/\bsncl\b/gu, 'su nghiep cong lap'],
  [/\bcqcm\b/gu, 'co quan chuyen mon'],
  [/\bdvhc\b/gu, 'don vi hanh chinh'],
  [/\bhcnn\b/gu, 'hanh chinh nha nuoc'],
  [/\bxhh\b/gu, 'xa hoi hoc'],
  [/\bthpl\b/gu, 'thi hanh phap luat'],
  [/\bcong (?:gt|tt)[dđ]t\b|\bttdt\b|\bgtdt\b/gu, 'cong thong tin dien tu'],
  [/\bgiao tiep dien tu\b/gu, 'thong tin dien tu'],
  [/\bdvc\b/gu, 'dich vu cong'],
  [/\bgcn\b/gu, 'giay chung nhan'],
  [/\bqsd[dđ]\b/gu, 'quyen su dung dat'],
  [/\b(?:kh|qh) ?sd[dđ]?\b/gu, 'ke hoach su dung dat'],
  [/\bkh\b/gu, 'ke hoach'],
  [/\bqh\b/gu, 'quy hoach'],
]

/** Words that name the place or only join; they tell no two entries apart. */
const empty = new Set(
  'tinh thanh pho tp dia phuong cua ve viec cac va trong theo do tai o nam nhung mot cho den voi so thuoc cap'.split(
    ' ',
  ),
)
/** 'cấp huyện' and 'cấp xã' do tell entries apart; these compounds keep their words together. */
const compounds: [RegExp, string][] = [
  // 'Chỉ số nội dung “Quản trị điện tử”'
  [/\b(?:chi so )?noi dung(?: thanh phan)?\b|\bchi so thanh phan\b/gu, ' '],
  [/\bcap (huyen|xa|tinh)\b/gu, 'cap_$1'],
  [/\bchuyen doi so\b/gu, 'chuyen_doi_so'],
  [/\bchinh quyen so\b/gu, 'chinh_quyen_so'],
  [/\bchi so\b/gu, 'chi_so'],
  [/\bdia phuong\b/gu, ' '],
  [/\bthanh pho\b/gu, ' '],
]

const anyShortForm = new RegExp(shortForms.map(([pattern]) => pattern.source).join('|'), 'u')

function plainWords(name: string): string[] {
  let text = foldWords(name)
  if (anyShortForm.test(text)) for (const [pattern, full] of shortForms) text = text.replace(pattern, full)
  for (const [pattern, kept] of compounds) text = text.replace(pattern, kept)
  // Each word once: 'phản ánh, kiến nghị (PAKN)' says the same twice.
  return [...new Set(text.split(' '))].filter((word) => word !== '' && !empty.has(word))
}

/** Weighs words by how few entries of a list share them. */
export class Vocabulary {
  private readonly weights: Map<string, number>
  private readonly rare: number

  constructor(names: string[]) {
    const counts = new Map<string, number>()
    for (const name of names)
      for (const word of plainWords(name)) counts.set(word, (counts.get(word) ?? 0) + 1)
    this.weights = new Map([...counts].map(([word, count]) => [word, Math.log(1 + names.length / count)]))
    this.rare = Math.log(1 + names.length / 3)
  }

  wordsOf(name: string): Words {
    const words = plainWords(name)
    const weights = new Map(words.map((word) => [word, this.weights.get(word) ?? this.rare]))
    let sum = 0
    for (const weight of weights.values()) sum += weight
    return { weights, sum, levels: levelWords.filter((word) => weights.has(word)) }
  }
}

const levelWords = ['cap_tinh', 'cap_huyen', 'cap_xa']
const otherLevel = 0.6

/** Share of the words' weight that two names have in common, 0 to 1. */
export function similarityOf(a: Words, b: Words): number {
  const total = a.sum + b.sum
  if (total === 0) return 0
  return ((2 * sharedWeight(a, b)) / total) * (namesOtherLevel(a, b) ? otherLevel : 1)
}

/** 'UBND cấp huyện tiếp nhận' and 'UBND cấp xã tiếp nhận' differ in one word, and in all. */
function namesOtherLevel({ levels }: Words, other: Words): boolean {
  return levels.length > 0 && other.levels.length > 0 && !levels.some((word) => other.levels.includes(word))
}

/** Whether (nearly) all of a name's words stand in another. */
export function contains(whole: Words, part: Words): boolean {
  return part.weights.size > 0 && sharedWeight(part, whole) >= 0.95 * part.sum
}

const longEnough = 5

function sharedWeight(a: Words, b: Words): number {
  let shared = 0
  for (const [word, weight] of a.weights) {
    const other = b.weights.get(word)
    if (other !== undefined) shared += (weight + other) / 2
    else if (word.length >= longEnough && hasMisprint(word, b)) shared += 0.8 * weight
  }
  return shared
}

function hasMisprint(word: string, { weights }: Words): boolean {
  for (const other of weights.keys()) if (isMisprint(word, other)) return true
  return false
}

function isMisprint(word: string, other: string): boolean {
  return (
    word.charCodeAt(0) === other.charCodeAt(0) &&
    Math.abs(word.length - other.length) <= 1 &&
    letterDistance(word, other) === 1
  )
}
