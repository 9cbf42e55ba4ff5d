import { looksLikeAgency } from '../../language/agency-words.js'
import { parseCode } from '../../language/codes.js'
import { collapse, foldWords } from '../../language/letters.js'

/** What the text of a cell looks like, whatever it says. */
export const shapes = ['blank', 'code', 'figure', 'agency', 'time', 'short', 'long'] as const
export type Shape = (typeof shapes)[number]

const longText = 60
const time =
  /^(?:(?:truoc|tu|den|trong|hoan thanh|cham nhat|hang|hang|moi)(?: (?:nam|ngay|thang|quy|tuan|thoi)| \d)|(?:quy|qui|thang|nam|ngay|giai doan) (?:i|v|x|\d)|thuong xuyen|dinh ky|\d{4}(?: \d{4})*$|\d{1,2} \d{4}$|\d{1,2} \d{1,2} \d{4}$)/u

/** Words of one name in a list of agencies, on the average. */
const longestName = 8

function looksLikeAgencies(text: string): boolean {
  if (!looksLikeAgency(text)) return false
  const names = text.split(/[;,]|\svà\s|\s[-+•]\s/u)
  return text.split(' ').length <= longestName * names.length
}

/** A cell's text without its emphasis. */
export function bareCell(text: string): string {
  return collapse(text.replace(/[*_\\]+/gu, ''))
}

/** The shape of a cell's text. */
export function shapeOf(text: string): Shape {
  const bare = bareCell(text)
  if (bare === '') return 'blank'
  if (parseCode(bare) !== null) return 'code'
  if (/^[\d.,%\s]+$/u.test(bare)) return 'figure'
  const folded = foldWords(bare)
  if (time.test(folded)) return 'time'
  if (looksLikeAgencies(bare)) return 'agency'
  return bare.length > longText ? 'long' : 'short'
}
