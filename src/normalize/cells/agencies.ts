import { dropQuantifier, headOf, isField, kindOf, startsWithQuantifier } from '../../language/agency-words.js'
import { collapse, fold } from '../../language/letters.js'
import { withoutMark } from '../../language/list-marks.js'

export interface AgencyName {
  name: string
  id: null
}

/**
 * The agencies that a cell names, in order, as printed. `text` has `\n` between the cell's lines. Separators are line
 * ends, bullets, semicolons, commas between two agencies, a colon used for a semicolon, and 'và' before a new agency;
 * lists of kinds ('các sở, ban, ngành') are one name, a shared head is repeated ('UBND cấp huyện, cấp xã').
 */
export function splitAgencies(text: string): AgencyName[] {
  return text
    .split('\n')
    .flatMap((line) => splitOutside(withoutMark(line), /;/u))
    .flatMap(splitColon)
    .flatMap(readList)
    .map((name) => ({ name: tidy(name), id: null }))
    .filter(({ name }) => /\p{L}/u.test(name))
}

function tidy(name: string): string {
  return collapse(name)
    .replace(/^[-–—+•*,.:;\s]+/u, '')
    .replace(/[,.:;\s…]+$/u, '')
}

/** Splits at a separator that stands outside parentheses. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && separator.test(character)) {
      parts.push(part)
      part = ''
    } else part += character
  }
  return [...parts, part].filter((piece) => piece.trim() !== '')
}

/** 'Sở Nội vụ: UBND cấp huyện' is two agencies; 'Các Sở: Nội vụ, Tài chính' a head over its list; 'Chủ trì: …' a label. */
function splitColon(text: string): string[] {
  const [left = '', ...rest] = splitOutside(text, /:/u)
  const right = rest.join(':')
  if (right.trim() === '') return [text]
  if (isBareKind(left)) return [sharedHeadList(left, right)]
  if (!beginsAgency(left)) return [right]
  return [left, right]
}

/** 'Các Sở: Nội vụ, Tài chính' → 'Sở Nội vụ, Sở Tài chính'. */
function sharedHeadList(left: string, right: string): string {
  const head = collapse(left).replace(/^các\s+/iu, '')
  const capital = head.charAt(0).toUpperCase() + head.slice(1)
  return splitOutside(right, /,/u)
    .map((part) => (beginsAgency(part) ? part : `${capital} ${collapse(part)}`))
    .join(', ')
}

/** One stretch between semicolons → its agencies. */
function readList(text: string): string[] {
  const names: string[] = []
  let afterVerb = false
  for (const part of splitOutside(text, /,/u).flatMap(splitRunTogether).flatMap(splitConjunctions)) {
    const { name, cut } = cutVerbPhrase(collapse(part))
    const previous = names.at(-1)
    if (previous === undefined) names.push(name)
    else if (afterVerb && !beginsAgency(name)) continue
    else addPart(names, previous, name)
    afterVerb = cut
  }
  return names
}

/** A part after a comma or 'và': a new agency, the next kind of a collective name, or more of the same name. */
function addPart(names: string[], previous: string, part: string): void {
  const folded = fold(part)
  const last = names.length - 1
  if (/^cap\s/u.test(folded) && /\scap\s/u.test(fold(previous))) {
    names.push(`${previous.replace(/\s+(?:cấp|cap)\s.*$/iu, '')} ${part}`)
  } else if (continuesCollective(previous, part)) names[last] = `${previous}, ${part}`
  else if (isBareHead(previous) && headOf(folded) !== '') {
    names[last] = `${previous} ${part.slice(headLength(part)).trim()}`
    names.push(part)
  } else if (beginsAgency(part)) names.push(part)
  else if (isDepartment(previous) && isField(part) && !isField(`${afterHead(previous)}, ${part}`))
    names.push(`${previous.slice(0, headLength(previous))} ${part}`)
  else if (isUnitOffice(previous) && /^\p{Lu}/u.test(part))
    names.push(...part.split(/\s+và\s+/u).map((unit) => `${unitHead(previous)} ${unit}`))
  else if (isCompany(previous) && /^\p{Lu}/u.test(part)) names.push(part)
  else names[last] = `${previous}, ${part}`
}

/** A name that begins with none of the words of public bodies: 'Viettel …', 'VNPT …'. */
function isCompany(text: string): boolean {
  const folded = dropQuantifier(fold(text))
  return /^\p{Lu}/u.test(text) && headOf(folded) === '' && kindOf(folded) === ''
}

/** 'Các Sở' + 'ban' + 'ngành'; 'UBND các phường' + 'xã'; 'thôn' + 'tổ dân phố'; 'Các cơ quan' + 'đơn vị liên quan'. */
function continuesCollective(previous: string, part: string): boolean {
  const folded = fold(part)
  if (startsWithQuantifier(folded) || kindOf(folded) === '' || /^(?:UBND|HĐND)/u.test(part)) return false
  const lastItem = fold(previous.split(',').at(-1) ?? '').trim()
  const isList = isBareKind(previous.split(',').at(-1) ?? '') || /\s(?:cac|cap)\s/u.test(` ${lastItem} `)
  const lowerKind = /^\p{Ll}/u.test(part) || isBareKind(part)
  return isList && lowerKind
}

/** Kinds alone, without a name: 'Các sở', 'UBND các phường', 'thôn', 'ban'. */
function isBareKind(text: string): boolean {
  const folded = dropQuantifier(
    fold(collapse(text)).replace(/^(?:ubnd|uy ban nhan dan|hdnd|lanh dao|thu truong|chu tich ubnd)\s+/u, ''),
  )
  const kind = kindOf(folded)
  return kind !== '' && folded.slice(kind.length).trim() === ''
}

/** A head that waits for its complement: 'HĐND' in 'HĐND, UBND thành phố'. */
function isBareHead(text: string): boolean {
  return /^(?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân)$/iu.test(collapse(text))
}

function headLength(text: string): number {
  return headOf(fold(text)).length
}

function afterHead(text: string): string {
  return text.slice(headLength(text)).trim()
}

function isDepartment(text: string): boolean {
  return /^(?:so|phong|bo)\s/u.test(fold(text))
}

/** The office of a named unit: 'UBND huyện Cát Hải', whose neighbours may follow by name alone. */
function isUnitOffice(text: string): boolean {
  return /^(?:ubnd|uy ban nhan dan)\s+(?:cac\s+)?(?:quan|huyen|thi xa|thanh pho|xa|phuong|thi tran)\s/u.test(
    fold(text),
  )
}

function unitHead(text: string): string {
  return (
    /^\S+(?:\s+nhân dân)?(?:\s+các)?\s+(?:quận|huyện|thị xã|thành phố|xã|phường|thị trấn)/iu.exec(
      text,
    )?.[0] ?? text
  )
}

/** Whether a text begins a new agency: a head (a capital where the word is also a common one), or 'các …'. */
function beginsAgency(text: string): boolean {
  const trimmed = text.trim()
  const folded = fold(trimmed)
  if (startsWithQuantifier(folded))
    return kindOf(dropQuantifier(folded)) !== '' || headOf(dropQuantifier(folded)) !== ''
  const head = headOf(folded)
  if (head === '')
    return (
      /^(?:thôn|bản|khu|tổ dân phố|cá nhân|người|doanh nghiệp|công chức)/iu.test(trimmed) &&
      kindOf(folded) !== ''
    )
  if (/^(?:co quan|don vi|lanh dao|thu truong|phong chuyen mon|cqcm)/u.test(folded)) return true
  return (
    /^\p{Lu}/u.test(trimmed) ||
    /^(?:phòng|sở|văn phòng|thanh tra|công an|trung tâm|ủy ban)\s+\p{Lu}/u.test(trimmed)
  )
}

const conjunction = /\s+(?:và|hoặc|&|cùng)\s+/giu

/** Splits at 'và' where a new agency follows and what stands before it is whole. */
function splitConjunctions(text: string): string[] {
  const parts: string[] = []
  let start = 0
  for (const match of text.matchAll(conjunction)) {
    const left = text.slice(start, match.index)
    const right = text.slice(match.index + match[0].length)
    if (!isNextLevel(left, right) && (!beginsAgency(right) || !isWhole(left, right))) continue
    parts.push(left)
    start = match.index + match[0].length
  }
  return [...parts, text.slice(start)]
}

/** 'UBND cấp huyện và cấp xã' */
function isNextLevel(left: string, right: string): boolean {
  return /\scap \S+$/u.test(fold(left.trimEnd())) && /^cap \S+/u.test(fold(right))
}

/** 'Văn phòng HĐND' before 'và UBND' is half a name; 'các cơ quan' before 'và đơn vị' too. */
function isWhole(left: string, right: string): boolean {
  const before = fold(left.trim())
  const after = fold(right)
  // An office that serves council and committee: 'Văn phòng HĐND và UBND', however its first half is spelt.
  if (
    /^(?:van phong|vp|thuong truc)\s+(?:\S+|hoi dong nhan dan|doan dai bieu quoc hoi|doan dbqh(?:,? va hdnd)?)$/u.test(
      before,
    )
  )
    return !/^(?:ubnd|uy ban|hdnd|hoi dong)/u.test(after)
  if (isBareKind(left) && /^(?:co quan|don vi|phong|ban)\b/u.test(after)) return false
  return headOf(dropQuantifier(before)) !== '' || kindOf(dropQuantifier(before)) !== ''
}

const runTogether =
  /(?<=\p{Ll})\s+(?=(?:UBND|Văn phòng HĐND|Văn phòng UBND|Sở \p{Lu}|Phòng \p{Lu}|Thanh tra \p{Lu}|Công an |Các |Trung tâm \p{Lu})\s*)/gu

/** Bullets lost: a head right behind a whole name begins the next agency. */
function splitRunTogether(text: string): string[] {
  const parts: string[] = []
  let start = 0
  for (const match of text.matchAll(runTogether)) {
    const left = collapse(text.slice(start, match.index))
    if (!isNamed(left)) continue
    parts.push(left)
    start = match.index
  }
  return [...parts, text.slice(start)]
}

const owning =
  /(?:^|\s)(?:thuộc|của|và|các|với|do|tại|cùng|hoặc|trực thuộc|chuyên môn|chủ tịch|lãnh đạo|văn phòng|giám đốc|thủ trưởng|thanh tra)$/iu

/** A head with its complement, and no word at the end that owns what follows ('Văn phòng', 'thuộc'). */
function isNamed(left: string): boolean {
  const head = headLength(left)
  return (
    head > 0 &&
    left.length > head + 1 &&
    !owning.test(left) &&
    !/^(?:phòng|cơ quan|đơn vị|tổ|đội)\s+\p{Ll}/iu.test(left.replace(/^Phòng \p{Lu}.*/u, 'x'))
  )
}

const verbs =
  'đôn đốc|thực hiện|kiểm soát|chủ trì|phối hợp|tham mưu|tổng hợp|theo dõi|hướng dẫn|báo cáo|triển khai|chịu trách nhiệm|tổ chức thực hiện|đối với|làm đầu mối'
const verbPhrase = new RegExp(`^(.+?)\\s+(?:${verbs})(?=\\s|,|$)`, 'u')

/** 'Văn phòng UBND thành phố đôn đốc …' → the name before the verb. Bodies named after what they do keep it. */
function cutVerbPhrase(text: string): { name: string; cut: boolean } {
  const match = verbPhrase.exec(text)
  const name = match?.[1]
  if (
    name === undefined ||
    !beginsAgency(name) ||
    /^(?:Ban Chỉ đạo|Ban chỉ đạo|Tổ|Đoàn|Hội đồng|Đội)/u.test(name)
  )
    return { name: text, cut: false }
  if (/(?:đơn vị|cơ quan|tổ chức|cá nhân|được giao|có trách nhiệm)$/iu.test(name))
    return { name: text, cut: false }
  return { name, cut: true }
}
