import { announcesForm } from '../../language/captions.js'
import { foldInPlace } from '../folded-text.js'

/** Types of documents as they are named before a number, with what abbreviates them there. */
const names: Record<string, string> = {
  'nghi quyet lien tich': 'Nghị quyết liên tịch',
  'nghi quyet': 'Nghị quyết',
  nq: 'Nghị quyết',
  'nghi dinh': 'Nghị định',
  nd: 'Nghị định',
  'quyet dinh': 'Quyết định',
  qd: 'Quyết định',
  'thong tu lien tich': 'Thông tư liên tịch',
  'thong tu': 'Thông tư',
  tt: 'Thông tư',
  ttlt: 'Thông tư liên tịch',
  'ke hoach phoi hop': 'Kế hoạch phối hợp',
  'ke hoach lien tich': 'Kế hoạch liên tịch',
  'ke hoach': 'Kế hoạch',
  kh: 'Kế hoạch',
  'chi thi': 'Chỉ thị',
  ct: 'Chỉ thị',
  'chuong trinh phoi hop': 'Chương trình phối hợp',
  'chuong trinh hanh dong': 'Chương trình hành động',
  'chuong trinh': 'Chương trình',
  ctr: 'Chương trình',
  'cong van': 'Công văn',
  cv: 'Công văn',
  'van ban hop nhat': 'Văn bản hợp nhất',
  'van ban': 'Văn bản',
  vb: 'Văn bản',
  'bao cao': 'Báo cáo',
  bc: 'Báo cáo',
  'ket luan': 'Kết luận',
  kl: 'Kết luận',
  'bo luat': 'Bộ luật',
  luat: 'Luật',
  'phap lenh': 'Pháp lệnh',
  'huong dan': 'Hướng dẫn',
  hd: 'Hướng dẫn',
  'thong bao': 'Thông báo',
  tb: 'Thông báo',
  'thong tri': 'Thông tri',
  'to trinh': 'Tờ trình',
  ttr: 'Tờ trình',
  'cong dien': 'Công điện',
  'de an': 'Đề án',
  'quy che phoi hop': 'Quy chế phối hợp',
  'quy che': 'Quy chế',
  'quy dinh': 'Quy định',
  'phuong an': 'Phương án',
  'sac lenh': 'Sắc lệnh',
  lenh: 'Lệnh',
  'giay phep': 'Giấy phép',
}

/** Types that the letters of a number tell by themselves. */
const byLetters: [RegExp, string][] = [
  [/^NQLT/u, 'Nghị quyết liên tịch'],
  [/^NQ|^UBTVQH/u, 'Nghị quyết'],
  [/^N[ĐD](?![A-Za-z])/u, 'Nghị định'],
  [/^Q[ĐD](?![A-Za-z])/u, 'Quyết định'],
  [/^TTLT/u, 'Thông tư liên tịch'],
  [/^TTr/u, 'Tờ trình'],
  [/^TT(?![A-Za-z])/u, 'Thông tư'],
  [/^CTPH/u, 'Chương trình phối hợp'],
  [/^CTHĐ/u, 'Chương trình hành động'],
  [/^CTr/u, 'Chương trình'],
  [/^CT(?![A-Za-z])/u, 'Chỉ thị'],
  [/^KHPH/u, 'Kế hoạch phối hợp'],
  [/^KH(?![A-Za-z])/u, 'Kế hoạch'],
  [/^BC(?![A-Za-z])/u, 'Báo cáo'],
  [/^TB(?![A-Za-z])/u, 'Thông báo'],
  [/^HD(?![A-Za-z])/u, 'Hướng dẫn'],
  [/^C[ĐD](?![A-Za-z])/u, 'Công điện'],
  [/^KL(?![A-Za-z])/u, 'Kết luận'],
  [/^VBHN/u, 'Văn bản hợp nhất'],
  [/^QCPH/u, 'Quy chế phối hợp'],
  [/^QC(?![A-Za-z])/u, 'Quy chế'],
  [/^Qy?[đĐ]i?/u, 'Quy định'],
  [/^QH\d/u, 'Luật'],
  [/^PL(?![A-Za-z])/u, 'Pháp lệnh'],
  [/^ĐA(?![A-Za-z])/u, 'Đề án'],
  [/^PA(?![A-Za-z])/u, 'Phương án'],
  [/^(?:UBND|HĐND|VPCP|TTg|CP)(?:-|$)|^B[A-ZĐ]{1,5}-/u, 'Công văn'],
]

export function typeByLetters(letters: string): string | null {
  return byLetters.find(([pattern]) => pattern.test(letters))?.[1] ?? null
}

const alternatives = Object.keys(names)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(' ', '\\s+'))
  .join('|')
const directlyBefore = new RegExp(`(?<![\\p{L}])(${alternatives})\\s*[:.,]?\\s*(?:so\\s*[:.]?\\s*)?$`, 'u')
const earlier = new RegExp(
  `(?<![\\p{L}])(${alternatives})(?![\\p{L}])[^.;:()]{1,100}?\\s(?:so\\s*[:.]?\\s*)$`,
  'u',
)
const longestPhrase = 160

export interface TypeBefore {
  type: string
  /** Where its first word stands. */
  start: number
}

/** The type named right before a position, past 'số': 'Nghị định số …', 'các Quyết định: số …', 'QĐ …'. */
export function typeBefore(text: string, position: number): TypeBefore | null {
  return match(directlyBefore, text, position)
}

/** The type named earlier in the phrase: 'Luật Tổ chức chính quyền địa phương số …'. */
export function typeEarlier(text: string, position: number): TypeBefore | null {
  return match(earlier, text, position)
}

/** 'Mẫu số 05/KK-TNCN' is the number of a form, not of a document. */
export function isFormNumber(text: string, position: number): boolean {
  return announcesForm(text.slice(Math.max(0, position - 30), position))
}

function match(pattern: RegExp, text: string, position: number): TypeBefore | null {
  const from = Math.max(0, position - longestPhrase)
  const found = pattern.exec(foldInPlace(text.slice(from, position)))
  const type = found === null ? undefined : names[found[1]?.replace(/\s+/gu, ' ') ?? '']
  if (found === null || type === undefined) return null
  return { type, start: from + found.index }
}
