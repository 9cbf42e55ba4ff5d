import type { Appendix, Plan } from '../../schemas/plan.js'
import type { Role } from '../../schemas/table.js'
import { fold, foldWords } from '../language/letters.js'
import type { AuditCase } from './case.js'
import { isSurelyAgency, mayBeAgency } from './shapes.js'
import { type Suspicion, suspect } from './suspicion.js'

/** Whether what became criteria are such, and whether what did not are none. */
export function judgeKinds(audited: AuditCase): Suspicion[] {
  const { plans } = audited
  const appendices = plans.flatMap((plan) => plan.appendices)
  const hasCriteria = appendices.some(({ criteria }) => criteria.length > 0)
  return [
    ...(hasCriteria ? unusedColumns(audited) : unreadTables(audited)),
    ...appendices.flatMap((appendix) =>
      appendix.criteria.length > 0 ? judgeCriteria(appendix) : judgeOther(appendix),
    ),
    ...plans.flatMap(tablesOfNoKind),
  ]
}

type HeaderWord = 'lead' | 'coordinating' | 'deadline' | 'task' | 'deliverable' | 'score' | 'implementing'

const headerWords: Record<HeaderWord, RegExp> = {
  lead: /chu tri|chu quan/u,
  coordinating: /phoi hop/u,
  deadline: /thoi gian|thoi han|tien do|hoan thanh/u,
  task: /nhiem vu|noi dung|giai phap|cong viec|hoat dong|tieu chi|chi tieu/u,
  deliverable: /san pham|ket qua|dau ra/u,
  score: /diem/u,
  implementing: /thuc hien|phan cong|trach nhiem/u,
}
const longestHeader = 70

function wordsOfHeader(cells: readonly string[]): Set<HeaderWord> {
  const found = new Set<HeaderWord>()
  for (const cell of cells) {
    if (cell === '' || cell.length >= longestHeader) continue
    const words = foldWords(cell)
    for (const [word, pattern] of Object.entries(headerWords) as [HeaderWord, RegExp][])
      if (pattern.test(words)) found.add(word)
  }
  return found
}

/** A header of tasks needs somebody to do them, and what or when; three rows make a table. */
function headerOfTasks({
  source,
}: AuditCase): { cells: string[]; words: Set<HeaderWord>; at: AuditCase['lines'][number]['at'] } | null {
  for (const [index, { cells, at }] of source.rows.entries()) {
    if (cells.length < 3) continue
    const words = wordsOfHeader(cells)
    const hasAgency = words.has('lead') || words.has('coordinating') || words.has('implementing')
    if (words.size < 3 || !hasAgency || !(words.has('task') || words.has('deadline'))) continue
    const below = source.rows.slice(index + 1, index + 200)
    if (below.filter((row) => row.cells.filter((cell) => cell !== '').length >= 3).length >= 3)
      return { cells, words, at }
  }
  return null
}

function unreadTables(audited: AuditCase): Suspicion[] {
  const header = headerOfTasks(audited)
  if (header !== null)
    return [
      suspect('task-table-unread', 'alarm', { examples: [header.cells.join(' | ')] }, { at: header.at }),
    ]
  const lines = headersOnLines(audited)
  return lines.length > 0 ? [suspect('task-table-unread', 'alarm', { examples: lines })] : []
}

const headerLines: [HeaderWord, RegExp][] = [
  ['lead', /^(?:(?:co quan|don vi)[a-z ]{0,12} )?chu tri(?: thuc hien)?$/u],
  ['coordinating', /^(?:co quan |don vi )?phoi hop(?: thuc hien)?$/u],
  ['deadline', /^(?:thoi gian|thoi han|tien do)(?: thuc hien| hoan thanh)?$/u],
  ['deliverable', /^(?:san pham|ket qua)\b.{0,20}$/u],
  ['task', /^(?:nhiem vu|noi dung|cong viec)\b.{0,25}$/u],
]

/** Header cells that stand on lines of their own, as text layers of PDFs have them. */
function headersOnLines({ lines }: AuditCase): string[] {
  const found = new Map<HeaderWord, string>()
  for (const { text } of lines) {
    if (text.length >= 45 || /[.:;]$/u.test(text)) continue
    const words = foldWords(text)
    const hit = headerLines.find(([, pattern]) => pattern.test(words))
    if (hit !== undefined) found.set(hit[0], text)
  }
  const isTable = found.size >= 3 && (found.has('lead') || found.has('coordinating'))
  return isTable ? [...found.values()] : []
}

const asked = ['lead', 'coordinating', 'deadline'] as const

/** Columns that the source's header of tasks promises and no column of the plan is. */
function unusedColumns(audited: AuditCase): Suspicion[] {
  const header = headerOfTasks(audited)
  if (header === null) return []
  const roles = new Set<Role>(
    audited.plans
      .flatMap(({ appendices }) => appendices)
      .filter(({ criteria }) => criteria.length > 0)
      .flatMap(({ columns }) => columns.map(({ role }) => role)),
  )
  return asked
    .filter(
      (word) => header.words.has(word) && !roles.has(word) && !(word === 'lead' && roles.has('implementing')),
    )
    .map((field) =>
      suspect('column-unused', 'alarm', { examples: [header.cells.join(' | ')] }, { field, at: header.at }),
    )
}

const otherThan: [RegExp, Role][] = [
  [/diem(?:toida|chuan|dat|tudanhgia)/u, 'maxScore'],
  [/coquanchutri|donvichutri/u, 'lead'],
  [/phoihop/u, 'coordinating'],
  [/thoigian|thoihan/u, 'deadline'],
  [/sanpham/u, 'deliverable'],
]
const procedures = /thu tuc hanh chinh|\btthc\b|ma (?:so )?(?:ho so|thu tuc)|quy trinh noi bo/u

/** An appendix with criteria: does its header name what criteria have? */
function judgeCriteria(appendix: Appendix): Suspicion[] {
  const { id, columns, criteria } = appendix
  const place = { appendix: id }
  const of = criteria.length
  const headers = columns.map(({ header }) => header)
  const words = wordsOfHeader(headers)
  const found: Suspicion[] = []
  const names = words.size - Number(words.has('deliverable'))
  if (names === 0)
    found.push(
      suspect('criteria-without-header', 'alarm', { count: of, of, examples: [headers.join(' | ')] }, place),
    )
  if (
    headers.some((header) => /^\d+$/u.test(header.trim())) ||
    headers.filter((header) => header.trim() === '').length >= 2
  )
    found.push(suspect('criteria-without-header', 'alarm', { examples: [headers.join(' | ')] }, place))
  for (const { header, role } of columns) {
    const letters = fold(header).replace(/[^a-z0-9]/gu, '')
    const meant = role === 'other' ? otherThan.find(([pattern]) => pattern.test(letters)) : undefined
    if (meant !== undefined)
      found.push(suspect('column-unused', 'alarm', { examples: [header] }, { ...place, field: meant[1] }))
  }
  const folded = headers.map(foldWords)
  const listsProcedures =
    appendix.kind !== 'scores' &&
    folded.some((header) => procedures.test(header)) &&
    !folded.some((header) => /phoi hop|nhiem vu/u.test(header))
  if (listsProcedures || ranksUnits(appendix) || hasNothingToDo(appendix))
    found.push(suspect('not-criteria', 'alarm', { count: of, of, examples: [headers.join(' | ')] }, place))
  if (headerChangesOrder(appendix)) found.push(suspect('columns-exchanged', 'alarm', {}, place))
  return found
}

function hasNothingToDo({ criteria }: Appendix): boolean {
  const actions = criteria.flatMap((criterion) => criterion.actions)
  const hasAgency = actions.some((action) =>
    [action.lead, action.coordinating, action.implementing].some(
      (list) => list !== null && mayBeAgency(list.text),
    ),
  )
  return !hasAgency && criteria.every(({ kind, scores }) => kind !== 'item' || scores?.max == null)
}

const unit = /^(?:tinh|thanh pho|tp|phuong|xa|huyen|dac khu|so|ban quan ly|thanh tra|cong an) /u

/** A league of units: their names stand where criteria should. */
function ranksUnits({ kind, criteria }: Appendix): boolean {
  if (kind !== 'scores') return false
  const names = criteria.flatMap((item) => (item.kind === 'item' && item.name !== null ? [item.name] : []))
  const units = names.filter(
    (name) => isSurelyAgency(name) || (unit.test(foldWords(name)) && name.split(/\s+/u).length <= 7),
  )
  if (names.length >= 5 && units.length >= 0.5 * names.length) return true
  const places = names.filter((name) => /^(?:\p{Lu}[\p{Ll}'’]*\s*){1,4}$/u.test(name))
  return names.length >= 10 && places.length >= 0.7 * names.length
}

/** A header that is printed again with its columns in another order. */
function headerChangesOrder({ columns, tables }: Appendix): boolean {
  const own = columns.map(({ header }) => foldWords(header))
  return tables
    .flatMap(({ rows }) => rows)
    .filter(({ use }) => use !== 'data')
    .some(({ cells }) => {
      const texts = cells.map(({ text }) => foldWords(text))
      const places = texts
        .filter(
          (text) =>
            own.filter((one) => one === text).length === 1 &&
            texts.filter((one) => one === text).length === 1,
        )
        .map((text) => own.indexOf(text))
      return (
        places.length >= 3 && places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0))
      )
    })
}

/** An appendix without criteria whose header names who leads or coordinates. */
function judgeOther({ id, tables }: Appendix): Suspicion[] {
  const headers = tables.flatMap(({ header, rows }) =>
    rows.length < 4
      ? []
      : [...header.slice(0, 3), ...rows.slice(0, 3).map(({ cells }) => cells.map(({ text }) => text))],
  )
  const named = headers.find((cells) => {
    const words = wordsOfHeader(cells)
    return (
      cells.filter((cell) => cell !== '').length >= 2 &&
      words.size >= 2 &&
      (words.has('lead') || words.has('coordinating'))
    )
  })
  return named === undefined
    ? []
    : [suspect('task-table-unread', 'alarm', { examples: [named.join(' | ')] }, { appendix: id })]
}

/** A plan whose only numbered table is of no kind. */
function tablesOfNoKind({ header, appendices }: Plan): Suspicion[] {
  if (header.documentType !== 'Kế hoạch' || appendices.some(({ criteria }) => criteria.length > 0)) return []
  return appendices
    .filter(({ kind }) => kind === 'other' || kind === 'statistics')
    .flatMap(({ id, tables }) => {
      const numbered = tables
        .flatMap(({ rows }) => rows)
        .filter(({ cells }) => /^\d{1,3}\.?$/u.test(cells[0]?.text.trim() ?? '')).length
      return numbered >= 5
        ? [suspect('table-of-no-kind', 'alarm', { count: numbered, of: numbered }, { appendix: id })]
        : []
    })
}
