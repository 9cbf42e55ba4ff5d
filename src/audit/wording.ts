import type { AuditCase } from './case.js'
import type { PlanField } from './plan-fields.js'
import { type Suspicion, suspect } from './suspicion.js'
import { isSyllable } from './syllables.js'
import { thresholds } from './thresholds.js'

const markup =
  /\*\*|(?:^|\s)\*(?=[\p{L}"“(])|(?<=[\p{L}.,;:])\*(?=\s|$)|~~|(?<![\p{L}\p{N}])_(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_(?![\p{L}\p{N}])|^\s*\||\|\s*$|<\/?[a-z]+[ >]|\$[^$]+\$|\\[a-z]{2,}|\+-{3}|-{4,}|\|\s*\|/u
/** Letters of other alphabets that look like Vietnamese ones, private use, what decoders put for bytes they cannot read. */
const strangeLetters = /[ƣɖɗƢ\ue000-\uf8ff¦\ufffd]|\p{M}/gu
const marked = /[À-ỹđĐ]/u
const word = /\p{L}[\p{L}\p{M}]*/gu
const unlikely = new Set<PlanField['field']>(['furniture', 'number', 'code', 'issuedOn'])

/** The state of the plan's texts: markup, letters, syllables, marks; and what the source hides or strikes out. */
export function judgeWording({ fields, source }: AuditCase): Suspicion[] {
  const values = fields.filter(({ field }) => !unlikely.has(field))
  return [
    ...judgeMarkup(values),
    ...judgeLetters(values),
    ...judgeSyllables(values),
    ...judgeMarks(values),
    ...judgeTraits(source.traits),
  ]
}

function placeOfField(field: PlanField | undefined): Parameters<typeof suspect>[3] {
  return field === undefined
    ? {}
    : {
        appendix: field.appendix,
        criterion: field.criterion?.id ?? null,
        action: field.action,
        field: field.field,
      }
}

function judgeMarkup(values: readonly PlanField[]): Suspicion[] {
  const hits = values.filter(({ text }) => markup.test(text))
  const inCells = hits.filter(({ criterion }) => criterion !== null)
  const isMuch = inCells.length > 0 || hits.length >= Math.max(1, thresholds.markup * values.length)
  const [first] = inCells.length > 0 ? inCells : hits
  const counts = { count: hits.length, of: values.length, examples: hits.map(({ text }) => text) }
  return isMuch ? [suspect('markup-in-values', 'alarm', counts, placeOfField(first))] : []
}

function judgeLetters(values: readonly PlanField[]): Suspicion[] {
  const hits = values.filter(({ text }) => text.normalize('NFC').search(strangeLetters) >= 0)
  const count = hits.reduce(
    (total, { text }) => total + (text.normalize('NFC').match(strangeLetters)?.length ?? 0),
    0,
  )
  return count < 2
    ? []
    : [
        suspect(
          'letters-unknown',
          'alarm',
          { count, of: values.length, examples: hits.map(({ text }) => text) },
          placeOfField(hits[0]),
        ),
      ]
}

function judgeSyllables(values: readonly PlanField[]): Suspicion[] {
  let [all, split] = [0, 0]
  const unknown: string[] = []
  for (const { text } of values) {
    const words = text.normalize('NFC').match(word) ?? []
    words.forEach((one, index) => {
      if (index > 0 && isTornOff(one)) split++
      if (one !== one.toLowerCase()) return
      all++
      if (!isSyllable(one)) unknown.push(one)
    })
  }
  const { unknownWords, splitWords } = thresholds
  const found: Suspicion[] = []
  if (unknown.length >= unknownWords.count && unknown.length >= unknownWords.share * all)
    found.push(
      suspect('words-unknown', 'alarm', { count: unknown.length, of: all, examples: [...new Set(unknown)] }),
    )
  if (split >= splitWords.count && split >= splitWords.share * all)
    found.push(suspect('words-split', 'alarm', { count: split, of: all }))
  return found
}

/** A lone small letter within a text is a torn off end of a word; list letters stand at the beginning. */
function isTornOff(one: string): boolean {
  return one.length === 1 && one === one.toLowerCase() && !'aàáảãạâăeèéêiìíoòóôơuùúưyýỳ'.includes(one)
}

/** Stretches of Vietnamese words of which hardly any has a mark. */
function judgeMarks(values: readonly PlanField[]): Suspicion[] {
  const words = values.flatMap((field) =>
    (field.text.normalize('NFC').match(word) ?? [])
      .filter((one) => one.length > 1)
      .map((one) => ({ one, field })),
  )
  const { stretch } = thresholds
  for (let from = 0; from + stretch.words <= words.length; from += stretch.words) {
    const own = words.slice(from, from + stretch.words)
    const withMarks = own.filter(({ one }) => marked.test(one)).length
    const vietnamese = own.filter(({ one }) => isSyllable(one)).length
    if (withMarks >= stretch.marked || vietnamese < stretch.vietnamese) continue
    const examples = [own.map(({ one }) => one).join(' ')]
    return [suspect('marks-missing', 'alarm', { examples }, placeOfField(own[0]?.field))]
  }
  return []
}

function judgeTraits({ struckOut, hidden, hasAttachments }: AuditCase['source']['traits']): Suspicion[] {
  return [
    ...(struckOut > 0 ? [suspect('text-struck-out', 'alarm', { count: struckOut, of: struckOut })] : []),
    ...(hidden > 0 ? [suspect('text-hidden', 'alarm', { count: hidden, of: hidden })] : []),
    ...(hasAttachments ? [suspect('attachments', 'alarm')] : []),
  ]
}
