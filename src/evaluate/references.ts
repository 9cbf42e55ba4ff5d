import type { Comparison, FieldFault } from '../../schemas/evaluation/comparison.js'
import type { ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import type { Section } from '../../schemas/plan.js'
import { type Folding, foldItems, foldName, foldText } from './folding.js'
import { type BagDifference, bagOverlap, compareBags, share } from './measures.js'

type ExpectedCitation = ExpectedPlan['citations'][number]
type ExpectedFootnote = ExpectedPlan['footnotes'][number]

/** Cited documents by number; of those that both sides have, dates and types are judged apart. */
export function compareCitations(
  expected: readonly ExpectedCitation[],
  got: readonly ExpectedCitation[],
  folding: Folding,
): Comparison['citations'] {
  const byNumber = new Map(got.map((citation) => [numberKey(citation), citation]))
  const difference = compareBags(expected.map(numberKey), got.map(numberKey))
  const faults = bagFaults('number', difference)
  let [shared, dates, types] = [0, 0, 0]
  for (const citation of expected) {
    const other = byNumber.get(numberKey(citation))
    if (other === undefined) continue
    shared += 1
    if (citation.date === other.date) dates += 1
    else faults.push({ field: `${citation.number} date`, expected: citation.date, got: other.date })
    if (typeKey(citation, folding) === typeKey(other, folding)) types += 1
    else faults.push({ field: `${citation.number} type`, expected: citation.type, got: other.type })
  }
  return { ...bagOverlap(difference), dates: share(dates, shared), types: share(types, shared), faults }
}

function numberKey(citation: ExpectedCitation): string {
  return citation.number.normalize('NFC').replace(/\s+/gu, '')
}

function typeKey(citation: ExpectedCitation, folding: Folding): string {
  return foldName(citation.type ?? '', folding)
}

/** Headings by (labels from the outermost in, title); the paragraphs of shared headings are judged apart. */
export function compareOutline(
  expected: readonly Section[],
  got: readonly Section[],
  folding: Folding,
): Comparison['outline'] {
  const wanted = outlineOf(expected, '', folding)
  // Expectations hold headings; the text above the first one has none.
  const headed = got.filter(({ label, title }) => label !== null || title !== '')
  const given = outlineOf(headed, '', folding)
  const difference = compareBags(
    wanted.map(([key]) => key),
    given.map(([key]) => key),
  )
  const texts = new Map(given)
  const shared = wanted.filter(([key]) => texts.has(key))
  const same = shared.filter(([key, text]) => texts.get(key) === text).length
  const faults = bagFaults('heading', difference)
  return { ...bagOverlap(difference), paragraphs: share(same, shared.length), faults }
}

function outlineOf(sections: readonly Section[], above: string, folding: Folding): [string, string][] {
  return sections.flatMap((section) => {
    const path = above === '' ? (section.label ?? '–') : `${above}/${section.label ?? '–'}`
    const key = `${path} ${foldText(section.title, folding)}`
    const own: [string, string] = [key, foldItems(section.paragraphs, folding)]
    return [own, ...outlineOf(section.children, path, folding)]
  })
}

/** Footnotes by label and text. */
export function compareFootnotes(
  expected: readonly ExpectedFootnote[],
  got: readonly ExpectedFootnote[],
  folding: Folding,
): Comparison['footnotes'] {
  const key = (note: ExpectedFootnote) => `${note.label} ${foldText(note.text, folding)}`
  const difference = compareBags(expected.map(key), got.map(key))
  return { ...bagOverlap(difference), faults: bagFaults('footnote', difference) }
}

/** What only one side has, as faults. */
function bagFaults(field: string, difference: BagDifference): FieldFault[] {
  return [
    ...difference.onlyExpected.map((value) => ({ field, expected: value, got: null })),
    ...difference.onlyGot.map((value) => ({ field, expected: null, got: value })),
  ]
}
