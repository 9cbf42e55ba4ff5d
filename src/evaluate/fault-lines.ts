import type {
  Comparison,
  CriterionFault,
  CriterionFieldFault,
  FieldFault,
  InexactCell,
} from '../../schemas/comparison.js'

/** A comparison's faults as lines, by what they are faults of; texts are cut to `width`. */
export function faultSections(one: Comparison, width: number): [string, string[]][] {
  const field = (fault: FieldFault) => fieldLine(fault, width)
  const ofCriterion = (fault: CriterionFieldFault) => `${fault.criterion} ${fieldLine(fault, width)}`
  const { missed, alarms } = one.anomalies
  return [
    ['criteria', one.criteria.faults.map((fault) => criterionLine(fault, width))],
    ['cells', one.cells.inexact.map((cell) => cellLine(cell, width))],
    ['agencies', one.agencies.faults.map(ofCriterion)],
    ['scores', one.scores.faults.map(ofCriterion)],
    ['deadlines', one.deadlines.faults.map(ofCriterion)],
    ['header', one.header.faults.map(field)],
    ['citations', one.citations.faults.map(field)],
    ['outline', one.outline.faults.map(field)],
    ['footnotes', one.footnotes.faults.map(field)],
    ['appendices', one.appendices.faults.map(field)],
    ['columns', one.columns.faults.map(field)],
    ['anomalies missed', missed.map((one) => `${one.code} ${one.target ?? ''} ${cut(one.note, width)}`)],
    [
      'further alarms',
      alarms.map((one) => `${one.severity} ${one.code} ${one.target ?? ''} ${cut(one.message, width)}`),
    ],
  ]
}

function criterionLine({ kind, id, text, fields }: CriterionFault, width: number): string {
  const details = fields.map((fault) => `; ${fieldLine(fault, width)}`)
  return `${kind} ${id} ${cut(text, width)}${details.join('')}`
}

function cellLine(cell: InexactCell, width: number): string {
  const where = [cell.criterion, cell.action, cell.role, cell.header].filter((part) => part !== null)
  const [expected, got] = fromFirstDifference(cell.expected, cell.got, width)
  return `${where.join(' ')} (${cell.similarity.toFixed(2)}): expected ${expected}, got ${got}`
}

function fieldLine(fault: FieldFault, width: number): string {
  const side = (text: string | null) => (text === null ? '(none)' : `'${cut(text, width)}'`)
  return `${fault.field}: expected ${side(fault.expected)}, got ${side(fault.got)}`
}

/** Both texts from shortly before they part, so that a long cell shows where it is wrong. */
function fromFirstDifference(expected: string, got: string, width: number): [string, string] {
  let same = 0
  while (same < expected.length && expected[same] === got[same]) same += 1
  const from = Math.max(0, same - 20)
  const shown = (text: string) => {
    if (text === '') return '(none)'
    return `'${from > 0 ? '…' : ''}${cut(text.slice(from).trimStart(), width)}'`
  }
  return [shown(expected), shown(got)]
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}
