import type {
  Comparison,
  CriterionFault,
  CriterionFieldFault,
  FieldFault,
  InexactCell,
} from '../../schemas/evaluation/comparison.js'
import type { Saying } from '../../schemas/saying.js'
import { fieldNames } from '../language/field-names.js'
import type { Language } from '../sentences.js'
import { saying, sentence } from './catalogue.js'
import { issueName, reasonOf } from './issues/index.js'

export interface FaultSection {
  title: Saying
  lines: string[]
}

/** A comparison's faults as lines, by what they are faults of; texts are cut to `width`. */
export function faultSections(one: Comparison, language: Language, width: number): FaultSection[] {
  const say = (line: Saying): string => sentence(line, language)
  const ofFields = (faults: FieldFault[]): string[] =>
    faults.map((fault) => say(fieldLine(fault, language, width)))
  const ofCriteria = (faults: CriterionFieldFault[]): string[] =>
    faults.map((fault) => `${fault.criterion} ${say(fieldLine(fault, language, width))}`)
  const { missed, alarms } = one.anomalies
  return [
    {
      title: saying('measure.criteria'),
      lines: one.criteria.faults.map((fault) => say(criterionLine(fault, language, width))),
    },
    {
      title: saying('measure.cells'),
      lines: one.cells.inexact.map((cell) => say(cellLine(cell, language, width))),
    },
    { title: saying('measure.agencies'), lines: ofCriteria(one.agencies.faults) },
    { title: saying('measure.scores'), lines: ofCriteria(one.scores.faults) },
    { title: saying('measure.deadlines'), lines: ofCriteria(one.deadlines.faults) },
    { title: saying('measure.header'), lines: ofFields(one.header.faults) },
    { title: saying('measure.citations'), lines: ofFields(one.citations.faults) },
    { title: saying('measure.outline'), lines: ofFields(one.outline.faults) },
    { title: saying('measure.footnotes'), lines: ofFields(one.footnotes.faults) },
    { title: saying('measure.appendices'), lines: ofFields(one.appendices.faults) },
    { title: saying('measure.columns'), lines: ofFields(one.columns.faults) },
    {
      title: saying('faults.missed'),
      lines: missed.map(
        ({ code, target, note }) => `${issueName(code, language)} ${target ?? ''} ${cut(note, width)}`,
      ),
    },
    {
      title: saying('faults.alarms'),
      lines: alarms.map((issue) => {
        const { severity, code, target } = issue
        const name = `${say(saying(`severity.${severity}`))} ${issueName(code, language)}`
        return `${name} ${target ?? ''} ${cut(reasonOf(issue, language), width)}`
      }),
    },
  ]
}

function criterionLine(
  { kind, id, text, fields }: CriterionFault,
  language: Language,
  width: number,
): Saying {
  return saying('faults.criterion', {
    kind: saying(`faults.${kind}`),
    name: `${id} ${cut(text, width)}`,
    fields:
      fields.length === 0
        ? ''
        : saying('faults.fields', { faults: fields.map((fault) => fieldLine(fault, language, width)) }),
  })
}

function cellLine(cell: InexactCell, language: Language, width: number): Saying {
  const where = [cell.criterion, cell.action, fieldName(cell.role, language), cell.header].filter(
    (part) => part !== null,
  )
  const [expected, got] = fromFirstDifference(cell.expected, cell.got, width)
  return saying('faults.field', {
    field: `${where.join(' ')} (${cell.similarity.toFixed(2)})`,
    ...{ expected, got },
  })
}

/** The keys of the plan file in English, what a reader calls them in Vietnamese. */
function fieldName(field: string, language: Language): string {
  const names: Record<string, string> = language === 'vi' ? fieldNames.vi : {}
  return field
    .split(' ')
    .map((word) => names[word] ?? word)
    .join(' ')
}

function fieldLine({ field, expected, got }: FieldFault, language: Language, width: number): Saying {
  if (field === 'order') return saying('faults.moved')
  const side = (text: string | null) => (text === null ? saying('faults.none') : `'${cut(text, width)}'`)
  return saying('faults.field', {
    ...{ field: fieldName(field, language), expected: side(expected), got: side(got) },
  })
}

/** Both texts from shortly before they part, so that a long cell shows where it is wrong. */
function fromFirstDifference(
  expected: string,
  got: string,
  width: number,
): [string | Saying, string | Saying] {
  let same = 0
  while (same < expected.length && expected[same] === got[same]) same += 1
  const from = Math.max(0, same - 20)
  const shown = (text: string) =>
    text === ''
      ? saying('faults.none')
      : `'${from > 0 ? '…' : ''}${cut(text.slice(from).trimStart(), width)}'`
  return [shown(expected), shown(got)]
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}
