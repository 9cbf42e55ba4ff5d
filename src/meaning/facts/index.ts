import type { Block } from '../../../schemas/document.js'
import type { AgencyList, Criterion, Deadline, Fact, Plan, Quantity, Section } from '../../../schemas/plan.js'
import { looksLikeAgency } from '../../language/agency-words.js'
import { fold, foldWords } from '../../language/letters.js'
import { type AgencyRegistry, contextOf, matchAgency } from '../agencies/index.js'
import { readQuantities } from '../quantities/index.js'
import { kindOf } from './kinds.js'
import { type BodySentence, sentencesOf } from './sentences.js'
import { timeIn } from './times.js'

/** What reads the cells of a table reads the body too: deadlines and lists of agencies, as the stage before does. */
export interface CellReaders {
  readDeadlines: (text: string) => Deadline[]
  splitAgencies: (text: string) => { name: string }[]
}

/** The sentences of a plan's body that are data: results, targets, and assignments with a time. `blocks` are the body's. */
export function readFacts(
  plan: Pick<Plan, 'header' | 'outline' | 'appendices'>,
  blocks: Block[],
  registry: AgencyRegistry,
  readers: CellReaders,
): Fact[] {
  const context = contextOf(plan.header)
  const agenciesOf = (text: string | null): AgencyList['agencies'] =>
    text === null
      ? []
      : readers
          .splitAgencies(text)
          .map(({ name }) => ({ name, id: matchAgency(name, registry.index, context) }))
  const criteria = plan.appendices.flatMap((appendix) => appendix.criteria)
  return sentencesOf(sectionsWithDuties(plan.outline), blocks).flatMap((sentence) => {
    const fact = factOf(sentence, plan.header.planYears, readers)
    if (fact === null) return []
    const actors = fact.kind === 'result' ? null : actorsIn(sentence.text, sentence.titles)
    const criterion = fact.kind === 'result' ? criterionOf(sentence.text, criteria) : null
    return [{ ...fact, criterion, agencies: agenciesOf(actors) }]
  })
}

/** Above the first heading stand the bases of a document; only one without headings says there what is to be done. */
function sectionsWithDuties(outline: readonly Section[]): Section[] {
  const headed = outline.filter(({ label, title }) => label !== null || title !== '')
  return headed.length > 0 ? headed : [...outline]
}

/** The facts of a plan that got its appendices later, with the rows whose scores they state. */
export function linkFacts({ facts, appendices }: Pick<Plan, 'facts' | 'appendices'>): Fact[] {
  const criteria = appendices.flatMap((appendix) => appendix.criteria)
  return facts.map((fact) =>
    fact.kind === 'result' ? { ...fact, criterion: criterionOf(fact.text, criteria) } : fact,
  )
}

function factOf(
  { text, titles, at }: BodySentence,
  planYears: number[],
  readers: CellReaders,
): Omit<Fact, 'criterion' | 'agencies'> | null {
  const quantities: Quantity[] = readQuantities(text)
  const deadline = timeIn(text, readers.readDeadlines)
  const kind = kindOf(text, quantities, { titles: titles.map(foldWords), planYears })
  if (kind === null && deadline === null) return null
  return { kind: kind ?? 'assignment', text, section: titles.at(-1) ?? null, at, quantities, deadline }
}

const numbered = /^(?:linh vuc|tieu chi|noi dung|chi so)(?: thu)?\s+([a-z]+|\d+(?:\.\d+)*)\s*[:.\-–]/u

/** The row of the table that a sentence speaks of: by its printed number, or by its whole name. */
function criterionOf(text: string, criteria: Criterion[]): string | null {
  const scored = criteria.filter(({ kind, scores }) => kind !== 'total' && scores !== null)
  const code = numbered.exec(fold(text))?.[1]?.toUpperCase()
  const byCode = code === undefined ? [] : scored.filter((row) => row.code === code)
  if (byCode.length === 1) return byCode[0]?.id ?? null
  const folded = ` ${foldWords(text)} `
  const named = scored.filter(
    ({ name, level }) => level === 1 && name !== null && folded.includes(` ${foldWords(name)} `),
  )
  return named.length === 1 ? (named[0]?.id ?? null) : null
}

const orders = /^(?:giao(?: cho)?|de nghi|yeu cau|phan cong)\s+/u
const verbs =
  /\s(?:co trach nhiem|chiu trach nhiem|can cu|chu tri|phoi hop|theo doi|tong hop|tham muu|xay dung|ban hanh|bao cao|to chuc (?:thuc hien|trien khai|quan triet)|trien khai|hoan thanh|thuc hien|tang cuong|cu the hoa|don doc|tiep tuc|bo tri|la co quan|giam sat|gui|ra soat|chi dao|huong dan|phan anh|thuong xuyen|dinh ky|truoc ngay|nghiem tuc)(?=[\s,;.]|$)/u
/** 'Các Sở, ngành: Nội vụ, Tài chính' lists departments by their fields. */
const departments = /^Các Sở,(?: ban,)? ngành\s*:\s*/iu
const longest = 300

/** The words of a sentence that name who is to act: what stands before its first verb, or the title above it. */
function actorsIn(sentence: string, titles: string[]): string | null {
  const folded = fold(sentence)
  const order = orders.exec(folded)?.[0].length ?? 0
  // A blank in front: a sentence may begin with its verb
  const verb = (verbs.exec(` ${folded.slice(order)}`)?.index ?? 0) - 1
  const subject = verb > 0 ? sentence.slice(order, order + verb) : ''
  if (subject !== '' && subject.length <= longest && looksLikeAgency(subject))
    return subject.replace(departments, 'Các Sở: ')
  return titles.findLast((title) => looksLikeAgency(title)) ?? null
}
