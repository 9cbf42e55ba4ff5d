import type { Finding, Noted, RaisedCode } from '../../schemas/message.js'
import type { Appendix, Criterion, Evidence } from '../../schemas/plan.js'
import type { Role } from '../../schemas/table.js'
import { looksLikeAgency } from '../language/agency-words.js'
import { parseCode, splitLeadingCode } from '../language/codes.js'
import { targetOf } from '../result.js'

/**
 * How sure the structure is, on top of how sure the text is. A cell's confidence is its text's (1 where the text is
 * exact) times the least of these:
 *
 * - its column: 1 where the cells are what the header says (four in five at least), 0.9 from one in two on, 0.6 below;
 *   0.8 where no header was printed and the role was guessed from the cells;
 * - its row: 0.6 where the join with the row above the page break is uncertain or its beginning is missing, 0.7 where a
 *   converter seems to have moved a cell, 0.8 where its number was inferred or stands twice.
 */
const certain = 1
const mostlyFitting = 0.9
const misfitting = 0.6
const headless = 0.8

/** By issue, and the roles that it makes doubtful; all of them where none is named. */
const doubts: Partial<Record<RaisedCode, { factor: number; roles: Role[] | null }>> = {
  'table-join-uncertain': { factor: 0.6, roles: null },
  'page-missing-suspected': { factor: 0.6, roles: ['task', 'requirement', 'deliverable'] },
  'merged-cell-shift-suspected': { factor: 0.7, roles: ['name', 'task', 'lead', 'coordinating', 'deadline'] },
  'code-inferred': { factor: 0.8, roles: ['code', 'name'] },
  'code-duplicate': { factor: 0.8, roles: ['code'] },
  'code-out-of-order': { factor: 0.8, roles: ['code'] },
}

/**
 * Of text that recognition of another language left, and whose columns were cut apart, what the words say is too much
 * for long cells, of which any word may belong to a neighbour: weights of the log-odds of the words and of the logarithm
 * of their number, fitted on the cells of one plan (docs/QUALITY.md).
 */
const wovenWeights = { bias: 3.59, words: 0.56, length: -1.43 }

/** How probably a cell that was cut out of woven lines is right. */
export function certaintyOfWoven(confidence: number, raw: string): number {
  const words = raw.match(/\S+/gu)?.length ?? 1
  const odds = Math.log((confidence + 0.01) / (1.01 - confidence))
  const sum =
    wovenWeights.bias + wovenWeights.words * odds + wovenWeights.length * Math.log(Math.max(1, words))
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000
}

/** Why a cell is less sure than its text: its column does not fit or has no header, or an issue of its row. */
export interface Weight {
  reason: 'column-misfits' | 'column-without-header' | RaisedCode
  factor: number
}

type Weigh = (criterion: string, role: Role) => Weight[]

/** An appendix with its evidence weighed by the structure it stands in; `isWoven` where its columns were cut apart. */
export function weighStructure(appendix: Appendix, issues: Noted[], isWoven: boolean): Appendix {
  const weightsOf = structureWeights(appendix, issues)
  const criteria = appendix.criteria.map((criterion) => {
    const weigh = (entry: Evidence): Evidence => {
      const inColumn = weighed(entry, weightsOf(criterion.id, entry.role))
      if (!isWoven) return inColumn
      return { ...inColumn, confidence: certaintyOfWoven(inColumn.confidence, entry.raw) }
    }
    return {
      ...criterion,
      evidence: criterion.evidence.map(weigh),
      actions: criterion.actions.map((action) => ({ ...action, evidence: action.evidence.map(weigh) })),
    }
  })
  return { ...appendix, criteria }
}

/** What makes the cells of an appendix less sure than their texts; the least factor decides. */
export function structureWeights(appendix: Appendix, issues: readonly Noted[]): Weigh {
  const columns = columnWeights(appendix)
  const rows = new Map<string, Noted[]>()
  for (const issue of issues) {
    const target = targetOf(issue)
    if (target !== null && doubts[issue.code] !== undefined)
      rows.set(target, [...(rows.get(target) ?? []), issue])
  }
  return (criterion, role) => [
    ...(columns.get(role) ?? []),
    ...(rows.get(criterion) ?? []).flatMap(({ code }) => {
      const doubt = doubts[code]
      const concerns = doubt !== undefined && (doubt.roles === null || doubt.roles.includes(role))
      return concerns ? [{ reason: code, factor: doubt.factor }] : []
    }),
  ]
}

function weighed(entry: Evidence, weights: Weight[]): Evidence {
  if (weights.length === 0) return entry
  const factor = Math.min(...weights.map((weight) => weight.factor))
  return { ...entry, confidence: Math.round(entry.confidence * factor * 1000) / 1000 }
}

/** Of the columns whose cells are not what the header says, or that have none. */
function columnWeights(appendix: Appendix): Map<Role, Weight[]> {
  const guessed = appendix.tables.length > 0 && appendix.tables.every((table) => table.header.length === 0)
  return new Map(
    [...fits(appendix)].map(([role, fit]) => [
      role,
      [
        ...(fit < certain ? [{ reason: 'column-misfits' as const, factor: fit }] : []),
        ...(guessed && role !== 'code'
          ? [{ reason: 'column-without-header' as const, factor: headless }]
          : []),
      ],
    ]),
  )
}

/** A column whose cells are not what its header says was read wrong, or printed wrong. */
export function checkFits(appendix: Appendix): Finding[] {
  return misfits(appendix).map((role) => ({
    severity: 'warning',
    code: 'merged-cell-shift-suspected',
    at: appendix.tables[0]?.at ?? null,
    subject: { appendix: appendix.id, criterion: null, action: null, field: role },
    details: {
      what: 'column',
      header: appendix.columns.find((column) => column.role === role)?.header ?? '',
      field: role,
    },
  }))
}

/** Columns whose cells are not what their header says, by role. */
export function misfits(appendix: Appendix): Role[] {
  return [...fits(appendix)].flatMap(([role, fit]) => (fit === misfitting ? [role] : []))
}

function fits(appendix: Appendix): Map<Role, number> {
  const factors = new Map<Role, number>()
  const counts = countFitting(appendix.criteria)
  for (const role of new Set(appendix.columns.map((column) => column.role))) {
    const { fitting, all } = counts.get(role) ?? { fitting: 0, all: 0 }
    // One cell more on the fitting side: a single odd cell says little.
    const share = all === 0 ? 1 : (fitting + 1) / (all + 1)
    factors.set(role, share >= 0.8 ? certain : share >= 0.5 ? mostlyFitting : misfitting)
  }
  return factors
}

interface Fitting {
  fitting: number
  all: number
}

/** How many cells of each role there are, and how many could be what their column is for; in one pass over all rows. */
function countFitting(criteria: Criterion[]): Map<Role, Fitting> {
  const counts = new Map<Role, Fitting>()
  const verdicts = new Map<string, boolean>()
  const count = (role: Role, isFitting: boolean): void => {
    const known = counts.get(role)
    if (known === undefined) counts.set(role, { fitting: Number(isFitting), all: 1 })
    else {
      known.fitting += Number(isFitting)
      known.all++
    }
  }
  for (const criterion of criteria) {
    for (const { deadline } of criterion.actions)
      if (deadline !== null)
        count(
          'deadline',
          deadline.items.some(({ kind }) => kind !== 'unknown'),
        )
    for (const { role, raw } of evidenceOf(criterion)) {
      if (role === 'deadline') continue
      // Tables say the same of many rows.
      const key = `${role} ${raw}`
      const isFitting = verdicts.get(key) ?? isOfRole(raw, role)
      verdicts.set(key, isFitting)
      count(role, isFitting)
    }
  }
  return counts
}

const personName = /^(?:(?:[Đđ]ồng chí|[Đđ]\/[Cc]|[Ôô]ng|[Bb]à)\s+)?\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,5}$/u

/** Whether a cell could be what its column is for; texts that may be anything always could. */
function isOfRole(raw: string, role: Role): boolean {
  const text = raw.trim()
  switch (role) {
    case 'lead':
    case 'coordinating':
    case 'implementing':
      return (
        text.split(/[\n;,]/u).some((part) => looksLikeAgency(part.replace(/^[-–+•\s]+/u, ''))) ||
        personName.test(text) ||
        /^\P{L}*$/u.test(text)
      )
    case 'maxScore':
    case 'achievedScore':
    case 'targetScore':
      return /^[^\p{L}]*\d[^\p{L}]*(?:điểm|đ)?$/iu.test(text) || /^[-–x/. …]*$/iu.test(text)
    case 'code':
      return parseCode(text) !== null || splitLeadingCode(text) !== null || /^\P{L}*$/u.test(text)
    case 'task':
      return text.length > 60 || !looksLikeAgency(text)
    default:
      return true
  }
}

/** All evidence of a criterion with the action that it is of; null for the criterion's own. */
export function entriesOf({
  evidence,
  actions,
}: Pick<Criterion, 'evidence' | 'actions'>): { entry: Evidence; action: number | null }[] {
  return [
    ...evidence.map((entry) => ({ entry, action: null })),
    ...actions.flatMap((action, index) => action.evidence.map((entry) => ({ entry, action: index }))),
  ]
}

/** All evidence of a criterion: its own and that of its actions, in order. */
export function evidenceOf({ evidence, actions }: Pick<Criterion, 'evidence' | 'actions'>): Evidence[] {
  return [...evidence, ...actions.flatMap((action) => action.evidence)]
}
