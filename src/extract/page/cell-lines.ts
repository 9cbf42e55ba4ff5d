import type { CellLine } from '../../../schemas/document.js'
import { dropQuantifier, headOf, looksLikeAgency } from '../../language/agency-words.js'
import { fold, startsUpper } from '../../language/letters.js'
import { beginsItem } from '../../language/list-marks.js'
import { type Line, textOf } from './lines.js'
import {
  beginningOf,
  isTight,
  joinConfidences,
  joinTexts,
  knownConfidences,
  type Measure,
  pitchOf,
} from './wrapping.js'

const closing = /[.;:!?…]["”)]?$/u

/**
 * A cell's printed lines → its lines as the author began them. Lines that only wrap are joined here, where the widths
 * are known; a break that may be either is left as 'break'.
 */
export function cellLinesOf(lines: Line[], measure: Measure): CellLine[] {
  const printed = printedLines(lines, measure)
  const hasItems = printed.some((line) => line.isItem)
  const hasBreaks = printed.some(({ wrapped, isItem }, index) => index > 0 && !wrapped && !isItem)
  const joined: (CellLine & { confidences: number[] })[] = []
  for (const { text, confidences, wrapped, tight, isItem } of printed) {
    const open = joined.at(-1)
    if (open === undefined || !wrapped) joined.push({ text, confidences, start: 'paragraph' })
    else if (isItem || isOpenQuestion(open.text, text, hasBreaks && !hasItems))
      joined.push({ text, confidences, start: 'break' })
    else {
      open.text = joinTexts(open.text, text, tight)
      open.confidences = joinConfidences(open.confidences, confidences, tight)
    }
  }
  return joined.map(({ confidences, ...line }) => ({ ...line, ...knownConfidences(confidences) }))
}

interface PrintedLine {
  text: string
  confidences: number[]
  /** There was no room for its first word in the line above. */
  wrapped: boolean
  /** No space parts it from the line above. */
  tight: boolean
  isItem: boolean
}

function printedLines(lines: Line[], measure: Measure): PrintedLine[] {
  const pitch = pitchOf(lines)
  const printed: PrintedLine[] = []
  for (const [index, line] of lines.entries()) {
    const { text, confidences } = textOf(line.words)
    const above = lines[index - 1]
    if (text === '') continue
    const wrapped = above !== undefined && beginningOf(above, line, measure, pitch) === 'wrapped'
    const tight = above !== undefined && isTight(above, line, measure)
    printed.push({
      text,
      confidences,
      wrapped,
      tight,
      isItem: beginsItem(text) && !(wrapped && isNameDash(text, printed)),
    })
  }
  return printed
}

/** 'Phòng Tài chính' / '– Kế hoạch': a dash at a line's start in a text that neither is a list nor ended before it. */
function isNameDash(text: string, above: PrintedLine[]): boolean {
  const isList = above.some((line) => line.isItem)
  return /^[-–]\s/u.test(text) && !isList && !closing.test(above.at(-1)?.text ?? '')
}

/** A full line that could be a whole one: of a list of agencies, or of a list of sentences in a cell that has breaks. */
function isOpenQuestion(above: string, text: string, hasBreaks: boolean): boolean {
  if (!startsUpper(text) || /[,(\-–/“]$/u.test(above)) return false
  if (looksLikeAgency(above) && beginsAgency(text) && !/[,;]/u.test(above + text)) return !isBareHead(above)
  return hasBreaks && closing.test(above)
}

/** 'Sở Tài chính', 'Các phòng chuyên môn', but not 'Thành phố', which may be the end of a name. */
function beginsAgency(text: string): boolean {
  return headOf(dropQuantifier(fold(text))) !== ''
}

/** 'Văn phòng' alone at a line's end waits for the rest of the name. */
function isBareHead(text: string): boolean {
  const folded = fold(text)
  return headOf(folded) === folded
}

/** Lines set around one middle, as in letterheads and signatures: each stands for itself. */
export function centredLinesOf(lines: Line[]): CellLine[] {
  return lines
    .map((line) => textOf(line.words))
    .filter(({ text }) => text !== '')
    .map(({ text, confidences }) => ({ text, ...knownConfidences(confidences), start: 'paragraph' }))
}
