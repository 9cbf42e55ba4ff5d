import { beginsAttachment } from '../language/captions.js'
import { fold } from '../language/letters.js'
import { isMotto } from '../language/motto.js'
import type { AuditCase } from './case.js'
import { type PlacedField, placeFields, SourceWords } from './placing.js'
import { placeOf } from './plan-fields.js'
import { type Suspicion, suspect } from './suspicion.js'
import { thresholds } from './thresholds.js'
import { countWords, missingFrom } from './words.js'

/**
 * The words of the source against those of the plan, as a multiset and in order: what is in no field, what stands in
 * fields and not in the source, what was taken twice.
 */
export function weighWords(audited: AuditCase): Suspicion[] {
  if (!audited.isComparable) return []
  const source = new SourceWords(audited.lineWords.flat())
  const placed = placeFields(source, audited.fields, audited.fieldWords)
  return [
    ...lostText(audited, source, placed),
    ...(audited.isRepaired ? [] : foreignWords(audited)),
    ...(audited.isRepaired ? [] : changedFields(audited, placed)),
    ...takenTwice(placed),
    ...titleGoesOn(audited, source, placed),
    ...lostFigures(audited),
  ]
}

/** Lines that need stand in no field, beside mottos: the words between which numbers and dates stand. */
const exempt = /^\W*số\s*:|ngày\s+\d*\s*tháng\s+\d*\s*năm/iu
const isExempt = (text: string): boolean =>
  exempt.test(text) || isMotto(fold(text)) || beginsAttachment(fold(text))

interface LostRun {
  words: number
  line: number
  /** Position of its first word. */
  from: number
  isTable: boolean
}

/** Runs of words that no field has taken; lines of which most words were taken end a run. */
function lostRuns({ lines, lineWords }: AuditCase, source: SourceWords): LostRun[] {
  const runs: LostRun[] = []
  let open: LostRun | null = null
  let position = 0
  lineWords.forEach((words, index) => {
    const line = lines[index]
    const from = position
    position += words.length
    if (line === undefined || words.length === 0) return
    const isTable = line.isTable === true
    const lost = words.filter((_, step) => source.taken[from + step] === 0).length
    if (isExempt(line.text) && lost < thresholds.lostRun) return
    const isLost = lost >= thresholds.lostShare * words.length && lost >= thresholds.lostWordsOfLine
    if (isLost && open?.isTable === isTable) open.words += lost
    else if (isLost || (isTable && lost > 0) || hasGap(source, from, words.length)) {
      const run = { words: lost, line: index, from, isTable }
      runs.push(run)
      open = isLost ? run : null
    } else open = null
  })
  return runs
}

/** Within a line several words in a row that no field has taken. */
function hasGap({ taken }: SourceWords, from: number, length: number): boolean {
  let run = 0
  for (let position = from; position < from + length; position++) {
    run = taken[position] === 0 ? run + 1 : 0
    if (run >= thresholds.lostWordsOfLine) return true
  }
  return false
}

function lostText(audited: AuditCase, source: SourceWords, placed: readonly PlacedField[]): Suspicion[] {
  const runs = lostRuns(audited, source)
  const owners = ownersOf(placed, source.words.length)
  const all = source.words.length
  const lost = runs.reduce((total, run) => total + run.words, 0)
  const isMuch = lost >= thresholds.lostWords.words && lost >= thresholds.lostWords.share * all
  const cells = runs.filter(({ isTable }) => isTable).length
  const isManyCells =
    cells >= thresholds.lostCells.count && cells >= thresholds.lostCells.share * countCells(audited)
  return runs.map(({ words, line, from, isTable }) => {
    const place = { at: audited.lines[line]?.at ?? null, ...(isTable ? ownerBefore(owners, from) : {}) }
    const isAlarm =
      words >= thresholds.lostRun ||
      (isTable && (words >= thresholds.lostRunOfTable || isManyCells)) ||
      isMuch
    const counts = { count: words, of: all, examples: [audited.lines[line]?.text ?? ''] }
    return suspect(isTable ? 'table-text-lost' : 'text-lost', isAlarm ? 'alarm' : 'pointer', counts, place)
  })
}

function countCells({ lines }: AuditCase): number {
  return lines.filter(({ isTable }) => isTable === true).length
}

/** For every word of the source the field that took it. */
function ownersOf(placed: readonly PlacedField[], length: number): (PlacedField | undefined)[] {
  const owners: (PlacedField | undefined)[] = new Array(length)
  for (const own of placed) for (const position of own.placement?.positions ?? []) owners[position] ??= own
  return owners
}

/** The row above which, or in which, a word stands that no field has. */
function ownerBefore(
  owners: readonly (PlacedField | undefined)[],
  from: number,
): { appendix?: string | null; criterion?: string | null } {
  for (let position = from - 1; position >= Math.max(0, from - 400); position--) {
    const field = owners[position]?.field
    if (field?.criterion != null) return { appendix: field.appendix, criterion: field.criterion.id }
  }
  return {}
}

function foreignWords({ lineWords, fieldWords }: AuditCase): Suspicion[] {
  const source = countWords(lineWords.flat())
  const plan = countWords(fieldWords.flat())
  const foreign = [...plan].filter(([word]) => word.length > 1 && !/^\d+$/u.test(word) && !source.has(word))
  const count = foreign.reduce((total, [, times]) => total + times, 0)
  const all = [...plan.values()].reduce((total, times) => total + times, 0)
  const { words, share } = thresholds.foreignWords
  if (count < words || count < share * all) return []
  return [suspect('words-foreign', 'alarm', { count, of: all, examples: foreign.map(([word]) => word) })]
}

/** Fields whose words the source does not have in their order. */
function changedFields({ fields }: AuditCase, placed: readonly PlacedField[]): Suspicion[] {
  const own = placed.filter(
    ({ field, words }) => field.criterion !== null && !field.isShared && words.length >= 2,
  )
  const changed = own.filter(({ placement }) => (placement?.found ?? 0) < 1)
  const isMany =
    changed.length >= thresholds.foreignFields.count &&
    changed.length >= thresholds.foreignFields.share * own.length
  return changed.map(({ field }) =>
    suspect(
      'field-foreign',
      isMany ? 'alarm' : 'pointer',
      { count: changed.length, of: fields.length, examples: [field.text] },
      {
        appendix: field.appendix,
        criterion: field.criterion?.id ?? null,
        action: field.action,
        field: field.field,
        at: field.criterion === null ? null : placeOf(field.criterion),
      },
    ),
  )
}

/** Long texts whose words another field took before: a row that stands twice. */
const longText = 6

function takenTwice(placed: readonly PlacedField[]): Suspicion[] {
  const repeats = placed.filter(
    ({ field, words, placement }) =>
      (field.field === 'name' || field.field === 'task') &&
      words.length >= longText &&
      placement !== null &&
      placement.taken === 1,
  )
  return repeats.map(({ field }) =>
    suspect(
      'row-repeated',
      'pointer',
      { count: repeats.length, of: placed.length, examples: [field.text] },
      {
        appendix: field.appendix,
        criterion: field.criterion?.id ?? null,
        action: field.action,
        field: field.field,
      },
    ),
  )
}

/** A title whose next words, up to the end of their line, are in no field. */
function titleGoesOn(
  { lines, lineWords }: AuditCase,
  source: SourceWords,
  placed: readonly PlacedField[],
): Suspicion[] {
  const title = placed.find(({ field }) => field.field === 'title')
  const last = title?.placement?.positions.at(-1)
  if (title === undefined || last === undefined) return []
  let position = 0
  for (const [index, words] of lineWords.entries()) {
    const line = lines[index]
    const from = position
    position += words.length
    if (position <= last + 1 || line === undefined) continue
    if (
      isExempt(line.text) ||
      /^\W*(?:căn cứ|thực hiện|để |nhằm |theo |phần |chương |I\.|1\.)/iu.test(line.text)
    )
      return []
    const rest = words.slice(Math.max(0, last + 1 - from))
    const isUntaken = rest.every((_, step) => source.taken[Math.max(from, last + 1) + step] === 0)
    return isUntaken
      ? [suspect('title-cut', 'alarm', { examples: [title.field.text] }, { field: 'title', at: line.at })]
      : []
  }
  return []
}

const decimal = /(?<![\d.,/])\d{1,2}[.,]\d{1,2}(?![\d.,/%])/gu
const scoreFields = new Set(['maxScore', 'achievedScore', 'targetScore'])

/** Figures with decimals, which are scores and codes more often than not. */
function lostFigures({ lines, fields, plans }: AuditCase): Suspicion[] {
  if (plans.every(({ appendices }) => appendices.every(({ criteria }) => criteria.length === 0))) return []
  const source = countWords(lines.flatMap(({ text }) => figuresOf(text)))
  const plan = countWords(
    fields.flatMap(({ field, text }) => (scoreFields.has(field) ? [bareFigure(text)] : figuresOf(text))),
  )
  const all = [...source.values()].reduce((total, times) => total + times, 0)
  const lost = missingFrom(source, plan)
  const { count, share } = thresholds.lostFigures
  return lost >= count && lost >= share * all
    ? [suspect('figures-lost', 'alarm', { count: lost, of: all })]
    : []
}

function figuresOf(text: string): string[] {
  return (text.match(decimal) ?? []).map(bareFigure)
}

function bareFigure(text: string): string {
  return text
    .replace(',', '.')
    .replace(/^0+(?=\d)/u, '')
    .replace(/(\.\d*?)0+$/u, '$1')
    .replace(/\.$/u, '')
}
