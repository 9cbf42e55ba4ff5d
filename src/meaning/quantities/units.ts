import { isOneOf, longestPhrase, phraseLength, type QuantityToken, wordSet } from './lexer.js'

/** The words of measure that stand behind a figure. */
export interface UnitReading {
  /** '%', 'điểm', 'cuộc', 'lần/tháng'; null where an unlisted noun is counted. */
  unit: string | null
  kind: 'share' | 'time' | 'count' | 'none'
  next: number
}

const shares: readonly (readonly [string, string])[] = [
  ['%', '%'],
  ['phần trăm', '%'],
  ['điểm phần trăm', 'điểm phần trăm'],
  ['điểm %', 'điểm phần trăm'],
]

const times = ['ngày làm việc', 'giờ làm việc', 'ngày', 'giờ', 'phút', 'giây', 'tuần', 'tháng', 'quý', 'năm']

/** Nouns that plans count with. Others are counted too, their words stand in `of`. */
const counts =
  `lần|lượt|cuộc|buổi|lớp|đợt|chuyến|bậc|điểm|bước|vụ|vụ việc|ca|trường hợp|cái|chiếc|bộ|tờ|bản|trang|cuốn|quyển|phiếu|
km|m|ha|m2|tấn|kg|kwh|mbps|gbps|đồng|nghìn đồng|triệu đồng|tỷ đồng|nghìn|triệu|tỷ|
người|người dân|hộ|hộ dân|hộ gia đình|học sinh|sinh viên|công chức|viên chức|cán bộ|giáo viên|đại biểu|ứng cử viên|
doanh nghiệp|hợp tác xã|cơ sở|đơn vị|cơ quan|địa phương|tổ chức|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|
sở|ubnd|ban|ngành|phòng|trường|bệnh viện|trạm y tế|thôn|bản|tổ dân phố|khu phố|ấp|khóm|
nội dung|nhiệm vụ|lĩnh vực|tiêu chí|tiêu chí thành phần|chỉ tiêu|chỉ số|yếu tố|nhóm|hạng mục|giải pháp|hoạt động|
sáng kiến|mô hình|đề tài|đề án|dự án|công trình|chương trình|kế hoạch|hội nghị|hội thảo|hội thi|cuộc thi|phiên|chuyên đề|
thủ tục|thủ tục hành chính|tthc|dịch vụ|dịch vụ công|hồ sơ|văn bản|báo cáo|tin|bài|tin bài|video|câu hỏi|ý kiến|
kiến nghị|cuộc gọi|sản phẩm|tài khoản|hình thức|máy tính|camera|làng nghề|sáng chế|chi nhánh`
    .replace(/\n/gu, '')
    .split('|')

/** 'điểm' is a score; before these it is a place: 'điểm truy cập', 'điểm tập kết'. */
const placeWords = wordSet('truy tập bưu đến dân trường cầu phát tiếp du bán giao đen nóng')

const otherWords = ['tỷ lệ', 'tỉ lệ', 'ban hành', 'tổ chức thực hiện', 'bộ phận', 'bản đồ']

/** Words that begin like a measure: 'điểm truy cập', 'tỷ lệ', 'ban hành'. */
function isOther(tokens: readonly QuantityToken[], at: number): boolean {
  if (isOneOf(tokens[at], wordSet('điểm'))) return isOneOf(tokens[at + 1], placeWords)
  return longestPhrase(tokens, at, otherWords) > 0
}

const functionWords = wordSet(
  'theo của tại và hoặc trong được đến để cho với so từ trên dưới là đạt có khi sau trước trở về bằng thì mà do vào ở nhằm qua phải đã sẽ đối gồm như nếu trừ tính cùng nhất này đó nêu tới xuống lên thuộc'.trim(),
)

/** Reads the unit behind a figure; 'none' where no noun stands there at all. */
export function readUnit(tokens: readonly QuantityToken[], at: number): UnitReading {
  const share = [...shares]
    .reverse()
    .map(([phrase, unit]) => ({ unit, length: phraseLength(tokens, at, phrase) }))
    .find(({ length }) => length > 0)
  if (share !== undefined) return { unit: share.unit, kind: 'share', next: at + share.length }
  const time = longestPhrase(tokens, at, times)
  if (time > 0) return withRate(tokens, at, at + time, 'time')
  const count = longestPhrase(tokens, at, counts)
  if (count > 0 && !isOther(tokens, at)) return withRate(tokens, at, at + count, 'count')
  return { unit: null, kind: isNoun(tokens[at]) ? 'count' : 'none', next: at }
}

/** 'lần/tháng', 'học sinh/lớp', 'tin, bài/tháng' */
function withRate(
  tokens: readonly QuantityToken[],
  at: number,
  end: number,
  kind: 'time' | 'count',
): UnitReading {
  const listed = tokens[end]?.word === ',' ? longestPhrase(tokens, end + 1, counts) : 0
  const slash = listed > 0 && tokens[end + 1 + listed]?.word === '/' ? end + 1 + listed : end
  const rate =
    tokens[slash]?.word === '/'
      ? Math.max(longestPhrase(tokens, slash + 1, times), longestPhrase(tokens, slash + 1, counts))
      : 0
  const next = rate > 0 ? slash + 1 + rate : end
  const words = tokens.slice(at, next).map(unitWord)
  const unit = words
    .join(' ')
    .replace(/\s*\/\s*/gu, '/')
    .replace(/\s+,/gu, ',')
  return { unit, kind: rate > 0 ? 'count' : kind, next }
}

/** Lower case, but 'TTHC', 'Mbps' as printed. */
function unitWord({ word, printed }: QuantityToken): string {
  return /^[a-z]+$/iu.test(printed) && /\p{Lu}/u.test(printed) && !/^\p{Lu}\p{Ll}+$/u.test(printed)
    ? printed
    : word
}

function isNoun(token: QuantityToken | undefined): boolean {
  return token?.kind === 'word' && !functionWords.has(token.word)
}

const predicates = wordSet(
  'được đạt có đúng trở kể so theo là tăng giảm đã phải trừ nhằm để khi trong trước sau với trên dưới từ xếp đứng tối ít không vượt',
)
const predicatePhrases = [
  'hoàn thành',
  'ban hành',
  'gửi nhận',
  'đảm bảo',
  'bảo đảm',
  'thực hiện',
  'triển khai',
  'liên thông',
  'đối với',
  'tại phụ lục',
  'tại biểu',
]
/** After a comma these go on with the sentence, not with the list of what is counted. */
const newClauses = [
  'báo cáo',
  'phấn đấu',
  'tổ chức',
  'xây dựng',
  'tăng',
  'đẩy mạnh',
  'rà soát',
  'kiểm tra',
  'hướng dẫn',
  'công khai',
  'ký số',
  'xử lý',
  'lắp đặt',
  'bổ sung',
  'nâng cao',
  'duy trì',
  'góp phần',
  'đồng thời',
]
const longest = 14

/** The words of what is counted, from behind the unit to a verb or a stop. */
export function nounPhraseEnd(tokens: readonly QuantityToken[], from: number): number {
  let at = from
  for (; at < tokens.length && at - from < longest; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number' || token.kind === 'code') break
    if (isOneOf(token, predicates) || longestPhrase(tokens, at, predicatePhrases) > 0) break
    if (token.kind === 'mark' && !goesOn(tokens, at, from)) break
  }
  while (at > from && isDangling(tokens[at - 1])) at--
  return at
}

function goesOn(tokens: readonly QuantityToken[], at: number, from: number): boolean {
  if (at === from) return false
  const mark = tokens[at]?.word ?? ''
  if (mark === '/' || mark === '-') return tokens[at + 1]?.kind === 'word'
  return mark === ',' && isNoun(tokens[at + 1]) && longestPhrase(tokens, at + 1, newClauses) === 0
}

const conjunctions = wordSet('và hoặc của tại')

function isDangling(token: QuantityToken | undefined): boolean {
  return token?.kind === 'mark' || isOneOf(token, conjunctions)
}
