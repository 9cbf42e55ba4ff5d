import type { CellLine } from '../../../schemas/document.js'
import { headOf, looksLikeAgency } from '../../language/agency-words.js'
import { fold, startsUpper } from '../../language/letters.js'
import { type Line, textOf } from './lines.js'
import { beginningOf, isTight, joinTexts, type Measure, pitchOf } from './wrapping.js'

const itemStart = /^(?:[-–+•*]\s*\S|\(?\d{1,2}[.)]\s|[a-zđ]\)\s)/u
const closing = /[.;:!?…]["”)]?$/u

/**
 * A cell's printed lines → its lines as the author began them. Lines that only wrap are joined here, where the widths
 * are known; a break that may be either is left as 'break'.
 */
export function cellLinesOf(lines: Line[], measure: Measure): CellLine[] {
  const pitch = pitchOf(lines)
  const printed = lines
    .map((line, index) => ({ line, text: textOf(line.words).text, above: lines[index - 1] }))
    .filter(({ text }) => text !== '')
    .map(({ line, text, above }) => ({
      text,
      tight: above !== undefined && isTight(above, line, measure),
      wrapped: above !== undefined && beginningOf(above, line, measure, pitch) === 'wrapped',
    }))
  const hasItems = printed.some(({ text }) => itemStart.test(text))
  const hasBreaks = printed.some(({ wrapped, text }, index) => index > 0 && !wrapped && !itemStart.test(text))
  const joined: CellLine[] = []
  for (const { text, wrapped, tight } of printed) {
    const open = joined.at(-1)
    if (open === undefined || !wrapped) joined.push({ text, start: 'paragraph' })
    else if (itemStart.test(text) && hasItems) joined.push({ text, start: 'break' })
    else if (isOpenQuestion(open.text, text, hasBreaks && !hasItems)) joined.push({ text, start: 'break' })
    else joined[joined.length - 1] = { text: joinTexts(open.text, text, tight), start: open.start }
  }
  return joined
}

/** A full line that could be a whole one: of a list of agencies, or of a list of sentences in a cell that has breaks. */
function isOpenQuestion(above: string, text: string, hasBreaks: boolean): boolean {
  if (!startsUpper(text) || /[,(\-–/“]$/u.test(above)) return false
  if (looksLikeAgency(above) && looksLikeAgency(text) && !/[,;]/u.test(above + text))
    return !isBareHead(above)
  return hasBreaks && closing.test(above)
}

/** 'Văn phòng' alone at a line's end waits for the rest of the name. */
function isBareHead(text: string): boolean {
  const folded = fold(text)
  return headOf(folded) === folded
}

/** Lines set around one middle, as in letterheads and signatures: each stands for itself. */
export function centredLinesOf(lines: Line[]): CellLine[] {
  return lines
    .map((line) => textOf(line.words).text)
    .filter((text) => text !== '')
    .map((text) => ({ text, start: 'paragraph' }))
}
