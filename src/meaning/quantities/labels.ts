import { phraseBefore, type QuantityToken } from './lexer.js'
import { readUnit } from './units.js'

/** Words whose number is a name: 'Điều 14', 'mức độ 4', 'Đề án 06', 'lần thứ 2'. */
const always = [
  'số',
  'điều',
  'khoản',
  'mục',
  'chương',
  'phụ lục',
  'biểu',
  'mẫu',
  'khóa',
  'khoá',
  'mức độ',
  'cấp độ',
  'hạng',
  'thứ',
  'iso',
  'tcvn',
  'tổng đài',
  'nhánh',
  'phiên bản',
  'nghị định',
  'nghị quyết',
  'thông tư',
  'quyết định',
  'chỉ thị',
  'công văn',
  'kết luận',
  'công điện',
  'luật',
  'giai đoạn',
  'công nghiệp',
  'nhiệm kỳ',
]

/** Names as well, unless what follows is counted: 'lớp 4', 'nhóm 4', but 'mỗi tháng 01 cuộc'. */
const usually = [
  'ngày',
  'tháng',
  'quý',
  'năm',
  'tuần',
  'lớp',
  'nhóm',
  'quận',
  'phường',
  'tổ',
  'khu',
  'khu phố',
  'thôn',
  'ấp',
  'đội',
  'cấp',
  'loại',
  'lần',
  'đợt',
  'vòng',
  'bước',
  'kỳ',
  'điểm',
  'kế hoạch',
  'đề án',
  'dự án',
  'chương trình',
  'chuyên đề',
  'mục tiêu',
  'chỉ tiêu',
  'lĩnh vực',
  'tiêu chí',
  'nội dung',
  'trang',
  'bảng',
  'phần',
  'tập',
  'zalo',
]
const stillCounts = ['tổng số', 'trong số']

/** Whether a number names or orders something instead of saying how many. */
export function isLabel(tokens: readonly QuantityToken[], at: number): boolean {
  if (readUnit(tokens, at + 1).kind === 'share') return false
  if (isListNumber(tokens, at) || isAlone(tokens, at) || isYear(tokens, at)) return true
  if (phraseBefore(tokens, at, stillCounts) > 0) return false
  if (phraseBefore(tokens, at, always) > 0) return true
  if (phraseBefore(tokens, at, usually) > 0) return !isCounted(tokens, at)
  return isListed(tokens, at) && !isCounted(tokens, at)
}

/** 'Mức độ 3 và 4', 'khoản 2, 3': more numbers of the same kind. */
function isListed(tokens: readonly QuantityToken[], at: number): boolean {
  const joint = tokens[at - 1]?.word ?? ''
  const before = tokens[at - 2]
  if (!/^(?:,|&|-|và|hoặc|đến|va|hoac|den)$/u.test(joint) || before?.kind !== 'number') return false
  return isLabel(tokens, at - 2)
}

function isCounted(tokens: readonly QuantityToken[], at: number): boolean {
  const unit = readUnit(tokens, at + 1)
  return unit.unit !== null && unit.kind === 'count'
}

/** '1) Thực hiện …', '2. Mức độ …' at the beginning of a text or of a sentence. */
function isListNumber(tokens: readonly QuantityToken[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.isPlain !== true || after === undefined) return false
  const begins = before === undefined || /^[.;:]$/u.test(before.word)
  return begins && (after.word === ')' || (after.word === '.' && tokens[at + 2]?.kind === 'word'))
}

/** 'Năm 2024', also before a noun: 'năm 2024 Chỉ số …'. */
function isYear(tokens: readonly QuantityToken[], at: number): boolean {
  const { value = 0, isPlain = false } = tokens[at] ?? {}
  return isPlain && value >= 1900 && value <= 2100 && phraseBefore(tokens, at, ['năm', 'năm học']) > 0
}

/** '(05)', '“4 xin, 4 luôn”' */
function isAlone(tokens: readonly QuantityToken[], at: number): boolean {
  if (tokens[at]?.isQuoted === true) return true
  return tokens[at - 1]?.word === '(' && tokens[at + 1]?.word === ')'
}
