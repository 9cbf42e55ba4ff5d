import type { Deadline } from '../../../schemas/plan.js'
import { fold } from '../../language/letters.js'

/** Folded beginnings of a time that somebody is to keep; a date in a cited document's name has none of them. */
const openings = [
  /\b(?:hoan thanh |xong |cham nhat |muon nhat )*(?:la )?truoc (?=ngay|thang|quy|\d)/u,
  /\b(?:cham nhat|muon nhat)(?= (?:la |den |den het |vao |trong )*(?:ngay|thang|quy|nam|\d))/u,
  /\bdinh ky(?= (?:truoc|hang|theo|moi|quy|thang|nam|\d))/u,
  /\b(?:hang|moi) (?=(?:tuan|thang|quy)\b)/u,
  /\b(?:du kien |hoan thanh |xong )(?:trong )?(?=quy|thang)/u,
  /\btrong (?=(?:quy|thang) (?:i|v|x|\d))/u,
]
const end = /[;()]|\.(?!\d)|,(?! *(?:quy|\d|nam \d|thang \d|6 thang|9 thang|hang|moi))/u
const datable = new Set<Deadline['kind']>(['by', 'within', 'from', 'periodic'])

/** The time by which, or how often, a sentence wants something done; null where it names none. */
export function timeIn(
  sentence: string,
  readDeadlines: (text: string) => Deadline[],
): { text: string; items: Deadline[] } | null {
  const folded = fold(sentence)
  const texts: string[] = []
  const items: Deadline[] = []
  for (let from = 0; from < folded.length; ) {
    const start = firstOpening(folded, from)
    if (start === null) break
    from = start + Math.max(1, end.exec(folded.slice(start))?.index ?? folded.length)
    const text = sentence.slice(start, from).trim()
    const read = readDeadlines(text).filter(isDated)
    if (read.length === 0) continue
    items.push(...read)
    texts.push(text)
  }
  return items.length === 0 ? null : { text: texts.join('; '), items }
}

function firstOpening(folded: string, from: number): number | null {
  const starts = openings.flatMap((opening) => {
    const index = opening.exec(folded.slice(from))?.index
    return index === undefined ? [] : [from + index]
  })
  return starts.length === 0 ? null : Math.min(...starts)
}

function isDated({ kind, period }: Deadline): boolean {
  return datable.has(kind) && (kind !== 'periodic' || period !== null)
}
