import type { Repair } from '../../schemas/repair.js'
import type { Saying } from '../../schemas/saying.js'
import type { Trace, TracedPiece, TracedText, TraceStep } from '../../schemas/trace.js'
import { type Language, placeText, reasonOf, saying, sentence } from '../../src/messages/index.js'
import { uncertainBelow } from '../../src/repair/index.js'

/** Traces for a terminal: a heading for each cell, then what each stage made of it. */
export function traceText(traces: readonly Trace[], language: Language): string {
  const tell = (message: Saying): string => sentence(message, language)
  return traces
    .map(({ cell, plan, steps }) => {
      const head = cell === null ? tell(saying('trace.no-cell')) : cell
      return [`${head}  (${plan})`, ...linesOf(steps, language)].join('\n')
    })
    .join('\n\n')
    .concat('\n')
}

function linesOf(steps: readonly TraceStep[], language: Language): string[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1] ?? null
    const lines = [
      ...textLines(step, before, language),
      ...tableLines(step, language),
      ...valueLines(step, before),
    ]
    const all = [...lines, ...confidenceLines(step, steps.slice(0, index), language)]
    const issues = step.issues.map(
      (issue) => `${mark(issue.severity)} ${issue.code}: ${reasonOf(issue, language)}`,
    )
    const told = [...all, ...issues]
    return told.length === 0
      ? [`  ${step.stage.padEnd(9)} ${sentence(saying('trace.unchanged'), language)}`]
      : told.map((line, at) => `  ${(at === 0 ? step.stage : '').padEnd(9)} ${line}`)
  })
}

function mark(severity: string): string {
  return severity === 'error' ? '✗' : severity === 'warning' ? '!' : '·'
}

/** A text where it is new or has changed, and under it its changes. */
function textLines({ texts }: TraceStep, before: TraceStep | null, language: Language): string[] {
  return texts
    .filter((text) => before === null || !before.texts.some((other) => isSame(other, text)))
    .flatMap((text) => {
      const known = before?.texts.flatMap(({ repairs }) => repairs.map(keyOf)) ?? []
      const made = text.repairs.filter((repair) => !known.includes(keyOf(repair)))
      const changes = made.filter(({ from, to }) => from !== to)
      return [
        `${placeText(text.at, language)}: “${oneLine(text.text)}”`,
        ...sureChanges(changes.filter(isSure)),
        ...changes.filter((change) => !isSure(change)).map((change) => doubtfulChange(change, language)),
      ]
    })
}

function isSure({ confidence, alternatives }: Repair): boolean {
  return confidence >= uncertainBelow && alternatives.length === 0
}

/** Changes that nobody needs to look at, a line for each method. */
function sureChanges(changes: readonly Repair[]): string[] {
  const methods = [...new Set(changes.map(({ method }) => method))]
  return methods.map((method) => {
    const own = changes.filter((change) => change.method === method)
    return `${own.map(({ from, to }) => `“${oneLine(from)}” → “${oneLine(to)}”`).join(', ')} (${method})`
  })
}

function isSame(a: TracedText, b: TracedText): boolean {
  return (
    a.text === b.text &&
    JSON.stringify(a.at) === JSON.stringify(b.at) &&
    a.repairs.length === b.repairs.length
  )
}

function keyOf(repair: Repair): string {
  return JSON.stringify(repair)
}

function doubtfulChange({ from, to, method, confidence, alternatives }: Repair, language: Language): string {
  const others = alternatives.map((other) => `“${other.text}” ${other.confidence}`).join(', ')
  const change = `“${oneLine(from)}” → “${oneLine(to)}” (${method}, ${confidence})`
  return others === '' ? change : `${change}; ${sentence(saying('trace.alternatives', { others }), language)}`
}

function tableLines({ pieces, joins }: TraceStep, language: Language): string[] {
  const tell = (message: Saying): string => sentence(message, language)
  return [
    ...pieces.map((piece) => tell(pieceSaying(piece))),
    ...joins.map(({ table, after, verdict, evidence, splitRow }) =>
      tell(
        saying(splitRow ? 'trace.joined-row' : 'trace.joined', {
          table,
          after,
          verdict,
          evidence: evidence.join('; '),
        }),
      ),
    ),
  ]
}

function pieceSaying({ appendix, table, row, use, column, header, role, merged }: TracedPiece): Saying {
  const place = { appendix, table: table ?? '–', row: row ?? '–' }
  if (column === null) return saying('trace.row', { ...place, use: use ?? 'notes' })
  const cell = { ...place, column, header: oneLine(header ?? ''), role: role ?? 'other' }
  return saying(merged ? 'trace.merged-cell' : 'trace.cell', cell)
}

function valueLines({ value }: TraceStep, before: TraceStep | null): string[] {
  if (value === null || JSON.stringify(value) === JSON.stringify(before?.value)) return []
  return [JSON.stringify(value)]
}

function confidenceLines(step: TraceStep, earlier: readonly TraceStep[], language: Language): string[] {
  const known = earlier.findLast(({ confidence }) => confidence !== null)?.confidence ?? null
  const { confidence, weights } = step
  if (confidence === null || confidence === known) return []
  const reasons = weights.map(({ reason, factor }) => `${reason} × ${factor}`).join(', ')
  const change = known === null ? `${confidence}` : `${known} → ${confidence}`
  return [
    reasons === ''
      ? sentence(saying('trace.confidence', { change }), language)
      : sentence(saying('trace.confidence-because', { change, reasons }), language),
  ]
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ')
}
