import type {
  Comparison,
  CriterionFault,
  CriterionFieldFault,
  FieldFault,
  InexactCell,
} from '../../schemas/evaluation/comparison.js'
import type { IssueCode } from '../../schemas/message.js'
import type { Saying } from '../../schemas/saying.js'
import type { Language } from '../sentences.js'
import { saying, sentence } from './catalogue.js'

export interface FaultSection {
  title: Saying
  lines: string[]
}

/** A comparison's faults as lines, by what they are faults of; texts are cut to `width`. */
export function faultSections(
  one: Comparison,
  language: Language,
  { width, nameOf }: { width: number; nameOf(code: IssueCode): string },
): FaultSection[] {
  const say = (line: Saying): string => sentence(line, language)
  const ofFields = (faults: FieldFault[]): string[] => faults.map((fault) => say(fieldLine(fault, width)))
  const ofCriteria = (faults: CriterionFieldFault[]): string[] =>
    faults.map((fault) => `${fault.criterion} ${say(fieldLine(fault, width))}`)
  const { missed, alarms } = one.anomalies
  return [
    {
      title: saying('measure.criteria'),
      lines: one.criteria.faults.map((fault) => say(criterionLine(fault, width))),
    },
    { title: saying('measure.cells'), lines: one.cells.inexact.map((cell) => say(cellLine(cell, width))) },
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
      lines: missed.map(({ code, target, note }) => `${nameOf(code)} ${target ?? ''} ${cut(note, width)}`),
    },
    {
      title: saying('faults.alarms'),
      lines: alarms.map(
        ({ severity, code, target, message }) =>
          `${say(saying(`severity.${severity}`))} ${nameOf(code)} ${target ?? ''} ${cut(message, width)}`,
      ),
    },
  ]
}

function criterionLine({ kind, id, text, fields }: CriterionFault, width: number): Saying {
  return saying('faults.criterion', {
    kind: saying(`faults.${kind}`),
    name: `${id} ${cut(text, width)}`,
    fields:
      fields.length === 0
        ? ''
        : saying('faults.fields', { faults: fields.map((fault) => fieldLine(fault, width)) }),
  })
}

function cellLine(cell: InexactCell, width: number): Saying {
  const where = [cell.criterion, cell.action, cell.role, cell.header].filter((part) => part !== null)
  const [expected, got] = fromFirstDifference(cell.expected, cell.got, width)
  return saying('faults.field', {
    field: `${where.join(' ')} (${cell.similarity.toFixed(2)})`,
    ...{ expected, got },
  })
}

function fieldLine({ field, expected, got }: FieldFault, width: number): Saying {
  const side = (text: string | null) => (text === null ? saying('faults.none') : `'${cut(text, width)}'`)
  return saying('faults.field', { field, expected: side(expected), got: side(got) })
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
