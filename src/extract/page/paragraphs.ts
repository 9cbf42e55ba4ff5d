import type { ParagraphBlock } from '../../../schemas/document.js'
import { splitLeadingCode } from '../../language/codes.js'
import { beginsNumbered } from '../../language/list-marks.js'
import { paragraph } from '../blocks.js'
import { around } from './ink.js'
import { isBold, type Line, textOf } from './lines.js'
import type { PagePlaces } from './places.js'
import {
  areCentred,
  beginningOf,
  isTight,
  joinConfidences,
  joinTexts,
  knownConfidences,
  type Measure,
  pitchOf,
} from './wrapping.js'

/** Where running text stands, and where its footnotes begin. */
export interface Flow {
  measure: Measure
  /** y of the short line above the footnotes, null where there is none. */
  footnotesBelow: number | null
}

/** Running lines → paragraphs: wrapped lines joined, begun ones apart. */
export function paragraphsOf(lines: Line[], flow: Flow, places: PagePlaces): ParagraphBlock[] {
  const pitch = pitchOf(lines)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group !== undefined && goesOn(group, line, flow, pitch)) group.push(line)
    else groups.push([line])
  }
  return groups.flatMap((group) => {
    const block = paragraphOf(group, flow, places)
    return block === null ? [] : [block]
  })
}

const bullet = /^[-–+•*]\s*\S/u

function goesOn(group: Line[], line: Line, flow: Flow, pitch: number): boolean {
  const above = group.at(-1) as Line
  if (beginningOf(above, line, flow.measure, pitch) === 'begun') return false
  if (Math.abs(line.size - above.size) > 0.15 * above.size) return false
  const text = textOf(line.words).text
  const upper = textOf(above.words).text
  if (bullet.test(text) && !(/\d$/u.test(upper) && /^[-–]\s*\d/u.test(text))) return false
  if (noteLabel(line, flow) !== null) return false
  if (group.every(isBold) !== isBold(line) && group.every(isBold)) return false
  return !isIndented(group, line, flow.measure)
}

/** A first line that stands farther in than the line above, which is no label with its text hanging beside it. */
function isIndented(group: Line[], line: Line, measure: Measure): boolean {
  const above = group.at(-1) as Line
  if (line.box[0] - above.box[0] < 0.8 * line.size || areCentred(above, line)) return false
  return !(group.length === 1 && hasLabel(textOf(above.words).text) && above.box[0] > measure.left + 1)
}

function hasLabel(text: string): boolean {
  return /^(?:[-–+•*]|[a-zđ]\.)/u.test(text) || beginsNumbered(text) || splitLeadingCode(text) !== null
}

function paragraphOf(group: Line[], flow: Flow, places: PagePlaces): ParagraphBlock | null {
  const [first] = group
  if (first === undefined) return null
  const footnote = noteLabel(first, flow)
  const words = footnote === null ? first.words : first.words.slice(1)
  let { text, strongLength, confidences } = textOf(words)
  for (const [index, line] of group.slice(1).entries()) {
    const isStrong = strongLength >= text.length
    const above = group[index] as Line
    const added = textOf(line.words)
    const tight = isTight(above, line, flow.measure)
    const joined = joinTexts(text, added.text, tight)
    confidences = joinConfidences(confidences, added.confidences, tight)
    if (isStrong && added.strongLength > 0)
      strongLength = joined.length - added.text.length + added.strongLength
    text = joined
  }
  if (text === '') return null
  const at = places.take(around(group.map((line) => line.box)), group.length)
  return { ...paragraph(text, at, { strongLength, footnote }), ...knownConfidences(confidences) }
}

/** The label with which a footnote's text begins: raised, or a bare number below the footnotes' line. */
function noteLabel(line: Line, flow: Flow): string | null {
  const [first] = line.words
  if (first === undefined || line.words.length < 2 || !/^(?:\d{1,3}|\*{1,3})$/u.test(first.text)) return null
  const isBelow = flow.footnotesBelow !== null && line.box[1] >= flow.footnotesBelow - 1
  return first.raised || isBelow ? first.text : null
}
