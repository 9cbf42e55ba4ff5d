import type { CellLine } from '../../schemas/document.js'
import type { Role } from '../../schemas/table.js'
import { looksLikeAgency } from '../language/agency-words.js'
import { startsLower } from '../language/letters.js'
import { beginsItem } from '../language/list-marks.js'

/**
 * Line breaks in a cell may be the author's or only the wrapping of a narrow column. A break is kept where the next
 * line starts something (a bullet, a number, a sentence after a full stop); it is a wrap where a sentence goes on or
 * the column is so narrow that breaks stand between single words.
 */
export function unwrapLines(lines: CellLine[], role: Role): CellLine[] {
  if (lines.every((line) => line.start !== 'break')) return lines
  const wrapped = isNarrow(lines)
  const joined: CellLine[] = []
  for (const line of lines) {
    const previous = joined.at(-1)
    if (previous !== undefined && line.start === 'break' && isWrap(previous.text, line.text, wrapped, role))
      joined[joined.length - 1] = joinLines(previous, line)
    else joined.push(line)
  }
  return joined
}

/** Breaks stand so close that hardly two words fit between them. */
function isNarrow(lines: CellLine[]): boolean {
  const breaks = lines.filter((line) => line.start === 'break').length
  const words = lines.reduce((sum, line) => sum + line.text.split(' ').length, 0)
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0)
  return breaks > 0 && (words / lines.length <= 3.5 || longest <= 22)
}

function isWrap(previous: string, text: string, narrow: boolean, role: Role): boolean {
  if (beginsItem(text)) return false
  if (startsLower(text) || /^[,;.:)\]”%]/u.test(text)) return true
  if (/[;.!?:]$/u.test(previous)) return false
  if (/[,(\-–/“]$/u.test(previous) || endsOpen(previous)) return true
  if (isAgencyRole(role))
    return !(looksLikeAgency(text) && looksLikeAgency(previous) && previous.includes(' '))
  return narrow || previous.length > 25
}

/** A text that cannot end here: its last word asks for another. */
export function endsOpen(text: string): boolean {
  return /(?:^|\s)(?:và|của|về|các|những|với|cho|tại|theo|từ|đến|do|là|để|trong|trên|hoặc|số|năm|quý|tháng|ngày|cấp|thuộc)$/iu.test(
    text,
  )
}

export function isAgencyRole(role: Role): boolean {
  return role === 'lead' || role === 'coordinating' || role === 'implementing'
}

function joinLines(a: CellLine, b: CellLine): CellLine {
  const text = `${a.text} ${b.text}`
  if (a.repaired === undefined && b.repaired === undefined) return { text, start: a.start }
  return {
    text,
    start: a.start,
    repaired: {
      raw: `${a.repaired?.raw ?? a.text}\n${b.repaired?.raw ?? b.text}`,
      repairs: [...(a.repaired?.repairs ?? []), ...(b.repaired?.repairs ?? [])],
    },
  }
}
