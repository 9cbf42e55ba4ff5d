import type { Plan } from '../../schemas/plan.js'
import { fold, foldWords } from '../language/letters.js'
import { isMotto } from '../language/motto.js'
import { isRecipientsMark, isSignatureLine } from '../language/signatures.js'
import type { AuditCase } from './case.js'
import type { OtherField } from './plan-fields.js'
import { type Suspicion, suspect } from './suspicion.js'
import { wordsOf } from './words.js'

/** Lines of a source in which its letterhead stands. */
const headLines = 40
/** Lines in which place and date stand. */
const dateLines = 25

/** The letterhead and closing of the source against the header of the plan, and what no header says. */
export function judgeHeader({ plans, lines, isComparable, isRepaired }: AuditCase): Suspicion[] {
  const [plan] = plans
  if (plan === undefined) return []
  const found = plans.flatMap(judgeValues)
  if (!isComparable || plans.length > 1 || plan.accompanying !== undefined || plan.source.part !== undefined)
    return found
  const texts = lines.map(({ text }) => text)
  return [...found, ...compare(plan, texts), ...(isRepaired ? [] : judgeTitle(plan, texts))]
}

type Report = (
  signal: 'header-unread' | 'header-differs' | 'header-odd' | 'title-cut',
  field: OtherField,
  ...examples: string[]
) => void

function reporter(found: Suspicion[]): Report {
  return (signal, field, ...examples) => {
    found.push(suspect(signal, 'alarm', { examples }, { field }))
  }
}

const numberLine =
  /(?:^\W*S[ốỐ]\s*[:.]?|(?<!\p{L})S[ốỐ]\s*:)\s*\W*(\d{1,5}[a-zđ]?\s*\/[\p{L}\p{N}\-/ &]{2,30})/u
const dateLine =
  /(?:^|[^\p{L}])((?:TP\.? ?)?\p{Lu}[^,.;:/\d]{1,28}),\s*ng[àa]y\s*(\d{1,2})\s*th[áa]ng\s*(\d{1,2})\s*n[ăa]m\s*(\d{4})\W*$/u
/** Lines that name other documents. */
const refers = /^\W*(?:căn cứ|thực hiện|theo|\(|kèm)|kế hoạch số|quyết định số|nghị quyết số|chỉ thị số/iu
const issuerLine = /^\W*(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|BỘ|SỞ|CHÍNH PHỦ)(?!\p{L})/u
const typeLine =
  /^\W*(?:KẾ HOẠCH|QUYẾT ĐỊNH|BÁO CÁO|CHỈ THỊ|THÔNG BÁO|TỜ TRÌNH|CHƯƠNG TRÌNH|THÔNG TƯ|NGHỊ ĐỊNH|NGHỊ QUYẾT)\W*$/u

/** What is printed where headers stand against what the plan's header says. */
function compare({ header }: Plan, texts: readonly string[]): Suspicion[] {
  const found: Suspicion[] = []
  const report = reporter(found)
  const head = texts.slice(0, headLines)
  const number = head
    .filter((line) => !refers.test(line))
    .map((line) => numberLine.exec(line)?.[1])
    .find((match) => match !== undefined)
  if (number !== undefined) {
    if (header.number === null) report('header-unread', 'number', number)
    else if (!isBeginning(bare(number), bare(header.number)))
      report('header-differs', 'number', number, header.number)
  }
  const date = texts
    .slice(0, dateLines)
    .map((line) => dateLine.exec(line))
    .find((match) => match !== null)
  if (date != null) {
    const [, place = '', day = '', month = '', year = ''] = date
    const printed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (header.issuedOn === null) report('header-unread', 'issuedOn', printed)
    else if (header.issuedOn !== printed) report('header-differs', 'issuedOn', printed, header.issuedOn)
    if (header.place === null) report('header-unread', 'place', place)
  }
  if (header.issuer === null && head.slice(0, 15).some((line) => issuerLine.test(line)))
    report('header-unread', 'issuer')
  if (header.title === null && head.some((line) => typeLine.test(line))) report('header-unread', 'title')
  if (texts.some(isSignatureLine) && header.signatory?.name == null) report('header-unread', 'signatory')
  if (header.recipients.length === 0 && texts.some(isRecipientsLine)) report('header-unread', 'recipients')
  return found
}

function isRecipientsLine(line: string): boolean {
  return isRecipientsMark(fold(line).replace(/[*_#>]+/gu, ''))
}

function bare(text: string): string {
  return fold(text.normalize('NFC')).replace(/[^a-z0-9]/gu, '')
}

function isBeginning(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

const openWords = new Set(
  'của và về giai đoạn số theo trên tại các trong cho với đến ngày tháng từ để bằng là do nhằm được rà'.split(
    ' ',
  ),
)

/** A title that ends within a phrase, goes on with a year, or is not in the source. */
function judgeTitle({ header }: Plan, texts: readonly string[]): Suspicion[] {
  const found: Suspicion[] = []
  const report = reporter(found)
  const title = wordsOf(header.title ?? '')
  if (title.length < 3) return found
  const source = wordsOf(texts.join(' '))
  const at = source.findIndex(
    (word, index) => word === title[0] && title.every((own, step) => source[index + step] === own),
  )
  if (at < 0) report('header-differs', 'title', header.title ?? '')
  else if (/^(?:20\d\d|\d{2,4})$/u.test(source[at + title.length] ?? ''))
    report('title-cut', 'title', header.title ?? '')
  return found
}

const bodyWord =
  /^(?:uy ban|hoi dong|so|bo|cuc|ban|van phong|thu tuong|chinh phu|quoc hoi|tong cuc|chi cuc|cong an|kiem toan|ngan hang|bao hiem|trung tam|vien|truong|lien|tinh|thanh|toa|phong|dang|kho bac|thanh tra|dai|chu tich|co quan|hoi|thong tan|hoc vien|dai hoc|tap doan|tong cong ty|mat tran|dang bo|ubnd|hdnd|vks|thue)(?![a-z])/u
const noIssuer = /[*|_:‡@#]|cộng hòa|độc lập|kế hoạch|quyết định|thông tư|đang cập nhật/iu
const numberShape = /^\d{1,6}[a-zđ]?(?:[/-][\p{L}\p{N}&.+]+)+(?:[-–][\p{Lu}\p{N}.]+)*$/u
const noName = /[\d|*:_]|SỞ|VỤ|CHỦ TỊCH|QUY CHẾ|GIÁM ĐỐC|BỘ|CỤC|PHÒNG/u

/** Values that no letterhead of an office prints. */
function judgeValues({ header }: Plan): Suspicion[] {
  const found: Suspicion[] = []
  const report = reporter(found)
  const { number, issuer, place, title, signatory } = header
  if (number !== null && (!numberShape.test(number) || /^\d+\p{Lu}/u.test(number)))
    report('header-odd', 'number', number)
  if (
    issuer !== null &&
    (noIssuer.test(issuer) || !bodyWord.test(foldWords(issuer)) || !issuer.trim().includes(' '))
  )
    report('header-odd', 'issuer', issuer)
  if (place !== null && (/[|*:/\d_@]/u.test(place) || place.split(/\s+/u).length > 5))
    report('header-odd', 'place', place)
  if (title !== null) {
    const last = title.toLowerCase().split(/\s+/u).at(-1)?.replace(/[,;:]/gu, '') ?? ''
    if (openWords.has(last) || /[,:\-–]\s*$/u.test(title)) report('title-cut', 'title', title)
    if (
      typeLine.test(title.toUpperCase()) ||
      isMotto(fold(title)) ||
      /^(?:so|ngay) \d/u.test(foldWords(title))
    )
      report('header-odd', 'title', title)
  }
  const name = signatory?.name ?? null
  if (name !== null && (noName.test(name) || name.split(/\s+/u).length < 2 || name.split(/\s+/u).length > 6))
    report('header-odd', 'signatory', name)
  return found
}
